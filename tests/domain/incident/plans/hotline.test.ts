/**
 * The hotline plan, clause by clause: S09-73 … S09-85, just before, at and after each limit, every
 * branch both ways and unknown.
 */
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../kit/plan.ts'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states, recipients } from '../../../kit/library.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
const hotline = (at = WORKDAY, fault?: 'no-calls' | 'no-query' | 'other'): Scenario => {
  const scenario = runs('gas-hotline-failure', at)
  if (fault) scenario.answer('fault_kind', fault)
  return scenario
}
/** Just before a limit the step is not late, at the limit it is. */
const lateAfter = (scenario: Scenario, stepId: string, minutes: number): void => {
  const dueAt = scenario.step(stepId).dueAt
  expect(dueAt).toBe(scenario.now() + minutes * MINUTE)
  scenario.pass(minutes * MINUTE - 1)
  expect(scenario.step(stepId).late).toBe(false)
  scenario.pass(1)
  expect(scenario.step(stepId).late).toBe(true)
}

describe('S09-73: group leader and information centre at once', () => {
  it('both stand open from the start, whatever the fault, and are the first actions', () => {
    const scenario = hotline()
    expect(states(scenario, 'hl-01', 'hl-02')).toEqual(['open', 'open'])
    expect(scenario.step('hl-01')).toMatchObject({
      urgency: 'immediate',
      role: { zh: '热线坐席' },
      clause: 'S09-73',
    })
    expect(scenario.board().next).toBe('hl-01')
    scenario.finish('hl-01')
    expect(scenario.board().next).toBe('hl-02')
  })
})

describe('S09-74 … S09-78, S09-85: what the fault looks like decides on the look-up, never on the limits of 3 and 10 minutes', () => {
  const CALLS = ['hl-04', 'hl-05', 'hl-06', 'hl-07', 'hl-14']
  const QUERY = ['hl-03', 'hl-19', 'hl-18']
  it.each([
    [undefined, ['waiting', 'waiting', 'waiting']],
    ['no-calls', ['hidden', 'hidden', 'hidden']],
    ['no-query', ['waiting', 'open', 'waiting']],
    ['other', ['hidden', 'hidden', 'hidden']],
  ] as const)('%s', (fault, query) => {
    const scenario = hotline(WORKDAY, fault)
    expect(states(scenario, ...CALLS)).toEqual(CALLS.map(() => 'open'))
    expect(states(scenario, ...QUERY)).toEqual(query)
  })

  it.each([
    ['yes', 'open'],
    ['no', 'hidden'],
    [undefined, 'waiting'],
  ] as const)('S09-75: data cannot be looked up and the call holds: %s', (holds, state) => {
    const scenario = hotline(WORKDAY, 'no-query')
    if (holds) scenario.answer('call_holds', holds)
    expect(scenario.step('hl-03').state).toBe(state)
  })

  it('S09-75: the call does not matter where calls do not come in', () => {
    const scenario = hotline(WORKDAY, 'no-calls')
    scenario.answer('call_holds', 'yes')
    expect(scenario.step('hl-03').state).toBe('hidden')
  })

  it('S09-75: callers are rung back when the look-up works again', () => {
    const scenario = hotline(WORKDAY, 'no-query')
    scenario.finish('hl-19')
    expect(scenario.step('hl-18').state).toBe('open')
    expect(
      shippedPlan('gas-hotline-failure').steps.find(({ id }) => id === 'hl-18')?.list,
    ).toMatchObject({ kind: 'persons', sort: 'given' })
  })

  it('from no query to no calls: the steps of the other branch hide, what was done stays', () => {
    const scenario = hotline(WORKDAY, 'no-query')
    scenario.answer('call_holds', 'yes')
    scenario.finish('hl-03')
    scenario.answer('fault_kind', 'no-calls')
    expect(states(scenario, 'hl-03', 'hl-19', 'hl-04')).toEqual(['done', 'hidden', 'open'])
  })
})

describe('S09-77: the supervisor reports to the line head within 3 minutes of receipt', () => {
  it('counts from the receipt, not from the report', () => {
    const scenario = hotline(WORKDAY, 'no-calls')
    scenario.pass('2 min')
    expect(scenario.step('hl-06').dueAt).toBeNull()
    scenario.finish('hl-05')
    lateAfter(scenario, 'hl-06', 3)
  })

  it('at exactly 3 minutes is met', () => {
    const scenario = hotline(WORKDAY, 'no-calls')
    scenario.finish('hl-05')
    scenario.pass('3 min')
    scenario.finish('hl-06')
    expect(scenario.step('hl-06').late).toBe(false)
  })

  it('late: the department manager hears at once, the leader 5 minutes later', () => {
    const scenario = hotline(WORKDAY, 'no-calls')
    scenario.finish('hl-05')
    scenario.pass('3 min')
    expect(recipients(scenario, 'hl-06')).toEqual(['hotline-supervisor', 'department-manager'])
    for (const alert of scenario.state().alerts) scenario.acknowledge(alert.id)
    scenario.pass(5 * MINUTE - 1)
    expect(recipients(scenario, 'hl-06')).not.toContain('leader-in-charge')
    scenario.pass(1)
    expect(recipients(scenario, 'hl-06')).toContain('leader-in-charge')
  })

  it('a receipt that nobody records alarms after 3 minutes by itself', () => {
    const scenario = hotline(WORKDAY, 'no-calls')
    scenario.pass(3 * MINUTE - 1)
    expect(scenario.board().alerts).toEqual([])
    scenario.pass(1)
    expect(scenario.board().alerts).toMatchObject([
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
    const scenario = hotline(at)
    expect(states(scenario, shown, hidden)).toEqual(['open', 'hidden'])
    scenario.pass('1 min')
    scenario.finish('hl-02')
    lateAfter(scenario, shown, minutes)
    expect(recipients(scenario, shown)).toEqual(['information-centre', 'line-head'])
  })

  it('the call before midnight decides, not the report', () => {
    const scenario = hotline('2026-09-30T23:50:00+08:00')
    scenario.pass('15 min') // now it is a holiday
    scenario.finish('hl-02')
    expect(states(scenario, 'hl-08', 'hl-09')).toEqual(['hidden', 'open'])
    lateAfter(scenario, 'hl-09', 45)
  })

  it.each([
    [WORKDAY, 15],
    ['2026-10-01T14:00:00+08:00', 45],
  ] as const)('a call that nobody records alarms by itself: %s', (at, minutes) => {
    const scenario = hotline(at)
    for (const id of ['hl-05', 'hl-06', 'hl-10', 'hl-14']) scenario.finish(id)
    scenario.pass(minutes * MINUTE - 1)
    expect(scenario.board().alerts).toEqual([])
    scenario.pass(1)
    expect(scenario.board().alerts).toMatchObject([{ kind: 'not-recorded', stepId: 'hl-02' }])
  })
})

describe('S09-81 … S09-83: not repairable at once: halls, notice and other channels within 10 minutes of knowing', () => {
  const TOLD = ['hl-11', 'hl-12', 'hl-13']
  it.each([
    ['no', 'open'],
    ['yes', 'hidden'],
    [undefined, 'waiting'],
  ] as const)('repairable: %s', (fixable, state) => {
    const scenario = hotline()
    if (fixable) scenario.answer('fixable_now', fixable)
    expect(states(scenario, ...TOLD)).toEqual([state, state, state])
  })

  it.each(TOLD)('%s counts from the cause being known', (id) => {
    const scenario = hotline()
    scenario.pass('5 min')
    scenario.answer('fixable_now', 'no')
    expect(scenario.step(id).dueAt).toBeNull()
    scenario.finish('hl-10')
    lateAfter(scenario, id, 10)
    expect(recipients(scenario, id)[1]).toBe('line-head')
  })

  it('the answer after the cause: the 10 minutes run since the cause', () => {
    const scenario = hotline()
    scenario.finish('hl-10')
    const known = scenario.now()
    scenario.pass('4 min')
    scenario.answer('fixable_now', 'no')
    expect(TOLD.map((id) => scenario.step(id).dueAt)).toEqual(TOLD.map(() => known + 10 * MINUTE))
  })

  it('the answer only after they have passed: late at once', () => {
    const scenario = hotline()
    scenario.finish('hl-10')
    scenario.pass('12 min')
    scenario.answer('fixable_now', 'no')
    expect(TOLD.map((id) => scenario.step(id).late)).toEqual([true, true, true])
  })

  it("the halls' announcement stands in the footer of the wall while it holds", () => {
    const scenario = hotline()
    expect(scenario.board().notices).toEqual([])
    scenario.answer('fixable_now', 'no')
    expect(scenario.board().notices).toEqual([])
    for (const id of TOLD) scenario.accept(id)
    expect(scenario.board().notices).toHaveLength(1)
    scenario.answer('fixable_now', 'yes')
    expect(scenario.board().notices).toEqual([])
  })

  it('S09-79: a cause that nobody records alarms after 10 minutes, unless it was repaired at once', () => {
    const scenario = hotline()
    for (const id of ['hl-02', 'hl-05', 'hl-06', 'hl-14']) scenario.finish(id)
    scenario.pass('10 min')
    expect(scenario.board().alerts).toMatchObject([{ kind: 'not-recorded', stepId: 'hl-10' }])
    scenario.answer('fixable_now', 'yes')
    expect(scenario.board().alerts).toEqual([])
  })
})

describe('S09-84: the line head reports fault and outcome', () => {
  it('follows up once the fault is reported, and files the outcome once the cause is known', () => {
    const scenario = hotline()
    expect(states(scenario, 'hl-16', 'hl-17', 'hl-21')).toEqual(['open', 'waiting', 'waiting'])
    scenario.finish('hl-16')
    expect(states(scenario, 'hl-17', 'hl-21')).toEqual(['open', 'waiting'])
    scenario.finish('hl-10')
    expect(states(scenario, 'hl-17', 'hl-21')).toEqual(['open', 'open'])
  })

  it('both block closing until they are recorded, and so does the cause', () => {
    const scenario = hotline(WORKDAY, 'other')
    expect(scenario.board().blocks).toEqual(['hl-10', 'hl-16', 'hl-21'])
    for (const id of ['hl-10', 'hl-16', 'hl-21']) scenario.finish(id)
    expect(scenario.move('closed')).toBeNull()
  })
})

describe('S09-85: calls come in again within 10 minutes of the report, or standby equipment', () => {
  it('the standby equipment is asked for at 10 minutes, not before', () => {
    const scenario = hotline(WORKDAY, 'no-calls')
    scenario.pass(10 * MINUTE - 1)
    expect(states(scenario, 'hl-14', 'hl-15')).toEqual(['open', 'waiting'])
    scenario.pass(1)
    expect(scenario.step('hl-14').late).toBe(true)
    expect(scenario.step('hl-15')).toMatchObject({
      state: 'open',
      urgency: 'immediate',
      role: { zh: '热线中心主管' },
    })
    expect(recipients(scenario, 'hl-14')).toEqual(['information-centre', 'hotline-supervisor'])
    expect(scenario.board().alerts.find((alert) => alert.stepId === 'hl-14')?.action.zh).toContain(
      '备用',
    )
  })

  it('never, if the calls come in before', () => {
    const scenario = hotline(WORKDAY, 'no-calls')
    scenario.pass('9 min')
    scenario.finish('hl-14')
    scenario.pass('2 h')
    expect(scenario.step('hl-15').state).toBe('hidden')
  })

  it('it is no longer asked for once calls come in again, however late', () => {
    const scenario = hotline(WORKDAY, 'no-calls')
    scenario.pass('11 min')
    scenario.finish('hl-14')
    expect(states(scenario, 'hl-14', 'hl-15')).toEqual(['done', 'hidden'])
  })

  it('what cannot be repaired on the spot is switched over at once, unless calls come in', () => {
    const scenario = hotline(WORKDAY, 'no-calls')
    scenario.finish('hl-10')
    scenario.answer('fixable_now', 'no')
    expect(scenario.step('hl-15').state).toBe('open')
    scenario.finish('hl-14')
    expect(scenario.step('hl-15').state).toBe('hidden')
  })

  it('nobody says what the fault is: late at 10 minutes all the same, counted from the report', () => {
    const scenario = hotline()
    scenario.pass('12 min')
    expect(scenario.step('hl-14')).toMatchObject({
      late: true,
      dueAt: Date.parse(WORKDAY) + 10 * MINUTE,
    })
    expect(scenario.step('hl-15').state).toBe('open')
  })

  it('is ticked at once where calls do come in, and nothing more is asked for', () => {
    const scenario = hotline(WORKDAY, 'no-query')
    scenario.finish('hl-14', 'already-done')
    scenario.pass('11 min')
    expect(states(scenario, 'hl-14', 'hl-15')).toEqual(['already-done', 'hidden'])
  })
})

describe('S09-74 with S09-65: the look-up is restored within 30 minutes, or callers are asked', () => {
  it.each([
    [30 * MINUTE - 1, false, 'hidden'],
    [30 * MINUTE, true, 'open'],
    [31 * MINUTE, true, 'open'],
  ] as const)('after %d ms', (ms, late, ask) => {
    const scenario = hotline(WORKDAY, 'no-query')
    scenario.pass(ms)
    expect(scenario.step('hl-19')).toMatchObject({ late, dueAt: Date.parse(WORKDAY) + 30 * MINUTE })
    expect(scenario.step('hl-20').state).toBe(ask)
  })

  it('restored in time: nobody is asked', () => {
    const scenario = hotline(WORKDAY, 'no-query')
    scenario.finish('hl-19')
    scenario.pass('2 h')
    expect(scenario.step('hl-20').state).toBe('hidden')
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
  const scenario = hotline()
  for (const { id } of timed) expect(scenario.step(id).says.zh.length).toBeGreaterThan(8)
})
