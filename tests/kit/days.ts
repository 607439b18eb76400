/**
 * Days that tests of limits start on, and a work calendar that knows them. All instants carry their
 * offset.
 */
import type { WorkCalendar } from '#shared/domain/calendar.ts'

export const WORKDAY = '2026-11-24T14:00:00+08:00' // a Tuesday
export const WEEKEND = '2026-11-22T14:00:00+08:00' // a Sunday
export const HOLIDAY = '2026-10-01T14:00:00+08:00' // a Thursday, off by notice
export const MAKE_UP_DAY = '2026-10-10T14:00:00+08:00' // a Saturday, worked by notice
// a Friday, off by law; the notice for its year is not out
export const UNPUBLISHED_DAY = '2027-10-01T14:00:00+08:00'

export const CALENDAR: WorkCalendar = {
  2026: { published: true, holidays: ['2026-10-01', '2026-10-02'], workdays: ['2026-10-10'] },
  2027: { published: false, holidays: ['2027-10-01'], workdays: [] },
}
