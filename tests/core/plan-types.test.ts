/** Tests what becomes of a plan when the site gives up its kind, or when nobody knows its type. */
import { afterEach, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { approved, GAS, HOTLINE, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

it('a kind stays as long as an incident runs one of its plans; then its plans are not offered any more, and the old incident is still told whole', async () => {
  kit = await openWithPlans('sqlite')
  const running = await kit.run([HOTLINE])
  const { revision } = (await kit.incident(running)).plans[0]!
  const mall = { name: '云雀湾', kinds: ['mall' as const] }
  expect(await kit.send('site/set-up', mall)).toMatchObject({ ok: false, code: 'site-kind-needed' })
  await kit.ask('incident/move', { incidentId: running, to: 'false-report', reason: '误报' })
  await kit.ask('site/set-up', mall)
  expect((await kit.ask('plans/list', {})).map(({ id }) => id)).not.toContain(HOTLINE)
  expect(
    (await kit.ask('incident/propose', { narrative: '热线打不进' })).proposals.map(
      ({ planId }) => planId,
    ),
  ).not.toContain(HOTLINE)
  kit = await kit.restart()
  expect(await kit.ask('plans/read', { planId: HOTLINE, revision })).toMatchObject({
    id: HOTLINE,
    revision,
  })
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('a draft of a type that nobody knows is not approved, and says which', async () => {
  kit = await openWithPlans()
  const draft = { ...(await sourceOf(kit, HOTLINE)), types: ['system-failure.gone'] }
  const { findings } = await kit.ask('plans/draft-save', { planId: HOTLINE, draft })
  expect(findings).toMatchObject([{ code: 'unknown-type', path: expect.stringContaining('types') }])
  expect(
    await kit.send('plans/approve', { planId: HOTLINE, why: '换类型', approvedBy: '李强' }),
  ).toMatchObject({ ok: false, code: 'draft-faulty' })
})

it('what was approved for a kind comes back with the kind', async () => {
  kit = await openWithPlans()
  const revision = await approved(
    kit,
    HOTLINE,
    withStep(await sourceOf(kit, HOTLINE), 'hl-19', { due: { within: '20m', from: 'reported' } }),
  )
  await kit.ask('site/set-up', { name: '云雀湾', kinds: ['mall'] })
  kit = await kit.restart()
  await kit.ask('site/set-up', { name: '云雀湾', kinds: [GAS] })
  expect(await kit.ask('plans/read', { planId: HOTLINE })).toMatchObject({ revision })
})
