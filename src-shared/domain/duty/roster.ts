/** The duty roster: the shifts of the site, and who is entered for them, day by day. */
import { weekday } from '../calendar.ts'
import type { LocalizedText } from '../text.ts'
import { DAY_MS } from '../units.ts'

/**
 * `begins`, `ends`: `HH:MM` in the site's zone; an end at or before the begin lies on the next day.
 * `minimum`: how many persons must be there. `posts`: those that the shift fills. `weekdays`: 1 is
 * Monday; absent, every day. `controlRoom`: it is one of the fire control room.
 */
export type Shift = {
  id: string
  name: LocalizedText
  begins: string
  ends: string
  minimum: number
  posts: readonly string[]
  weekdays?: readonly number[]
  controlRoom?: true
}
/** By local date on which a shift begins, shift and post: ids of persons. */
export type DutyDays = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>
>
export type DutyRoster = { shifts: readonly Shift[]; days: DutyDays }
export type DutyEntry = {
  date: string
  shiftId: string
  postId: string
  persons: readonly string[]
}

export const EMPTY_DUTY: DutyRoster = { shifts: [], days: {} }

/** Who is entered; empty where nobody is. */
export const enteredFor = (
  { days }: Pick<DutyRoster, 'days'>,
  date: string,
  shiftId: string,
  postId: string,
): readonly string[] => days[date]?.[shiftId]?.[postId] ?? []

/** The local date so many days later. */
export const datePlus = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** How many days the second local date lies after the first. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/** Every local date from the first to the last, both included. */
export const datesFrom = (from: string, until: string): string[] =>
  Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => datePlus(from, index))

/** Monday is 1, Sunday 7. */
export const isoWeekday = (date: string): number => weekday(date) || 7

/**
 * How many must be on a shift: as many as it says, of one of the fire control room no fewer than
 * `persons`, which its policy demands (GB 25506-2010, 4.2.1: two).
 */
export const leastOf = (
  { minimum, controlRoom }: Pick<Shift, 'minimum' | 'controlRoom'>,
  persons: number,
): number => (controlRoom ? Math.max(minimum, persons) : minimum)

/** The roster with as many on each shift as there must be at least, whatever the shift says. */
export const withControlRoom = (duty: DutyRoster | null, persons: number): DutyRoster | null =>
  duty && {
    ...duty,
    shifts: duty.shifts.map((shift) => ({ ...shift, minimum: leastOf(shift, persons) })),
  }

const isAnybodyEntered = ({ days }: DutyRoster, date: string, shift: Shift): boolean =>
  shift.posts.some((post) => (days[date]?.[shift.id]?.[post] ?? []).length > 0)

/**
 * Whether a shift begins on this local date: by its weekdays, or because somebody is entered for
 * it, as on a make-up workday.
 */
export const runsOn = (duty: DutyRoster, shift: Shift, date: string): boolean =>
  (shift.weekdays?.includes(isoWeekday(date)) ?? true) || isAnybodyEntered(duty, date, shift)

/** Every entry that is not empty, in the order of days and shifts. */
export const entriesOf = (
  { days }: Pick<DutyRoster, 'days'>,
  isIn: (date: string) => boolean = () => true,
): readonly DutyEntry[] =>
  Object.keys(days)
    .filter(isIn)
    .sort()
    .flatMap((date) =>
      Object.entries(days[date] ?? {}).flatMap(([shiftId, posts]) =>
        Object.entries(posts).map(([postId, persons]) => ({ date, shiftId, postId, persons })),
      ),
    )

/**
 * Those entries that put somebody on: their shift still fills the post. Of a post that it fills no
 * more it keeps who stood there.
 */
export const standingEntries = (
  duty: DutyRoster,
  isIn?: (date: string) => boolean,
): readonly DutyEntry[] => {
  const postsOf = new Map(duty.shifts.map(({ id, posts }) => [id, new Set(posts)]))
  return entriesOf(duty, isIn).filter(({ shiftId, postId }) => postsOf.get(shiftId)?.has(postId))
}
