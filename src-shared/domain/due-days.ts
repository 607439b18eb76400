/**
 * Reckons the local day on which something is due: so many months, days or workdays after another
 * local day. The only place that does, so that ends of months and leap days are the same for all.
 */
import { judgeDate, type WorkCalendar } from './calendar.ts'
import { refuse, type Refusal } from './decision.ts'
import { datePlus } from './duty/roster.ts'
import { lastDay } from './monthly-report/as-of.ts'
import { isDate } from './statistics/period.ts'
import { localized } from './text.ts'

/**
 * The same day so many months later, or earlier; the last of a month that has no such day:
 * 31 January + 1 is the last of February, 29 February + 12 is 28 February.
 */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const target = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  const day = `${target}-${date.slice(8)}`
  return isDate(day) ? day : lastDay(target)
}

const FARTHEST_YEARS = 5

/**
 * Why a local day is not planned for: so far ahead a year is mistyped. No rule of readiness runs
 * longer than three years (88号令 art. 35). Null: it is near enough.
 */
export const tooFarAhead = (day: string, today: string): Refusal | null =>
  day > monthsAfter(today, 12 * FARTHEST_YEARS)
    ? refuse(
        'bad-input',
        localized(
          `${day}离今天太远：最远安排到${FARTHEST_YEARS}年以内，看看年份有没有写错`,
          `${day} is too far ahead: within ${FARTHEST_YEARS} years at most; is its year right?`,
        ),
      )
    : null

/**
 * The last of so many workdays (工作日) after a day, which itself is not counted: what must be done
 * within 20 workdays of it may still be done then. By the site's calendar; of a year whose notice
 * is not out yet by weekends and the holidays that are known.
 */
export function workdaysAfter(date: string, workdays: number, calendar: WorkCalendar): string {
  let day = date
  for (let left = workdays; left > 0;) {
    day = datePlus(day, 1)
    if (judgeDate(day, calendar).day === 'workday') left -= 1
  }
  return day
}
