/**
 * A clock that counts from a step nobody ticks: the step itself alarms, or those clocks would never
 * start (S09-77, S09-80, S09-83).
 */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { CALENDAR, HOLIDAY, WORKDAY } from '../../kit/days.ts'

const counting = (minutes: number, part = {}): ReturnType<typeof step> =>
  step(`after${minutes}`, { due: { within: minutes * MINUTE, from: { step: 'call' } }, ...part })
const alarms = (led: Led): unknown[] => led.board().alerts.map(({ kind, stepId }) => [kind, stepId])
const run = (...steps: ReturnType<typeof step>[]): Led => {
  const led = reported(WORKDAY)
  led.activate(plan('p', [step('call'), ...steps], { facts: [yesNo('k')] }))
  return led
}

describe('the alarm', () => {
  it('comes when the shortest of those limits, counted from the opening of the step, would have run out', () => {
    const led = run(counting(15), counting(10))
    led.pass(10 * MINUTE - 1)
    expect(alarms(led)).toEqual([])
    led.pass(1)
    expect(alarms(led)).toEqual([['not-recorded', 'call']])
    led.pass('2 h')
    expect(led.all('AlertRaised')).toHaveLength(1)
  })

  it('says what is missing and what to do, at the third priority, and does not make the step late', () => {
    const led = run(counting(10))
    led.pass('10 min')
    expect(led.board().alerts).toMatchObject([
      {
        priority: 3,
        dueAt: led.now(),
        owner: { zh: '岗位desk', en: 'Post desk' },
        cause: {
          zh: '步骤call：尚未记录，后续时限无法起算',
          en: 'Step call: not recorded, so the limits after it cannot start',
        },
        action: { zh: '核实是否已完成并记录', en: 'Check whether it is done, and record it' },
      },
    ])
    expect(led.step('call')).toMatchObject({ late: false, needsReason: false })
    expect(led.all('StepLate')).toEqual([])
  })

  it('goes when the step is recorded, and the real clock starts then', () => {
    const led = run(counting(10))
    led.pass('12 min')
    led.finish('call')
    expect(alarms(led)).toEqual([])
    expect(led.step('after10').dueAt).toBe(led.now() + 10 * MINUTE)
  })

  it('counts from the opening of the step, not from the report', () => {
    const led = reported(WORKDAY)
    led.activate(plan('p', [step('first'), step('call', { after: ['first'] }), counting(10)]))
    led.pass('1 h')
    expect(alarms(led)).toEqual([])
    led.finish('first')
    led.pass('10 min')
    expect(alarms(led)).toEqual([['not-recorded', 'call']])
  })

  it.each([
    [WORKDAY, 15],
    [HOLIDAY, 45],
  ])('follows the calendar: %s', (at, minutes) => {
    const led = reported(at, { calendar: CALENDAR })
    led.activate(
      plan('p', [
        step('call'),
        step('b', {
          due: { within: { workday: 15 * MINUTE, holiday: 45 * MINUTE }, from: { step: 'call' } },
        }),
      ]),
    )
    led.pass(minutes * MINUTE - 1)
    expect(alarms(led)).toEqual([])
    led.pass(1)
    expect(alarms(led)).toEqual([['not-recorded', 'call']])
  })
})

describe('there is none', () => {
  it('for a step that is recorded in time', () => {
    const led = run(counting(10))
    led.finish('call')
    led.finish('after10')
    led.pass('2 h')
    expect(led.all('AlertRaised')).toEqual([])
  })

  it('if the step that counts does not apply', () => {
    const led = run(counting(10, { when: { fact: 'k', is: 'yes' } }))
    led.answer('k', 'no')
    led.pass('2 h')
    expect(led.all('AlertRaised')).toEqual([])
  })

  it('if the step that counts was recorded ahead', () => {
    const led = run(counting(10))
    led.finish('after10')
    led.pass('2 h')
    expect(led.all('AlertRaised')).toEqual([])
  })

  it('if that limit runs already: the step was only corrected', () => {
    const led = run(counting(60))
    led.finish('call')
    led.correct('call')
    led.pass(59 * MINUTE)
    expect(led.all('AlertRaised')).toEqual([])
    led.pass('1 min')
    expect(alarms(led)).toEqual([['late', 'after60']])
  })

  it('for a step that is not open', () => {
    const led = reported(WORKDAY)
    led.activate(
      plan('p', [step('call', { when: { fact: 'k', is: 'yes' } }), counting(10)], {
        facts: [yesNo('k')],
      }),
    )
    led.pass('2 h')
    expect(led.all('AlertRaised')).toEqual([])
  })

  it('for a limit that counts from anything but a step', () => {
    const led = run(step('x', { due: { within: 10 * MINUTE, from: { fact: 'k' } } }))
    led.pass(2 * HOUR)
    expect(led.all('AlertRaised')).toEqual([])
  })
})

describe('the alarm comes once for each time that it is needed', () => {
  it('an unknown step that counts needs it as well, and an answer that hides it clears it', () => {
    const led = run(counting(10, { when: { fact: 'k', is: 'yes' } }))
    led.pass('10 min')
    expect(alarms(led)).toEqual([['not-recorded', 'call']])
    led.answer('k', 'no')
    expect(alarms(led)).toEqual([])
    expect(led.all('AlertCleared')).toMatchObject([{ why: 'not-needed' }])
  })

  it('and again when the answer changes back', () => {
    const led = run(counting(10, { when: { fact: 'k', is: 'yes' } }))
    led.pass('10 min')
    led.answer('k', 'no')
    led.answer('k', 'yes')
    expect(alarms(led)).toEqual([['not-recorded', 'call']])
    led.pass('2 h')
    expect(led.all('AlertRaised')).toHaveLength(2)
  })

  it('and again, counted anew, when the step itself was hidden meanwhile', () => {
    const led = reported(WORKDAY)
    led.activate(
      plan('p', [step('call', { when: { fact: 'k', is: 'yes' } }), counting(10)], {
        facts: [yesNo('k')],
      }),
    )
    led.answer('k', 'yes')
    led.pass('10 min')
    led.answer('k', 'no')
    led.pass('10 min')
    led.answer('k', 'yes')
    expect(alarms(led)).toEqual([])
    led.pass('10 min')
    expect(alarms(led)).toEqual([['not-recorded', 'call']])
  })

  it('and again when the step that counts appears only after the correction of the one it counts from', () => {
    const led = run(counting(10, { when: { fact: 'k', is: 'yes' } }))
    led.pass('10 min')
    led.finish('call')
    led.correct('call')
    expect(alarms(led)).toEqual([['not-recorded', 'call']])
  })
})
