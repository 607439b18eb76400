/** Says who of the sample site is on when: everybody of a post takes turns, day by day. */
import { localDate } from '#shared/domain/calendar.ts'
import { datePlus, datesFrom } from '#shared/domain/duty/roster.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { localInstant } from './days.ts'

/**
 * `days`: the shifts of each day of a round, by name. Those of the list are spread over the round:
 * of two persons and four days the second is two days behind.
 */
export type Round = {
  post: string
  persons: readonly string[]
  days: readonly (readonly string[])[]
}
export type RoundEntry = { date: string; shift: string; post: string; persons: readonly string[] }

/** The same local date falls to the same persons, whichever dates are asked for. */
export const entriesFor = (rounds: readonly Round[], dates: readonly string[]): RoundEntry[] =>
  dates.flatMap((date) => {
    const day = Date.parse(date) / DAY_MS
    return rounds.flatMap(({ post, persons, days }): RoundEntry[] => {
      const shiftsOf = (index: number): readonly string[] =>
        days[(day + (index * days.length) / persons.length) % days.length] ?? []
      const shifts = new Set(days.flat())
      return [...shifts].map((shift) => ({
        ...{ date, shift, post },
        persons: persons.filter((_person, index) => shiftsOf(index).includes(shift)),
      }))
    })
  })

/** When a shift begins, UTC ms, and on which local date. */
export type ShiftBeginning = { at: number; date: string; shift: string }
type SampleShift = { name: { zh: string }; begins: string }

/** The last shifts that had begun at an instant (UTC ms), oldest first, for two days and more. */
export function beginningsBefore(
  shifts: readonly SampleShift[],
  zone: string,
  instant: number,
): ShiftBeginning[] {
  const today = localDate(instant, zone)
  return datesFrom(datePlus(today, -2), today)
    .flatMap((date) =>
      shifts.map(({ name, begins }) => {
        const [hours = 0, minutes = 0] = begins.split(':').map(Number)
        return { at: localInstant(date, hours * 60 + minutes, zone), date, shift: name.zh }
      }),
    )
    .filter(({ at }) => at <= instant)
    .sort((a, b) => a.at - b.at)
}
