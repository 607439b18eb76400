/** The shifts of the coming week that lack somebody: for the calm page and the first set-up. */
import { computed, type ComputedRef } from 'vue'
import type { DutyRead, GapRead } from '#shared/contract/duty.ts'
import { instantOf, localDate } from '#shared/domain/calendar.ts'
import { dayAfter } from '#shared/domain/statistics/period.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { useDisplayClock } from '../../ui/display-clock.ts'
import { dayText, daysAfter } from './days.ts'
import { useQuery } from './use-query.ts'

const DAYS = 7
type NamedShift = { name: LocalizedText }

/**
 * The instant that is shown, to the minute below (UTC ms): what hangs on it is not worked out again
 * every second.
 */
export function useMinute(): ComputedRef<number> {
  const { now } = useDisplayClock()
  return computed(() => Math.floor(now.value / MINUTE_MS) * MINUTE_MS)
}

const timeOfDay = (time: string): number =>
  Number(time.slice(0, 2)) * HOUR_MS + Number(time.slice(3)) * MINUTE_MS

/** The gaps of shifts that have not ended at `now` (UTC ms): what is over lacks nobody any more. */
export function gapsToCome(
  { gaps, shifts }: Pick<DutyRead, 'gaps' | 'shifts'>,
  now: number,
  zone: string,
): readonly GapRead[] {
  return gaps.filter(({ date, shiftId }) => {
    const shift = shifts.find(({ id }) => id === shiftId)
    if (!shift) return false
    const last = shift.ends <= shift.begins ? dayAfter(date) : date
    return instantOf(last, timeOfDay(shift.ends), zone) > now
  })
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
  const { now, zone } = useDisplayClock()
  const today = computed(() => (now.value === 0 ? null : localDate(now.value, zone.value)))
  const { reply, again } = useQuery('duty/read', () =>
    today.value === null ? null : { from: today.value, until: daysAfter(today.value, DAYS - 1) },
  )
  const minute = useMinute()
  const gaps = computed(() => {
    const read = reply.value
    return read ? shiftsOf(gapsToCome(read, minute.value, zone.value), read.shifts) : []
  })
  return { gaps, again }
}
