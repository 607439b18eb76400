/**
 * Reads from the station for a page: when it is shown, when its question changes and whenever
 * contact comes back; what is of the library, also when somebody has changed that at another desk.
 * The latest answer wins; a failed read leaves what was there. A page that is only kept alive reads
 * nothing, and once it is shown again what it has missed.
 */
import { onActivated, onDeactivated, shallowRef, watch, type ShallowRef } from 'vue'
import type { Input, Name, Refused, ReplyOf } from '#shared/contract/contract.ts'
import { useBoard } from '../../stores/board.ts'
import { useReads } from './reads.ts'

export type Query<N extends Name> = {
  reply: ShallowRef<ReplyOf<N> | null>
  /** Why the last question has no answer. */
  refusal: ShallowRef<Refused | null>
  again: () => Promise<void>
}

/** What changes with the library. */
const OF_LIBRARY: ReadonlySet<Name> = new Set<Name>([
  ...(['types/list', 'plans/list', 'plans/read', 'plans/drafts', 'plans/revisions'] as const),
  ...(['documents/list', 'documents/read', 'documents/drafts', 'documents/revisions'] as const),
])

/**
 * `input` null: there is no question yet. A new question empties the reply, so that no page
 * shows the answer to another one.
 */
export function useQuery<N extends Name>(name: N, input: () => Input<N> | null): Query<N> {
  const board = useBoard()
  const reads = useReads()
  const reply: Query<N>['reply'] = shallowRef(null)
  const refusal: Query<N>['refusal'] = shallowRef(null)
  let latest = 0
  let isHidden = false
  let isMissed = false

  async function again(): Promise<void> {
    const now = input()
    if (now === null) return
    if (isHidden) {
      isMissed = true
      return
    }
    const mine = ++latest
    const answer = await reads.read(name, now)
    if (mine !== latest) return
    if (answer.ok) reply.value = answer.reply
    refusal.value = answer.ok ? null : answer
  }

  watch(
    () => JSON.stringify(input()),
    () => {
      reply.value = null
      refusal.value = null
      void again()
    },
    { immediate: true },
  )
  watch(
    () => board.live,
    (live) => {
      if (live) void again()
    },
  )
  watch(
    () => board.board?.library,
    (changedAt) => {
      if (OF_LIBRARY.has(name) && changedAt !== undefined) void again()
    },
  )
  onDeactivated(() => {
    isHidden = true
  })
  onActivated(() => {
    isHidden = false
    if (isMissed) void again()
    isMissed = false
  })
  return { reply, refusal, again }
}
