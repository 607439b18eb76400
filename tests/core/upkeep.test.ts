/**
 * Plan documents kept alive through the station, on moved time: issued, filed with a receipt, told,
 * revised so that it must be filed again, evaluated after three years; the same after a restart.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input, Name } from '#shared/contract/contract.ts'
import { approved, GAS, HOTLINE, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const about = { documentId: GAS }
const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const issue = (part: Partial<Input<'upkeep/issue'>> = {}) =>
  kit.ask('upkeep/issue', {
    ...{ about, kind: 'made', day: '2026-11-24', signatory: '陈总', why: '首次印发' },
    ...part,
  })
const read = async () => (await kit.ask('upkeep/read', { about })).upkeep
const due = async () => {
  const { dues } = await read()
  return {
    filing: dues.filing?.due ?? null,
    refiling: dues.refiling?.due ?? null,
    known: dues.known?.due ?? null,
    evaluation: dues.evaluation?.due ?? null,
  }
}
/** The kinds of what is due of the plan documents, as the readiness page has them. */
const obligations = async () =>
  (await kit.ask('readiness/list', {})).obligations
    .filter(({ kind }) => kind.startsWith('plan-'))
    .map(({ kind, isCritical }) => (isCritical ? `${kind}!` : kind))

describe('a plan document', () => {
  it('that was never issued says so; once it is, filing and making known run 20 workdays', async () => {
    kit = await openWithPlans('sqlite', [GAS], Date.parse('2026-11-24T12:00:00+08:00'))
    expect(await obligations()).toEqual(['plan-issue'])
    expect(await codeOf('upkeep/file', { about, day: '2026-11-24', authority: '局' })).toBe(
      'not-issued',
    )
    expect(await issue()).toMatchObject({ number: '1' })
    expect(await due()).toEqual({
      ...{ filing: '2026-12-22', refiling: null, known: '2026-12-22', evaluation: '2029-11-24' },
    })
    const { entryId } = await kit.ask('upkeep/file', {
      ...{ about, day: '2026-11-24', authority: '市应急管理局', person: '李工' },
    })
    await kit.clock.advance('48 h')
    await kit.ask('upkeep/receipt', { about, entryId, day: '2026-11-26', number: '备2026-018' })
    await kit.ask('upkeep/known', {
      ...{ about, to: 'staff', day: '2026-11-25', whom: '全体员工', how: '班前会、签收' },
    })
    await kit.ask('upkeep/known', { about, to: 'affected', day: '2026-11-25', how: '独立院落' })
    expect(await due()).toMatchObject({ filing: null, known: null })
    expect(await obligations()).toEqual([])
    kit = await kit.restart('1 h')
    expect(await read()).toMatchObject({
      filing: 'law',
      issues: [{ number: '1', signatory: '陈总', day: '2026-11-24' }],
      filings: [
        { authority: '市应急管理局', receipt: { day: '2026-11-26', number: '备2026-018' } },
      ],
      known: [{ whom: '全体员工' }, { nobody: true, how: '独立院落' }],
      refiling: { verdict: 'simple', changes: [] },
    })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('revised in its procedure it must be filed again, and the record says which change is why', async () => {
    kit = await openWithPlans('sqlite', [GAS], Date.parse('2026-11-24T12:00:00+08:00'))
    await issue()
    await kit.ask('upkeep/file', { about, day: '2026-11-24', authority: '局' })
    await kit.clock.advance('72 h')
    const source = await sourceOf(kit, HOTLINE)
    await approved(kit, HOTLINE, { ...source, triggers: ['热线打不通'] })
    expect((await read()).refiling).toMatchObject({
      verdict: 'simple',
      changes: [{ planId: HOTLINE }],
    })
    await approved(
      kit,
      HOTLINE,
      withStep(source, 'hl-06', { due: { within: '5m', from: 'activated' } }),
    )
    const { refiling, record } = await read()
    expect(refiling).toMatchObject({
      verdict: 'refile',
      changes: [{ planId: HOTLINE, need: { reasons: [{ aspect: 'procedure', certain: true }] } }],
    })
    expect(record.map(({ kind, of }) => [kind, of?.planId ?? null])).toEqual([
      ...[
        ['revised', HOTLINE],
        ['revised', HOTLINE],
        ['made', null],
      ],
    ])
    expect(await due()).toMatchObject({ refiling: '2026-12-25' })
    kit = await kit.restart('480 h') // 2026-12-17
    expect(await obligations()).toContain('plan-refiling')
    // a person may say otherwise, of just this text
    await kit.ask('upkeep/judge', {
      about,
      refile: false,
      reason: '时限放宽，经主管部门同意不重报',
    })
    expect(await due()).toMatchObject({ refiling: null })
    await approved(kit, HOTLINE, withStep(source, 'hl-06', { role: 'duty-staff' }))
    expect((await read()).refiling).toMatchObject({ verdict: 'refile', judgement: null })
    kit = await kit.restart('1 h')
    expect((await read()).refiling).toMatchObject({ verdict: 'refile' })
    // filed before the last approval, it was another text
    await kit.ask('upkeep/file', { about, day: '2026-12-16', authority: '局' })
    expect((await read()).refiling).toMatchObject({ verdict: 'refile' })
    await kit.ask('upkeep/file', { about, day: '2026-12-17', authority: '局' })
    expect((await read()).refiling).toMatchObject({ verdict: 'simple', changes: [] })
  })

  it('is evaluated after three years; what the evaluation wants opens an action and a demand that a revision settles', async () => {
    kit = await openWithPlans('sqlite', [GAS], Date.parse('2026-11-24T12:00:00+08:00'))
    await issue({ day: '2024-02-29' })
    expect(await due()).toMatchObject({ evaluation: '2027-02-28' })
    kit = await kit.restart('2400 h') // 2027-03-04
    expect(await obligations()).toContain('plan-evaluation!')
    const answer = await kit.ask('upkeep/evaluate', {
      ...{ about, day: '2027-03-04', person: '评估组', result: 'revise', words: '号码过时' },
      action: { what: '换号码', owner: { person: '李工' }, due: '2027-03-20', planId: HOTLINE },
    })
    const [action] = (await kit.ask('action/list', {})).actions
    expect(action).toMatchObject({ id: answer.action, planId: HOTLINE, why: '号码过时' })
    expect(await due()).toMatchObject({ evaluation: '2030-03-04' })
    expect((await read()).dues.revisions).toMatchObject([{ id: answer.entryId, due: '2027-04-03' }])
    const settle = { about, entryId: answer.entryId }
    expect(await codeOf('upkeep/settle', settle)).toBe('reason-needed')
    expect(await codeOf('upkeep/settle', { ...settle, planId: 'none' })).toBe('unknown-plan')
    await kit.ask('upkeep/settle', { ...settle, planId: HOTLINE })
    expect((await read()).dues.revisions).toEqual([])
    expect(await codeOf('upkeep/settle', { ...settle, reason: '再说一次' })).toBe('no-change')
  })

  it('says what is refused: nothing of a document that there is not, no action of nobody', async () => {
    kit = await openWithPlans('memory', [GAS], Date.parse('2026-11-24T12:00:00+08:00'))
    const nowhere = { documentId: 'none' }
    expect(await codeOf('upkeep/read', { about: nowhere })).toBe('unknown-document')
    expect(
      await codeOf('upkeep/statement', {
        ...{ about: nowhere, parts: [{ part: 'risks', words: '无' }] },
      }),
    ).toBe('unknown-document')
    const trigger = { about, trigger: 'lessons', day: '2026-11-24', words: '集合点太近' }
    expect(
      await codeOf('upkeep/trigger', {
        ...trigger,
        action: { what: '改', owner: { personId: 'nobody' }, due: '2026-11-30' },
      }),
    ).toBe('unknown-person')
    expect((await read()).triggers).toEqual([])
    expect(await codeOf('upkeep/trigger', trigger)).toBe('taken')
  })

  it('keeps its annexes and rules with every earlier text, and its owner', async () => {
    kit = await openWithPlans('memory', [GAS], Date.parse('2026-11-24T12:00:00+08:00'))
    const rules = { supervision: '安全部每季检查', effect: '', interpretation: '', cycle: '' }
    const text = {
      rules,
      annexes: [{ title: '外部联系通信录', kind: 'contacts' as const, words: '' }],
    }
    expect(await kit.ask('upkeep/supplement', { about, text, why: '补附则' })).toEqual({
      number: 1,
    })
    const next = { ...text, rules: { ...rules, effect: '自印发之日起' } }
    await kit.ask('upkeep/supplement', { about, text: next, why: '补施行日期' })
    const { supplements, upkeep } = await kit.ask('upkeep/read', { about })
    expect(upkeep.supplement).toMatchObject({ number: 2, rules: { effect: '自印发之日起' } })
    expect(supplements.map(({ number, why }) => [number, why])).toEqual([
      ...[
        [2, '补施行日期'],
        [1, '补附则'],
      ],
    ])
    await kit.ask('upkeep/arrange', {
      about,
      filing: null,
      authority: '区局',
      owner: { person: '安全部王工' },
    })
    expect((await read()).arrangement).toMatchObject({
      authority: '区局',
      owner: { name: { zh: '安全部王工' } },
    })
    const [obligation] = (await kit.ask('readiness/list', {})).obligations.filter(
      ({ kind }) => kind === 'plan-issue',
    )
    expect(obligation?.owner?.zh).toBe('安全部王工')
  })
})

it('a plan that is issued by itself goes on by itself, and is no change of the document', async () => {
  kit = await openWithPlans('memory', [GAS], Date.parse('2026-11-24T12:00:00+08:00'))
  await issue()
  await kit.ask('upkeep/file', { about, day: '2026-11-24', authority: '市应急管理局' })
  const count = (await read()).plans.length
  const alone = { planId: HOTLINE }
  await issue({ about: alone, why: '单独印发' })
  expect((await read()).plans.length).toBe(count - 1)
  expect((await read()).refiling).toMatchObject({ changes: [], verdict: 'simple' })
  const plan = (await kit.ask('upkeep/read', { about: alone })).upkeep
  expect(plan).toMatchObject({ key: `plan.${HOTLINE}`, issues: [{ kind: 'made' }] })
  expect(plan.dues.filing?.due).toBe('2026-12-22')
  const { subjects } = await kit.ask('upkeep/list', {})
  expect(subjects.map(({ key }) => key)).toContain(`plan.${HOTLINE}`)
})

it('a table of dates is taken in as a whole or not at all, and once', async () => {
  kit = await openWithPlans('memory', [GAS], Date.parse('2026-11-24T12:00:00+08:00'))
  const row = {
    ...{ row: 2, about, number: 'YJ-01', issued: '2025-03-03', signatory: '陈总' },
    ...{ filed: '2025-03-10', authority: '市局', receipt: '备2025-3', staff: '2025-03-05' },
  }
  const wrong = { row: 3, about: { documentId: 'none' }, issued: '2025-03-03' }
  expect(await codeOf('upkeep/import', { rows: [row, wrong] })).toBe('rows-refused')
  expect((await read()).issues).toEqual([])
  expect(await kit.ask('upkeep/import', { rows: [row] })).toEqual({ recorded: 4 })
  expect(await read()).toMatchObject({
    issues: [{ number: 'YJ-01', kind: 'made' }],
    filings: [{ receipt: { number: '备2025-3' } }],
  })
  expect(await kit.ask('upkeep/import', { rows: [row] })).toEqual({ recorded: 0 })
  // a table holds the years of a document: each row follows what the row above has left
  const issued = ['2025-09-01', '2026-03-01', '2026-03-01'].map((day, index) => ({
    ...{ row: 2 + index, about, issued: day },
  }))
  expect(await kit.ask('upkeep/import', { rows: issued })).toEqual({ recorded: 2 })
  expect((await read()).issues.map(({ kind, number }) => [kind, number])).toEqual([
    ...[
      ['made', 'YJ-01'],
      ['revised', '2'],
      ['revised', '3'],
    ],
  ])
})

it('a site without such documents has none', async () => {
  kit = await openStation()
  expect((await kit.ask('upkeep/list', {})).subjects).toEqual([])
})
