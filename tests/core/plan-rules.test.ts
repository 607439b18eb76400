/**
 * Tests that the rules of incidents take the approved text of a plan from the library: start rules,
 * plans that a step starts, bases of annexes.
 */
import { afterEach, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { approved, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const HIT = {
  when: { casualties: 'hurt', over: 0 },
  then: 'propose',
  why: { zh: '已有人受伤', en: 'Somebody is hurt' },
  clause: 'S09-73',
}
const HOTLINE = 'gas-hotline-failure'
const TERMINAL = 'gas-recharge-terminal-failure'
const proposed = async (id: string): Promise<string[]> =>
  (await kit.incident(id)).proposed.map(({ planId }) => planId)

it('a start rule is looked at in what runs as soon as it is approved, and after a restart', async () => {
  kit = await openWithPlans('sqlite')
  const id = await kit.run([TERMINAL])
  await kit.ask('incident/assess', { incidentId: id, casualties: { minor: 1 } })
  expect(await proposed(id)).not.toContain(HOTLINE)
  await approved(kit, HOTLINE, { ...(await sourceOf(kit, HOTLINE)), start: [HIT] })
  await expect.poll(() => proposed(id)).toContain(HOTLINE)
  kit = await kit.restart()
  const next = await kit.run([TERMINAL])
  await kit.ask('incident/assess', { incidentId: next, casualties: { minor: 1 } })
  expect(await proposed(next)).toContain(HOTLINE)
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('a start rule that waits for time gets its clock in what runs', async () => {
  kit = await openWithPlans()
  const id = await kit.run([TERMINAL])
  const start = [{ ...HIT, when: { elapsed: '20m', from: 'reported' }, then: 'activate' }]
  const revision = await approved(kit, HOTLINE, { ...(await sourceOf(kit, HOTLINE)), start })
  await kit.clock.advance('20 min')
  expect(
    (await kit.incident(id)).plans.map(({ planId, revision: runs }) => `${planId} ${runs}`),
  ).toContain(`${HOTLINE} ${revision}`)
  expect(await kit.journal.document('plan', revision)).toMatchObject({ id: HOTLINE })
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('a limit goes by an answer: the shortest until then, from the same start, also after a restart', async () => {
  kit = await openWithPlans('sqlite')
  const within = { fact: 'urgent_recharge', is: { yes: '30m', no: '60m' } }
  const draft = await sourceOf(kit, TERMINAL)
  await approved(kit, TERMINAL, withStep(draft, 'rt-05', { due: { within, from: 'reported' } }))
  const id = await kit.run([TERMINAL])
  const limit = async () => {
    const { startedAt, dueAt, limitAsks = null, late } = await kit.step(id, 'rt-05')
    return { minutes: ((dueAt ?? NaN) - (startedAt ?? NaN)) / 60_000, limitAsks, late }
  }
  expect(await limit()).toEqual({ minutes: 30, limitAsks: 'urgent_recharge', late: false })
  await kit.clock.advance('29 min')
  await kit.ask('incident/answer', { incidentId: id, fact: 'urgent_recharge', value: 'no' })
  kit = await kit.restart()
  await kit.clock.advance('30 min')
  expect(await limit()).toEqual({ minutes: 60, limitAsks: null, late: false })
  await kit.clock.advance('2 min')
  expect(await limit()).toEqual({ minutes: 60, limitAsks: null, late: true })
  await kit.ask('incident/answer', { incidentId: id, fact: 'urgent_recharge', value: 'yes' })
  expect(await limit()).toEqual({ minutes: 60, limitAsks: null, late: true })
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('a step that starts a plan starts the approved text of it; an abolished one it does not, and says why', async () => {
  kit = await openWithPlans()
  const starts = { plan: HOTLINE, what: { zh: '按热线故障处置', en: 'As for the hotline' } }
  await approved(kit, TERMINAL, withStep(await sourceOf(kit, TERMINAL), 'rt-01', { starts }))
  const revision = await approved(
    kit,
    HOTLINE,
    withStep(await sourceOf(kit, HOTLINE), 'hl-19', { due: { within: '20m', from: 'reported' } }),
  )
  const id = await kit.run([TERMINAL])
  await kit.ask('incident/step', { incidentId: id, stepId: 'rt-01', outcome: 'done' })
  expect((await kit.incident(id)).plans.at(-1)).toMatchObject({ planId: HOTLINE, revision })
  await kit.ask('plans/abolish', { planId: HOTLINE, why: '合并', approvedBy: '李强' })
  const next = await kit.run([TERMINAL])
  await kit.ask('incident/step', { incidentId: next, stepId: 'rt-01', outcome: 'done' })
  expect((await kit.incident(next)).plans).toHaveLength(1)
  expect((await kit.step(next, 'rt-01')).starts?.notStarted).toMatchObject({
    zh: expect.any(String),
  })
})

it('an annex brings the approved text of its base; a base that an annex needs is not abolished before it', async () => {
  kit = await openWithPlans('memory', ['hotel'])
  const base = await sourceOf(kit, 'generic-service')
  const revision = await approved(kit, 'generic-service', {
    ...base,
    triggers: [...(base['triggers'] as string[]), '求助铃'],
  })
  const id = await kit.run(['hotel-fire'])
  expect((await kit.incident(id)).plans).toMatchObject([
    { planId: 'generic-service', revision },
    { planId: 'hotel-fire' },
  ])
  const abolish = (planId: string) =>
    kit.send('plans/abolish', { planId, why: '不再使用', approvedBy: '李强' })
  expect(await abolish('generic-service')).toMatchObject({
    ok: false,
    code: 'plan-in-use',
    details: ['hotel-fire'],
  })
  expect(await abolish('hotel-fire')).toMatchObject({ ok: true })
  expect(await abolish('generic-service')).toMatchObject({ ok: true })
  expect(
    (await kit.incident(id)).steps.filter(({ state }) => state === 'open').length,
  ).toBeGreaterThan(0)
})
