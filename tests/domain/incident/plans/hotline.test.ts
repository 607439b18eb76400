/**
 * The hotline plan, clause by clause: S09-73 … S09-85, just before, at and after each limit, every
 * branch both ways and unknown.
 */
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../kit/plan.ts'
import type { Led } from '../../../kit/incident.ts'
import { runs, shippedPlan, states, told } from '../../../kit/library.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
const hotline = (at = WORKDAY, fault?: 'no-calls' | 'no-query' | 'other'): Led => {
  const led = runs('gas-hotline-failure', at)
  if (fault) led.answer('fault_kind', fault)
  return led
}
/** Just before a limit the step is not late, at the limit it is. */
const lateAfter = (led: Led, stepId: string, minutes: number): void => {
  const dueAt = led.step(stepId).dueAt
  expect(dueAt).toBe(led.now() + minutes * MINUTE)
  led.pass(minutes * MINUTE - 1)
  expect(led.step(stepId).late).toBe(false)
  led.pass(1)
  expect(led.step(stepId).late).toBe(true)
}

describe('S09-73: group leader and information centre at once', () => {
  it('both stand open from the start, whatever the fault, and are the first actions', () => {
    const led = hotline()
    expect(states(led, 'hl-01', 'hl-02')).toEqual(['open', 'open'])
    expect(led.step('hl-01')).toMatchObject({
      urgency: 'immediate',
      role: { zh: '热线坐席' },
      clause: 'S09-73',
    })
    expect(led.board().next).toBe('hl-01')
    led.finish('hl-01')
    expect(led.board().next).toBe('hl-02')
  })
})

describe('S09-74 … S09-78: what the fault looks like decides', () => {
  const CALLS = ['hl-04', 'hl-05', 'hl-06', 'hl-07', 'hl-14']
  const QUERY = ['hl-03', 'hl-19', 'hl-18']
  it.each([
    [undefined, 'waiting', ['waiting', 'waiting', 'waiting']],
    ['no-calls', 'open', ['hidden', 'hidden', 'hidden']],
    ['no-query', 'hidden', ['waiting', 'open', 'waiting']],
    ['other', 'hidden', ['hidden', 'hidden', 'hidden']],
  ] as const)('%s', (fault, calls, query) => {
    const led = hotline(WORKDAY, fault)
    expect(states(led, ...CALLS)).toEqual(CALLS.map(() => calls))
    expect(states(led, ...QUERY)).toEqual(query)
  })

  it.each([
    ['yes', 'open'],
    ['no', 'hidden'],
    [undefined, 'waiting'],
  ] as const)('S09-75: data cannot be looked up and the call holds: %s', (holds, state) => {
    const led = hotline(WORKDAY, 'no-query')
    if (holds) led.answer('call_holds', holds)
    expect(led.step('hl-03').state).toBe(state)
  })

  it('S09-75: the call does not matter where calls do not come in', () => {
    const led = hotline(WORKDAY, 'no-calls')
    led.answer('call_holds', 'yes')
    expect(led.step('hl-03').state).toBe('hidden')
  })

  it('S09-75: callers are rung back when the look-up works again', () => {
    const led = hotline(WORKDAY, 'no-query')
    led.finish('hl-19')
    expect(led.step('hl-18').state).toBe('open')
    expect(
      shippedPlan('gas-hotline-failure').steps.find(({ id }) => id === 'hl-18')?.list,
    ).toMatchObject({ kind: 'persons', sort: 'given' })
  })

  it('from no query to no calls: the steps of the other branch hide, what was done stays', () => {
    const led = hotline(WORKDAY, 'no-query')
    led.answer('call_holds', 'yes')
    led.finish('hl-03')
    led.answer('fault_kind', 'no-calls')
    expect(states(led, 'hl-03', 'hl-19', 'hl-04')).toEqual(['done', 'hidden', 'open'])
  })
})

describe('S09-77: the supervisor reports to the line head within 3 minutes of receipt', () => {
  it('counts from the receipt, not from the report', () => {
    const led = hotline(WORKDAY, 'no-calls')
    led.pass('2 min')
    expect(led.step('hl-06').dueAt).toBeNull()
    led.finish('hl-05')
    lateAfter(led, 'hl-06', 3)
  })

  it('at exactly 3 minutes is met', () => {
    const led = hotline(WORKDAY, 'no-calls')
    led.finish('hl-05')
    led.pass('3 min')
    led.finish('hl-06')
    expect(led.step('hl-06').late).toBe(false)
  })

  it('late: the department manager hears at once, the leader 5 minutes later', () => {
    const led = hotline(WORKDAY, 'no-calls')
    led.finish('hl-05')
    led.pass('3 min')
    expect(told(led, 'hl-06')).toEqual(['hotline-supervisor', 'department-manager'])
    for (const alert of led.state().alerts) led.acknowledge(alert.id)
    led.pass(5 * MINUTE - 1)
    expect(told(led, 'hl-06')).not.toContain('leader-in-charge')
    led.pass(1)
    expect(told(led, 'hl-06')).toContain('leader-in-charge')
  })

  it('a receipt that nobody records alarms after 3 minutes by itself', () => {
    const led = hotline(WORKDAY, 'no-calls')
    led.pass(3 * MINUTE - 1)
    expect(led.board().alerts).toEqual([])
    led.pass(1)
    expect(led.board().alerts).toMatchObject([
      { kind: 'not-recorded', stepId: 'hl-05', clause: 'S09-77', priority: 3 },
    ])
  })
})

describe('S09-80: the technician arrives within 15 minutes on a workday, 45 on a holiday', () => {
  it.each([
    ['a workday', WORKDAY, 'hl-08', 'hl-09', 15],
    ['a weekend', '2026-11-22T14:00:00+08:00', 'hl-09', 'hl-08', 45],
    ['National Day', '2026-10-01T14:00:00+08:00', 'hl-09', 'hl-08', 45],
    ['a make-up Saturday', '2026-10-10T14:00:00+08:00', 'hl-08', 'hl-09', 15],
  ] as const)('%s', (_, at, shown, hidden, minutes) => {
    const led = hotline(at)
    expect(states(led, shown, hidden)).toEqual(['open', 'hidden'])
    led.pass('1 min')
    led.finish('hl-02')
    lateAfter(led, shown, minutes)
    expect(told(led, shown)).toEqual(['information-centre', 'line-head'])
  })

  it('the call before midnight decides, not the report', () => {
    const led = hotline('2026-09-30T23:50:00+08:00')
    led.pass('15 min') // now it is a holiday
    led.finish('hl-02')
    expect(states(led, 'hl-08', 'hl-09')).toEqual(['hidden', 'open'])
    lateAfter(led, 'hl-09', 45)
  })

  it.each([
    [WORKDAY, 15],
    ['2026-10-01T14:00:00+08:00', 45],
  ] as const)('a call that nobody records alarms by itself: %s', (at, minutes) => {
    const led = hotline(at)
    led.finish('hl-10')
    led.pass(minutes * MINUTE - 1)
    expect(led.board().alerts).toEqual([])
    led.pass(1)
    expect(led.board().alerts).toMatchObject([{ kind: 'not-recorded', stepId: 'hl-02' }])
  })
})

describe('S09-81 … S09-83: not repairable at once: halls, notice and other channels within 10 minutes of knowing', () => {
  const TOLD = ['hl-11', 'hl-12', 'hl-13']
  it.each([
    ['no', 'open'],
    ['yes', 'hidden'],
    [undefined, 'waiting'],
  ] as const)('repairable: %s', (fixable, state) => {
    const led = hotline()
    if (fixable) led.answer('fixable_now', fixable)
    expect(states(led, ...TOLD)).toEqual([state, state, state])
  })

  it.each(TOLD)('%s counts from the cause being known', (id) => {
    const led = hotline()
    led.pass('5 min')
    led.answer('fixable_now', 'no')
    expect(led.step(id).dueAt).toBeNull()
    led.finish('hl-10')
    lateAfter(led, id, 10)
    expect(told(led, id)[1]).toBe('line-head')
  })

  it('the answer after the cause: the 10 minutes run since the cause', () => {
    const led = hotline()
    led.finish('hl-10')
    const known = led.now()
    led.pass('4 min')
    led.answer('fixable_now', 'no')
    expect(TOLD.map((id) => led.step(id).dueAt)).toEqual(TOLD.map(() => known + 10 * MINUTE))
  })

  it('the answer only after they have passed: late at once', () => {
    const led = hotline()
    led.finish('hl-10')
    led.pass('12 min')
    led.answer('fixable_now', 'no')
    expect(TOLD.map((id) => led.step(id).late)).toEqual([true, true, true])
  })

  it("the halls' announcement stands in the footer of the wall while it holds", () => {
    const led = hotline()
    expect(led.board().notices).toEqual([])
    led.answer('fixable_now', 'no')
    expect(led.board().notices).toHaveLength(1)
    led.answer('fixable_now', 'yes')
    expect(led.board().notices).toEqual([])
  })

  it('S09-79: a cause that nobody records alarms after 10 minutes, unless it was repaired at once', () => {
    const led = hotline()
    led.finish('hl-02')
    led.pass('10 min')
    expect(led.board().alerts).toMatchObject([{ kind: 'not-recorded', stepId: 'hl-10' }])
    led.answer('fixable_now', 'yes')
    expect(led.board().alerts).toEqual([])
  })
})

describe('S09-84: the line head reports fault and outcome', () => {
  it('follows up once the fault is reported, and files the outcome once the cause is known', () => {
    const led = hotline()
    expect(states(led, 'hl-16', 'hl-17', 'hl-21')).toEqual(['open', 'waiting', 'waiting'])
    led.finish('hl-16')
    expect(states(led, 'hl-17', 'hl-21')).toEqual(['open', 'waiting'])
    led.finish('hl-10')
    expect(states(led, 'hl-17', 'hl-21')).toEqual(['open', 'open'])
  })

  it('both block closing until they are recorded, and so does the cause', () => {
    const led = hotline(WORKDAY, 'other')
    expect(led.board().blocks).toEqual(['hl-10', 'hl-16', 'hl-21'])
    for (const id of ['hl-10', 'hl-16', 'hl-21']) led.finish(id)
    expect(led.move('closed')).toBeNull()
  })
})

describe('S09-85: calls come in again within 10 minutes of the report, or standby equipment', () => {
  it('the standby equipment is asked for at 10 minutes, not before', () => {
    const led = hotline(WORKDAY, 'no-calls')
    led.pass(10 * MINUTE - 1)
    expect(states(led, 'hl-14', 'hl-15')).toEqual(['open', 'hidden'])
    led.pass(1)
    expect(led.step('hl-14').late).toBe(true)
    expect(led.step('hl-15')).toMatchObject({
      state: 'open',
      urgency: 'immediate',
      role: { zh: '热线中心主管' },
    })
    expect(told(led, 'hl-14')).toEqual(['information-centre', 'hotline-supervisor'])
    expect(led.board().alerts.find((alert) => alert.stepId === 'hl-14')?.action.zh).toContain(
      '备用',
    )
  })

  it('never, if the calls come in before', () => {
    const led = hotline(WORKDAY, 'no-calls')
    led.pass('9 min')
    led.finish('hl-14')
    led.pass('2 h')
    expect(led.step('hl-15').state).toBe('hidden')
  })

  it('it stays asked for when the fault is removed late', () => {
    const led = hotline(WORKDAY, 'no-calls')
    led.pass('11 min')
    led.finish('hl-14')
    expect(states(led, 'hl-14', 'hl-15')).toEqual(['done', 'open'])
  })

  it('what the fault is, answered only after 10 minutes: late at once, counted from the report', () => {
    const led = hotline()
    led.pass('12 min')
    led.answer('fault_kind', 'no-calls')
    expect(led.step('hl-14')).toMatchObject({
      late: true,
      dueAt: Date.parse(WORKDAY) + 10 * MINUTE,
    })
    expect(led.step('hl-15').state).toBe('open')
  })

  it('is no matter where calls do come in', () => {
    const led = hotline(WORKDAY, 'no-query')
    led.pass('11 min')
    expect(states(led, 'hl-14', 'hl-15')).toEqual(['hidden', 'hidden'])
  })
})

describe('S09-74 with S09-65: the look-up is restored within 30 minutes, or callers are asked', () => {
  it.each([
    [30 * MINUTE - 1, false, 'hidden'],
    [30 * MINUTE, true, 'open'],
    [31 * MINUTE, true, 'open'],
  ] as const)('after %d ms', (ms, late, ask) => {
    const led = hotline(WORKDAY, 'no-query')
    led.pass(ms)
    expect(led.step('hl-19')).toMatchObject({ late, dueAt: Date.parse(WORKDAY) + 30 * MINUTE })
    expect(led.step('hl-20').state).toBe(ask)
  })

  it('restored in time: nobody is asked', () => {
    const led = hotline(WORKDAY, 'no-query')
    led.finish('hl-19')
    led.pass('2 h')
    expect(led.step('hl-20').state).toBe('hidden')
  })
})

it('every limit shows its clause, in chapter and paraphrase', () => {
  const plan = shippedPlan('gas-hotline-failure')
  const timed = plan.steps.filter((step) => step.due)
  expect(timed.map(({ id, clause }) => [id, clause])).toEqual([
    ['hl-06', 'S09-77'],
    ['hl-08', 'S09-80'],
    ['hl-09', 'S09-80'],
    ['hl-11', 'S09-81'],
    ['hl-12', 'S09-82'],
    ['hl-13', 'S09-82'],
    ['hl-14', 'S09-85'],
    ['hl-19', 'S09-74'],
  ])
  const led = hotline()
  for (const { id } of timed) expect(led.step(id).says.zh.length).toBeGreaterThan(8)
})
