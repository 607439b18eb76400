/** Says where the duty roster lacks people: posts of a shift, and shifts below their minimum. */
import { localDate } from '../calendar.ts'
import { EMPTY_REGISTER, type Register } from '../roster/register.ts'
import { presentOn, shiftEnd } from './on-duty.ts'
import { datePlus, datesFrom, EMPTY_DUTY, runsOn, type DutyRoster, type Shift } from './roster.ts'

/** `postId` null: the shift as a whole. `lacking`: how many persons. */
export type Gap = { date: string; shiftId: string; postId: string | null; lacking: number }

/**
 * The gaps of the local dates from `from` to `until`, both included. A post needs one person, or as
 * many as the site says of it; a shift as many different ones as its minimum (a fire control room:
 * two). Whoever is on leave or has left counts for nobody; who stands in fills no gap.
 */
export function gaps(
  register: Register | null,
  duty: DutyRoster | null,
  from: string,
  until: string,
): readonly Gap[] {
  const around = { register: register ?? EMPTY_REGISTER, duty: duty ?? EMPTY_DUTY }
  const minimumOf = new Map(around.register.posts.map(({ id, minimum }) => [id, minimum]))
  return datesFrom(from, until).flatMap((date) =>
    around.duty.shifts
      .filter((shift) => runsOn(around.duty, shift, date))
      .flatMap((shift): Gap[] => {
        const people = new Set<string>()
        const ofPosts = shift.posts.flatMap((postId): Gap[] => {
          const there = presentOn(around, { shift, date }, postId)
          for (const { id } of there) people.add(id)
          const lacking = (minimumOf.get(postId) ?? 1) - there.length
          return lacking > 0 ? [{ date, shiftId: shift.id, postId, lacking }] : []
        })
        const lacking = shift.minimum - people.size
        return [
          ...ofPosts,
          ...(lacking > 0 ? [{ date, shiftId: shift.id, postId: null, lacking }] : []),
        ]
      }),
  )
}

const DAYS_AHEAD = 7

/**
 * The local dates on which the shifts of the coming week begin, both included: those that run at
 * `now` (UTC ms) may have begun the day before.
 */
export function comingDates(now: number, zone: string): { from: string; until: string } {
  const today = localDate(now, zone)
  return { from: datePlus(today, -1), until: datePlus(today, DAYS_AHEAD - 1) }
}

/** The gaps of shifts that run at `now` (UTC ms) or come: a shift that is over lacks nobody. */
export const gapsToCome = (
  all: readonly Gap[],
  shifts: readonly Pick<Shift, 'id' | 'begins' | 'ends'>[],
  zone: string,
  now: number,
): readonly Gap[] =>
  all.filter(({ date, shiftId }) => {
    const shift = shifts.find(({ id }) => id === shiftId)
    return shift !== undefined && shiftEnd(shift, date, zone) > now
  })
