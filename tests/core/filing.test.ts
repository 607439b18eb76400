/**
 * A filing package of a plan document (88号令 art. 27, 国办发〔2024〕5号 art. 26): text, explanation,
 * revision record and checklist, each as a page and as plain text, under safe names; the same
 * record gives the same bytes.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { unzip } from '#main/adapters/export/zip-archive.ts'
import { checkPackage } from '#main/adapters/package/check-package.ts'
import type { DocumentOrder, DocumentWriter } from '#main/core/ports.ts'
import { fileNameOf } from '#shared/domain/document/file-names.ts'
import { folder, writer } from '../adapters/export/writing.ts'
import { approved, GAS, HOTLINE, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import { photo } from '../kit/sample-files.ts'
import { dispatcher, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const orders: DocumentOrder[] = []
/** Takes the orders; the test writes them itself. */
const taker: DocumentWriter = {
  write: (order) => {
    orders.push(order)
    return {
      done: Promise.resolve({ ok: true, bytes: 1, rows: 1, sha256: '' }),
      cancel: () => undefined,
    }
  },
  check: () => Promise.resolve(null),
}
const tempFiles = { place: (name: string) => name, remove: () => undefined, clear: () => undefined }
const about = { documentId: GAS }

async function ordered(): Promise<DocumentOrder> {
  orders.length = 0
  await kit.ask('export/start', { what: { filing: about }, format: 'zip', language: 'zh' })
  await expect.poll(() => orders.length).toBe(1)
  const [order] = orders
  if (!order) throw new Error('nothing was ordered')
  return order
}
async function written(order: DocumentOrder): Promise<{ file: string; bytes: Buffer }> {
  const file = folder().at('filing.zip')
  expect(await writer().write({ ...order, file }).done).toMatchObject({ ok: true })
  return { file, bytes: readFileSync(file) }
}
async function* content(words: string): AsyncGenerator<Uint8Array> {
  yield photo(words)
}
const textIn = (entries: Map<string, Buffer>, name: string): string =>
  entries.get(name)?.toString() ?? ''

it('given a revised document, when its package is made, then what changed stands in it and whoever checks it finds it whole', async () => {
  const at = '2026-11-24T12:00:00+08:00'
  kit = await openWithPlans('sqlite', [GAS], at, { papers: taker, tempFiles })
  await kit.ask('upkeep/issue', {
    ...{ about, kind: 'made', day: '2026-11-20', signatory: '陈总', why: '首次印发' },
  })
  await kit.ask('upkeep/file', { about, day: '2026-11-23', authority: '市应急管理局' })
  await kit.ask('upkeep/supplement', {
    about,
    text: {
      rules: { supervision: '安全部每季检查', effect: '', interpretation: '安全部', cycle: '' },
      annexes: [{ title: '成员名单及电话号码', kind: 'members', words: '见下表' }],
    },
    why: '补附则',
  })
  await kit.ask('upkeep/statement', { about, parts: [{ part: 'risks', words: '已评估<甲>' }] })
  const source = await sourceOf(kit, HOTLINE)
  await approved(
    kit,
    HOTLINE,
    withStep(source, 'hl-06', { due: { within: '5m', from: 'activated' } }),
  )

  const order = await ordered()
  expect(fileNameOf(order.document, 'zh')).toBe('预案备案材料-gas-customer-service-2026-11-20')
  const { file, bytes } = await written(order)
  expect(checkPackage(file)).toMatchObject({ ok: true, files: 9 })
  const entries = unzip(bytes)
  expect([...entries.keys()]).toEqual([
    'README.txt',
    ...['00-checklist', '01-plan', '02-statement', '03-revisions'].flatMap((name) => [
      ...[`${name}.html`, `${name}.txt`],
    ]),
    'SHA256SUMS',
  ])
  const text = textIn(entries, '01-plan.txt')
  for (const words of [
    '客服热线故障处置预案',
    '附件1：成员名单及电话号码',
    '监督检查：安全部每季检查',
    '启动预案后5分钟内',
  ])
    expect(text).toContain(words)
  const statement = textIn(entries, '02-statement.txt')
  for (const words of ['上次备案：2026-11-23', '应急处置程序', '已评估<甲>', '（待填写）'])
    expect(statement).toContain(words)
  expect(textIn(entries, '02-statement.html')).toContain('已评估&lt;甲&gt;')
  expect(textIn(entries, '02-statement.html')).not.toContain('<script')
  expect(textIn(entries, '03-revisions.txt')).toMatch(/修订.*客服热线故障处置预案/)
  expect(textIn(entries, '00-checklist.txt')).toMatch(/风险评估结果\t.*在包内/)
  expect(textIn(entries, '00-checklist.txt')).toMatch(/评审意见.*待补/)

  const again = await written(await ordered())
  const sum = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
  expect(sum(again.bytes)).toBe(sum(bytes))
})

it('the dates of all documents are exported as a table; of a document that there is not nothing is', async () => {
  kit = await openWithPlans('memory', [GAS], undefined, { papers: taker, tempFiles })
  orders.length = 0
  await kit.ask('export/start', { what: { register: 'upkeep' }, format: 'xlsx', language: 'zh' })
  await expect.poll(() => orders.length).toBe(1)
  const [table] = orders[0]?.document.sections[0]?.tables ?? []
  expect(table?.rows.map(([, key]) => key?.value)).toEqual([`document.${GAS}`])
  const refused = await kit.send('export/start', {
    ...{ what: { filing: { documentId: 'none' } }, format: 'zip', language: 'zh' },
  })
  expect(refused).toMatchObject({ ok: false, code: 'unknown-document' })
})

it('given maps of the document and of a plan, and the scan of a receipt, when its package is made, then they are in it as they came, with their names', async () => {
  kit = await openWithPlans('sqlite', [GAS], '2026-11-24T12:00:00+08:00', {
    ...{ papers: taker, tempFiles },
    files: (data, clock, log) => openFileStore(data, { clock, log }),
  })
  const day = '2026-11-24'
  await kit.ask('upkeep/issue', { about, kind: 'made', day, signatory: '陈总', why: '首次印发' })
  const filing = { about, day, authority: '市应急管理局', receipt: { day, number: '备018' } }
  const { entryId: filingId } = await kit.ask('upkeep/file', filing)
  const ids: string[] = []
  for (const [to, name] of [
    [about, '总平面图.jpg'],
    [{ planId: HOTLINE }, '线路图.jpg'],
    [{ filingId }, '回执.jpg'],
  ] as const) {
    const taken = await kit.station.takeFile(content(name), null, dispatcher)
    const fileId = taken.ok ? taken.fileId : ''
    ids.push(fileId)
    await kit.ask('attachment/add', { about: to, fileId, name })
  }
  const { file, bytes } = await written(await ordered())
  expect(checkPackage(file)).toMatchObject({ ok: true, files: 13 })
  const entries = unzip(bytes)
  const names = ids.map((id, index) => `0${index + 1}-${id.slice(0, 12)}.jpg`)
  expect(textIn(entries, 'annexes/names.txt')).toBe(
    `${names[0]}  总平面图.jpg\n${names[1]}  线路图.jpg\n${names[2]}  回执.jpg\n`,
  )
  expect(textIn(entries, '00-checklist.txt')).toMatch(
    /上次备案的回执\t备018，2026-11-24\tannexes\t扫描件在包内/,
  )
  expect(entries.get(`annexes/${names[1]}`)).toEqual(Buffer.from(photo('线路图.jpg')))
})

it('given a map of a plan, when the package of an incident that ran it is made, then the map is in it by its name', async () => {
  kit = await openWithPlans('sqlite', [GAS], '2026-11-24T12:00:00+08:00', {
    ...{ papers: taker, tempFiles },
    files: (data, clock, log) => openFileStore(data, { clock, log }),
  })
  const taken = await kit.station.takeFile(content('map'), null, dispatcher)
  const fileId = taken.ok ? taken.fileId : ''
  await kit.ask('attachment/add', { about: { planId: HOTLINE }, fileId, name: '线路图.jpg' })
  await kit.clock.advance('1 min')
  const incidentId = await kit.run([HOTLINE])
  await kit.ask('incident/move', { incidentId, to: 'false-report', reason: '误报' })
  orders.length = 0
  await kit.ask('export/start', {
    ...{ what: { incidentId, personal: true }, format: 'zip', language: 'zh' },
  })
  await expect.poll(() => orders.length).toBe(1)
  const entries = unzip((await written(orders[0]!)).bytes)
  const record = JSON.parse(textIn(entries, 'record.json')) as { planFiles: unknown }
  expect(record.planFiles).toMatchObject([{ planId: HOTLINE, fileId, name: '线路图.jpg' }])
  expect(entries.get(`files/plan-${HOTLINE}-1-${fileId.slice(0, 12)}.jpg`)).toEqual(
    Buffer.from(photo('map')),
  )
})

it('given supplies that were issued for an incident, when its package is made, then what became of them is in its record', async () => {
  kit = await openWithPlans('sqlite', [GAS], '2026-11-24T12:00:00+08:00', {
    ...{ papers: taker, tempFiles },
  })
  const incidentId = await kit.run([HOTLINE])
  const { supplyId } = await kit.ask('supply/enter', {
    ...{ name: '干粉灭火器', class: 'fire', unit: '具', place: { words: '一楼大厅' } },
    batches: [{ count: 5 }],
  })
  const { issueId } = await kit.ask('supply/issue', { supplyId, count: 3, to: '王强', incidentId })
  await kit.ask('supply/return', { supplyId, issueId, count: 1 })
  await kit.ask('supply/consume', { supplyId, issueId, count: 1 })
  await kit.ask('incident/move', { incidentId, to: 'false-report', reason: '误报' })
  orders.length = 0
  await kit.ask('export/start', {
    ...{ what: { incidentId, personal: true }, format: 'zip', language: 'zh' },
  })
  await expect.poll(() => orders.length).toBe(1)
  const entries = unzip((await written(orders[0]!)).bytes)
  const record = JSON.parse(textIn(entries, 'record.json')) as { supplies: unknown }
  expect(record.supplies).toMatchObject([
    { count: 3, returned: 1, consumed: 1, left: 1, supply: { name: '干粉灭火器' } },
  ])
})
