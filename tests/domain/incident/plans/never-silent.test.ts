/**
 * The plans of the product as a report finds them: something is to be done at once, what decides is
 * asked first and alarms, what the report says is not asked again, and alerts name who must act.
 */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { allPlans, allTypes, shippedPlan } from '../../../kit/library.ts'

const START = '2026-11-24T14:00:00+08:00'
function reported(planIds: readonly string[], type: string | null, words: string): Scenario {
  const incidentType = allTypes().find(({ code }) => code === type)
  const scenario = incidentAt(START, {
    library: allPlans(),
    attention: ATTENTION_DEFAULTS,
    words,
    ...(incidentType ? { type: incidentType } : {}),
  })
  for (const id of planIds) scenario.activate(shippedPlan(id))
  return scenario
}

describe('a plan that has just been started', () => {
  it.each(allPlans().map((plan) => [plan.id, plan] as const))('%s: has something to do', (id) => {
    const { next, asks } = reported([id], null, '').board()
    expect(next ?? asks).not.toBeNull()
  })

  it('the small fire of the programme: 119 is the next action, and life stands open', () => {
    const scenario = reported(['gas-fire-alarm-programme'], null, '')
    expect(scenario.board()).toMatchObject({ next: 'fa-05' })
    expect(scenario.step('fa-05')).toMatchObject({ state: 'open', lifeSafety: true })
  })

  it('lost property: readiness to help comes first, whatever was lost', () => {
    const scenario = reported(['gas-property-loss-customer'], null, '')
    expect(scenario.board().next).toBe('pk-01')
    expect(scenario.step('pk-01').state).toBe('open')
  })
})

describe('a question that life hangs on', () => {
  it.each([
    ['government-hall-fire', 'fire_size'],
    ['bank-natural-disaster', 'leave_needed'],
    ['gas-agitated-customer', 'attack'],
    ['conference-service', 'evacuate'],
  ])('%s: is asked first, and alarms within 75 s', (planId) => {
    const scenario = reported([planId], null, '')
    const { asks } = scenario.board()
    expect(asks).not.toBeNull()
    scenario.pass('75s')
    expect(scenario.board().alerts).toMatchObject([
      { kind: 'nudge', priority: 1, acknowledgedAt: null },
    ])
    expect(scenario.board().alerts[0]?.members).toContainEqual(
      expect.objectContaining({ factKey: asks?.key, planId: asks?.planId }),
    )
  })
})

it.each(
  allPlans()
    .filter(({ document }) => document === 'gas-customer-service')
    .map(({ id }) => [id] as const),
)('%s: is not closed with nothing done', (id) => {
  expect(reported([id], null, '').move('closed')).not.toBeNull()
})

describe('questions at once', () => {
  const open = (scenario: Scenario): readonly string[] =>
    scenario
      .board()
      .facts.filter(({ value, later }) => value === null && !later)
      .map(({ key }) => key)

  it.each(
    allPlans()
      .filter(({ document }) => document === 'gas-customer-service')
      .map(({ id }) => [id] as const),
  )('%s: six at most, those for the record only once it is contained', (id) => {
    const scenario = reported([id], null, '')
    expect(open(scenario).length).toBeLessThanOrEqual(6)
  })

  it('whose fault it was, and whether it is serious, are asked afterwards', () => {
    const scenario = reported(['gas-safety-premises-attack'], null, '')
    expect(open(scenario)).not.toContain('fault')
    scenario.moveExplained('contained')
    expect(open(scenario)).toEqual(expect.arrayContaining(['fault', 'legal_action', 'serious']))
  })

  it('an answer that comes early is taken', () => {
    const scenario = reported(['gas-safety-premises-attack'], null, '')
    expect(scenario.answer('fault', 'customer')).toBeNull()
  })
})

describe('what the report has said is not asked again', () => {
  it.each([
    ['gas-safety-not-customer-caused', 'personal-safety.traffic', '', 'cause', 'traffic', 'gn-04'],
    ['government-hall-disturbance', 'hall-disturbance.conflict', '', 'kind', 'conflict', 'gd-07'],
    ['gas-fight-theft-robbery', null, '有人抢劫', 'act', 'robbery', 'ft-04'],
    ['gas-explosion', null, '爆炸了，有人受伤', 'casualties', 'yes', 'ex-93'],
    ['gas-property-loss-customer', null, '客户的钱包被偷了', 'loss_kind', 'stolen', 'pk-01'],
    [
      'mall-natural-disaster',
      'mall-natural.earthquake',
      '',
      'disaster_type',
      'earthquake',
      'mn-04',
    ],
    ['gas-hotline-failure', null, '热线打不进来', 'fault_kind', 'no-calls', 'hl-01'],
    ['gas-accident-hotline', null, '有人晕倒', 'casualties', 'yes', 'gh-93'],
  ])('%s (%s %s): %s is %s, and %s stands open', (planId, type, words, key, value, stepId) => {
    const scenario = reported([planId], type, words)
    const question = scenario.board().facts.find((fact) => fact.key === key)
    expect(question).toMatchObject({ value, source: 'report' })
    expect(scenario.board().asks?.key).not.toBe(key)
    expect(scenario.step(stepId).state).toBe('open')
  })

  it('a fire in a shop: 119 waits for nobody', () => {
    const scenario = reported(['generic-service'], 'service-accident.fire', '')
    expect(scenario.step('gs-05')).toMatchObject({ state: 'open', lifeSafety: true })
  })
})

describe('an alert names who must act, and beside it whose step it is', () => {
  it('a late limit: the supervisor who has to switch over, not the centre that is late', () => {
    const scenario = reported(['gas-hotline-failure'], null, '热线打不进来')
    scenario.pass('10min')
    const late = () => scenario.board().alerts.find(({ kind }) => kind === 'late')
    expect(late()).toMatchObject({
      owner: { zh: '信息中心' },
      action: { zh: expect.stringContaining('备用') as string },
      actor: { role: { zh: '热线中心主管' } },
    })
    scenario.pass('2min')
    expect(late()?.actor.role.zh).toBe(late()?.told.at(-1)?.role.zh)
  })

  it('a tick that is missing climbs, too: to the line head, then to the duty leader', () => {
    const scenario = reported(['gas-hotline-failure'], null, '热线打不进来')
    scenario.pass('3min')
    const missing = () => scenario.board().alerts.find(({ kind }) => kind === 'not-recorded')
    expect(missing()).toMatchObject({ stepId: 'hl-05', told: [{}], next: { role: {} } })
    scenario.pass('2min')
    expect(missing()?.told.map(({ role }) => role.zh)).toEqual([
      '热线中心主管',
      '职能线负责人',
      '值班领导',
    ])
    expect(missing()?.actor.role.zh).toBe('值班领导')
  })
})

it('accident and explosion beside each other: 120 and 119 are rung once', () => {
  const scenario = reported(['gas-accident-hotline', 'gas-explosion'], null, '爆炸了，有人受伤')
  expect(['gh-93', 'ex-93', 'gh-94', 'ex-92'].map((id) => scenario.step(id).state)).toEqual(
    Array(4).fill('open'),
  )
  scenario.finish('gh-93')
  scenario.finish('gh-94')
  expect(scenario.step('ex-93')).toMatchObject({ state: 'already-done' })
  expect(scenario.step('ex-92')).toMatchObject({ state: 'already-done' })
})
