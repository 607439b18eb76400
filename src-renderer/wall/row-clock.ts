/**
 * The clock of one row. While its incident is older than the others, because what has changed of
 * it could not be read, the row stands still as a whole wall does without contact.
 */
import { computed, type ComputedRef } from 'vue'
import { SECOND_MS } from '#shared/domain/units.ts'
import { useBoard } from '../stores/board.ts'
import { provideDisplayClock, useDisplayClock, type DisplayClock } from '../ui/display-clock.ts'

/** Reading the whole board takes less (ms). */
export const COASTS_AFTER_MS = 3 * SECOND_MS

/** `coastingSince` in UTC ms; null while the row is as old as all others. */
export function useRowClock(
  incidentId: () => string,
): DisplayClock & { coastingSince: ComputedRef<number | null> } {
  const board = useBoard()
  const { now, stale, zone } = useDisplayClock()
  const coastingSince = computed(() => {
    const since = board.outdated.get(incidentId())
    return since !== undefined && now.value - since >= COASTS_AFTER_MS ? since : null
  })
  const clock = {
    now: computed(() => coastingSince.value ?? now.value),
    stale: computed(() => stale.value || coastingSince.value !== null),
    zone,
  }
  provideDisplayClock(clock)
  return { ...clock, coastingSince }
}
