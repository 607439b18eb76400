/** The shifts of the coming week that lack somebody: for the calm page and the first set-up. */
import { computed, type ComputedRef } from 'vue'
import type { DutyRead } from '#shared/contract/duty.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { useDisplayClock } from '../../ui/display-clock.ts'
import { dayText, daysAfter } from './days.ts'
import { useQuery } from './use-query.ts'

const DAYS = 7

/** Each shift once, by its day: `11月28日夜班`. */
export function shortShifts({
  gaps,
  shifts,
}: Pick<DutyRead, 'gaps' | 'shifts'>): readonly { name: LocalizedText }[] {
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
  gaps: ComputedRef<readonly { name: LocalizedText }[]>
  again: () => Promise<void>
} {
  const { now, zone } = useDisplayClock()
  const today = computed(() => (now.value === 0 ? null : localDate(now.value, zone.value)))
  const { reply, again } = useQuery('duty/read', () =>
    today.value === null ? null : { from: today.value, until: daysAfter(today.value, DAYS - 1) },
  )
  return { gaps: computed(() => (reply.value ? shortShifts(reply.value) : [])), again }
}
