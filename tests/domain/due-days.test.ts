/** On which local day something is due: ends of months, leap days, workdays, unknown years. */
import { describe, expect, it, test } from 'vitest'
import { monthsAfter, workdaysAfter } from '#shared/domain/due-days.ts'
import type { WorkCalendar } from '#shared/domain/calendar.ts'

describe('so many months later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-02-28', 24, '2028-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', 36, '2029-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -12, '2025-01-31'],
  ])('%s and %i months are %s', (from, months, due) => {
    expect(monthsAfter(from, months)).toBe(due)
  })
})

describe('so many workdays later', () => {
  const CALENDAR: WorkCalendar = {
    '2026': {
      published: true,
      holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
      workdays: ['2026-09-27', '2026-10-10'],
    },
    '2027': { published: false, holidays: ['2027-01-01'], workdays: [] },
  }

  test('the day itself is not counted, and it may still be done on the last', () => {
    expect(workdaysAfter('2026-11-23', 1, CALENDAR)).toBe('2026-11-24')
    expect(workdaysAfter('2026-11-23', 20, CALENDAR)).toBe('2026-12-21')
  })
  test('days off do not count, make-up days do', () => {
    expect(workdaysAfter('2026-09-25', 1, CALENDAR)).toBe('2026-09-27') // a Sunday that is worked
    expect(workdaysAfter('2026-09-30', 1, CALENDAR)).toBe('2026-10-08')
    expect(workdaysAfter('2026-09-30', 3, CALENDAR)).toBe('2026-10-10') // a Saturday that is worked
  })
  test('over the end of a year, in one whose notice is not out, and in one nobody knows', () => {
    expect(workdaysAfter('2026-12-31', 1, CALENDAR)).toBe('2027-01-04')
    expect(workdaysAfter('2027-12-31', 1, CALENDAR)).toBe('2028-01-03')
  })
  test('none is the day itself', () => {
    expect(workdaysAfter('2026-11-22', 0, CALENDAR)).toBe('2026-11-22')
  })
})
