/**
 * The branch plan and its annex, clause by clause: S04-03 … S04-12, S04-18 … S04-21. Each runs by
 * its own steps; what an annex does to its base is not tested here.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const AT = '2026-11-24T15:00:00+08:00'
const branch = (): Scenario => runs('branch-general', AT)
const attack = (): Scenario => {
  const scenario = incidentAt(AT, {
    library: [shippedPlan('branch-general'), shippedPlan('branch-network-attack')],
  })
  scenario.activate(shippedPlan('branch-network-attack'))
  return scenario
}

describe('the general plan', () => {
  it('S04-03, S04-04: what it is, and the superior hears the four things, both at once', () => {
    const scenario = branch()
    expect(scenario.step('bg-01')).toMatchObject({
      state: 'open',
      urgency: 'immediate',
      roleId: 'branch-staff',
    })
    expect(scenario.step('bg-02')).toMatchObject({
      state: 'open',
      urgency: 'immediate',
      calls: [{ role: 'superior' }],
    })
    for (const part of ['地点', '情况', '伤亡', '影响'])
      expect(scenario.step('bg-02').say?.zh).toContain(part)
    expect(scenario.board().next).toBe('bg-01')
    scenario.finish('bg-01')
    expect(scenario.board().next).toBe('bg-02')
  })

  it('S04-05 … S04-09, S04-13: action, coordinator, others, CCTV and bulletin hang on no answer', () => {
    expect(states(branch(), 'bg-03', 'bg-04', 'bg-05', 'bg-06', 'bg-07', 'bg-08')).toEqual(
      Array(6).fill('open'),
    )
    expect(branch().step('bg-05')).toMatchObject({
      urgency: 'immediate',
      calls: [{ role: 'coordinator' }],
    })
    expect(branch().step('bg-07').calls).toMatchObject([{ role: 'guards' }, { role: 'cctv' }])
  })

  it('S04-10: the aftermath opens once it is contained', () => {
    const scenario = branch()
    expect(states(scenario, 'bg-10', 'bg-11')).toEqual(['waiting', 'waiting'])
    scenario.moveExplained('contained')
    expect(scenario.step('bg-10').state).toBe('open')
  })

  it.each([
    ['yes', 'open'],
    ['no', 'hidden'],
    [undefined, 'waiting'],
  ] as const)('S04-12: damage or casualties: %s: the further report is %s', (harm, state) => {
    const scenario = branch()
    if (harm) scenario.answer('harm', harm)
    expect(scenario.step('bg-09').state).toBe(state)
  })

  it('S04-12: harm that shows later opens the report, harm that was none closes it', () => {
    const scenario = branch()
    scenario.answer('harm', 'no')
    scenario.answer('harm', 'yes')
    expect(scenario.step('bg-09').state).toBe('open')
    scenario.finish('bg-09')
    scenario.answer('harm', 'no')
    expect(scenario.step('bg-09').state).toBe('done')
  })

  it.each([
    ['second', 'open'],
    ['ordinary', 'hidden'],
    ['network-attack', 'hidden'],
    ['unclear', 'hidden'],
    [undefined, 'waiting'],
  ] as const)('S04-18: occasion %s: its own plan is %s', (occasion, state) => {
    const scenario = branch()
    if (occasion) scenario.answer('occasion', occasion)
    expect(scenario.step('bg-92')).toMatchObject({ state, proposed: true })
  })

  it('S04-21: the plan of the second occasion is an empty place', () => {
    expect(
      shippedPlan('branch-general').steps.find(({ id }) => id === 'bg-92')?.starts,
    ).toMatchObject({ plan: null, handsOver: false })
  })

  it.each([
    ['yes', 'open'],
    ['no', 'hidden'],
    [undefined, 'waiting'],
  ] as const)('help from outside: %s: %s', (help, state) => {
    const scenario = branch()
    if (help) scenario.answer('outside_help', help)
    expect(scenario.step('bg-90')).toMatchObject({ state, proposed: true, lifeSafety: true })
    if (help === 'yes') expect(scenario.board().next).toBe('bg-90')
  })

  it.each([
    ['branch-incident.fire', 'open'],
    ['branch-incident.outage', 'hidden'],
    [null, 'waiting'],
  ] as const)('leaving the branch, for %s: %s', (code, state) => {
    const scenario = code
      ? incidentAt(AT, {
          type: {
            code,
            name: localized('类型', 'Type'),
            category: 'branch-incident',
            legal: null,
            words: [],
          },
        })
      : incidentAt(AT)
    scenario.activate(shippedPlan('branch-general'))
    expect(scenario.step('bg-91').state).toBe(state)
  })

  it.each([
    ['branch-incident.gas', 'open', 'open'],
    ['branch-incident.disorder.armed', 'hidden', 'open'],
    ['branch-incident.disorder', 'hidden', 'waiting'],
  ] as const)('%s: leaving for gas %s, help from outside %s', (code, leaving, help) => {
    const name = localized('类型', 'Type')
    const type = { code, name, category: 'branch-incident', legal: null, words: [] }
    const scenario = incidentAt(AT, { type })
    scenario.activate(shippedPlan('branch-general'))
    expect(states(scenario, 'bg-96', 'bg-90')).toEqual([leaving, help])
  })

  it('S04-04: the likely effect is recorded and opens nothing', () => {
    const scenario = branch()
    const before = scenario.board().steps
    expect(scenario.answer('impact', ['service', 'data'])).toBeNull()
    expect(scenario.board().steps).toEqual(before)
  })

  it('further bulletins follow the first', () => {
    const scenario = branch()
    expect(scenario.step('bg-94').state).toBe('waiting')
    scenario.finish('bg-08')
    expect(scenario.step('bg-94').state).toBe('open')
  })
})

describe('the annex on network attacks', () => {
  it('S04-19, S04-20: confirm, the report of the base, call security staff, then the measures', () => {
    const scenario = attack()
    expect(states(scenario, 'bn-01', 'bg-02', 'bn-03', 'bn-04')).toEqual([
      'open',
      'open',
      'open',
      'waiting',
    ])
    expect(scenario.step('bn-03').calls).toMatchObject([{ role: 'network-security' }])
    scenario.finish('bn-03')
    expect(scenario.step('bn-04').state).toBe('open')
  })

  it('S04-04: the superior hears of it once, whichever plan came first', () => {
    const scenario = incidentAt(AT, {
      library: [shippedPlan('branch-general'), shippedPlan('branch-network-attack')],
    })
    scenario.activate(shippedPlan('branch-general'))
    scenario.finish('bg-02')
    scenario.activate(shippedPlan('branch-network-attack'))
    const calling = scenario
      .board()
      .steps.filter(({ calls }) => calls.some(({ role }) => role === 'superior'))
    expect(calling.map(({ id, state }) => [id, state])).toEqual([
      ['bg-02', 'done'],
      ['bg-09', 'waiting'],
    ])
  })

  it('S04-19: an attack by its type is a special occasion that nobody is asked for', () => {
    const name = localized('网络攻击', 'Network attack')
    const type = {
      code: 'branch-attack.network',
      name,
      category: 'branch-attack',
      legal: null,
      words: [],
    }
    const scenario = incidentAt(AT, { type })
    scenario.activate(shippedPlan('branch-general'))
    expect(scenario.board().facts.find(({ key }) => key === 'occasion')).toMatchObject({
      value: 'network-attack',
      source: 'report',
    })
  })

  it('S04-21: what was added is marked, and restoring comes after the measures', () => {
    const scenario = attack()
    for (const id of ['bn-90', 'bn-91', 'bn-92', 'bn-93', 'bn-95'])
      expect(scenario.step(id).proposed, id).toBe(true)
    expect(states(scenario, 'bn-91', 'bn-92')).toEqual(['waiting', 'waiting'])
    scenario.finish('bn-04')
    expect(states(scenario, 'bn-91', 'bn-92')).toEqual(['open', 'waiting'])
    scenario.finish('bn-91')
    expect(scenario.step('bn-92').state).toBe('open')
    expect(scenario.step('bn-93').prohibits).toBe(true)
  })

  it.each([
    ['yes', 'open'],
    ['unclear', 'open'],
    ['no', 'hidden'],
    [undefined, 'waiting'],
  ] as const)('spreading: %s: online service stops: %s', (spreads, state) => {
    const scenario = attack()
    if (spreads) scenario.answer('attack_spreads', spreads)
    expect(scenario.step('bn-95').state).toBe(state)
  })

  it('stands for steps that its base has, and is proposed by what the base finds', () => {
    const plan = shippedPlan('branch-network-attack')
    const base = shippedPlan(plan.extends ?? '')
    expect(plan.replaces).toEqual(['bg-01'])
    expect(base.steps.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...(plan.replaces ?? [])]),
    )
    expect(plan.start?.map((rule) => rule.then)).toEqual(['propose', 'propose'])
    expect(
      base.facts.find(({ key }) => key === 'occasion')?.options.map(({ value }) => value),
    ).toContain('network-attack')
    expect([plan.completeness, base.completeness]).toEqual(['incomplete', 'incomplete'])
  })
})

it.each(['branch-general', 'branch-network-attack'])(
  '%s: the source sets no limit, so every limit is a proposal',
  (id) => {
    expect(shippedPlan(id).steps.filter(({ due, proposed }) => due && !proposed)).toEqual([])
  },
)
