/**
 * The five plans of the bank windows, clause by clause: S08-06 … S08-25, under control or not,
 * evacuated or not.
 */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
const PLANS = [
  ['bank-casualty', 'bc', 'S08-06', 'bc-10'],
  ['bank-power-cut', 'bp', 'S08-22', 'bp-11'],
  ['bank-fire', 'bf', 'S08-12', 'bf-10'],
  ['bank-natural-disaster', 'bd', 'S08-15', 'bd-10'],
  ['bank-network-security', 'bx', 'S08-18', 'bx-10'],
] as const

describe.each(PLANS)('%s', (id, prefix, starts, group) => {
  const scenario = (): Scenario => runs(id, WORKDAY)
  const [report, aftermath] = [`${prefix}-20`, `${prefix}-21`]

  it('S08-22: the finder starts, the leading group confirms by a step of its own', () => {
    const plan = shippedPlan(id)
    expect(plan.activation).toEqual({ by: 'finder', confirmedBy: 'leading-group', clause: starts })
    expect(plan.steps.filter((step) => step.confirms).map((step) => [step.id, step.role])).toEqual([
      [group, 'leading-group'],
    ])
    expect(scenario().step(group).state).toBe('open')
  })

  it('S08-21: the leading group is told, open from the start', () => {
    const report = shippedPlan(id).steps.find((step) =>
      [step.clause, ...step.clauses].includes('S08-21'),
    )
    expect(report).toMatchObject({
      role: 'finder',
      calls: [{ role: 'leading-group' }],
      when: null,
      after: [],
    })
  })

  it.each([
    [undefined, 'waiting'],
    ['no', 'waiting'],
    ['yes', 'waiting'],
  ] as const)(
    'S08-24, S08-25: said to be under control: %s: it is still to be moved',
    (control, reportState) => {
      const running = scenario()
      if (control) running.answer('under_control', control)
      expect(states(running, report, aftermath)).toEqual([reportState, 'waiting'])
      expect(running.state().state).toBe('responding')
      const reported = running.board().gates.find(({ to }) => to === 'contained')?.told
      expect(reported ?? null).toEqual(control === 'yes' ? { at: running.now(), by: '周敏' } : null)
      running.moveExplained('contained')
      expect(states(running, report, aftermath)).toEqual(['open', 'waiting'])
    },
  )

  it('S08-25: the aftermath follows the report that it is under control', () => {
    const running = scenario()
    running.moveExplained('contained')
    running.finish(report)
    expect(running.step(aftermath)).toMatchObject({ state: 'open', roleId: 'leading-group' })
  })

  it('the source sets no limit, so none is made up', () => {
    const running = scenario()
    running.pass('2 d')
    expect(running.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})

describe.each([
  ['bank-casualty', 'bc'],
  ['bank-fire', 'bf'],
  ['bank-natural-disaster', 'bd'],
  ['bank-network-security', 'bx'],
] as const)('%s', (id, prefix) => {
  it('S08-21: the finder starts and reports, both at once', () => {
    const scenario = runs(id, WORKDAY)
    expect(scenario.step(`${prefix}-01`)).toMatchObject({ state: 'done', urgency: 'immediate' })
    expect(scenario.step(`${prefix}-02`)).toMatchObject({ state: 'open', urgency: 'immediate' })
  })
})

describe('casualties', () => {
  it('S08-07, S08-23, S08-08: 120 first, then the injured; the superior unit is told', () => {
    const scenario = runs('bank-casualty', WORKDAY)
    expect(scenario.board().next).toBe('bc-03')
    expect(scenario.step('bc-03')).toMatchObject({
      calls: [{ number: '120' }],
      lifeSafety: true,
      urgency: 'immediate',
    })
    expect(states(scenario, 'bc-11', 'bc-04')).toEqual(['open', 'open'])
    expect(scenario.step('bc-04').calls).toMatchObject([{ role: 'superior-unit' }])
    expect(scenario.finish('bc-03', 'skipped')?.code).toBe('reason-needed')
  })
})

describe('power cut', () => {
  it('S08-09, S08-10, S08-11: the handling team, standby power and the site at once', () => {
    const scenario = runs('bank-power-cut', WORKDAY)
    expect(states(scenario, 'bp-01', 'bp-10', 'bp-02', 'bp-03')).toEqual([
      'open',
      'open',
      'open',
      'open',
    ])
    expect(scenario.step('bp-01').calls).toMatchObject([{ role: 'handling-team' }])
    expect(scenario.step('bp-02')).toMatchObject({
      urgency: 'immediate',
      materials: [{ zh: '备用电源' }],
    })
  })
})

describe('fire', () => {
  it('S08-13, S08-14: 119 and evacuation at once, whatever the size of the fire', () => {
    const scenario = runs('bank-fire', WORKDAY)
    expect(states(scenario, 'bf-03', 'bf-04')).toEqual(['open', 'open'])
    expect(scenario.step('bf-03')).toMatchObject({
      calls: [{ number: '119' }],
      lifeSafety: true,
      urgency: 'immediate',
    })
    expect(scenario.board().facts.map(({ key }) => key)).toEqual(['under_control'])
    expect(scenario.board().next).toBe('bf-03')
  })
})

describe('natural disaster', () => {
  it.each([
    [undefined, 'waiting', 0],
    ['no', 'hidden', 0],
    ['yes', 'open', 1],
  ] as const)('S08-16: people leave as the disaster requires: %s', (evacuate, state, notices) => {
    const scenario = runs('bank-natural-disaster', WORKDAY)
    if (evacuate) scenario.answer('evacuate', evacuate)
    expect(scenario.step('bd-03').state).toBe(state)
    if (state === 'open') scenario.accept('bd-03')
    expect(scenario.board().notices).toHaveLength(notices)
  })

  it('S08-16: it gets worse: people leave after all', () => {
    const scenario = runs('bank-natural-disaster', WORKDAY)
    scenario.answer('evacuate', 'no')
    scenario.answer('evacuate', 'yes')
    expect(scenario.board().next).toBe('bd-03')
  })

  it('S08-17: reconstruction follows once it is under control', () => {
    const scenario = runs('bank-natural-disaster', WORKDAY)
    expect(scenario.step('bd-04').state).toBe('waiting')
    scenario.moveExplained('contained')
    scenario.finish('bd-20')
    expect(scenario.step('bd-04').state).toBe('open')
  })
})

describe('network security', () => {
  it('S08-19, S08-20: services are cut off at once, one by one, and repaired', () => {
    const scenario = runs('bank-network-security', WORKDAY)
    expect(scenario.step('bx-03')).toMatchObject({ state: 'open', urgency: 'immediate' })
    expect(scenario.step('bx-03').list?.order.zh).toContain('断开和恢复的时间')
    expect(scenario.step('bx-04')).toMatchObject({ state: 'open', roleId: 'technicians' })
  })
})
