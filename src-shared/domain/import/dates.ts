/**
 * Dates and times as people and spreadsheets write them. What can be read in two ways is never
 * guessed. Local to the site; no zone is known here.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../units.ts'

/** A local date `2024-03-05` and ms since its midnight, null where only the day is written. */
export type Written = { date: string; time: number | null }
export type DateFault = 'date-bad' | 'date-year' | 'date-ambiguous'
/** Which of two short numbers is the day: known for a whole column, or not. */
export type DayOrder = 'dmy' | 'mdy' | null

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const pad = (value: number): string => String(value).padStart(2, '0')
/** Full-width signs and several blanks in one go are written by hand. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/\s*([/:.年月日时分秒-])\s*/g, '$1')
    .trim()

function dateOf(year: number, month: number, day: number): string | null {
  const date = `${year}-${pad(month)}-${pad(day)}`
  const at = Date.parse(`${date}T00:00:00Z`)
  return year >= 1971 &&
    year < 3000 &&
    !Number.isNaN(at) &&
    new Date(at).toISOString().startsWith(date)
    ? date
    : null
}

const CLOCK =
  /^(上午|下午|中午|凌晨|早上|晚上|am|pm)? ?(\d{1,2})(?:[:时点](?:(\d{1,2})(?:[:分](?:(\d{1,2})(?:\.\d+)?秒?)?)?)?)? ?(am|pm)?(?:z|\+08:?00)?$/i

/**
 * A time of day in ms since midnight: `14:30`, `下午2点30分`, `2:30 PM`; null if it is none. 24:00 is
 * none.
 */
export function timeOf(text: string): number | null {
  const [, before, hour = '', minute = '0', second = '0', after] = CLOCK.exec(tidy(text)) ?? []
  if (hour === '' || !/[:时点apm午晨早晚]/i.test(text)) return null
  const half = (before ?? after ?? '').toLowerCase()
  let hours = Number(hour)
  if ((half === '下午' || half === '晚上' || half === 'pm') && hours < 12) hours += 12
  if ((half === 'am' || half === '凌晨' || half === '上午') && hours === 12) hours = 0
  return hours > 23 || Number(minute) > 59 || Number(second) > 59
    ? null
    : hours * HOUR_MS + Number(minute) * MINUTE_MS + Number(second) * SECOND_MS
}

/**
 * A number of days since 1899-12-30, as spreadsheets keep dates where their format got lost. Only
 * what is likely: 1971 to 2119.
 */
function serial(text: string): Written | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null
  const days = Number(text)
  if (days < 25_934 || days > 80_000) return null
  const at = Math.round((days - 25_569) * 86_400) * SECOND_MS
  return {
    date: new Date(at).toISOString().slice(0, 10),
    time: text.includes('.') ? at % DAY_MS : null,
  }
}

const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ t]?(.+))?$/i
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: (.+))?$/
const SHORT_YEAR = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{1,2})(?: .+)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[ t]?(\d{2})(\d{2})(\d{2})?)?$/i
const DAY_MONTH = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})(?:,? (.+))?$/i
const MONTH_DAY = /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (.+))?$/i

const written = (date: string | null, clock: string | undefined): Written | DateFault => {
  const time = clock === undefined || clock.trim() === '' ? null : timeOf(clock)
  return date === null || (clock !== undefined && clock.trim() !== '' && time === null)
    ? 'date-bad'
    : { date, time }
}

/**
 * Two short numbers before a year, in the order that is known, or in the only one that is possible.
 */
function yearLast(
  item: number,
  two: number,
  year: number,
  clock: string | undefined,
  order: DayOrder,
): Written | DateFault {
  if (item !== two && order === null && item <= 12 && two <= 12) return 'date-ambiguous'
  const monthFirst = order === 'mdy' || (order === null && two > 12)
  return written(monthFirst ? dateOf(year, item, two) : dateOf(year, two, item), clock)
}

/** Reads a date with or without a time of day. `order` holds for all of its column. */
export function readDate(text: string, order: DayOrder): Written | DateFault {
  const normalised = tidy(text)
  const first = YEAR_FIRST.exec(normalised)
  if (first) return written(dateOf(Number(first[1]), Number(first[2]), Number(first[3])), first[4])
  const last = YEAR_LAST.exec(normalised)
  if (last) return yearLast(Number(last[1]), Number(last[2]), Number(last[3]), last[4], order)
  const compact = COMPACT.exec(normalised)
  if (compact)
    return written(
      dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3])),
      compact[4] && `${compact[4]}:${compact[5] ?? '0'}:${compact[6] ?? '0'}`,
    )
  const named = DAY_MONTH.exec(normalised)
  if (named)
    return written(
      dateOf(
        Number(named[3]),
        MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1,
        Number(named[1]),
      ),
      named[4],
    )
  const english = MONTH_DAY.exec(normalised)
  if (english)
    return written(
      dateOf(
        Number(english[3]),
        MONTHS.indexOf((english[1] ?? '').toLowerCase()) + 1,
        Number(english[2]),
      ),
      english[4],
    )
  return serial(normalised) ?? (SHORT_YEAR.test(normalised) ? 'date-year' : 'date-bad')
}

/**
 * What a column says itself about the order of its days and months: `ask` if it says nothing, or
 * two things. `none`: no date of it needs an order.
 */
export function orderOf(texts: readonly string[]): Exclude<DayOrder, null> | 'ask' | 'none' {
  let [dayFirst, monthFirst, open] = [false, false, false]
  for (const text of texts) {
    const [, item = '', two = ''] = YEAR_LAST.exec(tidy(text)) ?? []
    if (item === '') continue
    if (Number(item) > 12) dayFirst = true
    else if (Number(two) > 12) monthFirst = true
    else if (item !== two) open = true
  }
  if (dayFirst && monthFirst) return 'ask'
  return dayFirst ? 'dmy' : monthFirst ? 'mdy' : open ? 'ask' : 'none'
}
