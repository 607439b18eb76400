/**
 * Who is on duty at an instant: shifts over midnight and changed clocks, gaps, substitutes, leave,
 * and posts that stand for others.
 */
import { describe, expect, it, test } from 'vitest'
import { escalate } from '#shared/domain/incident/rules/escalation.ts'
import type { Alert } from '#shared/domain/incident/record/state.ts'
import { nextChange, nextShifts, onDuty, runningShifts } from '#shared/domain/duty/on-duty.ts'
import { instantOf } from '#shared/domain/calendar.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
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

const SHANGHAI = 'Asia/Shanghai'
const BERLIN = 'Europe/Berlin'
const at = (text: string, zone = SHANGHAI): number => {
  const [date = '', time = ''] = text.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantOf(date, (hours * 60 + minutes) * 60_000, zone)
}

const DAY = shift('day', ['08:00', '20:00'], ['guard'])
const NIGHT = shift('night', ['20:00', '08:00'], ['guard'])
const people = [person('周敏'), person('李娜'), person('王强')]
const duty = dutyWith(
  [DAY, NIGHT],
  [
    entry('2026-11-24', 'day', 'guard', '周敏'),
    entry('2026-11-24', 'night', 'guard', '李娜'),
    entry('2026-11-25', 'day', 'guard', '王强'),
  ],
)
const guard = (when: string, ...facts: readonly RosterEvent[]) =>
  onDuty(registerAfter(...people, ...facts), duty, SHANGHAI, at(when))?.guard

describe('a post that shifts name', () => {
  test.each([
    ['2026-11-24 08:00', ['周敏']],
    ['2026-11-24 19:59', ['周敏']],
    ['2026-11-24 20:00', ['李娜']], // the change of shift is an instant: never both, never nobody
    ['2026-11-25 00:00', ['李娜']], // over midnight it is still the shift of the 24th
    ['2026-11-25 07:59', ['李娜']],
    ['2026-11-25 08:00', ['王强']],
  ])('at %s is held by %j', (when, names) => {
    expect(guard(when)).toEqual(names)
  })

  it('is held by nobody in a gap, whoever holds it for good', () => {
    expect(guard('2026-11-25 21:00', person('陈军', 'guard'))).toEqual([])
  })

  it('is held by its substitutes in a gap, in their order, without those who are not there', () => {
    const facts = [
      person('陈军', 'guard'),
      substitutes('guard', '王强', '李娜', '周敏'),
      onLeave('李娜', '2026-11-20', '2026-11-25'),
    ]
    expect(guard('2026-11-25 21:00', ...facts)).toEqual(['王强', '周敏'])
    expect(guard('2026-11-25 09:00', ...facts), 'no gap: nobody stands in').toEqual(['王强'])
  })

  it('is not held by who is on leave that day, nor by who has left', () => {
    const leave = onLeave('李娜', '2026-11-24', '2026-11-24')
    expect(guard('2026-11-24 21:00', leave)).toEqual([])
    expect(guard('2026-11-25 06:00', leave), 'leave goes by the day of the shift').toEqual([])
    expect(guard('2026-11-25 06:00', onLeave('李娜', '2026-11-25', '2026-11-30'))).toEqual(['李娜'])
    expect(
      guard('2026-11-24 21:00', { type: 'PersonLeft', personId: '李娜', reason: null }),
    ).toEqual([])
  })

  it('that runs on some days of the week only is empty on the others, unless somebody is entered', () => {
    const weekdays = shift('office', ['08:30', '17:30'], ['head'], { weekdays: [1, 2, 3, 4, 5] })
    const entries = [
      entry('2026-11-27', 'office', 'head', '周敏'), // Friday
      entry('2026-11-28', 'office', 'head', '李娜'), // a Saturday that is worked
    ]
    const office = dutyWith([weekdays], entries)
    const head = (when: string) =>
      onDuty(registerAfter(...people), office, SHANGHAI, at(when))?.head
    expect(head('2026-11-27 10:00')).toEqual(['周敏'])
    expect(head('2026-11-27 18:00')).toEqual([])
    expect(head('2026-11-28 10:00')).toEqual(['李娜'])
    expect(runningShifts(office, SHANGHAI, at('2026-11-29 10:00'))).toEqual([])
  })
})

describe('a post that no shift names', () => {
  it('is held by those who hold it for good; on leave, by its substitutes', () => {
    const facts = [...people, person('陈军', 'head'), substitutes('head', '周敏')]
    const head = (...more: readonly RosterEvent[]) =>
      onDuty(registerAfter(...facts, ...more), null, SHANGHAI, at('2026-11-24 10:00'))?.head
    expect(head()).toEqual(['陈军'])
    expect(head(onLeave('陈军', '2026-11-24', '2026-11-24'))).toEqual(['周敏'])
    expect(head(onLeave('陈军', '2026-11-25', '2026-11-25'))).toEqual(['陈军'])
  })

  it('without anybody ever named there is no roster, and nobody is missed', () => {
    expect(onDuty(null, duty, SHANGHAI, at('2026-11-24 10:00'))).toBeNull()
    const posts = registerAfter(substitutes('head'))
    expect(onDuty(posts, duty, SHANGHAI, at('2026-11-24 10:00'))).toBeNull()
  })
})

describe('a post of the site', () => {
  const captain = (...standsFor: readonly string[]): RosterEvent => ({
    type: 'PostSet',
    post: {
      id: 'site-captain',
      name: { zh: '保安队长', en: 'Captain of the guards' },
      standsFor,
      substitutes: [],
    },
  })

  it('fills the posts of documents that it stands for, while these have nobody of their own', () => {
    const facts = [person('周敏', 'site-captain'), person('陈军', 'evacuation')]
    const roster = onDuty(
      registerAfter(...facts, captain('guard', 'evacuation', 'safety')),
      duty,
      SHANGHAI,
      at('2026-11-25 21:00'),
    )
    expect(roster).toEqual({
      'site-captain': ['周敏'],
      guard: ['周敏'], // a gap of its shift
      evacuation: ['陈军'],
      safety: ['周敏'],
    })
  })
})

describe('a night of another length', () => {
  const night = [shift('night', ['20:00', '08:00'], ['guard'])]
  const day = shift('day', ['08:00', '20:00'], ['guard'])
  // a person of each night, by the date on which it begins
  const nights = (dates: readonly string[]) =>
    dutyWith(
      [...night, day],
      dates.map((date) => entry(date, 'night', 'guard', date)),
    )
  const on = (dates: readonly string[], zone: string, instant: number) =>
    onDuty(registerAfter(...dates.map((date) => person(date))), nights(dates), zone, instant)?.guard

  it.each([
    ['the night of 23 hours of the day: the clock leaps from 2 to 3', '2026-03-28', 11],
    ['the night of 25 hours of the day: the hour from 2 to 3 comes twice', '2026-10-24', 13],
    ['any other', '2026-11-23', 12],
  ])('Berlin, %s', (_what, date, hours) => {
    const [running] = runningShifts(nights([date]), BERLIN, at(`${date} 23:00`, BERLIN))
    expect(running).toMatchObject({ date, since: at(`${date} 20:00`, BERLIN) })
    expect(((running?.until ?? 0) - (running?.since ?? 0)) / HOUR_MS).toBe(hours)
    for (let hour = 0; hour < hours; hour++)
      expect(on([date], BERLIN, at(`${date} 20:00`, BERLIN) + hour * HOUR_MS)).toEqual([date])
    expect(on([date], BERLIN, at(`${date} 20:00`, BERLIN) + hours * HOUR_MS)).toEqual([])
  })

  it('Shanghai has none: each night has twelve hours', () => {
    for (const date of ['2026-03-28', '2026-10-24']) {
      const [running] = runningShifts(nights([date]), SHANGHAI, at(`${date} 23:00`))
      expect(((running?.until ?? 0) - (running?.since ?? 0)) / HOUR_MS).toBe(12)
    }
  })

  it.each([
    ['leaps over', '2026-03-29'],
    ['repeats', '2026-10-25'],
  ])(
    'a change of shift in the hour that a zone %s has neither a gap nor two shifts',
    (_what, date) => {
      const shifts = [
        shift('early', ['22:00', '02:30'], ['guard']),
        shift('late', ['02:30', '10:00'], ['guard']),
      ]
      const roster = dutyWith(shifts, [])
      const start = at(`${date} 00:00`, BERLIN)
      for (let minutes = 0; minutes < 9 * 60; minutes += 15)
        expect(runningShifts(roster, BERLIN, start + minutes * 60_000)).toHaveLength(1)
    },
  )
})

describe('the next change', () => {
  const register = registerAfter(...people)

  it('is the next end or beginning of a shift', () => {
    const next = (when: string) => nextChange(register, duty, SHANGHAI, at(when))
    expect(next('2026-11-24 12:00')).toBe(at('2026-11-24 20:00'))
    expect(next('2026-11-24 20:00')).toBe(at('2026-11-25 08:00'))
    expect(next('2026-11-25 03:00')).toBe(at('2026-11-25 08:00'))
  })

  it('is the midnight at which somebody goes on leave or comes back', () => {
    const leave = registerAfter(...people, onLeave('周敏', '2026-12-01', '2026-12-03'))
    const next = (when: string) => nextChange(leave, null, SHANGHAI, at(when))
    expect(next('2026-11-24 12:00')).toBe(at('2026-12-01 00:00'))
    expect(next('2026-12-01 12:00')).toBe(at('2026-12-04 00:00'))
    expect(next('2026-12-04 12:00')).toBeNull()
  })

  it('is never, where nothing is foreseen', () => {
    expect(nextChange(register, null, SHANGHAI, at('2026-11-24 12:00'))).toBeNull()
  })

  it('between two changes nobody comes or goes, on any minute of a week', () => {
    const leave = registerAfter(...people, onLeave('李娜', '2026-11-24', '2026-11-24'))
    for (const zone of [SHANGHAI, BERLIN])
      for (let now = at('2026-11-23 00:00'); now < at('2026-11-30 00:00'); now += 7 * 60_000) {
        const until = nextChange(leave, duty, zone, now) ?? 0
        expect(until).toBeGreaterThan(now)
        expect(onDuty(leave, duty, zone, until - 1)).toEqual(onDuty(leave, duty, zone, now))
      }
  })

  it('names the shifts that begin next', () => {
    const names = (when: string) =>
      nextShifts(duty, SHANGHAI, at(when)).map(({ date, shift: { id } }) => `${date} ${id}`)
    expect(names('2026-11-24 12:00')).toEqual(['2026-11-24 night'])
    expect(names('2026-11-24 20:00')).toEqual(['2026-11-25 day'])
    expect(nextShifts(null, SHANGHAI, at('2026-11-24 12:00'))).toEqual([])
  })
})

describe('the ladder', () => {
  const alert = (): Alert =>
    ({
      id: 'a',
      ladder: [
        { role: 'guard', after: 0, say: null },
        { role: 'duty-leader', after: 60_000, say: null },
      ],
      told: [],
    }) as unknown as Alert
  const notified = (when: string, ...facts: readonly RosterEvent[]) =>
    escalate(alert(), onDuty(registerAfter(...people, ...facts), duty, SHANGHAI, at(when)))?.told

  it('goes to whoever has the shift, and at its change to the next', () => {
    expect(notified('2026-11-24 19:59')).toMatchObject({ people: ['周敏'], skipped: [] })
    expect(notified('2026-11-24 20:00')).toMatchObject({ people: ['李娜'], skipped: [] })
  })

  it('passes a gap, and says so; with a substitute it does not', () => {
    expect(notified('2026-11-25 20:00')).toMatchObject({ people: [], skipped: ['guard'] })
    expect(notified('2026-11-25 20:00', substitutes('guard', '王强'))).toMatchObject({
      people: ['王强'],
      skipped: [],
    })
  })
})
