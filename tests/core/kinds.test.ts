/**
 * Each kind of site, once chosen, has all that a desk needs of the shipped library: documents,
 * plans, types, posts, levels. Of all types only a robbery of a bank has no plan.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { SITE_KINDS } from '#shared/domain/site/site.ts'
import { openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

type Kind = keyof typeof SITE_KINDS

let kit: Kit
afterEach(() => kit.stop())

/**
 * How many plans the nine documents have for it; a hotel has the general one of service trades,
 * too.
 */
const PLANS: Readonly<Record<Kind, number>> = {
  conference: 1,
  company: 3,
  'government-hall': 3,
  branch: 2,
  'generic-service': 1,
  hotel: 2,
  mall: 4,
  'municipal-centre': 1,
  'bank-window': 5,
  'gas-customer-service': 18,
  all: 39,
}

describe.each(Object.entries(PLANS) as [Kind, number][])('%s', (kind, count) => {
  it(`loads ${count} plans, and every type, post and level that they name`, async () => {
    kit = await openWithPlans('memory', ['company'])
    await kit.ask('site/set-up', { name: '云雀湾', kinds: [kind] })
    const [plans, documents, types] = [
      await kit.ask('plans/list', {}),
      await kit.ask('documents/list', {}),
      await kit.ask('types/list', {}),
    ]
    expect(plans).toHaveLength(count)
    expect(new Set(documents.map(({ id }) => id))).toEqual(
      new Set(plans.map((plan) => plan.document)),
    )
    const without = types.filter((type) => type.plans.length === 0).map(({ code }) => code)
    // what a paper has no plan for is reported all the same
    const [ofBank, ofHall] = ['bank-window', 'government-hall'].map((id) =>
      documents.some((document) => document.id === id),
    )
    expect(without).toEqual([
      ...(ofBank ? ['bank-security.robbery'] : []),
      ...(ofHall ? ['hall-network.attack'] : []),
    ])
    for (const { id } of plans) {
      const plan = await kit.ask('plans/read', { planId: id })
      expect([id, plan.levels.length > 0, plan.roles.length > 0]).toEqual([id, true, true])
      expect(plan.steps.filter(({ role }) => !plan.roles.some((post) => post.id === role))).toEqual(
        [],
      )
    }
    expect((await kit.station.board()).site.kinds).toEqual([kind])
  })
})

it('every kind is in the table', () => {
  expect(Object.keys(PLANS).sort()).toEqual(Object.keys(SITE_KINDS).sort())
})
