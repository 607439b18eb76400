/** What comes due at a site: who will be missing, numbers to verify, days off; in which order. */
import { describe, expect, it, test } from 'vitest'
import { instantOf } from '#shared/domain/calendar.ts'
import type { Contact } from '#shared/domain/contacts/contact.ts'
import {
  calendarDates,
  numbersDue,
  postsLeftEmpty,
  shortShifts,
} from '#shared/domain/readiness/coming.ts'
import type { RosterEvent } from '#shared/domain/roster/events.ts'
import {
  dutyWith,
  entry,
  onLeave,
  person,
  registerAfter,
  shift,
  substitutes,
} from '../../kit/duty.ts'

const ZONE = 'Asia/Shanghai'
const at = (date: string, time = '12:00'): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantOf(date, (hours * 60 + minutes) * 60_000, ZONE)
}
const NOW = at('2026-11-24')

describe('a required post that nobody will hold', () => {
  const DAY = shift('day', ['08:00', '20:00'], ['desk'])
  const NIGHT = shift('night', ['20:00', '08:00'], ['desk'])
  const week = (...nights: string[]) =>
    dutyWith(
      [DAY, NIGHT],
      ['2026-11-24', '2026-11-25', '2026-11-26'].flatMap((date) => [
        entry(date, 'day', 'desk', '周敏'),
        ...(nights.includes(date) ? [entry(date, 'night', 'desk', '李娜')] : []),
      ]),
    )

  it('is told with the instant from which on it is empty', () => {
    const people = { register: registerAfter(person('周敏'), person('李娜')), zone: ZONE }
    expect(postsLeftEmpty(['desk'], { ...people, duty: week('2026-11-24') }, NOW)).toMatchObject([
      { kind: 'post', about: 'desk', date: '2026-11-25', at: at('2026-11-25', '20:00') },
    ])
  })

  it('by a leave too, unless somebody stands in', () => {
    const gone = onLeave('周敏', '2026-11-26', '2026-11-30')
    const people = (...facts: readonly RosterEvent[]) => ({
      register: registerAfter(person('周敏', 'head'), person('李娜'), gone, ...facts),
      duty: null,
      zone: ZONE,
    })
    expect(postsLeftEmpty(['head'], people(), NOW)).toMatchObject([
      { about: 'head', date: '2026-11-26', at: at('2026-11-26', '00:00') },
    ])
    expect(postsLeftEmpty(['head'], people(substitutes('head', '李娜')), NOW)).toEqual([])
  })

  it('is no date while it is empty already, nor beyond a week', () => {
    const register = registerAfter(
      person('周敏', 'head'),
      onLeave('周敏', '2026-12-03', '2026-12-05'),
    )
    const people = { register, duty: null, zone: ZONE }
    expect(postsLeftEmpty(['head', 'nobody'], people, NOW)).toEqual([])
    expect(postsLeftEmpty(['head'], people, at('2026-11-27'))).toHaveLength(1)
  })
})

it('a short shift is told once, by its first day, with how many people lack', () => {
  const register = registerAfter(person('周敏'), person('李娜'))
  const duty = dutyWith(
    [shift('night', ['20:00', '08:00'], ['desk', 'guard'], { minimum: 2 })],
    [entry('2026-11-24', 'night', 'desk', '周敏'), entry('2026-11-24', 'night', 'guard', '李娜')],
  )
  expect(shortShifts({ register, duty, zone: ZONE }, NOW)).toEqual([
    { kind: 'shift', date: '2026-11-25', at: null, about: 'night', count: 2 },
  ])
})

it('a shift that is over is not short any more, and one that runs since yesterday is so today', () => {
  const register = registerAfter(person('周敏'))
  const night = shift('night', ['20:00', '08:00'], ['desk'])
  const duty = dutyWith([night], [entry('2026-11-24', 'night', 'desk', '周敏')])
  const short = (time: string) =>
    shortShifts({ register, duty, zone: ZONE }, at('2026-11-24', time)).map(({ date, count }) => [
      date,
      count,
    ])
  expect(short('07:59')).toEqual([['2026-11-24', 1]])
  expect(short('08:00')).toEqual([['2026-11-25', 1]])
})

describe('numbers of contacts', () => {
  const contact = (...verified: (string | null)[]): Contact => ({
    id: 'c',
    name: '物业',
    category: 'outside-property',
    numbers: verified.map((date) => ({
      number: '400',
      kind: 'desk',
      ...(date === null ? {} : { verified: { at: at(date), by: '周敏', words: '' } }),
    })),
    note: '',
  })
  const due = (...contacts: Contact[]) => numbersDue(contacts, { months: 6, zone: ZONE }, NOW)

  it('that are due are one line, since when the oldest is', () => {
    expect(due(contact('2026-05-01', '2026-04-02', '2026-11-01'))).toMatchObject([
      { kind: 'numbers', date: '2026-10-02', count: 2 },
    ])
  })

  it('that nobody ever verified have been due all along', () => {
    expect(due(contact(null, '2026-04-02'))).toMatchObject([{ date: null, count: 2 }])
  })

  it('else the day on which the next ones are, and nothing without any', () => {
    expect(due(contact('2026-06-01', '2026-06-01', '2026-08-01'))).toMatchObject([
      { date: '2026-12-01', count: 2 },
    ])
    expect(due(contact())).toEqual([])
    expect(due()).toEqual([])
  })
})

describe('the work calendar', () => {
  const YEAR = {
    '2026': { published: true, holidays: ['2026-10-01'], workdays: ['2026-12-26'] },
    '2027': { published: true, holidays: ['2027-01-01'], workdays: [] },
  }
  const linesOn = (today: string, calendar: Parameters<typeof calendarDates>[0] = YEAR) =>
    calendarDates(calendar, today).map(({ kind, date, count }) => [kind, date, count])

  it('says when days off begin, with the weekend that they lie at, and the make-up workday', () => {
    expect(linesOn('2026-11-24')).toEqual([
      ['workday', '2026-12-26', 1],
      ['days-off', '2027-01-01', 3],
    ])
  })

  it('counts from the first of them, be it a Saturday', () => {
    const monday = { '2026': { published: true, holidays: ['2026-12-14'], workdays: [] } }
    expect(linesOn('2026-11-24', monday)).toEqual([['days-off', '2026-12-12', 3]])
  })

  it('says nothing of what lies more than two months ahead', () => {
    expect(linesOn('2026-07-01')).toEqual([])
  })

  test.each([
    ['2026-11-30', []],
    ['2026-12-01', [['calendar', '2027-01-01', 1]]],
  ])('misses the next year from December on: %s', (today, expected) => {
    expect(linesOn(today, { '2026': { published: true, holidays: [], workdays: [] } })).toEqual(
      expected,
    )
  })

  it('of a year that runs it has been missing all along', () => {
    expect(linesOn('2026-03-01', {})).toEqual([['calendar', null, 1]])
  })
})
