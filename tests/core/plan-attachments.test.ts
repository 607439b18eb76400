/**
 * Files of plans and documents at a station: kept beside the record, listed for plan and desk,
 * named by the revision that was approved with them, and never purged with an incident.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { journalWithFiles } from '#main/adapters/files/check-files.ts'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input, Name } from '#shared/contract/contract.ts'
import { approved, GAS, HOTLINE, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import { archive, attached, dataOf, days, openPurging, reported, rule } from '../kit/purging.ts'
import { photo } from '../kit/sample-files.ts'
import { listedRefusals } from '../kit/listed-refusals.ts'
import { dispatcher, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const opened = (): Promise<Kit> =>
  openWithPlans('sqlite', [GAS], undefined, {
    files: (data, clock, log) => openFileStore(data, { clock, log }),
  })
async function sent(words = 'map'): Promise<string> {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield photo(words)
  }
  const taken = await kit.station.takeFile(content(), null, dispatcher)
  if (!taken.ok) throw new Error(taken.code)
  return taken.fileId
}
const PLAN = { about: { planId: HOTLINE } }
const list = () => kit.ask('attachment/list', PLAN)
const codeOf = async <N extends Name>(name: N, input: Input<N>): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'ok' : answer.code
}

it('are kept with the plan and its document, called otherwise, withdrawn and put back, also after a restart', async () => {
  kit = await opened()
  const [map, wiring] = [await sent('map'), await sent('wiring')]
  await kit.ask('attachment/add', { ...PLAN, fileId: map, name: '雀平面图.jpg' })
  await kit.ask('attachment/add', { ...PLAN, fileId: map, name: '又一次.jpg' })
  await kit.ask('attachment/add', { about: { documentId: GAS }, fileId: wiring, name: '线路.jpg' })
  const [file] = (await list()).files
  expect(await list()).toMatchObject({
    files: [{ fileId: map, name: '雀平面图.jpg', by: '周敏' }],
    document: { id: GAS },
    ofDocument: [{ fileId: wiring, name: '线路.jpg' }],
  })
  expect(JSON.stringify(await kit.events())).not.toContain('雀')
  const of = { ...PLAN, attachmentId: file!.id }
  await kit.ask('attachment/rename', { ...of, name: '一层平面图.jpg' })
  await kit.ask('attachment/withdraw', { ...of, reason: '改建了' })
  kit = await kit.restart()
  expect((await list()).files).toMatchObject([
    { name: '一层平面图.jpg', withdrawn: { reason: '改建了', by: '周敏' } },
  ])
  await kit.ask('attachment/restore', of)
  expect((await list()).files[0]).not.toHaveProperty('withdrawn')
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  const verified = () => journalWithFiles(kit.journal, dataOf(kit)).verify()
  expect(await verified()).toMatchObject({ ok: true })
  rmSync(join(dataOf(kit), 'files', map))
  expect(await verified()).toMatchObject({ ok: false, why: 'file-missing' })
})

it('the scan of a receipt belongs to its filing, stands there after a restart, and nowhere else', async () => {
  kit = await opened()
  const of = { about: { documentId: GAS }, day: '2026-11-20' }
  await kit.ask('upkeep/issue', { ...of, kind: 'made', signatory: '陈总', why: '首次印发' })
  const receipt = { day: '2026-11-20', number: '备018' }
  const { entryId } = await kit.ask('upkeep/file', { ...of, authority: '应急管理局', receipt })
  const fileId = await sent('receipt')
  const scan = { about: { filingId: entryId }, fileId, name: '回执.jpg' }
  expect(await codeOf('attachment/add', { ...scan, about: { filingId: 'none' } })).toBe(
    'unknown-entry',
  )
  await kit.ask('attachment/add', scan)
  kit = await kit.restart()
  const { upkeep } = await kit.ask('upkeep/read', { about: of.about })
  expect(upkeep.filings).toMatchObject([{ receipt, files: [{ fileId, name: '回执.jpg' }] }])
  expect(await kit.ask('attachment/list', { about: of.about })).toMatchObject({ files: [] })
  const { files } = await kit.ask('attachment/list', { about: scan.about })
  const attachmentId = files[0]?.id ?? ''
  await kit.ask('attachment/withdraw', { about: scan.about, attachmentId, reason: '扫错了' })
  const after = await kit.ask('upkeep/read', { about: of.about })
  expect(after.upkeep.filings).toMatchObject([{ files: [] }])
})

it('the revision record says which were there when it was approved', async () => {
  kit = await opened()
  await kit.ask('attachment/add', { ...PLAN, fileId: await sent('map'), name: '平面图.jpg' })
  const changed = async (minutes: string) =>
    approved(
      kit,
      HOTLINE,
      withStep(await sourceOf(kit, HOTLINE), 'hl-19', {
        due: { within: minutes, from: 'reported' },
      }),
    )
  await changed('20m')
  await kit.clock.advance('1 min')
  const [file] = (await list()).files
  await kit.ask('attachment/withdraw', { ...PLAN, attachmentId: file!.id, reason: '改建了' })
  await changed('25m')
  const revisions = await kit.ask('plans/revisions', { planId: HOTLINE })
  expect(revisions.map(({ attachments }) => attachments?.map(({ name }) => name))).toEqual([
    undefined,
    ['平面图.jpg'],
    undefined,
  ])
})

it('a plan that has only a draft can have some; what nobody knows has none', async () => {
  kit = await opened()
  const fileId = await sent()
  const input = (about: { planId: string } | { documentId: string }) => ({
    ...{ about, fileId, name: 'x.jpg' },
  })
  expect(await codeOf('attachment/add', input({ planId: 'lift' }))).toBe('unknown-plan')
  expect(await codeOf('attachment/add', input({ documentId: 'none' }))).toBe('unknown-document')
  expect(await codeOf('attachment/list', { about: { planId: 'lift' } })).toBe('unknown-plan')
  await kit.ask('plans/draft-save', { planId: 'lift', draft: { id: 'lift', document: GAS } })
  expect(await codeOf('attachment/add', input({ planId: 'lift' }))).toBe('ok')
  const unknown = { ...PLAN, fileId: '0'.repeat(64), name: 'x' }
  expect(await codeOf('attachment/add', unknown)).toBe('unknown-file')
  const none = { ...PLAN, attachmentId: 'a9' }
  expect(await codeOf('attachment/withdraw', { ...none, reason: 'x' })).toBe('unknown-file')
  expect(await codeOf('attachment/rename', { ...none, name: 'x' })).toBe('unknown-file')
})

it('one that an incident shared with its plan stays when the incident is purged', async () => {
  kit = await openPurging()
  const incidentId = await reported(kit)
  const fileId = await attached(kit, incidentId)
  const about = { planId: 'response' }
  await kit.ask('attachment/add', { about, fileId, name: '平面图.jpg' })
  await archive(kit, incidentId)
  await rule(kit)
  await days(kit, '61 d')
  expect(existsSync(join(dataOf(kit), 'files', fileId))).toBe(true)
  expect((await kit.ask('attachment/list', { about })).files).toMatchObject([
    { fileId, name: '平面图.jpg' },
  ])
})

it('are refused what the page names, and nothing else', async () => {
  kit = await openWithPlans('sqlite', [GAS])
  const heard: string[] = []
  const send = async <N extends Name>(name: N, input: Input<N>): Promise<void> => {
    heard.push(`${name} ${await codeOf(name, input)}`)
  }
  const FILE = { fileId: '0'.repeat(64), name: '图.jpg' }
  const NOTHING = { ...PLAN, attachmentId: 'nothing' }
  await send('attachment/add', { ...PLAN, ...FILE })
  await kit.stop()
  kit = await opened()
  const nowhere = [{ planId: 'nowhere' }, { documentId: 'nowhere' }, { filingId: 'nowhere' }]
  for (const about of nowhere) {
    await send('attachment/list', { about })
    await send('attachment/add', { about, ...FILE })
  }
  await send('attachment/add', { ...PLAN, ...FILE })
  await send('attachment/rename', { ...NOTHING, name: '图' })
  await send('attachment/withdraw', { ...NOTHING, reason: '旧了' })
  await send('attachment/restore', NOTHING)
  const add = async (words: string): Promise<string> =>
    codeOf('attachment/add', { ...PLAN, fileId: await sent(words), name: `${words}.jpg` })
  await add('first')
  const first = { ...PLAN, attachmentId: (await list()).files[0]!.id }
  await kit.ask('attachment/withdraw', { ...first, reason: '旧了' })
  for (let n = 0; n < 20; n++) expect(await add(`map ${n}`)).toBe('ok')
  heard.push(`attachment/add ${await add('one too many')}`)
  await send('attachment/restore', first)
  const named = [...listedRefusals].flatMap(([request, codes]) =>
    request.startsWith('attachment/') ? codes.map((code) => `${request} ${code}`) : [],
  )
  expect(heard.toSorted()).toEqual(named.toSorted())
})
