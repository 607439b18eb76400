/**
 * Workdays, holidays and months by the local date of an instant (S09-80).
 */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { judgeDay, localDate, localHour, localMonth, startOfDate } from '#shared/domain/calendar.ts'
import { CALENDAR, HOLIDAY, MAKE_UP_DAY, UNPUBLISHED_DAY, WEEKEND, WORKDAY } from '../kit/days.ts'

const at = (iso: string): number => Date.parse(iso)
const SHANGHAI = 'Asia/Shanghai'

describe('a day is a workday or a holiday', () => {
  it.each([
    ['a weekday', WORKDAY, 'workday'],
    ['a Sunday', WEEKEND, 'holiday'],
    ['a Saturday', '2026-11-21T09:00:00+08:00', 'holiday'],
    ['a weekday off by notice', HOLIDAY, 'holiday'],
    ['a Saturday worked by notice', MAKE_UP_DAY, 'workday'],
  ])('%s', (_, iso, day) => {
    expect(judgeDay(at(iso), SHANGHAI, CALENDAR)).toEqual({
      date: iso.slice(0, 10),
      day,
      unpublished: false,
    })
  })

  it('a year whose notice is not out: weekends and the holidays fixed by law, and it is said', () => {
    expect(judgeDay(at(UNPUBLISHED_DAY), SHANGHAI, CALENDAR)).toEqual({
      date: '2027-10-01',
      day: 'holiday',
      unpublished: true,
    })
    expect(judgeDay(at('2027-10-04T09:00:00+08:00'), SHANGHAI, CALENDAR)).toEqual({
      date: '2027-10-04',
      day: 'workday',
      unpublished: true,
    })
    expect(judgeDay(at('2027-10-02T09:00:00+08:00'), SHANGHAI, CALENDAR)).toMatchObject({
      day: 'holiday',
      unpublished: true,
    })
  })

  it('a year that nobody entered counts weekends alone, and it is said', () => {
    expect(judgeDay(at('2031-10-01T09:00:00+08:00'), SHANGHAI, CALENDAR)).toEqual({
      date: '2031-10-01',
      day: 'workday',
      unpublished: true,
    })
    expect(judgeDay(at('2031-10-04T09:00:00+08:00'), SHANGHAI, {})).toEqual({
      date: '2031-10-04',
      day: 'holiday',
      unpublished: true,
    })
  })
})

describe("the local date is that of the site's zone", () => {
  it.each([
    ['the last millisecond of a workday', '2026-09-30T23:59:59.999+08:00', '2026-09-30', 'workday'],
    [
      'midnight, the first instant of the holiday',
      '2026-10-01T00:00:00+08:00',
      '2026-10-01',
      'holiday',
    ],
    [
      'the last millisecond of the holidays',
      '2026-10-02T23:59:59.999+08:00',
      '2026-10-02',
      'holiday',
    ],
    [
      'an hour that is still the day before in UTC',
      '2026-10-01T07:59:00+08:00',
      '2026-10-01',
      'holiday',
    ],
  ])('%s', (_, iso, date, day) => {
    expect(judgeDay(at(iso), SHANGHAI, CALENDAR)).toMatchObject({ date, day })
  })

  it('one instant is two dates in two zones', () => {
    const instant = at('2026-10-01T02:00:00+08:00')
    expect(localDate(instant, SHANGHAI)).toBe('2026-10-01')
    expect(localDate(instant, 'Europe/Berlin')).toBe('2026-09-30')
    expect(judgeDay(instant, 'Europe/Berlin', CALENDAR).day).toBe('workday')
  })

  it.each([
    [
      'spring forward',
      'Europe/Berlin',
      [
        '2026-03-28T22:59:59Z',
        '2026-03-28T23:00:00Z',
        '2026-03-29T21:59:59Z',
        '2026-03-29T22:00:00Z',
      ],
    ],
    [
      'fall back',
      'Europe/Berlin',
      [
        '2026-10-24T21:59:59Z',
        '2026-10-24T22:00:00Z',
        '2026-10-25T22:59:59Z',
        '2026-10-25T23:00:00Z',
      ],
    ],
    [
      'half an hour of summer time',
      'Australia/Lord_Howe',
      [
        '2026-10-03T13:29:59Z',
        '2026-10-03T13:30:00Z',
        '2026-10-04T12:59:59Z',
        '2026-10-04T13:00:00Z',
      ],
    ],
  ])('%s moves midnight and loses no day', (_, zone, instants) => {
    const [before, first, last, after] = instants.map((iso) => localDate(at(iso), zone))
    expect(first).toBe(last)
    expect(before! < first! && last! < after!).toBe(true)
  })
})

describe('the month of an incident', () => {
  it.each([
    ['2026-10-31T23:59:59.999+08:00', '2026-10'],
    ['2026-11-01T00:00:00+08:00', '2026-11'],
    ['2026-12-31T23:59:59.999+08:00', '2026-12'],
    ['2027-01-01T00:00:00+08:00', '2027-01'],
    ['2028-02-29T23:59:59.999+08:00', '2028-02'],
  ])('%s belongs to %s', (iso, month) => {
    expect(localMonth(at(iso), SHANGHAI)).toBe(month)
  })
})

describe('the hour of an instant, and the first instant of a date', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-24T15:59:59.999Z', '2026-11-24', 23],
    ['Asia/Shanghai', '2026-11-24T16:00:00Z', '2026-11-25', 0],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29', 1],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29', 3], // the clocks go forward
    ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25', 2],
    ['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25', 2], // and back
    ['America/St_Johns', '2026-11-24T03:29:00Z', '2026-11-23', 23],
    ['America/St_Johns', '2026-11-24T03:30:00Z', '2026-11-24', 0],
  ])('in %s %s is %s, hour %d', (zone, iso, date, hour) => {
    expect(localHour(at(iso), zone)).toEqual({ date, hour })
  })

  it.each([
    ['Asia/Shanghai', '2026-11-01', '2026-10-31T16:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    // midnight is left out: the day begins at one
    ['America/Santiago', '2024-09-08', '2024-09-08T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
    ['Etc/GMT+12', '2026-01-01', '2026-01-01T12:00:00.000Z'],
  ])('in %s %s begins at %s', (zone, date, iso) => {
    expect(new Date(startOfDate(date, zone)).toISOString()).toBe(iso)
  })

  it('agree with the date, in any zone', () => {
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Asia/Kathmandu',
    )
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        (where, instant) => {
          const { date } = localHour(instant, where)
          expect(date).toBe(localDate(instant, where))
          const start = startOfDate(date, where)
          expect(
            start <= instant &&
              localDate(start, where) === date &&
              localDate(start - 1, where) < date,
          ).toBe(true)
        },
      ),
    )
  })
})
