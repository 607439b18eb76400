/**
 * The shifts that run, or come within a week, and lack somebody: for the calm page and the first
 * set-up.
 */
import { computed, type ComputedRef } from 'vue'
import type { DutyRead, GapRead } from '#shared/contract/duty.ts'
import { comingDates, gapsToCome } from '#shared/domain/duty/gaps.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'
import { useDisplayClock } from '../../ui/display-clock.ts'
import { dayText } from './days.ts'
import { useQuery } from './use-query.ts'

type NamedShift = { name: LocalizedText }

/**
 * The instant that is shown, to the minute below (UTC ms): what hangs on it is not worked out again
 * every second.
 */
export function useMinute(): ComputedRef<number> {
  const { now } = useDisplayClock()
  return computed(() => Math.floor(now.value / MINUTE_MS) * MINUTE_MS)
}

/** Each shift once, by its day: `11月28日夜班`. */
function shiftsOf(gaps: readonly GapRead[], shifts: DutyRead['shifts']): readonly NamedShift[] {
  const names = new Map<string, LocalizedText>()
  for (const { date, shiftId } of gaps) {
    const shift = shifts.find(({ id }) => id === shiftId)
    const day = dayText(date)
    if (shift)
      names.set(
        `${date} ${shiftId}`,
        localized(`${day.zh}${shift.name.zh}`, `${shift.name.en} on ${day.en}`),
      )
  }
  return [...names.values()].map((name) => ({ name }))
}

/** Empty while it is not known, and when nobody is lacking. */
export function useComingGaps(): {
  gaps: ComputedRef<readonly NamedShift[]>
  again: () => Promise<void>
} {
  const { zone } = useDisplayClock()
  const minute = useMinute()
  const { reply, again } = useQuery('duty/read', () =>
    minute.value === 0 ? null : comingDates(minute.value, zone.value),
  )
  const gaps = computed(() => {
    const read = reply.value
    return read
      ? shiftsOf(gapsToCome(read.gaps, read.shifts, zone.value, minute.value), read.shifts)
      : []
  })
  return { gaps, again }
}
