/** Finds what comes due: each function looks at one thing that has a date. */
import { localDate, weekday, type WorkCalendar } from '../calendar.ts'
import type { Contact } from '../contacts/contact.ts'
import { dueAt, isDue } from '../contacts/verification.ts'
import { comingDates, gaps, gapsToCome } from '../duty/gaps.ts'
import { nextChange, presenceAt } from '../duty/on-duty.ts'
import { datePlus, type DutyRoster } from '../duty/roster.ts'
import type { Register } from '../roster/register.ts'
import { missingNotice } from '../site/notice.ts'
import type { ComingDate } from './coming-dates.ts'

/** How many days ahead people are looked for, and days off. */
const DAYS_OF_PEOPLE = 7
const DAYS_OF_CALENDAR = 60

type People = { register: Register | null; duty: DutyRoster | null; zone: string }

/**
 * For each of these posts, if somebody holds it now, the first change within a week after which
 * nobody does: a shift without anybody, a leave that begins. `now`, `at`: UTC ms.
 */
export function postsLeftEmpty(
  posts: readonly string[],
  { register, duty, zone }: People,
  now: number,
): readonly ComingDate[] {
  const isHeld = (post: string, at: number): boolean =>
    (presenceAt(register, duty, zone, at)?.[post] ?? []).length > 0
  const filled = posts.filter((post) => isHeld(post, now))
  const last = datePlus(localDate(now, zone), DAYS_OF_PEOPLE)
  const dates: ComingDate[] = []
  for (let at = nextChange(register, duty, zone, now); at !== null;) {
    const date = localDate(at, zone)
    if (date > last) break
    const presence = presenceAt(register, duty, zone, at) ?? {}
    for (const post of filled)
      if ((presence[post] ?? []).length === 0 && dates.every(({ about }) => about !== post))
        dates.push({ kind: 'post', date, at, about: post, count: 1 })
    at = nextChange(register, duty, zone, at)
  }
  return dates
}

/**
 * The first day of the coming week on which each shift lacks people, today for one that runs;
 * `now` in UTC ms.
 */
export function shortShifts({ register, duty, zone }: People, now: number): readonly ComingDate[] {
  const today = localDate(now, zone)
  const { from, until } = comingDates(now, zone)
  const all = gaps(register, duty, from, until)
  const first = new Map<string, ComingDate>()
  for (const gap of gapsToCome(all, duty?.shifts ?? [], zone, now)) {
    const { date, shiftId, postId, lacking } = gap
    const known = first.get(shiftId)
    if (known && known.date !== date) continue
    // people lack at posts; that the shift as a whole is short may be the same people once more
    const count =
      postId === null ? Math.max(known?.count ?? 0, lacking) : (known?.count ?? 0) + lacking
    first.set(shiftId, { kind: 'shift', date, at: null, about: shiftId, count })
  }
  return [...first.values()].map((entry) => ({
    ...entry,
    date: entry.date !== null && entry.date < today ? today : entry.date,
  }))
}

/**
 * The numbers of contacts that are due to be verified, since when the oldest of them; where none
 * is, the day on which the next ones are. One that was never verified has been due all along.
 */
export function numbersDue(
  contacts: readonly Contact[],
  { months, zone }: { months: number; zone: string },
  now: number,
): readonly ComingDate[] {
  const instants = contacts.flatMap((contact) =>
    contact.numbers.map((entry) => dueAt(entry, contact, { months, zone })),
  )
  const due = instants.filter((at) => isDue(at, now))
  const coming = instants
    .filter((at): at is number => !isDue(at, now))
    .map((at) => localDate(at, zone))
  const dateOf = (at: number | null): string | null => (at === null ? null : localDate(at, zone))
  const line = (date: string | null, count: number): ComingDate => ({
    ...{ kind: 'numbers', date, at: null, about: null, count },
  })
  if (due.length > 0) {
    const oldest = due.includes(null) ? null : Math.min(...due.map(Number))
    return [line(dateOf(oldest), due.length)]
  }
  const [next] = coming.sort()
  return next === undefined ? [] : [line(next, coming.filter((date) => date === next).length)]
}

const isWeekend = (date: string): boolean => weekday(date) === 0 || weekday(date) === 6

/**
 * What the work calendar says of the next two months: days off beyond a weekend and the make-up
 * workday that comes first, and the year whose days off nobody has entered. Local dates.
 */
export function calendarDates(calendar: WorkCalendar, today: string): readonly ComingDate[] {
  const yearOf = (date: string): string => date.slice(0, 4)
  const isOff = (date: string): boolean =>
    calendar[yearOf(date)]?.holidays.includes(date) === true ||
    (isWeekend(date) && calendar[yearOf(date)]?.workdays.includes(date) !== true)
  const isHoliday = (date: string): boolean =>
    calendar[yearOf(date)]?.holidays.includes(date) === true && !isWeekend(date)
  const dates = Array.from({ length: DAYS_OF_CALENDAR }, (_, days) => datePlus(today, days + 1))
  const line = (part: Pick<ComingDate, 'kind' | 'date' | 'about' | 'count'>): ComingDate => ({
    ...part,
    at: null,
  })

  const missing = missingNotice(calendar, today)
  const holiday = dates.find(isHoliday)
  const workday = dates.find((date) => calendar[yearOf(date)]?.workdays.includes(date))
  let first = holiday
  while (first !== undefined && first > datePlus(today, 1) && isOff(datePlus(first, -1)))
    first = datePlus(first, -1)
  let days = 0
  while (first !== undefined && isOff(datePlus(first, days))) days += 1
  return [
    ...(missing === null
      ? []
      : [
          line({
            kind: 'calendar',
            date: missing === yearOf(today) ? null : `${missing}-01-01`,
            about: missing,
            count: 1,
          }),
        ]),
    ...(workday === undefined
      ? []
      : [line({ kind: 'workday', date: workday, about: null, count: 1 })]),
    ...(first === undefined
      ? []
      : [line({ kind: 'days-off', date: first, about: null, count: days })]),
  ]
}
