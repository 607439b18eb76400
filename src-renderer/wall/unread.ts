/**
 * Which incidents the station or this wall could not read: drawn by their place alone, older than
 * the others, or heard of and not there. A wall that may not show everything says nothing of one of
 * which nobody knows what it is.
 */
import { computed, type ComputedRef, type Ref } from 'vue'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { isUndrawn } from '#shared/domain/board/undrawn.ts'
import { useBoard } from '../stores/board.ts'
import { onWall } from './on-wall.ts'
import { COASTS_AFTER_MS } from './row-clock.ts'
import { useSetting } from './wall-setting.ts'

type Heard = {
  shown: readonly BoardIncident[] // what this wall is there for
  whole: readonly BoardIncident[]
  outdated: ReadonlyMap<string, number> // since when (UTC ms) a change waits to be read
  isReduced: boolean // it may not show everything
}

/** Ids of what could not be read at `now` (UTC ms). */
export function unreadIn(
  { shown, whole, outdated, isReduced }: Heard,
  now: number,
): ReadonlySet<string> {
  const [here, known] = [shown, whole].map((each) => new Set(each.map(({ id }) => id)))
  const waiting = [...outdated].filter(([, since]) => now - since >= COASTS_AFTER_MS)
  const unknown = waiting.filter(([id]) => here?.has(id) || (!known?.has(id) && !isReduced))
  const undrawn = onWall(shown).filter(isUndrawn)
  return new Set([...undrawn.map(({ id }) => id), ...unknown.map(([id]) => id)])
}

/** How many of this wall could not be read; `now` in UTC ms. */
export function useUnread(now: Readonly<Ref<number>>): ComputedRef<number> {
  const board = useBoard()
  const { job } = useSetting()
  return computed(() => {
    const heard: Heard = {
      shown: board.board?.incidents ?? [],
      whole: board.whole?.incidents ?? [],
      outdated: board.outdated,
      isReduced: job.isReduced.value,
    }
    // nothing to look at each second while nothing waits
    return unreadIn(heard, heard.outdated.size > 0 ? now.value : 0).size
  })
}
