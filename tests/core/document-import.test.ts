/**
 * A whole document from another site: judged as a whole, it becomes drafts; what is in force and
 * what somebody is writing stay as they are.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { BY, LIFT, liftApproved, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { GAS, HOTLINE, openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const FORMAT = 'vigil-document/1'
const file = (part: object = {}): string =>
  JSON.stringify({ format: FORMAT, document: liftDocument(), plans: [liftPlan()], ...part })
const drafts = async (): Promise<string[]> => [
  ...(await kit.ask('documents/drafts', {})).map(({ document }) => document),
  ...(await kit.ask('plans/drafts', {})).map(({ planId }) => planId),
]

describe('a file of a whole document', () => {
  it('from another site becomes drafts here, which approved are the same texts', async () => {
    kit = await openWithPlans()
    const first = await liftApproved(kit)
    const { fileName, yaml } = await kit.ask('documents/export', { document: LIFT })
    expect(fileName).toBe('lift.document.yaml')
    await kit.stop()

    kit = await openWithPlans()
    const taken = await kit.ask('documents/import', { yaml })
    expect(taken).toMatchObject({ document: LIFT, findings: [], basedOn: 'draft-1' })
    expect(taken.title).toMatchObject({ zh: '电梯应急预案' })
    expect(taken.plans).toMatchObject([
      { planId: TRAPPED, title: { zh: '电梯困人处置预案' }, findings: [] },
    ])
    expect(await drafts()).toEqual([LIFT, TRAPPED])
    expect((await kit.ask('types/list', {})).map(({ code }) => code)).not.toContain('lift.trapped')
    expect(await kit.ask('documents/approve', { document: LIFT, ...BY, plans: [TRAPPED] })).toEqual(
      first,
    )
  })

  it('of what is in force changes nothing until it is approved, and then nothing that is the same', async () => {
    kit = await openWithPlans()
    const first = await liftApproved(kit)
    const { yaml } = await kit.ask('documents/export', { document: LIFT })
    await kit.ask('documents/import', { yaml: yaml.replace('电梯安全管理员', '电梯管理员') })
    expect(await kit.ask('documents/read', { document: LIFT })).toMatchObject({
      revision: first.revision,
      draft: true,
    })
    await kit.ask('documents/import', { yaml, replace: true })
    expect(await kit.send('documents/approve', { document: LIFT, ...BY })).toMatchObject({
      ok: false,
      code: 'nothing-changed',
    })
  })

  it('written by hand with faults is a draft with these, each in its part', async () => {
    kit = await openWithPlans()
    const plan = liftPlan({ commander: 'boss' })
    const taken = await kit.ask('documents/import', {
      yaml: file({ document: liftDocument({ commander: 'boss' }), plans: [plan] }),
    })
    expect(taken.findings).toMatchObject([{ code: 'unknown-role', path: 'commander' }])
    expect(taken.plans).toMatchObject([
      { planId: TRAPPED, findings: [{ code: 'unknown-role', path: 'commander' }] },
    ])
  })

  it('does not replace what somebody is writing, unless that is said', async () => {
    kit = await openWithPlans()
    await kit.ask('plans/draft-save', { planId: TRAPPED, draft: liftPlan({ level: 1 }) })
    const { basedOn } = await kit.ask('documents/draft-save', {
      document: LIFT,
      draft: liftDocument({ level: 1 }),
    })
    expect(await kit.send('documents/import', { yaml: file() })).toMatchObject({
      ok: false,
      code: 'draft-exists',
      details: [LIFT, TRAPPED],
    })
    expect(await kit.send('documents/import', { yaml: file(), basedOn })).toMatchObject({
      code: 'draft-exists',
      details: [TRAPPED],
    })
    expect(
      await kit.send('documents/import', { yaml: file(), basedOn: 'draft-7', replace: true }),
    ).toMatchObject({ code: 'draft-stale' })
    await kit.ask('documents/import', { yaml: file(), replace: true })
    expect(await kit.ask('plans/draft-read', { planId: TRAPPED })).toMatchObject({
      draft: liftPlan(),
    })
  })
})

const BOMB = `format: ${FORMAT}\ndocument: ${'['.repeat(70)}${']'.repeat(70)}`
describe('is refused and leaves nothing behind:', () => {
  it.each([
    ['mere words', '只是几个字', 'not-a-package', 'format'],
    ['a plan by itself', 'id: lift-trapped\ntitle: {zh: 电梯困人}', 'not-a-package', 'format'],
    ['a file that was cut off', file().slice(0, 400), 'not-a-package', 'bad-yaml'],
    ['what is nested without end', BOMB, 'not-a-package', 'bad-yaml'],
    [
      'no document in it',
      JSON.stringify({ format: FORMAT }),
      'not-a-package',
      'document: bad-value',
    ],
    [
      'an id that no file can have',
      file({ document: liftDocument({ id: '电梯' }) }),
      'not-a-package',
      'document.id: bad-value',
    ],
    [
      'a plan of another document',
      file({ plans: [liftPlan({ document: 'stairs' })] }),
      'not-a-package',
      'plans.lift-trapped.document: no-document',
    ],
    [
      'the same plan twice',
      file({ plans: [liftPlan(), liftPlan()] }),
      'not-a-package',
      'plans.lift-trapped: duplicate-plan',
    ],
    [
      'an id of a plan of this site',
      file({ plans: [liftPlan({ id: HOTLINE })] }),
      'not-a-package',
      `plans.${HOTLINE}.id: duplicate-plan`,
    ],
    ['a key that nobody knows', file({ script: 'rm' }), 'not-a-package', 'unknown-key'],
    [
      'a plan larger than a draft',
      file({ plans: [liftPlan({ note: '梯'.repeat(21_000) })] }),
      'not-a-package',
      'plans.0: too-large',
    ],
    [
      'more plans than a document has',
      file({ plans: Array.from({ length: 101 }, () => liftPlan()) }),
      'not-a-package',
      'plans: too-many',
    ],
  ])('%s', async (_what, yaml, code, line) => {
    kit = await openWithPlans()
    const answer = await kit.send('documents/import', { yaml })
    expect(answer).toMatchObject({ ok: false, code, message: { zh: expect.any(String) } })
    expect((answer as { details?: string[] }).details?.join('\n')).toContain(line)
    expect(await drafts()).toEqual([])
  })

  it('a document of the program', async () => {
    kit = await openWithPlans()
    const { yaml } = await kit.ask('documents/export', { document: GAS })
    expect(await kit.send('documents/import', { yaml })).toMatchObject({
      ok: false,
      code: 'document-shipped',
    })
    expect(await drafts()).toEqual([])
  })
})

it('what was never in force is exported as it is being written', async () => {
  kit = await openWithPlans()
  expect(await kit.send('documents/export', { document: LIFT })).toMatchObject({
    code: 'unknown-document',
  })
  await kit.ask('documents/import', { yaml: file() })
  const { yaml } = await kit.ask('documents/export', { document: LIFT })
  expect(await kit.ask('documents/import', { yaml, replace: true })).toMatchObject({
    plans: [{ planId: TRAPPED }],
  })
})
