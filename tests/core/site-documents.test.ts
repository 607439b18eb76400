/**
 * A site's own document: written, approved with its plans in one commit, revised, abolished; its
 * types, categories and posts are those of the site, over a restart and in a fold of the record.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { BY, LIFT, liftApproved, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { GAS, HOTLINE, openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const save = (draft: unknown, basedOn?: string) =>
  kit.ask('documents/draft-save', { document: LIFT, draft, ...(basedOn ? { basedOn } : {}) })
const approve = (more: object = {}) =>
  kit.send('documents/approve', { document: LIFT, ...BY, ...more })
const types = async (): Promise<string[]> =>
  (await kit.ask('types/list', {})).map(({ code }) => code)
const heard = async (narrative = '客梯困人'): Promise<string[]> =>
  (await kit.ask('incident/propose', { narrative })).proposals.map(({ planId }) => planId)

describe.each([['memory'], ['sqlite']] as const)('a record in %s', (on) => {
  it('a draft of a plan is looked at with the draft of its document; approved together in one commit, both are in force, also after a restart', async () => {
    kit = await openWithPlans(on)
    expect((await save(liftDocument())).findings).toMatchObject([
      { severity: 'warning', code: 'unused-clause' },
      { severity: 'warning', code: 'unused-clause' },
      { severity: 'warning', code: 'unused-role', path: 'roles.lift-guard' },
      { severity: 'warning', code: 'unused-role', path: 'roles.lift-firm' },
      { severity: 'warning', code: 'type-without-plan' },
    ])
    expect(await types()).not.toContain('lift.trapped')
    await kit.ask('plans/draft-save', { planId: TRAPPED, draft: liftPlan() })
    const { findings, plan } = await kit.ask('plans/check', { draft: liftPlan() })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(plan).toMatchObject({ documentTitle: { zh: '电梯应急预案' }, steps: { length: 7 } })
    expect(await kit.send('plans/approve', { planId: TRAPPED, ...BY })).toMatchObject({
      ok: false,
      code: 'document-not-approved',
      message: { zh: expect.stringContaining('电梯应急预案') },
    })
    expect(await kit.ask('documents/drafts', {})).toMatchObject([
      { document: LIFT, isNew: true, title: { zh: '电梯应急预案' }, plans: [TRAPPED] },
    ])

    const before = (await kit.events()).length
    const answer = await kit.ask('documents/approve', { document: LIFT, ...BY, plans: [TRAPPED] })
    expect(answer.plans).toMatchObject([{ planId: TRAPPED }])
    expect((await kit.events()).slice(before).map(({ type }) => type)).toEqual([
      'PlanKept',
      'DocumentApproved',
      'PlanApproved',
    ])
    kit = await kit.restart('1 h')
    expect(await types()).toContain('lift.trapped')
    expect((await kit.ask('documents/list', {})).at(-1)).toMatchObject({
      id: LIFT,
      own: true,
      draft: false,
      putAway: false,
      abolished: false,
      plans: [TRAPPED],
      revision: answer.revision,
    })
    expect((await heard())[0]).toBe(TRAPPED)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('the draft of a plan that somebody has changed meanwhile is not approved with it unseen', async () => {
    kit = await openWithPlans(on)
    await save(liftDocument())
    const { basedOn } = await kit.ask('plans/draft-save', { planId: TRAPPED, draft: liftPlan() })
    await kit.ask('plans/draft-save', { planId: TRAPPED, draft: liftPlan({ level: 1 }) })
    const approval = { document: LIFT, ...BY, plans: [TRAPPED] }
    expect(
      await kit.send('documents/approve', { ...approval, plansBasedOn: { [TRAPPED]: basedOn } }),
    ).toMatchObject({ ok: false, code: 'draft-stale' })
    const seen = await kit.ask('plans/draft-read', { planId: TRAPPED })
    expect(
      await kit.send('documents/approve', {
        ...approval,
        plansBasedOn: { [TRAPPED]: seen?.basedOn ?? '' },
      }),
    ).toMatchObject({ ok: true })
  })

  it('a revision merges anew only the plans that name what changed, and what runs keeps its text', async () => {
    kit = await openWithPlans(on)
    const first = await liftApproved(kit)
    const running = await kit.run([TRAPPED], { narrative: '客梯困人', place: '一号楼' })
    const roles = liftDocument()['roles'] as Record<string, unknown>
    const posts = { ...roles, 'lift-cleaner': { name: { zh: '保洁员' } } }
    await save(liftDocument({ roles: posts }))
    const unmoved = await kit.ask('documents/approve', { document: LIFT, ...BY })
    expect(unmoved.plans).toEqual([])
    expect(await kit.ask('plans/revisions', { planId: TRAPPED })).toHaveLength(1)

    const named = { ...posts, 'lift-firm': { name: { zh: '电梯维保公司' }, kind: 'external' } }
    const draft = liftDocument({ roles: named })
    await kit.ask('plans/draft-save', { planId: TRAPPED, draft: liftPlan({ level: 1 }) })
    expect(await kit.ask('documents/check', { draft })).toMatchObject({
      follows: [{ planId: TRAPPED, title: { zh: '电梯困人处置预案' } }],
    })
    await save(draft)
    const moved = await kit.ask('documents/approve', { document: LIFT, ...BY })
    expect(moved.plans).toMatchObject([{ planId: TRAPPED }])
    expect(moved.plans[0]?.revision).not.toBe(first.plans[0]?.revision)
    expect(await kit.ask('plans/revisions', { planId: TRAPPED })).toMatchObject([
      { kind: 'revised', number: '2', why: BY.why },
      { kind: 'made', number: '1' },
    ])
    // what somebody is writing of the plan is still there
    expect(await kit.ask('plans/draft-read', { planId: TRAPPED })).toMatchObject({
      draft: { level: 1 },
    })
    expect((await kit.incident(running)).plans[0]).toMatchObject({ newer: true })
    expect((await kit.step(running, 'lt-04')).role).toMatchObject({ zh: '维保单位' })
    kit = await kit.restart()
    expect((await kit.ask('plans/read', { planId: TRAPPED })).revision).toBe(
      moved.plans[0]?.revision,
    )
    expect(
      (
        await kit.ask('documents/diff', {
          document: LIFT,
          from: unmoved.revision,
          to: moved.revision,
        })
      ).changes.map(({ path }) => path),
    ).toEqual(['roles.lift-firm.name', 'roles.lift-firm.under'])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('abolished with its plans it is offered no more; what runs goes on, what was counted keeps its names', async () => {
    kit = await openWithPlans(on)
    await liftApproved(kit)
    const running = await kit.run([TRAPPED], { narrative: '客梯困人', place: '一号楼' })
    await kit.ask('documents/abolish', { document: LIFT, why: '电梯拆除', approvedBy: '李强' })
    expect(await types()).not.toContain('lift.trapped')
    expect(await heard()).not.toContain(TRAPPED)
    expect((await kit.ask('documents/list', {})).at(-1)).toMatchObject({ abolished: true })
    expect(await kit.ask('documents/read', { document: LIFT })).toMatchObject({ plans: [] })
    kit = await kit.restart()
    await kit.ask('incident/step', { incidentId: running, stepId: 'lt-01', outcome: 'done' })
    expect(await kit.incident(running)).toMatchObject({
      type: 'lift.trapped',
      typeName: { zh: '电梯困人' },
    })
    const period = { from: '2026-11-01', to: '2026-11-30' }
    const { now, names } = await kit.ask('statistics/period', period)
    expect(now.byCategory).toEqual({ 'lift-trapped': 1 })
    expect(names.categories).toMatchObject({ 'lift-trapped': { zh: '电梯困人' } })
    expect(
      (await kit.ask('documents/revisions', { document: LIFT })).map(({ kind }) => kind),
    ).toEqual(['abolished', 'made'])
    await kit.ask('plans/draft-save', { planId: TRAPPED, draft: liftPlan() })
    expect(await kit.send('plans/approve', { planId: TRAPPED, ...BY })).toMatchObject({
      code: 'document-not-approved',
    })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('a document of the program is put away whole, and brought back as it was', async () => {
    kit = await openWithPlans(on)
    const running = await kit.run([HOTLINE])
    const [plans, kinds] = [await kit.ask('plans/list', {}), await types()]
    await kit.ask('documents/put-away', { document: GAS, why: '本单位没有客服' })
    expect(await kit.ask('plans/list', {})).toEqual([])
    expect(await types()).toEqual([])
    expect(await heard('热线打不进')).toEqual([])
    const other = await kit.run()
    expect(
      await kit.send('incident/activate', { incidentId: other, planId: HOTLINE }),
    ).toMatchObject({ ok: false, code: 'plan-put-away' })
    expect(await kit.ask('documents/list', {})).toMatchObject([{ id: GAS, putAway: true }])
    expect(await kit.ask('plans/read', { planId: HOTLINE })).toMatchObject({ id: HOTLINE })
    kit = await kit.restart()
    expect(await types()).toEqual([])
    await kit.ask('incident/step', { incidentId: running, stepId: 'hl-01', outcome: 'done' })
    await kit.ask('documents/bring-back', { document: GAS })
    expect(await kit.ask('plans/list', {})).toEqual(plans)
    expect(await types()).toEqual(kinds)
    expect(
      (await kit.ask('documents/revisions', { document: GAS })).map(({ kind }) => kind),
    ).toEqual(['brought-back', 'put-away', 'shipped'])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('approving is refused, and nothing is in force,', () => {
  it.each([
    [
      'with a plan that is faulty',
      liftPlan({ commander: 'nobody' }),
      'plans.lift-trapped.commander',
    ],
    [
      'with a step of another plan’s id',
      liftPlan({ steps: [{ ...(liftPlan()['steps'] as object[])[0], id: 'hl-01' }] }),
      'plans.lift-trapped.steps.hl-01',
    ],
  ])('%s', async (_what, plan, path) => {
    kit = await openWithPlans()
    await save(liftDocument())
    await kit.ask('plans/draft-save', { planId: TRAPPED, draft: plan })
    expect(await approve({ plans: [TRAPPED] })).toMatchObject({
      ok: false,
      code: 'draft-faulty',
      details: [expect.stringContaining(`${path}: `)],
    })
    expect(await kit.ask('documents/list', {})).toHaveLength(1)
  })

  it('when a plan in force would lose a post, until its draft is approved with it', async () => {
    kit = await openWithPlans()
    await liftApproved(kit)
    const roles = { ...(liftDocument()['roles'] as Record<string, unknown>) }
    delete roles['lift-firm']
    const { findings } = await save(liftDocument({ roles }))
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', path: 'plans.lift-trapped.steps.lt-04.role' }),
    )
    expect(await approve()).toMatchObject({ ok: false, code: 'draft-faulty' })
    const steps = (liftPlan()['steps'] as { role: string }[]).map((step) => ({
      ...step,
      role: step.role === 'lift-firm' ? 'lift-manager' : step.role,
    }))
    await kit.ask('plans/draft-save', { planId: TRAPPED, draft: liftPlan({ steps }) })
    expect((await kit.ask('documents/check', { draft: liftDocument({ roles }) })).findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ severity: 'warning', code: 'approve-together' }),
      ]),
    )
    expect(await kit.send('plans/approve', { planId: TRAPPED, ...BY })).toMatchObject({ ok: true })
    expect(await approve()).toMatchObject({ ok: true })
  })

  it('with a plan of another document, without a draft, or under the id of the program', async () => {
    kit = await openWithPlans()
    expect(await approve()).toMatchObject({ code: 'no-draft' })
    await save(liftDocument())
    const { draft } = await kit.ask('plans/source', { planId: HOTLINE })
    await kit.ask('plans/draft-save', { planId: HOTLINE, draft })
    expect(await approve({ plans: [HOTLINE] })).toMatchObject({ code: 'bad-input' })
    expect(await approve({ plans: [TRAPPED] })).toMatchObject({ code: 'no-draft' })
    expect(
      await kit.send('documents/draft-save', { document: GAS, draft: { id: GAS } }),
    ).toMatchObject({ code: 'document-shipped' })
    expect(await kit.send('documents/approve', { document: GAS, ...BY })).toMatchObject({
      code: 'document-shipped',
    })
    expect(await kit.ask('documents/list', {})).toHaveLength(1)
  })
})

it('two people: who saves over a document that he has not seen is refused', async () => {
  kit = await openWithPlans()
  const first = await save(liftDocument())
  await save(liftDocument({ level: 1 }), first.basedOn)
  expect(
    await kit.send('documents/draft-save', {
      document: LIFT,
      draft: liftDocument(),
      basedOn: first.basedOn,
    }),
  ).toMatchObject({
    ok: false,
    code: 'draft-stale',
    message: { zh: expect.stringContaining('周敏') },
  })
})
