/**
 * The instants that a report stands on: month ends in zones with and without summer time.
 */
import { describe, expect, it } from 'vitest'
import {
  asOf,
  endOfMonth,
  isBegun,
  isMonthOver,
  nextMonth,
  preparedAt,
} from '#shared/domain/monthly-report/as-of.ts'

const iso = (at: number): string => new Date(at).toISOString()
const at = (text: string): number => Date.parse(text)

describe('as of', () => {
  const end = at('2026-12-01T00:00:00+08:00')
  it.each([
    [
      'a month that is over and a record that ended within it',
      '2026-11-20T10:00:00Z',
      '2026-12-05T00:00:00Z',
      end,
    ],
    [
      'a month that is over and an event after it',
      '2026-12-02T10:00:00Z',
      '2026-12-05T00:00:00Z',
      at('2026-12-02T10:00:00Z'),
    ],
    [
      'the running month',
      '2026-11-20T10:00:00Z',
      '2026-11-21T00:00:00Z',
      at('2026-11-21T00:00:00Z'),
    ],
  ])('%s', (_, last, now, expected) => {
    expect(asOf('2026-11', at(last), at(now), 'Asia/Shanghai')).toBe(expected)
  })

  it('is the same whenever one looks, as long as nothing is added', () => {
    const looks = ['2026-12-01T00:00:00+08:00', '2027-06-01T00:00:00Z'].map((now) =>
      asOf('2026-11', at('2026-11-02T00:00:00Z'), at(now), 'Asia/Shanghai'),
    )
    expect(new Set(looks)).toEqual(new Set([end]))
  })

  it('an empty record ends with its month', () => {
    expect(asOf('2026-11', null, at('2026-12-05T00:00:00Z'), 'Asia/Shanghai')).toBe(end)
  })

  it('a month is over at the first instant of the next, in the zone of the site', () => {
    expect([
      isMonthOver('2026-11', end - 1, 'Asia/Shanghai'),
      isMonthOver('2026-11', end, 'Asia/Shanghai'),
      isMonthOver('2026-11', end, 'Europe/Berlin'),
    ]).toEqual([false, true, false])
  })
})

describe('begun', () => {
  it('is a month from its first instant on, in the zone of the site', () => {
    const start = at('2026-12-01T00:00:00+08:00')
    expect([
      isBegun('2026-12', start - 1, 'Asia/Shanghai'),
      isBegun('2026-12', start, 'Asia/Shanghai'),
      isBegun('2026-12', start, 'Europe/Berlin'),
    ]).toEqual([false, true, false])
    expect(isBegun('2020-01', start, 'Asia/Shanghai')).toBe(true)
  })
})

describe('prepared at', () => {
  it.each([
    ['2026-11', 2, 'Asia/Shanghai', '2026-11-30T18:00:00.000Z'],
    ['2026-12', 2, 'Asia/Shanghai', '2026-12-31T18:00:00.000Z'],
    ['2024-02', 0, 'Asia/Shanghai', '2024-02-29T16:00:00.000Z'],
    ['2023-02', 0, 'Asia/Shanghai', '2023-02-28T16:00:00.000Z'],
    // the clocks go back from 2:00 to 1:00 on this very day: two o'clock comes after it, once
    ['2026-10', 2, 'America/New_York', '2026-11-01T07:00:00.000Z'],
    // one o'clock comes twice: the first
    ['2026-10', 1, 'America/New_York', '2026-11-01T05:00:00.000Z'],
    ['2026-03', 2, 'Europe/Berlin', '2026-04-01T00:00:00.000Z'],
    ['2026-03', 0, 'Africa/Cairo', '2026-03-31T22:00:00.000Z'],
    ['2007-09', 2, 'Australia/Lord_Howe', '2007-09-30T15:30:00.000Z'],
  ])("of %s at %i o'clock in %s", (month, hour, zone, expected) => {
    expect(iso(preparedAt(month, hour, zone))).toBe(expected)
  })

  it('an hour that a zone leaves out on the first of a month: what comes after it', () => {
    expect(iso(preparedAt('2016-10', 2, 'Asia/Shanghai'))).toBe('2016-10-31T18:00:00.000Z')
    expect(iso(preparedAt('1998-10', 0, 'America/Sao_Paulo'))).toBe(
      iso(endOfMonth('1998-10', 'America/Sao_Paulo')),
    )
  })
})

it('after December comes January', () =>
  expect([nextMonth('2026-12'), nextMonth('2024-02')]).toEqual(['2027-01', '2024-03']))
