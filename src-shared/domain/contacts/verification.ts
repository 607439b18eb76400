/** When a number is to be verified again. The instants are UTC ms, the months those of the site. */
import { localDate, startOfDate } from '../calendar.ts'
import { lastDay } from '../monthly-report/as-of.ts'
import { isDate } from '../statistics/period.ts'
import type { Contact, ContactNumber } from './contact.ts'

/** The same day so many months later; the last of a month that has no such day. */
function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const target = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  const day = `${target}-${date.slice(8)}`
  return isDate(day) ? day : lastDay(target)
}

/**
 * From when on it is due: the beginning of the day so many months after it was verified; null while
 * it never was. `months`: as the site has it, for contacts that say nothing else.
 */
export const dueAt = (
  { verified }: ContactNumber,
  { dueMonths }: Pick<Contact, 'dueMonths'>,
  { months, zone }: { months: number; zone: string },
): number | null =>
  verified
    ? startOfDate(monthsAfter(localDate(verified.at, zone), dueMonths ?? months), zone)
    : null

/** Whether it is to be verified now: one that never was is. */
export const isDue = (due: number | null, now: number): boolean => due === null || due <= now
