/**
 * What somebody may do to documents at the wrong moment, or bring from elsewhere: nothing that runs
 * is lost, and whatever is refused says what to do.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { BY, LIFT, liftApproved, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { GAS, HOTLINE, openWithPlans, sourceOf } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const open = async (): Promise<void> => {
  kit = await openWithPlans()
  await liftApproved(kit)
}
const titled = (zh: string): ReturnType<typeof liftDocument> => liftDocument({ title: { zh } })
const save = (draft: object, basedOn?: string) =>
  kit.send('documents/draft-save', { document: LIFT, draft, ...(basedOn && { basedOn }) })

describe('two planners at once', () => {
  it('an approval of what somebody saves over meanwhile is refused, and nothing is lost', async () => {
    await open()
    const first = await save(titled('电梯应急预案（甲）'))
    const basedOn = first.ok ? first.reply.basedOn : ''
    const approving = kit.send('documents/approve', { document: LIFT, ...BY, basedOn })
    const saving = save(titled('电梯应急预案（乙）'))
    const answers = await Promise.all([approving, saving])
    const titles = (await kit.ask('documents/drafts', {})).map(({ title }) => title?.zh)
    const { title } = await kit.ask('documents/read', { document: LIFT })
    // whoever was first: the text that is in force is the one that its author had before him
    expect(answers.map(({ ok }) => ok)).toContain(true)
    expect(title.zh).not.toBe('电梯应急预案（乙）')
    expect([title.zh, ...titles]).toContain('电梯应急预案（乙）')
    const [approved] = answers
    if (!approved?.ok) expect(approved).toMatchObject({ code: 'draft-stale' })
  })

  it('the second who saves on the same text is stopped', async () => {
    await open()
    const { revision } = await kit.ask('documents/read', { document: LIFT })
    const answers = await Promise.all([
      save(titled('甲'), revision ?? ''),
      save(titled('乙'), revision ?? ''),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'draft-stale' })
  })
})

it('a document that is abolished while an incident runs by it: the incident goes on to its end', async () => {
  await open()
  const id = await kit.run([TRAPPED], { narrative: '客梯困人', type: 'lift.trapped' })
  await kit.ask('documents/abolish', { document: LIFT, ...BY })
  await kit.clock.advance('31 min')
  expect(await kit.step(id, 'lt-04')).toMatchObject({ late: true })
  for (const stepId of ['lt-01', 'lt-02', 'lt-03', 'lt-04', 'lt-05', 'lt-06', 'lt-07'])
    await kit.ask('incident/step', { incidentId: id, stepId, outcome: 'done' })
  expect(await kit.incident(id)).toMatchObject({ typeName: { zh: '电梯困人' } })
  expect(
    await kit.send('incident/activate', { incidentId: await kit.run(), planId: TRAPPED }),
  ).toMatchObject({ ok: false, code: 'plan-abolished' })
})

it('a document of the program that is put away while an incident runs by it, and brought back', async () => {
  await open()
  const id = await kit.run([HOTLINE])
  await kit.ask('documents/put-away', { document: GAS, why: '本单位不用' })
  const before = await kit.incident(id)
  expect(before.plans.map(({ planId }) => planId)).toEqual([HOTLINE])
  const [step] = before.steps
  await kit.ask('incident/step', { incidentId: id, stepId: step?.id ?? '', outcome: 'done' })
  expect(
    await kit.send('incident/activate', { incidentId: await kit.run(), planId: HOTLINE }),
  ).toMatchObject({ ok: false, code: 'plan-put-away' })
  kit = await kit.restart('1 min')
  expect((await kit.incident(id)).steps.length).toBe(before.steps.length)
  await kit.ask('documents/bring-back', { document: GAS })
  await kit.ask('incident/activate', { incidentId: await kit.run(), planId: HOTLINE })
})

it('an approval with its document may not break a plan of another document, which is named', async () => {
  await open()
  const { document, steps } = await sourceOf(kit, HOTLINE)
  const title = { zh: '热线机房电梯' }
  const draft = {
    ...{ id: 'hotline-lift', document, title, short: title, types: [], triggers: ['机房电梯'] },
    ...{ extends: TRAPPED, replaces: ['lt-03'] },
    steps: [{ ...steps[0], id: 'hx-01', short: { zh: '叫热线' } }],
  }
  await kit.ask('plans/draft-save', { planId: 'hotline-lift', draft })
  await kit.ask('plans/approve', { planId: 'hotline-lift', ...BY })
  const [first, second, , ...others] = liftPlan()['steps'] as { id: string }[]
  await kit.ask('plans/draft-save', {
    ...{ planId: TRAPPED, draft: liftPlan({ steps: [first, second, ...others] }) },
  })
  await save(titled('电梯应急预案（修订）'))
  expect(
    await kit.send('documents/approve', { document: LIFT, ...BY, plans: [TRAPPED] }),
  ).toMatchObject({
    ...{ ok: false, code: 'draft-faulty' },
    details: [expect.stringContaining('replaces') as unknown],
  })
})

describe('a file from elsewhere', () => {
  const file = (part: object): string =>
    JSON.stringify({ format: 'vigil-document/1', document: liftDocument(), plans: [], ...part })

  it('with ids of the program for its document or plan is refused; for types and steps it says which', async () => {
    kit = await openWithPlans()
    const take = (part: object) => kit.send('documents/import', { yaml: file(part) })
    expect(await take({ document: liftDocument({ id: GAS }) })).toMatchObject({
      code: 'document-shipped',
    })
    expect(await take({ plans: [liftPlan({ id: HOTLINE })] })).toMatchObject({
      ...{ code: 'not-a-package', details: [expect.stringContaining('duplicate-plan') as unknown] },
    })
    const hotline = await sourceOf(kit, HOTLINE)
    const [code = ''] = hotline['types'] as string[]
    const { 'lift.trapped': trapped } = liftDocument()['types'] as Record<string, object>
    const [first, ...others] = liftPlan()['steps'] as object[]
    const taken = await take({
      document: liftDocument({ types: { [code]: trapped } }),
      plans: [
        liftPlan({ types: [code], steps: [{ ...first, id: hotline.steps[0]?.id }, ...others] }),
      ],
    })
    expect(taken).toMatchObject({ ok: true })
    if (!taken.ok) return
    expect(taken.reply.findings.map((finding) => finding.code)).toContain('duplicate-type')
    expect(taken.reply.plans[0]?.findings.map((finding) => finding.code)).toContain(
      'duplicate-step',
    )
    expect(
      await kit.send('documents/approve', { document: LIFT, ...BY, plans: [TRAPPED] }),
    ).toMatchObject({ code: 'draft-faulty' })
  })

  it.each(['vigil-document/2', 'vigil-document/17'])(
    'of a newer program (%s) says that this one is to be updated',
    async (format) => {
      kit = await openWithPlans()
      const answer = await kit.send('documents/import', { yaml: file({ format, more: 1 }) })
      expect(answer).toMatchObject({
        code: 'not-a-package',
        details: [expect.stringContaining('升级') as unknown],
      })
    },
  )

  it('with a name that is too long is a draft that says where, and goes no further', async () => {
    kit = await openWithPlans()
    const long = '电'.repeat(3_000)
    const roles = { ...(liftDocument()['roles'] as object), 'lift-firm': { name: { zh: long } } }
    const taken = await kit.ask('documents/import', {
      yaml: file({ document: liftDocument({ title: { zh: long }, roles }) }),
    })
    expect(taken.findings.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title.zh', 'roles.lift-firm.name.zh']),
    )
    expect(await kit.send('documents/approve', { document: LIFT, ...BY })).toMatchObject({
      code: 'draft-faulty',
    })
  })
})
