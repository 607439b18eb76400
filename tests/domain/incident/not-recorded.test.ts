/**
 * A clock that counts from a step nobody ticks: the step itself alarms, or those clocks would never
 * start (S09-77, S09-80, S09-83).
 */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { CALENDAR, HOLIDAY, WORKDAY } from '../../kit/days.ts'

const counting = (minutes: number, part = {}): ReturnType<typeof step> =>
  step(`after${minutes}`, { due: { within: minutes * MINUTE, from: { step: 'call' } }, ...part })
const alarms = (scenario: Scenario): unknown[] =>
  scenario.board().alerts.map(({ kind, stepId }) => [kind, stepId])
const run = (...steps: ReturnType<typeof step>[]): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('call'), ...steps], { facts: [yesNo('k')] }))
  return scenario
}

describe('the alarm', () => {
  it('comes when the shortest of those limits, counted from the opening of the step, would have run out', () => {
    const scenario = run(counting(15), counting(10))
    scenario.pass(10 * MINUTE - 1)
    expect(alarms(scenario)).toEqual([])
    scenario.pass(1)
    expect(alarms(scenario)).toEqual([['not-recorded', 'call']])
    scenario.pass('2 h')
    expect(scenario.all('AlertRaised')).toHaveLength(1)
  })

  it('says what is missing and what to do, at the third priority, and does not make the step late', () => {
    const scenario = run(counting(10))
    scenario.pass('10 min')
    expect(scenario.board().alerts).toMatchObject([
      {
        priority: 3,
        dueAt: scenario.now(),
        owner: { zh: '岗位desk', en: 'Post desk' },
        cause: {
          zh: '步骤call：尚未记录，后续步骤无法计时',
          en: 'Step call: not recorded, so the limits after it cannot start',
        },
        action: { zh: '核实是否已完成，并补上记录', en: 'Check whether it is done, and record it' },
      },
    ])
    expect(scenario.step('call')).toMatchObject({ late: false, needsReason: false })
    expect(scenario.all('StepLate')).toEqual([])
  })

  it('goes when the step is recorded, and the real clock starts then', () => {
    const scenario = run(counting(10))
    scenario.pass('12 min')
    scenario.finish('call')
    expect(alarms(scenario)).toEqual([])
    expect(scenario.step('after10').dueAt).toBe(scenario.now() + 10 * MINUTE)
  })

  it('counts from the opening of the step, not from the report', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('first'), step('call', { after: ['first'] }), counting(10)]))
    scenario.pass('1 h')
    expect(alarms(scenario)).toEqual([])
    scenario.finish('first')
    scenario.pass('10 min')
    expect(alarms(scenario)).toEqual([['not-recorded', 'call']])
  })

  it.each([
    [WORKDAY, 15],
    [HOLIDAY, 45],
  ])('follows the calendar: %s', (at, minutes) => {
    const scenario = incidentAt(at, { calendar: CALENDAR })
    scenario.activate(
      plan('p', [
        step('call'),
        step('b', {
          due: { within: { workday: 15 * MINUTE, holiday: 45 * MINUTE }, from: { step: 'call' } },
        }),
      ]),
    )
    scenario.pass(minutes * MINUTE - 1)
    expect(alarms(scenario)).toEqual([])
    scenario.pass(1)
    expect(alarms(scenario)).toEqual([['not-recorded', 'call']])
  })
})

describe('there is none', () => {
  it('for a step that is recorded in time', () => {
    const scenario = run(counting(10))
    scenario.finish('call')
    scenario.finish('after10')
    scenario.pass('2 h')
    expect(scenario.all('AlertRaised')).toEqual([])
  })

  it('if the step that counts does not apply', () => {
    const scenario = run(counting(10, { when: { fact: 'k', is: 'yes' } }))
    scenario.answer('k', 'no')
    scenario.pass('2 h')
    expect(scenario.all('AlertRaised')).toEqual([])
  })

  it('if the step that counts was recorded ahead', () => {
    const scenario = run(counting(10))
    scenario.finish('after10')
    scenario.pass('2 h')
    expect(scenario.all('AlertRaised')).toEqual([])
  })

  it('if that limit runs already: the step was only corrected', () => {
    const scenario = run(counting(60))
    scenario.finish('call')
    scenario.correct('call')
    scenario.pass(59 * MINUTE)
    expect(scenario.all('AlertRaised')).toEqual([])
    scenario.pass('1 min')
    expect(alarms(scenario)).toEqual([['late', 'after60']])
  })

  it('for a step that is not open', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('call', { when: { fact: 'k', is: 'yes' } }), counting(10)], {
        facts: [yesNo('k')],
      }),
    )
    scenario.pass('2 h')
    expect(scenario.all('AlertRaised')).toEqual([])
  })

  it('for a limit that counts from anything but a step', () => {
    const scenario = run(step('x', { due: { within: 10 * MINUTE, from: { fact: 'k' } } }))
    scenario.pass(2 * HOUR)
    expect(scenario.all('AlertRaised')).toEqual([])
  })
})

describe('the alarm comes once for each time that it is needed', () => {
  it('an unknown step that counts needs it as well, and an answer that hides it clears it', () => {
    const scenario = run(counting(10, { when: { fact: 'k', is: 'yes' } }))
    scenario.pass('10 min')
    expect(alarms(scenario)).toEqual([['not-recorded', 'call']])
    scenario.answer('k', 'no')
    expect(alarms(scenario)).toEqual([])
    expect(scenario.all('AlertCleared')).toMatchObject([{ why: 'not-needed' }])
  })

  it('it comes again when the answer changes back', () => {
    const scenario = run(counting(10, { when: { fact: 'k', is: 'yes' } }))
    scenario.pass('10 min')
    scenario.answer('k', 'no')
    scenario.answer('k', 'yes')
    expect(alarms(scenario)).toEqual([['not-recorded', 'call']])
    scenario.pass('2 h')
    expect(scenario.all('AlertRaised')).toHaveLength(2)
  })

  it('it comes again, counted anew, when the step itself was hidden meanwhile', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('call', { when: { fact: 'k', is: 'yes' } }), counting(10)], {
        facts: [yesNo('k')],
      }),
    )
    scenario.answer('k', 'yes')
    scenario.pass('10 min')
    scenario.answer('k', 'no')
    scenario.pass('10 min')
    scenario.answer('k', 'yes')
    expect(alarms(scenario)).toEqual([])
    scenario.pass('10 min')
    expect(alarms(scenario)).toEqual([['not-recorded', 'call']])
  })

  it('it comes again when the step that counts appears only after the correction of the one it counts from', () => {
    const scenario = run(counting(10, { when: { fact: 'k', is: 'yes' } }))
    scenario.pass('10 min')
    scenario.finish('call')
    scenario.correct('call')
    expect(alarms(scenario)).toEqual([['not-recorded', 'call']])
  })
})
