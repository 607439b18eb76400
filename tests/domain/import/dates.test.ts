/**
 * Dates as people write them: each is read in the one way it can be, and what can be read in two
 * ways is asked (features row 44).
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, localDate, localTime } from '#shared/domain/calendar.ts'
import { orderOf, readDate, timeOf } from '#shared/domain/import/dates.ts'

const clock = (hour: number, minute = 0, second = 0): number =>
  ((hour * 60 + minute) * 60 + second) * 1000

it.each([
  ['2024/3/5 14:30', '2024-03-05', clock(14, 30)],
  ['2024年3月5日14时30分', '2024-03-05', clock(14, 30)],
  ['2024年3月5日 14时', '2024-03-05', clock(14)],
  ['2024-03-05T14:30:15', '2024-03-05', clock(14, 30, 15)],
  ['2024-03-05 14:30:15.250', '2024-03-05', clock(14, 30, 15)],
  ['2024.3.5', '2024-03-05', null],
  ['2024年3月5日下午2点30分', '2024-03-05', clock(14, 30)],
  ['２０２４／３／５　１４：３０', '2024-03-05', clock(14, 30)],
  ['20240305', '2024-03-05', null],
  ['20240305 1430', '2024-03-05', clock(14, 30)],
  ['45356.604166666664', '2024-03-05', clock(14, 30)],
  ['45356', '2024-03-05', null],
  ['25/3/2024 14:30', '2024-03-25', clock(14, 30)],
  ['3/25/2024', '2024-03-25', null],
  ['5/5/2024', '2024-05-05', null],
  ['5 Mar 2024 2:30 PM', '2024-03-05', clock(14, 30)],
  ['March 5, 2024', '2024-03-05', null],
  ['2024-02-29', '2024-02-29', null],
  ['1971-01-01', '1971-01-01', null],
  ['2999-12-31', '2999-12-31', null],
  ['25934', '1971-01-01', null],
  ['80000', '2119-01-11', null],
  ['13/12/2024', '2024-12-13', null],
  ['12/13/2024', '2024-12-13', null],
  ['20240305 143015', '2024-03-05', clock(14, 30, 15)],
  ['Mar 5, 2024 14:30', '2024-03-05', clock(14, 30)],
])('reads %s', (cell, date, time) => {
  expect(readDate(cell, null)).toEqual({ date, time })
})

it.each([
  ['5/3/2024', 'date-ambiguous'],
  ['03-05-2024 14:30', 'date-ambiguous'],
  ['24/3/5', 'date-year'],
  ['2023-02-29', 'date-bad'],
  ['2024-13-01', 'date-bad'],
  ['2024-03-05 25:00', 'date-bad'],
  ['昨天下午', 'date-bad'],
  ['2024年3月', 'date-bad'],
  ['1234567', 'date-bad'],
  ['2024-03-05 14:30 左右', 'date-bad'],
  ['31/31/2024', 'date-bad'],
  ['1970-12-31', 'date-bad'],
  ['3000-01-01', 'date-bad'],
  ['25933', 'date-bad'],
  ['80001', 'date-bad'],
  ['12/11/2024', 'date-ambiguous'],
  ['11/12/2024', 'date-ambiguous'],
  ['1/12/2024', 'date-ambiguous'],
  ['12/1/2024', 'date-ambiguous'],
  ['13/13/2024', 'date-bad'],
])('does not read %s', (cell, fault) => {
  expect(readDate(cell, null)).toBe(fault)
})

it('an order that was chosen holds for what can be read in two ways', () => {
  expect([readDate('5/3/2024', 'dmy'), readDate('5/3/2024', 'mdy')]).toEqual([
    { date: '2024-03-05', time: null },
    { date: '2024-05-03', time: null },
  ])
  // never the other way round behind somebody's back
  expect(readDate('25/3/2024', 'mdy')).toBe('date-bad')
})

it.each([
  [['25/3/2024', '5/3/2024'], 'dmy'],
  [['3/25/2024', '5/3/2024'], 'mdy'],
  [['5/3/2024'], 'ask'],
  [['25/3/2024', '3/25/2024'], 'ask'],
  [['5/5/2024', '2024/3/5', ''], 'none'],
  [['12/11/2024'], 'ask'],
  [['11/12/2024'], 'ask'],
  [['13/12/2024'], 'dmy'],
  [['12/13/2024'], 'mdy'],
] as const)('the column %j says %s', (texts, order) => {
  expect(orderOf(texts)).toBe(order)
})

it.each([
  ['14:30', clock(14, 30)],
  ['9时', clock(9)],
  ['12:05 am', clock(0, 5)],
  ['中午12点', clock(12)],
  ['14', null],
  ['24:00', null],
  ['', null],
  ['0:00', 0],
  ['23:59:59', clock(23, 59, 59)],
  ['23:60', null],
  ['23:59:60', null],
  ['11 pm', clock(23)],
  ['12 pm', clock(12)],
  ['13 pm', clock(13)],
  ['上午11点', clock(11)],
  ['凌晨12点', clock(0)],
  ['晚上12点', clock(12)],
  ['晚上8点', clock(20)],
])('the time of day %s', (cell, ms) => {
  expect(timeOf(cell)).toBe(ms)
})

describe('a local time', () => {
  it('is the instant at which the clocks of its zone show it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 31_536_000, max: 2_000_000_000 }).map((minute) => minute * 1000),
        fc.constantFrom(
          'Asia/Shanghai',
          'Europe/Berlin',
          'America/New_York',
          'Australia/Lord_Howe',
          'UTC',
        ),
        (at, zone) => {
          const [hour = 0, minute = 0, second = 0] = localTime(at, zone).split(':').map(Number)
          const back = instantOf(localDate(at, zone), clock(hour, minute, second), zone)
          expect([localDate(back, zone), localTime(back, zone)]).toEqual([
            localDate(at, zone),
            localTime(at, zone),
          ])
          expect([0, 1_800_000, 3_600_000]).toContain(at - back) // the first of two
        },
      ),
      { numRuns: 300 },
    )
  })
  it('that a zone leaves out is as much later', () => {
    expect(new Date(instantOf('2024-03-31', clock(2, 30), 'Europe/Berlin')).toISOString()).toBe(
      '2024-03-31T01:30:00.000Z',
    )
  })
})
