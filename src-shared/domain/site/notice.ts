/**
 * The State Council's notice of a year's holidays, as a site has entered it: how it changes the
 * work calendar, and what may be wrong with it.
 */
import { weekday, type CalendarYear, type WorkCalendar } from '../calendar.ts'
import { isDate } from '../statistics/period.ts'
import { localized, type LocalizedText } from '../text.ts'

/**
 * `year` 2027. `holidays`: every day off, weekends included or not; `workdays`: make-up days (调休).
 * Local dates, in order. `source`: title or number of the notice.
 */
export type Notice = {
  year: string
  holidays: readonly string[]
  workdays: readonly string[]
  source: string
}
/** By whom and when (UTC ms) it was entered. */
export type EnteredNotice = Notice & { at: number; by: string }

const yearOf = (date: string): string => date.slice(0, 4)
const before = (year: string): string => String(Number(year) - 1)

/** With the days of another year's notice that lie in this one: new year may begin in December. */
const withDays = (
  year: CalendarYear | undefined,
  { holidays, workdays }: Pick<Notice, 'holidays' | 'workdays'>,
): CalendarYear => {
  const known = year ?? { published: false, holidays: [], workdays: [] }
  const stays = (date: string): boolean => !holidays.includes(date) && !workdays.includes(date)
  return {
    published: known.published,
    holidays: [...known.holidays.filter(stays), ...holidays],
    workdays: [...known.workdays.filter(stays), ...workdays],
  }
}

/**
 * The calendar by what was entered before an instant (UTC ms): of two notices of one year the later
 * counts, and either counts before what came with the program. At the very instant it does not
 * count yet, so that nothing that was judged then is judged anew.
 */
export function withNotices(
  calendar: WorkCalendar,
  notices: readonly EnteredNotice[],
  until = Infinity,
): WorkCalendar {
  const latest = new Map(
    notices.filter(({ at }) => at < until).map((notice) => [notice.year, notice]),
  )
  if (latest.size === 0) return calendar
  const years: Record<string, CalendarYear> = { ...calendar }
  const datesIn = (dates: readonly string[], year: string): readonly string[] =>
    dates.filter((date) => yearOf(date) === year)
  for (const { year, holidays, workdays } of latest.values())
    years[year] = {
      published: true,
      holidays: datesIn(holidays, year),
      workdays: datesIn(workdays, year),
    }
  for (const { year, holidays, workdays } of latest.values()) {
    const early = {
      holidays: datesIn(holidays, before(year)),
      workdays: datesIn(workdays, before(year)),
    }
    if (early.holidays.length + early.workdays.length > 0)
      years[before(year)] = withDays(years[before(year)], early)
  }
  return years
}

/** The State Council tells next year's holidays in November: from December on they are missed. */
const MISSED_FROM = '-12-01'

/**
 * The year whose notice is missing on a local date: this one, or from December on the next; null if
 * none is.
 */
export function missingNotice(calendar: WorkCalendar, date: string): string | null {
  const year = yearOf(date)
  const next = String(Number(year) + 1)
  if (!calendar[year]?.published) return year
  return date >= `${year}${MISSED_FROM}` && !calendar[next]?.published ? next : null
}

const listed = (
  dates: readonly string[],
  text: (joined: { zh: string; en: string }) => LocalizedText,
) => (dates.length === 0 ? [] : [text({ zh: dates.join('、'), en: dates.join(', ') })])

/**
 * What keeps a notice from being entered, in words for a person; nothing where all is well. Its
 * days lie in its year, or in December before it: new year of 2023 began on 31 December 2022.
 */
export function noticeFaults({
  year,
  holidays,
  workdays,
}: Omit<Notice, 'source'>): LocalizedText[] {
  const days = [...holidays, ...workdays]
  const isOutside = (date: string): boolean =>
    yearOf(date) !== year && !date.startsWith(`${before(year)}-12-`)
  const real = days.filter(isDate)
  return [
    ...(holidays.length === 0 ? [localized('没有放假的日子', 'No days off are given')] : []),
    ...listed(
      days.filter((date) => !isDate(date)),
      ({ zh, en }) => localized(`没有这一天：${zh}`, `There is no such day: ${en}`),
    ),
    ...listed(real.filter(isOutside), ({ zh, en }) =>
      localized(`不在${year}年：${zh}`, `Not in ${year}: ${en}`),
    ),
    ...listed(
      workdays.filter((date) => holidays.includes(date)),
      ({ zh, en }) =>
        localized(`既放假又上班：${zh}`, `Both a day off and a make-up workday: ${en}`),
    ),
    ...listed(
      workdays.filter((date) => isDate(date) && weekday(date) > 0 && weekday(date) < 6),
      ({ zh, en }) =>
        localized(`上班的日子本来就是工作日：${zh}`, `A make-up workday that is no weekend: ${en}`),
    ),
  ]
}

/** Days off by law that a notice leaves out; it may well be wrong then. `lawful`: local dates. */
export const leftOut = (
  { holidays }: Pick<Notice, 'holidays'>,
  lawful: readonly string[],
): readonly string[] => lawful.filter((date) => !holidays.includes(date))

/** Once each, in order. */
export const inDateOrder = (dates: readonly string[]): readonly string[] =>
  [...new Set(dates)].sort()
