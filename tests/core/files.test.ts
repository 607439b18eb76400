/**
 * What people call a file, why one was withdrawn and who has a piece of evidence are sealed
 * (突发事件应对法 art. 84–85); evidence that is kept is listed, also of incidents long archived.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { openStation, type Kit } from '../kit/station.ts'
import { photo } from '../kit/sample-files.ts'

async function opened(): Promise<Kit> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-core-files-'))
  const kit = await openStation({ files: (_, clock, log) => openFileStore(dir, { clock, log }) })
  onTestFinished(async () => {
    await kit.stop()
    rmSync(dir, { recursive: true, force: true })
  })
  return kit
}
async function* content(): AsyncGenerator<Uint8Array> {
  yield photo()
}
const caller = { name: '周敏', role: 'dispatcher' as const }

it('names, reasons and receivers are on the desk, and nowhere in the events', async () => {
  const kit = await opened()
  const incidentId = await kit.run()
  const taken = await kit.station.takeFile(content(), incidentId, caller)
  const fileId = taken.ok ? taken.fileId : ''
  await kit.ask('incident/file-attach', { incidentId, fileId, name: '张三的伤.jpg' })
  await kit.ask('incident/file-withdraw', { incidentId, attachmentId: '1', reason: '传错了张三' })
  await kit.ask('incident/evidence-add', { incidentId, what: '监控', kind: 'video', place: '柜子' })
  const released = { incidentId, evidenceId: '1', to: '民警张三', reason: '张三来取' }
  await kit.ask('incident/evidence-release', released)
  const { files, evidence } = await kit.incident(incidentId)
  expect(files).toMatchObject([{ name: '张三的伤.jpg', withdrawn: { reason: '传错了张三' } }])
  expect(evidence).toMatchObject([{ released: { to: '民警张三', reason: '张三来取' } }])
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  expect(entries.map(({ says }) => says.zh)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^附上文件：张三的伤\.jpg（校验码[0-9a-f]{8}）$/),
      '撤下附件：张三的伤.jpg，原因：传错了张三',
      '证据移出（保存期未满）：监控，交给民警张三，原因：张三来取',
    ]),
  )
  expect(JSON.stringify(await kit.events())).not.toContain('张三')
  const plain = await kit.ask('history/read', { incidentId, plain: true })
  expect(JSON.stringify(plain)).not.toContain('张三')
})

it('a line of the record is named by its number, and none of another incident', async () => {
  const kit = await opened()
  const [incidentId, other] = [await kit.run(), await kit.run()]
  const taken = await kit.station.takeFile(content(), null, caller)
  const fileId = taken.ok ? taken.fileId : ''
  const [first] = (await kit.ask('incident/timeline', { incidentId })).entries
  const input = { incidentId, fileId, name: 'a.jpg', seq: first?.seq ?? 0 }
  await kit.ask('incident/file-attach', input)
  expect((await kit.incident(incidentId)).files).toMatchObject([{ seq: first?.seq }])
  expect(await kit.send('incident/file-attach', { ...input, incidentId: other })).toMatchObject({
    code: 'unknown-entry',
  })
})

it('the list has what is kept, of the board and of the archive, until it is handed out', async () => {
  const kit = await opened()
  const incidentId = await kit.run()
  const add = (what: string): Promise<unknown> =>
    kit.ask('incident/evidence-add', { incidentId, what, kind: 'video', place: '柜子' })
  await add('甲')
  await add('乙')
  const listed = async (): Promise<unknown> =>
    (await kit.ask('incident/evidence-list', null)).items.map(({ what, until, mayGo, onBoard }) => [
      ...[what, until === null, mayGo, onBoard],
    ])
  expect(await listed()).toEqual([
    ['甲', true, false, true],
    ['乙', true, false, true],
  ])
  await kit.ask('incident/move', { incidentId, to: 'closed', reason: '无须处置' })
  await kit.ask('incident/move', { incidentId, to: 'archived' })
  kit.clock.leap('31 d')
  await kit.clock.advance('2 s')
  expect(await listed()).toEqual([
    ['甲', false, true, false],
    ['乙', false, true, false],
  ])
  await kit.ask('incident/evidence-release', { incidentId, evidenceId: '1', to: '失主' })
  expect(await listed()).toEqual([['乙', false, true, false]])
})

it('evidence is kept as long as whoever records it says, and never shorter than its 30 days', async () => {
  const kit = await opened()
  const incidentId = await kit.run()
  const [long, short] = [90, 1].map((n) => kit.clock.wall() + n * 86_400_000)
  const lock = { incidentId, kind: 'object', place: '柜子' } as const
  await kit.ask('incident/evidence-add', { ...lock, what: '久', keepUntil: long })
  await kit.ask('incident/evidence-add', { ...lock, what: '短', keepUntil: short })
  const occurred = kit.clock.wall()
  await kit.ask('incident/move', { incidentId, to: 'closed', reason: '无须处置' })
  expect((await kit.incident(incidentId)).evidence).toMatchObject([
    { what: '久', keepUntil: long },
    { what: '短', keepUntil: occurred + 30 * 86_400_000 },
  ])
})

it('evidence is recorded with the files that show it, and the list has them, also of the archive', async () => {
  const kit = await opened()
  const incidentId = await kit.run()
  const taken = await kit.station.takeFile(content(), incidentId, caller)
  const fileId = taken.ok ? taken.fileId : ''
  const lock = { incidentId, what: '张三的锁', kind: 'object', place: '柜子' } as const
  const nothing = { fileId: '0'.repeat(64), name: '没有传.jpg' }
  expect(
    await kit.send('incident/evidence-add', { ...lock, files: [{ fileId, name: 'a' }, nothing] }),
  ).toMatchObject({ code: 'unknown-file' })
  expect((await kit.incident(incidentId)).evidence).toEqual([])
  const files = [{ fileId, name: '张三的锁.jpg' }]
  expect(await kit.ask('incident/evidence-add', { ...lock, files })).toEqual({ evidenceId: '1' })
  const key = { incidentId, fileId, name: '钥匙.jpg', evidenceId: '1' }
  expect(await kit.ask('incident/file-attach', key)).toEqual({ attachmentId: '1' })
  expect(await kit.send('incident/file-attach', { ...key, evidenceId: '2' })).toMatchObject({
    code: 'unknown-item',
  })
  expect((await kit.incident(incidentId)).files).toMatchObject([
    { fileId, name: '张三的锁.jpg', evidenceId: '1' },
  ])
  expect(JSON.stringify(await kit.events())).not.toContain('张三')
  await kit.ask('incident/move', { incidentId, to: 'closed', reason: '无须处置' })
  await kit.ask('incident/move', { incidentId, to: 'archived' })
  expect((await kit.ask('incident/evidence-list', null)).items).toMatchObject([
    { what: '张三的锁', files: [{ fileId, name: '张三的锁.jpg', format: 'jpg' }] },
  ])
})

it('the list goes by when keeping ends; a drill, and what has no end yet, come last', async () => {
  const kit = await opened()
  const [late, soon, open] = [await kit.run(), await kit.run(), await kit.run()]
  const drill = await kit.run(undefined, { drill: true })
  const add = (incidentId: string, what: string): Promise<unknown> =>
    kit.ask('incident/evidence-add', { incidentId, what, kind: 'video', place: '柜子' })
  for (const [incidentId, what] of [
    [drill, '演练'],
    [open, '未结'],
    [late, '晚'],
    [soon, '早'],
  ] as const)
    await add(incidentId, what)
  const occurredAt = kit.clock.wall() - 10 * 86_400_000
  await kit.ask('incident/amend', { incidentId: soon, occurredAt, reason: '早就发生了' })
  for (const incidentId of [late, soon])
    await kit.ask('incident/move', { incidentId, to: 'closed', reason: '无须处置' })
  const listed = async (): Promise<unknown> =>
    (await kit.ask('incident/evidence-list', null)).items.map(({ what }) => what)
  expect(await listed()).toEqual(['早', '晚', '未结', '演练'])
})
