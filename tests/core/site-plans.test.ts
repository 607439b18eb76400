/**
 * Making and changing plans: a draft becomes the plan of later runs once it is approved; what runs
 * keeps its text.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { MINUTE } from '../kit/plan.ts'
import { approved, HOTLINE, openWithPlans, sourceOf, withStep, type Written } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const WHY = { why: '按演练结果修订', approvedBy: '李强' }
const save = (planId: string, draft: unknown, basedOn?: string) =>
  kit.ask('plans/draft-save', { planId, draft, ...(basedOn ? { basedOn } : {}) })
const approve = (planId: string, more: object = {}) =>
  kit.send('plans/approve', { planId, ...WHY, ...more })
/** The first report of the hotline plan is due within so long after the report. */
const hotlineWithin = async (within: string): Promise<Written> =>
  withStep(await sourceOf(kit, HOTLINE), 'hl-19', { due: { within, from: 'reported' } })
const limitOf = async (id: string): Promise<number> => {
  await kit.ask('incident/answer', { incidentId: id, fact: 'fault_kind', value: 'no-query' })
  const { startedAt, dueAt } = await kit.step(id, 'hl-19')
  return ((dueAt ?? 0) - (startedAt ?? 0)) / MINUTE
}

describe.each([['memory'], ['sqlite']] as const)('a record in %s', (on) => {
  it('draft, findings, approval; the next run has the new text, the one that runs keeps its own and says that there is a newer one', async () => {
    kit = await openWithPlans(on)
    const running = await kit.run([HOTLINE])
    const before = (await kit.incident(running)).plans[0]
    expect(before).toMatchObject({ newer: false })
    const { findings } = await save(HOTLINE, await hotlineWithin('20'))
    expect(findings).toMatchObject([
      { severity: 'error', code: 'bad-value', path: 'steps.hl-19.due.within' },
    ])
    expect(await approve(HOTLINE)).toMatchObject({
      ok: false,
      code: 'draft-faulty',
      details: [expect.stringContaining('steps.hl-19.due.within')],
    })

    const revision = await approved(kit, HOTLINE, await hotlineWithin('20m'))
    expect(revision).not.toBe(before?.revision)
    expect((await kit.incident(running)).plans[0]).toMatchObject({
      revision: before?.revision,
      newer: true,
    })
    expect(kit.pushes.at(-1)).toMatchObject({
      kind: 'board',
      board: { incidents: [{ plans: [{ newer: true }] }] },
    })
    expect(await limitOf(running)).toBe(30)
    const next = await kit.run([HOTLINE])
    expect((await kit.incident(next)).plans[0]).toMatchObject({ revision, newer: false })
    expect(await limitOf(next)).toBe(20)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('the same after a restart, and what was being written is still there, in its own order', async () => {
    kit = await openWithPlans(on)
    const running = await kit.run([HOTLINE])
    const revision = await approved(kit, HOTLINE, await hotlineWithin('20m'))
    const draft = await hotlineWithin('25m')
    const { basedOn } = await save(HOTLINE, draft)
    kit = await kit.restart('10 min')
    expect(await kit.ask('plans/read', { planId: HOTLINE })).toMatchObject({ revision })
    expect((await kit.incident(running)).plans[0]).toMatchObject({ newer: true })
    const stored = await kit.ask('plans/draft-read', { planId: HOTLINE })
    expect(stored).toMatchObject({ basedOn, by: '周敏' })
    expect(JSON.stringify(stored?.draft)).toBe(JSON.stringify(draft))
    const next = await kit.run([HOTLINE])
    expect(await limitOf(next)).toBe(20)
    expect(
      (await kit.incident(next)).facts
        .find(({ key }) => key === 'fault_kind')
        ?.options.map(({ value }) => value),
    ).toEqual(['no-query', 'no-calls', 'other'])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('two people: who saves over a text that he has not seen is refused, and nothing is written over', async () => {
    kit = await openWithPlans(on)
    const { revision } = await kit.ask('plans/read', { planId: HOTLINE })
    const first = await save(HOTLINE, await hotlineWithin('20m'), revision)
    const theirs = await hotlineWithin('25m')
    const late = await kit.send('plans/draft-save', {
      planId: HOTLINE,
      draft: theirs,
      basedOn: revision,
    })
    expect(late).toMatchObject({
      ok: false,
      code: 'draft-stale',
      message: { zh: expect.stringContaining('周敏') },
    })
    expect(await kit.ask('plans/draft-read', { planId: HOTLINE })).toMatchObject({
      draft: await hotlineWithin('20m'),
      basedOn: first.basedOn,
    })
    const second = await save(HOTLINE, await hotlineWithin('21m'), first.basedOn)
    expect(await approve(HOTLINE, { basedOn: first.basedOn })).toMatchObject({
      ok: false,
      code: 'draft-stale',
    })
    expect(await approve(HOTLINE, { basedOn: second.basedOn })).toMatchObject({ ok: true })
    for (const basedOn of [revision, second.basedOn])
      expect(
        await kit.send('plans/draft-save', { planId: HOTLINE, draft: theirs, basedOn }),
      ).toMatchObject({ ok: false, code: 'draft-stale' })
  })

  it('two who save at the same moment: one is first, the other is told', async () => {
    kit = await openWithPlans(on)
    const { revision } = await kit.ask('plans/read', { planId: HOTLINE })
    const answers = await Promise.all(
      ['20m', '25m'].map(async (within) =>
        kit.send('plans/draft-save', {
          planId: HOTLINE,
          draft: await hotlineWithin(within),
          basedOn: revision,
        }),
      ),
    )
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'draft-stale' })
  })

  it('a plan that is abolished is neither proposed nor started any more; what runs goes on, and it can be made anew', async () => {
    kit = await openWithPlans(on)
    const running = await kit.run([HOTLINE])
    const heard = async (): Promise<string[]> =>
      (await kit.ask('incident/propose', { narrative: '热线打不进' })).proposals.map(
        ({ planId }) => planId,
      )
    expect(await heard()).toContain(HOTLINE)
    await kit.ask('plans/abolish', { planId: HOTLINE, ...WHY })
    expect(await heard()).not.toContain(HOTLINE)
    const next = await kit.run()
    expect(
      await kit.send('incident/activate', { incidentId: next, planId: HOTLINE }),
    ).toMatchObject({ ok: false, code: 'plan-abolished' })
    expect((await kit.ask('plans/list', {})).find(({ id }) => id === HOTLINE)).toMatchObject({
      abolished: true,
    })
    expect(await kit.ask('plans/read', { planId: HOTLINE })).toMatchObject({ id: HOTLINE })
    expect(await kit.send('plans/abolish', { planId: HOTLINE, ...WHY })).toMatchObject({
      ok: false,
      code: 'plan-abolished',
    })
    await kit.ask('incident/step', { incidentId: running, stepId: 'hl-01', outcome: 'done' })
    expect((await kit.incident(running)).plans[0]).toMatchObject({ newer: false })
    kit = await kit.restart()
    expect(await heard()).not.toContain(HOTLINE)
    await approved(kit, HOTLINE, await sourceOf(kit, HOTLINE))
    expect(await heard()).toContain(HOTLINE)
    expect(
      (await kit.ask('plans/revisions', { planId: HOTLINE })).map(
        ({ kind, number }) => `${kind} ${number}`,
      ),
    ).toEqual(['made 1', 'abolished null', 'shipped null'])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('approving', () => {
  it('needs a draft that says something else', async () => {
    kit = await openWithPlans()
    expect(await approve(HOTLINE)).toMatchObject({ ok: false, code: 'no-draft' })
    await save(HOTLINE, await sourceOf(kit, HOTLINE))
    expect(await approve(HOTLINE)).toMatchObject({ ok: false, code: 'nothing-changed' })
    await kit.ask('plans/draft-discard', { planId: HOTLINE })
    expect(await kit.ask('plans/draft-read', { planId: HOTLINE })).toBeNull()
    expect(await kit.send('plans/draft-discard', { planId: HOTLINE })).toMatchObject({
      ok: false,
      code: 'no-draft',
    })
    expect(await kit.ask('plans/revisions', { planId: HOTLINE })).toMatchObject([
      { kind: 'shipped' },
    ])
  })

  it('keeps the revision record (制/修/废), each text to be read and compared for ever', async () => {
    kit = await openWithPlans()
    const shipped = await kit.ask('plans/read', { planId: HOTLINE })
    const first = await approved(kit, HOTLINE, await hotlineWithin('20m'))
    await kit.clock.advance('1 h')
    await save(HOTLINE, await hotlineWithin('25m'))
    const { revision: second } = await kit.ask('plans/approve', {
      planId: HOTLINE,
      number: '2026-3',
      ...WHY,
    })
    expect(await kit.ask('plans/revisions', { planId: HOTLINE })).toEqual([
      {
        kind: 'revised',
        number: '2026-3',
        at: kit.clock.wall(),
        by: '周敏',
        ...WHY,
        revision: second,
        steps: 21,
      },
      {
        kind: 'revised',
        number: '1',
        at: kit.clock.wall() - 60 * MINUTE,
        by: '周敏',
        ...WHY,
        revision: first,
        steps: 21,
      },
      {
        kind: 'shipped',
        number: null,
        at: null,
        by: null,
        why: null,
        approvedBy: null,
        revision: shipped.revision,
        steps: 21,
      },
    ])
    expect(await kit.ask('plans/read', { planId: HOTLINE, revision: shipped.revision })).toEqual(
      shipped,
    )
    expect(await kit.ask('plans/read', { planId: HOTLINE, revision: first })).toMatchObject({
      revision: first,
    })
    expect(
      await kit.send('plans/read', { planId: HOTLINE, revision: 'f'.repeat(64) }),
    ).toMatchObject({ ok: false, code: 'unknown-revision' })
    const { changes } = await kit.ask('plans/diff', {
      planId: HOTLINE,
      from: shipped.revision,
      to: second,
    })
    expect(changes).toMatchObject([
      {
        kind: 'changed',
        path: 'steps.hl-19.due',
        before: { zh: expect.stringContaining('30分钟') },
        after: { zh: expect.stringContaining('25分钟') },
      },
    ])
  })

  it('the shipped text again is a revision like any other, and what started with it has no newer one', async () => {
    kit = await openWithPlans()
    const source = await sourceOf(kit, HOTLINE)
    const running = await kit.run([HOTLINE])
    await approved(kit, HOTLINE, await hotlineWithin('20m'))
    await approved(kit, HOTLINE, source)
    expect((await kit.incident(running)).plans[0]).toMatchObject({ newer: false })
    kit = await kit.restart()
    expect((await kit.incident(running)).plans[0]).toMatchObject({ newer: false })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('sent again with the same id it gets the first answer, and nothing is done twice', async () => {
    kit = await openWithPlans()
    await save(HOTLINE, await hotlineWithin('20m'))
    const id = crypto.randomUUID()
    const first = await kit.send('plans/approve', { planId: HOTLINE, ...WHY }, { id })
    expect(await kit.send('plans/approve', { planId: HOTLINE, ...WHY }, { id })).toEqual(first)
    expect(await kit.ask('plans/revisions', { planId: HOTLINE })).toHaveLength(2)
  })

  it('while the disk fails nothing is approved, and the library stays as it is', async () => {
    kit = await openWithPlans()
    const { revision } = await kit.ask('plans/read', { planId: HOTLINE })
    await save(HOTLINE, await hotlineWithin('20m'))
    kit.disk.broken = true
    expect(await approve(HOTLINE)).toMatchObject({ ok: false, code: 'storage-failed' })
    expect(await kit.ask('plans/read', { planId: HOTLINE })).toMatchObject({ revision })
    kit.disk.broken = false
    expect(await approve(HOTLINE)).toMatchObject({ ok: true })
  })
})

describe('a new plan', () => {
  const lift = (): Record<string, unknown> => ({
    id: 'lift-stuck',
    document: 'gas-customer-service',
    title: { zh: '电梯困人', en: 'People in a lift' },
    short: { zh: '电梯困人', en: 'Lift' },
    types: ['other.fire'],
    triggers: ['电梯 困'],
    steps: [
      {
        id: 'ls-01',
        stage: 'respond',
        title: { zh: '安抚乘客', en: 'Reassure people' },
        short: { zh: '安抚', en: 'Reassure' },
        role: 'line-head',
        clause: 'S09-73',
      },
    ],
  })

  it('in a document that there is: proposed, started, exported; listed as a draft until then', async () => {
    kit = await openWithPlans('sqlite')
    const type = (await kit.ask('types/list', {}))[0]?.code
    const { findings } = await save('lift-stuck', { ...lift(), types: [type] })
    expect(findings).toEqual([])
    expect(await kit.ask('plans/drafts', {})).toMatchObject([
      { planId: 'lift-stuck', title: { zh: '电梯困人' }, isNew: true },
    ])
    expect((await kit.ask('plans/list', {})).map(({ id }) => id)).not.toContain('lift-stuck')
    expect(await approve('lift-stuck')).toMatchObject({ ok: true })
    expect((await kit.ask('plans/list', {})).find(({ id }) => id === 'lift-stuck')).toMatchObject({
      own: true,
      draft: false,
      abolished: false,
    })
    kit = await kit.restart()
    expect(
      (await kit.ask('incident/propose', { narrative: '电梯里困了人' })).proposals[0],
    ).toMatchObject({ planId: 'lift-stuck' })
    const id = await kit.run(['lift-stuck'])
    expect((await kit.incident(id)).steps.map((step) => step.id)).toEqual(['ls-01'])
    expect(await kit.ask('plans/revisions', { planId: 'lift-stuck' })).toMatchObject([
      { kind: 'made', number: '1' },
    ])
    expect((await kit.ask('plans/export', { planId: 'lift-stuck' })).yaml).toContain(
      'title: {zh: 电梯困人, en: People in a lift}',
    )
  })

  it('for another kind of site may be written, with a warning, and is not offered here', async () => {
    kit = await openWithPlans()
    const { findings } = await save('lift-stuck', { ...lift(), siteKinds: ['hotel'], types: [] })
    expect(findings).toMatchObject([{ severity: 'warning', code: 'not-for-this-site' }])
    expect(await approve('lift-stuck')).toMatchObject({ ok: true })
    expect((await kit.ask('plans/list', {})).map(({ id }) => id)).not.toContain('lift-stuck')
    await kit.ask('site/set-up', {
      name: '本店',
      kinds: ['gas-customer-service', 'hotel'],
      zone: 'Asia/Shanghai',
    })
    expect((await kit.ask('plans/list', {})).map(({ id }) => id)).toContain('lift-stuck')
  })

  it('keeps the id that it was asked for by', async () => {
    kit = await openWithPlans()
    expect(await kit.send('plans/draft-save', { planId: 'lift', draft: lift() })).toMatchObject({
      ok: false,
      code: 'bad-input',
    })
    expect(
      await kit.send('plans/draft-save', { planId: 'Lift', draft: { ...lift(), id: 'Lift' } }),
    ).toMatchObject({ ok: false, code: 'bad-input' })
    expect(await kit.send('plans/draft-save', { planId: 'lift', draft: 'id: lift' })).toMatchObject(
      { ok: false, code: 'bad-input' },
    )
  })
})
