/**
 * Remembers on this machine how far each record went at most, and says so when the record of the
 * station goes less far, or says something else there.
 */
import { shallowRef, watch, type ShallowRef } from 'vue'
import type { SeenReply } from '#shared/contract/screens.ts'
import { explains, type RecordHead, type SeenHead } from '#shared/domain/station/head.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { useBoard } from './board.ts'
import { useTick } from './tick.ts'

const RECORDS = 4 // remembered at most: a machine sees its record, and an emergency's
const AGAIN_MS = 60_000 // so often it is asked whether what is missing has been explained

type Options = {
  /** Where this kind of screen remembers it. */
  key: string
  /** Nobody has a key here: what the station tells, or has stood for a day, is accepted. */
  unattended: boolean
}

function remembered(key: string): readonly SeenHead[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(list) ? (list as SeenHead[]) : []
  } catch {
    return [] // by another hand: begun anew
  }
}

export function useSeenHead({ key, unattended }: Options): {
  /** What this screen has seen and the record lacks; null: nothing. */
  missing: Readonly<ShallowRef<SeenHead | null>>
  /** A person knows: from now on the record counts as it is. */
  accept: () => void
} {
  const board = useBoard()
  const tick = useTick()
  const missing = shallowRef<SeenHead | null>(null)
  let compared = 0 // the connection on which it is known how it is
  let looked: RecordHead | null = null // at this head, last
  let asking = false
  let askedAt = -Infinity

  function remember(seen: SeenHead): void {
    const others = remembered(key).filter(({ record }) => record !== seen.record)
    localStorage.setItem(key, JSON.stringify([...others.slice(1 - RECORDS), seen]))
    missing.value = seen.missed ? seen : null
  }
  function take(head: RecordHead): void {
    compared = board.connections()
    remember({ ...head, at: board.now(), missed: null })
  }

  function learn(seen: SeenHead, head: RecordHead, { hash, setBack }: SeenReply): void {
    compared = board.connections()
    if (hash === seen.hash) {
      if (head.position >= seen.position) take(head)
      else remember({ ...seen, missed: null })
      return
    }
    const known = setBack !== null && explains(setBack, seen)
    const isOld = seen.missed !== null && board.now() - seen.missed.at >= DAY_MS
    if ((known && (unattended || setBack.why === 'restored')) || (unattended && isOld)) take(head)
    else remember({ ...seen, missed: seen.missed ?? { at: board.now(), left: head.position } })
  }

  async function compare(seen: SeenHead, head: RecordHead): Promise<void> {
    asking = true
    askedAt = tick.mono
    const { position, hash } = seen
    const answer = await board.request('journal/seen', { position, hash })
    asking = false
    if (answer.ok) learn(seen, head, answer.reply)
  }

  /** A record only grows as long as one station keeps it: it is compared once a connection. */
  function look(head: RecordHead | null): void {
    if (!head || asking) return
    const isLooked = head === looked && missing.value === null && compared === board.connections()
    looked = head
    if (isLooked) return
    const seen = remembered(key).find(({ record }) => record === head.record)
    if (!seen) take(head)
    else if (seen.missed) {
      missing.value = seen
      if (compared !== board.connections() || tick.mono - askedAt >= AGAIN_MS)
        void compare(seen, head)
    } else if (compared !== board.connections() || head.position < seen.position) {
      void compare(seen, head)
    } else if (head.position > seen.position) take(head)
    else missing.value = null
  }

  // with each beat, in which the head may be the same
  watch([() => board.head, () => board.heardAt], ([head]) => look(head), { immediate: true })

  return {
    missing,
    accept() {
      if (board.head) take(board.head)
    },
  }
}
