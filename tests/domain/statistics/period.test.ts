/**
 * Months, quarters and years by name, and what each is compared with: leap days
 * and odd ranges included.
 */
import { describe, expect, it } from 'vitest'
import {
  comparedWith,
  dayAfter,
  daysIn,
  isDate,
  isRecorded,
  monthsOf,
  namedPeriod,
  nextPeriod,
  periodOf,
  previousPeriod,
  thirteenMonths,
  yearBefore,
  yearToDate,
} from '#shared/domain/statistics/period.ts'

const span = (text: string): { from: string; to: string } => ({
  from: text.slice(0, 10),
  to: text.slice(11),
})
const shown = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`

it.each([
  ['month', '2026-11', '2026-11-01 2026-11-30'],
  ['month', '2024-02', '2024-02-01 2024-02-29'],
  ['month', '2026-02', '2026-02-01 2026-02-28'],
  ['month', '2026-12', '2026-12-01 2026-12-31'],
  ['quarter', '2026-Q1', '2026-01-01 2026-03-31'],
  ['quarter', '2026-Q4', '2026-10-01 2026-12-31'],
  ['year', '2026', '2026-01-01 2026-12-31'],
] as const)('%s %s is %s', (kind, name, dates) => {
  expect(periodOf(kind, name)).toEqual(span(dates))
})

it.each([
  ['month', '2026-13'],
  ['month', '2026-1'],
  ['month', '2026'],
  ['quarter', '2026-Q5'],
  ['quarter', '2026-01'],
  ['year', '2026-01'],
  ['year', '26'],
  ['month', ''],
] as const)('%s "%s" is none', (kind, name) => {
  expect(periodOf(kind, name)).toBeNull()
})

describe('环比: the period before', () => {
  it.each([
    ['2026-11-01 2026-11-30', '2026-10-01 2026-10-31'],
    ['2026-03-01 2026-03-31', '2026-02-01 2026-02-28'],
    ['2024-03-01 2024-03-31', '2024-02-01 2024-02-29'],
    ['2026-01-01 2026-01-31', '2025-12-01 2025-12-31'],
    ['2026-01-01 2026-03-31', '2025-10-01 2025-12-31'],
    ['2026-01-01 2026-12-31', '2025-01-01 2025-12-31'],
    ['2026-11-09 2026-11-15', '2026-11-02 2026-11-08'],
    ['2026-11-24 2026-11-24', '2026-11-23 2026-11-23'],
    ['2026-03-01 2026-03-30', '2026-01-30 2026-02-28'],
  ])('of %s is %s', (period, before) => {
    expect(shown(previousPeriod(span(period)))).toBe(before)
  })
})

describe('同比: the same dates a year earlier', () => {
  it.each([
    ['2026-11-01 2026-11-30', '2025-11-01 2025-11-30'],
    ['2025-02-01 2025-02-28', '2024-02-01 2024-02-29'],
    ['2024-02-01 2024-02-29', '2023-02-01 2023-02-28'],
    ['2024-02-29 2024-02-29', '2023-02-28 2023-02-28'],
    ['2024-02-20 2024-03-05', '2023-02-20 2023-03-05'],
    ['2024-01-01 2024-12-31', '2023-01-01 2023-12-31'],
  ])('of %s is %s', (period, before) => {
    expect(shown(yearBefore(span(period)))).toBe(before)
  })
})

describe('环比 and 同比 of what still runs', () => {
  it.each([
    ['2026-11-01 2026-11-30', '2026-11-26', '2026-10-01 2026-10-26', '2025-11-01 2025-11-26'],
    ['2026-03-01 2026-03-31', '2026-03-30', '2026-02-01 2026-02-28', '2025-03-01 2025-03-30'],
    ['2026-10-01 2026-12-31', '2026-11-26', '2026-07-01 2026-08-26', '2025-10-01 2025-11-26'],
    ['2026-01-01 2026-12-31', '2026-11-26', '2025-01-01 2025-11-26', '2025-01-01 2025-11-26'],
  ])('%s on %s: the same days', (period, today, previous, lastYear) => {
    expect(comparedWith(span(period), today)).toEqual({
      ...{ previous: span(previous), lastYear: span(lastYear), sameDays: true },
    })
  })

  it.each([
    ['a month that is over', '2026-11-01 2026-11-30', '2026-12-01'],
    ['a month that has not begun', '2026-11-01 2026-11-30', '2026-10-31'],
    ['any days', '2026-11-02 2026-11-30', '2026-11-26'],
  ])('%s is compared whole', (_what, period, today) => {
    expect(comparedWith(span(period), today)).toEqual({
      previous: previousPeriod(span(period)),
      lastYear: yearBefore(span(period)),
      sameDays: false,
    })
  })
})

it('the record speaks of a period that begins with its first month or later', () => {
  expect(
    ['2026-08-01 2026-08-31', '2026-07-01 2026-09-30', '2025-11-01 2025-11-30'].map((period) =>
      isRecorded(span(period), '2026-08'),
    ),
  ).toEqual([true, false, false])
})

it('days that are just a month, quarter or year have its name', () => {
  expect(
    [
      ...['2026-10-01 2026-10-31', '2026-07-01 2026-09-30', '2026-01-01 2026-12-31'],
      ...['2026-10-01 2026-10-30', '2026-10-01 2026-11-30'],
    ].map((period) => namedPeriod(span(period))),
  ).toEqual([
    { kind: 'month', name: '2026-10' },
    { kind: 'quarter', name: '2026-Q3' },
    { kind: 'year', name: '2026' },
    ...[null, null],
  ])
})

it('本年累计 goes from New Year to the end of the period; the trend over thirteen whole months', () => {
  expect(yearToDate(span('2026-11-01 2026-11-30'))).toEqual(span('2026-01-01 2026-11-30'))
  expect(thirteenMonths('2026-11-24')).toEqual(span('2025-11-01 2026-11-30'))
})

it('months and days of a period; days that are none', () => {
  expect(monthsOf(span('2025-12-31 2026-02-01'))).toEqual(['2025-12', '2026-01', '2026-02'])
  expect([daysIn(span('2024-02-01 2024-03-01')), daysIn(span('2026-03-29 2026-03-29'))]).toEqual([
    30, 1,
  ])
  expect([dayAfter('2024-02-28'), dayAfter('2026-02-28'), dayAfter('2026-12-31')]).toEqual([
    '2024-02-29',
    '2026-03-01',
    '2027-01-01',
  ])
  expect(['2024-02-29', '2026-02-29', '2026-13-01', '2026-1-1', 'x'].map(isDate)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

describe('what follows a period', () => {
  it.each([
    ['2026-11-01', '2026-11-30', '2026-12-01', '2026-12-31'],
    ['2026-12-01', '2026-12-31', '2027-01-01', '2027-01-31'],
    ['2026-10-01', '2026-12-31', '2027-01-01', '2027-03-31'],
    ['2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31'],
    ['2026-11-24', '2026-11-24', '2026-11-25', '2026-11-25'],
    ['2026-11-24', '2026-11-26', '2026-11-27', '2026-11-29'],
    ['2026-12-30', '2027-01-02', '2027-01-03', '2027-01-06'],
  ])('%s to %s: %s to %s, and before that is the same again', (from, to, first, last) => {
    expect(nextPeriod({ from, to })).toEqual({ from: first, to: last })
    expect(previousPeriod({ from: first, to: last })).toEqual({ from, to })
  })
})

it('a quarter has the name of its months, and no other three have', () => {
  const name = (from: string, to: string) => namedPeriod({ from, to })?.name ?? null
  expect([
    name('2026-01-01', '2026-03-31'),
    name('2026-04-01', '2026-06-30'),
    name('2026-10-01', '2026-12-31'),
    name('2026-11-01', '2027-01-31'),
  ]).toEqual(['2026-Q1', '2026-Q2', '2026-Q4', null])
})

it('a whole period is compared by its days so far from its first to its last day', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' }
  const days = (today: string) => comparedWith(november, today).sameDays
  expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(days)).toEqual([
    ...[false, true, true, false],
  ])
})
