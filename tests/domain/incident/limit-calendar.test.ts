/**
 * Limits that differ by workday and holiday, judged at the local date on which the clock starts
 * (S09-80).
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import {
  CALENDAR,
  HOLIDAY,
  MAKE_UP_DAY,
  UNPUBLISHED_DAY,
  WEEKEND,
  WORKDAY,
} from '../../kit/days.ts'

const PLAN = plan('p', [
  step('call'),
  step('arrive', {
    due: { within: { workday: 15 * MINUTE, holiday: 45 * MINUTE }, from: { step: 'call' } },
  }),
])
const at = (iso: string, zone = 'Asia/Shanghai'): Scenario => {
  const scenario = incidentAt(iso, { calendar: CALENDAR, zone })
  scenario.activate(PLAN)
  return scenario
}

describe('S09-80: 15 minutes on a workday, 45 on a holiday', () => {
  it.each([
    ['a workday', WORKDAY, 15, 'workday', false],
    ['a weekend', WEEKEND, 45, 'holiday', false],
    ['a holiday', HOLIDAY, 45, 'holiday', false],
    ['a make-up day', MAKE_UP_DAY, 15, 'workday', false],
    ['a holiday by law of an unpublished year', UNPUBLISHED_DAY, 45, 'holiday', true],
    ['any other weekday of an unpublished year', '2027-10-04T14:00:00+08:00', 15, 'workday', true],
  ] as const)('%s', (_, iso, minutes, day, unpublished) => {
    const scenario = at(iso)
    scenario.finish('call')
    expect(scenario.step('arrive')).toMatchObject({
      dueAt: scenario.now() + minutes * MINUTE,
      day,
      unpublished,
    })
    scenario.pass(minutes * MINUTE - 1)
    expect(scenario.step('arrive').late).toBe(false)
    scenario.pass(1)
    expect(scenario.step('arrive').late).toBe(true)
  })

  it.each([
    [HOLIDAY, false],
    [UNPUBLISHED_DAY, true],
  ] as const)(
    'a step that applies on holidays only says so of its limit as well: %s',
    (iso, unpublished) => {
      const scenario = incidentAt(iso, { calendar: CALENDAR })
      scenario.activate(
        plan('p', [
          step('h', {
            when: { all: [{ not: { calendar: 'workday' } }] },
            due: { within: 45 * MINUTE, from: 'reported' },
          }),
        ]),
      )
      expect(scenario.step('h')).toMatchObject({ state: 'open', day: 'holiday', unpublished })
    },
  )

  it('a plain duration is no matter of the calendar', () => {
    const scenario = incidentAt(HOLIDAY, { calendar: CALENDAR })
    scenario.activate(plan('p', [step('a', { due: { within: MINUTE, from: 'reported' } })]))
    expect(scenario.step('a')).toMatchObject({ day: null, unpublished: false })
  })
})

describe('over midnight the day on which the clock starts decides', () => {
  it.each([
    ['the last instant of a workday', '2026-09-30T23:59:00+08:00', MINUTE - 1, 15],
    ['the first instant of a holiday', '2026-09-30T23:59:00+08:00', MINUTE, 45],
    ['the last instant of the holidays', '2026-10-04T23:59:00+08:00', MINUTE - 1, 45],
    ['the first instant of a workday', '2026-10-04T23:59:00+08:00', MINUTE, 15],
  ] as const)('%s', (_, iso, wait, minutes) => {
    const scenario = at(iso)
    scenario.pass(wait)
    scenario.finish('call')
    expect(scenario.step('arrive').dueAt).toBe(scenario.now() + minutes * MINUTE)
  })

  it('a limit that runs into another day keeps its length', () => {
    const scenario = at('2026-09-30T23:50:00+08:00')
    scenario.finish('call')
    const dueAt = scenario.step('arrive').dueAt
    scenario.pass('14 min')
    expect(scenario.step('arrive')).toMatchObject({ dueAt, day: 'workday', late: false })
  })

  it('two steps for the two kinds of day change places if the clock starts after midnight', () => {
    const scenario = incidentAt('2026-09-30T23:50:00+08:00', { calendar: CALENDAR })
    scenario.activate(
      plan('p', [
        step('call'),
        step('w', {
          when: { calendar: 'workday' },
          due: { within: 15 * MINUTE, from: { step: 'call' } },
        }),
        step('h', {
          when: { calendar: 'holiday' },
          due: { within: 45 * MINUTE, from: { step: 'call' } },
        }),
      ]),
    )
    // judged at the activation until the clock starts
    expect([scenario.step('w').state, scenario.step('h').state]).toEqual(['open', 'hidden'])
    scenario.pass('12 min')
    scenario.finish('call')
    expect([scenario.step('w').state, scenario.step('h').state]).toEqual(['hidden', 'open'])
    expect(scenario.step('h').dueAt).toBe(scenario.now() + 45 * MINUTE)
  })
})

describe("the zone is the site's", () => {
  it('an early morning that is still the day before in UTC', () => {
    const scenario = at('2026-10-01T00:30:00+08:00')
    scenario.finish('call')
    expect(scenario.step('arrive').day).toBe('holiday')
  })

  it.each([
    ['Asia/Shanghai', 'holiday'],
    ['Europe/Berlin', 'workday'],
    ['America/St_Johns', 'workday'],
  ])('the same instant in %s', (zone, day) => {
    const scenario = at('2026-10-01T02:00:00+08:00', zone)
    scenario.finish('call')
    expect(scenario.step('arrive').day).toBe(day)
  })

  it('15 minutes are 15 minutes across a change to summer time', () => {
    // a Sunday; five minutes later it is three
    const scenario = at('2026-03-29T01:55:00+01:00', 'Europe/Berlin')
    scenario.finish('call')
    expect(scenario.step('arrive')).toMatchObject({
      day: 'holiday',
      dueAt: scenario.now() + 45 * MINUTE,
    })
  })
})

describe('a notice that is entered while an incident runs', () => {
  const DAYS = plan('p', [
    step('call'),
    step('w', {
      when: { calendar: 'workday' },
      due: { within: 15 * MINUTE, from: { step: 'call' } },
    }),
    step('h', {
      when: { calendar: 'holiday' },
      due: { within: 45 * MINUTE, from: { step: 'call' } },
    }),
  ])
  const SATURDAY = '2027-10-09T14:00:00+08:00' // worked by the notice
  const enter = (scenario: Scenario): void =>
    void Object.assign(scenario.world, {
      notices: [
        {
          ...{ year: '2027', holidays: ['2027-10-01'], workdays: ['2027-10-09'], source: '通知' },
          ...{ at: scenario.now(), by: '周敏' },
        },
      ],
    })
  const statesOf = (scenario: Scenario) => [scenario.step('w').state, scenario.step('h').state]

  it('given a running incident, then no step opens or closes and its limits go by the old days', () => {
    const scenario = incidentAt(SATURDAY, { calendar: CALENDAR })
    scenario.activate(DAYS)
    enter(scenario)
    scenario.pass(MINUTE)
    scenario.finish('call')
    expect(statesOf(scenario)).toEqual(['hidden', 'open'])
    expect(scenario.step('h')).toMatchObject({
      dueAt: scenario.now() + 45 * MINUTE,
      ...{ day: 'holiday', unpublished: true },
    })
  })

  it('given the notice, when an incident is reported after it, then the new days hold', () => {
    const scenario = incidentAt(SATURDAY, { calendar: CALENDAR })
    Object.assign(scenario.world, {
      notices: [
        {
          ...{ year: '2027', holidays: ['2027-10-01'], workdays: ['2027-10-09'], source: '通知' },
          ...{ at: scenario.now() - 1, by: '周敏' },
        },
      ],
    })
    scenario.activate(DAYS)
    scenario.finish('call')
    expect(statesOf(scenario)).toEqual(['open', 'hidden'])
    expect(scenario.step('w')).toMatchObject({
      dueAt: scenario.now() + 15 * MINUTE,
      ...{ day: 'workday', unpublished: false },
    })
  })
})
