/**
 * Corrective actions through the station: opened from an incident, done, checked, after a restart
 * too; names and words sealed; one that a plan is to say goes into its draft and its revision.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { journalWithFiles } from '#main/adapters/files/check-files.ts'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import type { Input, Name } from '#shared/contract/contract.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { HOTLINE, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import { photo } from '../kit/sample-files.ts'
import { dispatcher, openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const open = (part: Partial<Input<'action/open'>> = {}) =>
  kit.ask('action/open', {
    what: '更换防火卷帘',
    owner: { person: '李工' },
    due: '2026-11-30',
    source: { words: '消防检查' },
    ...part,
  })
const list = async () => (await kit.ask('action/list', {})).actions

describe('a corrective action of an incident', () => {
  it('is opened, done and checked by another, and is the same after a restart', async () => {
    kit = await openStation({ on: 'sqlite' })
    const { incidentId } = await kit.ask('incident/report', { narrative: '冒烟', place: '车库' })
    const first = await open({ source: { incidentId }, why: '卷帘没有落下' })
    const second = await open({ due: '2026-11-25', what: '补训' })
    expect([first.number, second.number]).toEqual(['整2026-001', '整2026-002'])
    await kit.clock.advance('48 h')
    expect(await kit.ask('action/list', {})).toMatchObject({
      ...{ open: 2, overdue: 1, today: '2026-11-26' },
      actions: [
        { id: second.actionId, overdue: true, source: { kind: 'other', words: '消防检查' } },
        {
          id: first.actionId,
          ...{ what: '更换防火卷帘', why: '卷帘没有落下', overdue: false, state: 'open' },
          owner: { name: { zh: '李工' }, postId: null },
          source: { kind: 'incident', incidentId, number: '2026-001', place: '车库', drill: false },
        },
      ],
    })
    const { actionId } = first
    expect(await codeOf('action/check', { actionId, ok: true })).toBe('action-not-done')
    await kit.ask('action/done', { actionId, words: '换好了', evidence: '验收单' })
    expect(await codeOf('action/check', { actionId, ok: true, by: '李工' })).toBe('same-person')
    await kit.ask('action/check', { actionId, ok: true })
    kit = await kit.restart('1 h')
    expect((await list())[1]).toMatchObject({
      state: 'closed',
      done: { person: '李工', words: '换好了', evidence: '验收单' },
      check: { person: '周敏', ok: true },
    })
    const { lines } = await kit.ask('action/read', { actionId })
    expect(lines.map(({ text }) => text.zh)).toEqual([
      '开出整2026-001，责任人李工，期限2026-11-30',
      '李工报完成：换好了；佐证：验收单',
      '周敏复查合格',
    ])
    expect((await open()).number).toBe('整2026-003')
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('says that it comes from a drill, and goes back ten seconds', async () => {
    kit = await openStation()
    const drill = { narrative: '演练', place: '车库', drill: true }
    const { incidentId } = await kit.ask('incident/report', drill)
    const { actionId } = await open({ source: { incidentId, finding: 'f1' } })
    expect(await list()).toMatchObject([{ source: { drill: true, finding: 'f1' } }])
    await kit.ask('action/withdraw', { actionId, reason: '开错了' })
    await kit.ask('action/undo', { actionId })
    expect(await list()).toMatchObject([{ state: 'open', withdrawn: null }])
    expect(await codeOf('action/undo', { actionId })).toBe('undo-over')
  })

  it('has its words and people sealed', async () => {
    kit = await openStation()
    const { actionId } = await open({
      what: '雀措施',
      why: '雀问题',
      owner: { person: '雀责任人' },
    })
    const amended = { what: '雀措施二', due: '2026-12-02', reason: '雀原因' }
    await kit.ask('action/amend', { actionId, ...amended })
    await kit.ask('action/done', { actionId, words: '雀完成', evidence: '雀佐证', by: '雀完成人' })
    await kit.ask('action/check', { actionId, ok: false, words: '雀不合格', by: '雀复查人' })
    await kit.ask('action/withdraw', { actionId, reason: '雀撤销' })
    expect(JSON.stringify(await kit.events())).not.toContain('雀')
    expect(JSON.stringify(await list())).toContain('雀措施二')
  })

  it('refuses whom and what nobody knows', async () => {
    kit = await openStation()
    const fields = { what: 'x', due: '2026-12-01', owner: { person: '李工' } }
    const opening = (part: object): Promise<string> =>
      codeOf('action/open', { ...fields, source: { words: 'y' }, ...part })
    expect(await opening({ source: { incidentId: 'i9' } })).toBe('unknown-incident')
    expect(await opening({ planId: 'none' })).toBe('unknown-plan')
    expect(await opening({ owner: { personId: 'p9' } })).toBe('unknown-person')
    expect(await opening({ owner: { postId: 'post9' } })).toBe('unknown-post')
    expect(await opening({ due: '2026-11-23' })).toBe('bad-input')
    expect(await opening({ due: '2026-02-30' })).toBe('bad-input')
    expect(await codeOf('action/done', { actionId: 'a9', words: 'x' })).toBe('unknown-action')
    expect(await codeOf('action/read', { actionId: 'a9' })).toBe('unknown-action')
    const { actionId } = await open()
    expect(await codeOf('action/draft', { actionId })).toBe('plan-needed')
  })
})

it('keeps files of its own, once each, and they are checked with the record', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-core-actions-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  kit = await openStation({
    on: 'sqlite',
    files: (_, clock, log) => openFileStore(dir, { clock, log }),
  })
  async function* content(): AsyncGenerator<Uint8Array> {
    yield photo()
  }
  const { actionId } = await open()
  const taken = await kit.station.takeFile(content(), null, dispatcher)
  const fileId = taken.ok ? taken.fileId : ''
  for (const name of ['雀验收单.jpg', '又一次.jpg'])
    await kit.ask('action/file-attach', { actionId, fileId, name })
  expect(await list()).toMatchObject([{ files: [{ fileId, name: '雀验收单.jpg', by: '周敏' }] }])
  expect(JSON.stringify(await kit.events())).not.toContain('雀')
  const verified = await journalWithFiles(kit.journal, dir).verify()
  expect(verified).toMatchObject({ ok: true })
  rmSync(join(dir, 'files', fileId))
  expect(await journalWithFiles(kit.journal, dir).verify()).toMatchObject({ why: 'file-missing' })
  const unknown = { actionId, fileId: '0'.repeat(64), name: 'x' }
  expect(await codeOf('action/file-attach', unknown)).toBe('unknown-file')
})

describe('one that a plan is to say', () => {
  const WHY = { why: '按整改修订', approvedBy: '李强' }

  it('begins the draft as the plan stands, and the revision says from which incident it learned', async () => {
    kit = await openWithPlans('memory')
    const incidentId = await kit.run([HOTLINE])
    const { actionId, number } = await open({ source: { incidentId }, planId: HOTLINE })
    await open({ planId: HOTLINE, what: '与修订无关' })
    expect(await kit.ask('action/draft', { actionId })).toEqual({ planId: HOTLINE })
    const draft = await kit.ask('plans/draft-read', { planId: HOTLINE })
    expect(draft?.draft).toEqual(await sourceOf(kit, HOTLINE))
    const changed = withStep(await sourceOf(kit, HOTLINE), 'hl-19', {
      due: { within: '20m', from: 'reported' },
    })
    await kit.ask('plans/draft-save', { planId: HOTLINE, draft: changed })
    const { revision } = await kit.ask('plans/approve', { planId: HOTLINE, ...WHY })
    expect((await list()).map(({ carried }) => carried)).toMatchObject([
      [{ planId: HOTLINE, revision, number: '1' }],
      [],
    ])
    const [last] = await kit.ask('plans/revisions', { planId: HOTLINE })
    expect(last?.actions).toEqual([{ actionId, number, incidentId, incidentNumber: '2026-001' }])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('whose draft is discarded is not carried by the next one', async () => {
    kit = await openWithPlans('memory')
    const { actionId } = await open({ planId: HOTLINE })
    await kit.ask('action/draft', { actionId })
    expect(await list()).toMatchObject([{ drafting: expect.any(Number) }])
    await kit.ask('plans/draft-discard', { planId: HOTLINE })
    expect(await list()).toMatchObject([{ drafting: null }])
    const draft = withStep(await sourceOf(kit, HOTLINE), 'hl-19', {
      due: { within: '20m', from: 'reported' },
    })
    await kit.ask('plans/draft-save', { planId: HOTLINE, draft })
    const refused = { planId: HOTLINE, ...WHY, actions: ['a9'] }
    expect(await codeOf('plans/approve', refused)).toBe('unknown-action')
    await kit.ask('plans/approve', { planId: HOTLINE, ...WHY })
    expect(await list()).toMatchObject([{ carried: [] }])
  })
})

describe('in the monthly report', () => {
  const section = async (month: string) => {
    const { paper } = await kit.ask('report/read', { month })
    const { words, tables } = paper.sections.find(({ id }) => id === 'actions') ?? {
      words: [],
      tables: [],
    }
    const rows = tables.find(({ id }) => id === 'actions')?.rows ?? []
    return { words: words.at(-1), rows: rows.map((row) => row.map(({ value }) => value)) }
  }

  it('one that is closed in the next month counts there, and the issued month stays as it was', async () => {
    kit = await openStation({ on: 'sqlite' })
    const { incidentId } = await kit.ask('incident/report', { narrative: '盗窃', place: '二楼' })
    const { actionId } = await open({ source: { incidentId }, why: '没有监控' })
    await kit.clock.advance('168 h') // December
    const november = await section('2026-11')
    expect(november.words).toMatchObject({
      zh: '整改措施：本月开出1项；月末未完成1项。',
    })
    expect(november.rows).toEqual([
      [
        '整2026-001',
        ...['没有监控', '更换防火卷帘', '李工', '2026-11-30'],
        { zh: '未完成', en: 'Open' },
        { zh: '事件2026-001', en: 'Incident 2026-001' },
      ],
    ])
    const issued = await kit.ask('report/issue', { month: '2026-11' })
    await kit.ask('action/done', { actionId, words: '装好了' })
    await kit.ask('action/check', { actionId, ok: true })
    expect((await section('2026-12')).words).toMatchObject({
      zh: '整改措施：上月结转1项，复查合格1项（其中逾期完成1项）；月末未完成0项。',
    })
    expect((await section('2026-11')).rows).toEqual(november.rows)
    expect(await kit.ask('report/reproduce', { month: '2026-11' })).toMatchObject({
      same: true,
      intact: true,
      check: issued.check,
    })
    const figures = { carried: 1, closed: 1, late: 1, left: 0 }
    const december = { from: '2026-12-01', to: '2026-12-31' }
    expect((await kit.ask('statistics/figures', december)).actions).toMatchObject(figures)
    expect((await kit.ask('statistics/period', december)).actions).toMatchObject(figures)
  })

  it('stands in the record of its incident, without words where these are left out', async () => {
    kit = await openStation()
    const { incidentId } = await kit.ask('incident/report', { narrative: '盗窃', place: '二楼' })
    await open({ source: { incidentId } })
    const { actions = [] } = await kit.ask('history/read', { incidentId })
    expect(actions).toMatchObject([{ number: '整2026-001', what: '更换防火卷帘' }])
    const plain = await kit.ask('history/read', { incidentId, plain: true })
    expect(plain.actions).toMatchObject([{ number: '整2026-001', what: '〔略〕' }])
    expect((await kit.ask('handover/read', {})).page.actions).toEqual({ open: 1, overdue: 0 })
  })
})
