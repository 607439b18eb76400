/** The dates of the days of a roster: over the end of a month and a year, and by weekdays alone. */
import { describe, expect, it } from 'vitest'
import type { DayHead, MonthHead } from '#shared/domain/register-import/day-heads.ts'
import {
  datesOf,
  weekdayOfDate,
  wrongWeekday,
  type ChosenDays,
} from '#shared/domain/register-import/days.ts'

const head = (part: Partial<DayHead>): DayHead => ({
  ...{ year: null, month: null, day: null, weekday: null },
  ...part,
})
const days = (...numbers: readonly number[]): DayHead[] => numbers.map((day) => head({ day }))
const weekdays = (...numbers: readonly number[]): DayHead[] =>
  numbers.map((weekday) => head({ weekday }))
const title = (
  year: number | null,
  month: number | null,
  day: number | null = null,
): MonthHead => ({
  ...{ year, month, day },
})
const chosen = (part: Partial<ChosenDays> = {}): ChosenDays => ({
  ...{ year: null, month: null, first: null },
  ...part,
})

describe('days with numbers', () => {
  it('lie in the month of the title', () => {
    expect(datesOf(days(1, 2, 30), title(2026, 11), chosen())).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-30',
    ])
  })

  it('that the month does not have are none', () => {
    expect(datesOf(days(28, 29, 30), title(2026, 2), chosen())).toEqual(['2026-02-28', null, null])
    expect(datesOf([head({ weekday: 1 }), ...days(2)], title(2026, 2), chosen())).toEqual([
      null,
      '2026-02-02',
    ])
  })

  it('go on into the next month where they begin again, whose first month must be chosen', () => {
    const heads = days(30, 31, 1)
    expect(datesOf(heads, title(2026, 12), chosen())).toBe('month')
    expect(datesOf(heads, title(2026, 12), chosen({ month: 12 }))).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
    ])
    expect(datesOf(days(31, 31), title(2026, 12), chosen())).toEqual(['2026-12-31', '2026-12-31'])
  })

  it('with months of their own go on into the next year', () => {
    const heads = [head({ month: 12, day: 31 }), head({ month: 1, day: 1 })]
    expect(datesOf(heads, title(2026, null), chosen())).toEqual(['2026-12-31', '2027-01-01'])
    expect(
      datesOf(
        [head({ year: 2026, month: 12, day: 31 }), head({ month: 12, day: 31 })],
        null,
        chosen(),
      ),
    ).toEqual(['2026-12-31', '2026-12-31'])
  })

  it('ask for what nothing says: the month first, then the year', () => {
    expect(datesOf(days(1), null, chosen())).toBe('month')
    expect(datesOf(days(1), title(null, 11), chosen())).toBe('year')
    expect(datesOf(days(1), null, chosen({ month: 11, year: 2026 }))).toEqual(['2026-11-01'])
  })

  it('are in what was chosen before what the title says', () => {
    expect(datesOf(days(1), title(2026, 11), chosen({ month: 12, year: 2025 }))).toEqual([
      '2025-12-01',
    ])
    expect(
      datesOf([head({ year: 2024, month: 3, day: 1 })], title(2026, 11), chosen({ month: 12 })),
    ).toEqual(['2024-03-01'])
  })
})

describe('days with weekdays alone', () => {
  it('ask for the first day, or for the year of a day that the title names', () => {
    expect(datesOf(weekdays(1, 2), null, chosen())).toBe('first')
    expect(datesOf(weekdays(1, 2), title(2026, 11), chosen())).toBe('first')
    expect(datesOf(weekdays(1, 2), title(null, 11, 23), chosen())).toBe('year')
    expect(datesOf(weekdays(1, 2), title(2026, 2, 30), chosen())).toBe('first')
  })

  it('begin with the first day of that weekday on or after it', () => {
    expect(datesOf(weekdays(1, 2, 7), title(2026, 11, 23), chosen())).toEqual([
      '2026-11-23', // a Monday
      '2026-11-24',
      '2026-11-29',
    ])
    expect(datesOf(weekdays(3), null, chosen({ first: '2026-11-23' }))).toEqual(['2026-11-25'])
    expect(datesOf(weekdays(7), null, chosen({ first: '2026-11-23' }))).toEqual(['2026-11-29'])
    expect(datesOf(weekdays(1), title(null, 11, 23), chosen({ year: 2026 }))).toEqual([
      '2026-11-23',
    ])
  })

  it('are a week later where they come again, and the same day beside themselves', () => {
    expect(datesOf(weekdays(1, 1, 2, 1), null, chosen({ first: '2026-11-23' }))).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-24',
      '2026-11-30',
    ])
  })
})

describe('a weekday beside a date', () => {
  it('counts from Monday', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayOfDate)).toEqual([1, 6, 7])
  })
  it('is named where it is another one than that of the date', () => {
    const heads = [head({ day: 23, weekday: 1 }), head({ day: 24 }), head({ day: 25, weekday: 4 })]
    const dates = ['2026-11-23', '2026-11-24', '2026-11-25']
    expect(wrongWeekday(heads, dates)).toBe(2)
    expect(wrongWeekday(heads.slice(0, 2), dates)).toBeNull()
    expect(wrongWeekday(heads, [null, null, null])).toBeNull()
    expect(wrongWeekday([head({ weekday: 2 })], dates)).toBe(0)
  })
})
