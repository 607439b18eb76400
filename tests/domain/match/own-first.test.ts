/** A plan that the site wrote for one thing stands before those of the program for everything. */
import { describe, expect, it } from 'vitest'
import { propose } from '#shared/domain/match/match.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan } from '../../kit/plan.ts'
import { sayingsLearned, sourcesAt } from './sources-at.ts'

const GAS = 'own-gas'
const service = sourcesAt('generic-service')
const gasType: IncidentType = {
  ...{ code: 'own.gas', name: localized('燃气泄漏', 'Gas leak'), category: 'own', legal: null },
  words: ['燃气泄漏'],
}
const gasPlan = plan(GAS, [], { triggers: ['煤气'], types: ['own.gas'], document: 'own' })
const hurtPlan = plan('own-hurt', [], { triggers: ['受伤'], types: [], document: 'own' })

const order = (narrative: string, { isOwn = true, second = false } = {}): readonly string[] =>
  propose(narrative, {
    ...service,
    plans: [...service.plans, gasPlan, hurtPlan],
    types: [...service.types, gasType],
    ...(second && { sayings: sayingsLearned() }),
    isOwn: ({ id }) => isOwn && id.startsWith('own-'),
  }).map(({ planId }) => planId)

describe.each([
  ['the rules alone', false],
  ['both ears', true],
])("a plan of the site's own, by %s", (_ears, second) => {
  it.each(['中餐厨房煤气漏了', '厨房闻到煤气味', '燃气泄漏'])(
    'stands before the plan for everything that has heard the same: %s',
    (narrative) => {
      expect(order(narrative, { second })).toEqual([GAS, 'generic-service'])
    },
  )

  it('stays behind where the other has heard something graver: who is hurt by a fire, and gas that burns', () => {
    expect(order('后厨着火，客人受伤', { second })).toEqual(['generic-service', 'own-hurt'])
    expect(order('煤气漏了，包间着火', { second })).toEqual(['generic-service', GAS])
  })
})

it('is among the proposals however many plans have heard more words', () => {
  const many = Array.from({ length: 6 }, (_, at) =>
    plan(`shipped-${at}`, [], { triggers: ['受伤', '流血', '昏迷'], types: [] }),
  )
  const proposals = propose('有人受伤流血昏迷', {
    ...{ ...service, plans: [...many, hurtPlan], types: [] },
    isOwn: ({ id }) => id.startsWith('own-'),
  })
  expect(proposals[0]).toMatchObject({ planId: 'own-hurt', preselected: true })
  expect(proposals).toHaveLength(5)
})

it('what came with the program keeps its order', () => {
  expect(order('厨房闻到煤气味', { isOwn: false })[0]).toBe('generic-service')
})
