/**
 * A start over damaged documents of the site's own plans and plan documents: they are worked out
 * from the events again, and what the site wrote stays in force.
 */
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { approved, GAS, HOTLINE, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import { LIFT, liftApproved, liftDocument, TRAPPED } from '../kit/lift.ts'
import { openStation, type Kit } from '../kit/station.ts'

const RECHARGE = 'gas-recharge-terminal-failure'

let kit: Kit
afterEach(() => kit.stop())

function alter(file: string, statement: string): void {
  const db = new DatabaseSync(file)
  expect(db.prepare(statement).run().changes).toBeGreaterThan(0)
  db.close()
}

it.each([
  ['a plan that is no JSON any more', `UPDATE kept SET body = '{' WHERE kind = 'own-plan'`],
  ['a plan without its text', `UPDATE kept SET body = '{}' WHERE kind = 'own-plan'`],
  [
    'a plan whose text is none',
    `UPDATE kept SET body = replace(body, '"revision":"', '"revision":"x') WHERE kind = 'own-plan'`,
  ],
  ['a plan that is gone', `UPDATE kept SET kind = 'own-plam' WHERE kind = 'own-plan'`],
  ['a draft that is no JSON any more', `UPDATE kept SET body = '[' WHERE kind = 'draft'`],
])('%s', async (_what, damage) => {
  const before = await openWithPlans('sqlite')
  kit = before
  const text = withStep(await sourceOf(kit, RECHARGE), 'rt-05', {
    due: { within: '20m', from: 'reported' },
  })
  const revision = await approved(kit, RECHARGE, text)
  await kit.ask('plans/draft-save', { planId: HOTLINE, draft: await sourceOf(kit, HOTLINE) })
  await kit.station.stop()
  await kit.journal.close()
  alter(before.file, damage)

  const { library } = before
  kit = await openStation({
    on: 'sqlite',
    store: before.file,
    library,
    kinds: [GAS],
    at: before.clock.wall() + 60_000,
  })
  expect(await kit.station.check()).toMatchObject({ ok: true })
  expect((await kit.station.board()).alerts.map(({ cause }) => cause.zh).join()).toMatch(/./)
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  await kit.stop()
  kit = await openStation({ on: 'sqlite', store: before.file, library, kinds: [GAS] })
  expect(await kit.ask('plans/read', { planId: RECHARGE })).toMatchObject({ revision })
  expect(await kit.ask('plans/draft-read', { planId: HOTLINE })).toMatchObject({
    draft: { id: HOTLINE },
  })
})

it.each([
  [
    'a document that is no JSON any more',
    `UPDATE kept SET body = '{' WHERE kind = 'site-document'`,
  ],
  ['a document without its text', `UPDATE kept SET body = '{}' WHERE kind = 'site-document'`],
  [
    'a document that is gone',
    `UPDATE kept SET kind = 'site-documenu' WHERE kind = 'site-document'`,
  ],
  ['a draft of one that is no JSON', `UPDATE kept SET body = '[' WHERE kind = 'document-draft'`],
])('%s', async (_what, damage) => {
  const before = await openWithPlans('sqlite')
  kit = before
  const { revision } = await liftApproved(kit)
  await kit.ask('documents/put-away', { document: GAS, why: '本单位没有' })
  await kit.ask('documents/draft-save', { document: LIFT, draft: liftDocument({ level: 1 }) })
  await kit.station.stop()
  await kit.journal.close()
  alter(before.file, damage)

  kit = await openWithPlans('sqlite', [GAS], before.clock.wall() + 60_000, { store: before.file })
  expect(await kit.station.check()).toMatchObject({ ok: true })
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  await kit.stop()
  kit = await openWithPlans('sqlite', [GAS], before.clock.wall() + 120_000, { store: before.file })
  expect(await kit.ask('documents/list', {})).toMatchObject([
    { id: LIFT, revision, plans: [TRAPPED], draft: true },
    { id: GAS, putAway: true },
  ])
  expect((await kit.ask('types/list', {})).map(({ code }) => code)).toEqual(['lift.trapped'])
  expect(await kit.ask('documents/draft-read', { document: LIFT })).toMatchObject({
    draft: { level: 1 },
  })
})
