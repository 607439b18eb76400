/** When a number is to be verified again. The instants are UTC ms, the months those of the site. */
import { localDate, startOfDate } from '../calendar.ts'
import { monthsAfter } from '../due-days.ts'
import type { Contact, ContactNumber } from './contact.ts'

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
