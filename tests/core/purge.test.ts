/**
 * Personal values are purged by rule after the archive (突发事件应对法 art. 85): from record, search,
 * files and whatever lies beside them, byte by byte; the figures and the chain stay as they were.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, it } from 'vitest'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { createFileList, verifiedWith } from '#main/adapters/files/check-files.ts'
import { bringPurges, openPurgeLedger, PURGES_FILE } from '#main/adapters/purge-ledger.ts'
import { strayProjection } from '#main/core/verify/projections.ts'
import { makeBackup } from '#main/adapters/backup/make-backup.ts'
import { restoreBackup } from '#main/adapters/backup/restore-backup.ts'
import { backupsIn } from '#main/adapters/backup/stored-backups.ts'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { photo } from '../kit/sample-files.ts'
import { dispatcher, openStation, type Kit } from '../kit/station.ts'
import { newFolder } from '../hosts/cli.ts'

const response = plan('response', [step('act', { note: true })])
const CANARY = '金丝雀'
const IN_PHOTO = 'canary-in-a-photo'
let kit: Kit
afterEach(() => kit.stop())

const open = async (store?: string): Promise<Kit> =>
  openStation({
    ...{ on: 'sqlite', plans: [response] },
    ...(store !== undefined && { store }),
    files: (data, clock, log) => openFileStore(data, { clock, log }),
    purges: openPurgeLedger,
  })
const dataOf = (): string => dirname(kit.file)

/** Every file below a folder in which the words stand, as UTF-8 or as JSON writes them. */
function tells(folder: string, words = CANARY): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(words))
}

async function* content(): AsyncGenerator<Uint8Array> {
  yield photo(IN_PHOTO)
}

/** An incident with something personal in it everywhere, archived. */
async function archived(part: { file?: boolean } = {}): Promise<string> {
  const incidentId = await kit.run(['response'], {
    ...{ narrative: `${CANARY}王女士说冒烟`, reporter: `${CANARY}赵先生`, place: '前厅' },
  })
  await kit.ask('incident/step', {
    incidentId,
    stepId: 'act',
    outcome: 'done',
    words: `${CANARY}办妥`,
  })
  await kit.ask('incident/note', { incidentId, words: `${CANARY}补一句` })
  if (part.file) {
    const taken = await kit.station.takeFile(content(), incidentId, dispatcher)
    const fileId = taken.ok ? taken.fileId : ''
    await kit.ask('incident/file-attach', { incidentId, fileId, name: `${CANARY}.jpg` })
  }
  for (const to of ['closed', 'archived'] as const)
    await kit.ask('incident/move', { incidentId, to })
  return incidentId
}
/** Time passes unseen, then the engine has a cycle, and what works beside it its turns. */
async function days(span: string): Promise<void> {
  kit.clock.leap(span)
  for (let n = 0; n < 6; n++) await kit.clock.advance('1 s')
}
const purged = async (): Promise<unknown[]> =>
  (await kit.events()).flatMap(({ type, by, body }) =>
    type === 'ValuesPurged' ? [{ by, ...(body as object) }] : [],
  )
const rule = (days: number | null = 60): Promise<unknown> =>
  kit.ask('retention/set', { days, reason: '评估后定' })

it('given a rule, when its days after archiving are over, then nothing of it is left on the disk, and the figures stay', async () => {
  kit = await open()
  const incidentId = await archived({ file: true })
  const running = await kit.run(['response'], { narrative: '金丝雀还在进行' })
  const beside = join(dataOf(), 'temp-files')
  mkdirSync(beside)
  writeFileSync(join(beside, 'export.html'), CANARY)
  await rule()
  const month = await kit.ask('statistics/month', { month: '2026-11' })
  await days('59 d')
  expect(await purged()).toEqual([])
  expect((await kit.ask('retention/read', {})).next).toMatchObject([{ incidentId, waits: null }])
  await days('2 d')
  expect(await purged()).toMatchObject([
    {
      by: 'Vigil',
      why: 'rule',
      incidents: 1,
      values: 5,
      files: [expect.any(String)],
      reason: null,
    },
  ])
  expect(await kit.ask('statistics/month', { month: '2026-11' })).toEqual(month)
  const record = await kit.ask('history/read', { incidentId })
  expect(JSON.stringify(record)).not.toContain(CANARY)
  expect(JSON.stringify(record)).toContain('按规定清除')
  expect((await kit.incident(running)).narrative).toBe('金丝雀还在进行')
  expect((await kit.ask('history/search', { words: '王女士' })).total).toBe(0)
  expect(await kit.ask('retention/of', { incidentId })).toMatchObject({
    ...{ hold: null, due: null, purged: [{ why: 'rule', values: 5, files: 1, by: 'Vigil' }] },
  })
  await kit.ask('incident/note', { incidentId: running, words: '之后' })
  for (const words of ['王女士', '赵先生', '办妥', '补一句', IN_PHOTO])
    expect(tells(dataOf(), words)).toEqual([])
  expect(tells(beside)).toEqual([])
})

it('the record is whole afterwards, and says how much was purged', async () => {
  kit = await open()
  await archived({ file: true })
  await rule()
  await days('61 d')
  expect(await strayProjection(kit.journal)).toBeNull()
  const list = createFileList()
  const verified = await kit.journal.verify(list.hear)
  expect(await verifiedWith(verified, list, dataOf())).toMatchObject({
    ...{ ok: true, purged: { values: 5, files: 1 } },
  })
})

it('drawn again, the record and its package say that they are the same but for what was purged', async () => {
  kit = await open()
  const incidentId = await archived({ file: true })
  await rule()
  await days('61 d')
  const record = await kit.ask('history/read', { incidentId })
  expect(record.purged).toEqual({ values: 5, files: 1 })
  expect(record.incident.files).toMatchObject([{ purged: true }])
  const document = incidentDocument(record, {
    ...{ at: kit.clock.wall(), zone: 'Asia/Shanghai', personal: true },
    site: localized('站', 'Site'),
  })
  expect(document.lines).toContainEqual(
    localized(
      '与原件相同，仅5处、附件1个已按规定清除',
      'The same but for 5 purged values and attached files: 1',
    ),
  )
})

it('what is held stays until the hold is lifted; what is closed and not archived stays', async () => {
  kit = await open()
  const incidentId = await archived()
  const closed = await kit.run(['response'], { narrative: '金丝雀已结案' })
  await kit.ask('incident/step', { incidentId: closed, stepId: 'act', outcome: 'done' })
  await kit.ask('incident/move', { incidentId: closed, to: 'closed' })
  await kit.ask('site/archive-set', { days: 365, reason: '晚些归档' })
  await kit.ask('retention/hold', { incidentId, reason: '诉讼中' })
  await rule(30)
  await days('100 d')
  expect(await purged()).toEqual([])
  expect(await kit.ask('retention/read', {})).toMatchObject({
    ...{ holds: [{ incidentId, reason: '诉讼中', by: '周敏' }] },
    next: [{ incidentId, waits: 'held' }],
  })
  await kit.ask('retention/lift', { incidentId, reason: '已判决' })
  await days('2 d')
  expect(await purged()).toMatchObject([{ incidents: 1 }])
  expect((await kit.incident(closed)).narrative).toBe('金丝雀已结案')
})

it('files that another incident has, too, stay until that one is purged', async () => {
  kit = await open()
  const first = await archived({ file: true })
  const second = await archived({ file: true })
  await kit.ask('retention/hold', { incidentId: second, reason: '诉讼中' })
  await rule()
  await days('61 d')
  expect((await kit.ask('retention/of', { incidentId: first })).purged).toMatchObject([
    { files: 0 },
  ])
  expect(tells(dataOf(), IN_PHOTO)).toHaveLength(1)
  await kit.ask('retention/lift', { incidentId: second, reason: '已判决' })
  await days('2 d')
  expect(tells(dataOf(), IN_PHOTO)).toEqual([])
})

it('a thousand values leave none behind, however the pages were split', async () => {
  kit = await open()
  const ids: string[] = []
  for (let n = 0; n < 12; n++) {
    ids.push(await archived())
    for (let more = 0; more < 3; more++)
      await kit.run([], { narrative: `别的事${n}-${more}`.repeat(20) })
  }
  expect(tells(dataOf()).length).toBeGreaterThan(0)
  await rule()
  await days('61 d')
  await days('2 d')
  expect((await kit.ask('retention/read', {})).purged).toMatchObject({ incidents: ids.length })
  expect(tells(dataOf())).toEqual([])
})

it('a store that only marks rows as gone is found out by the same look', async () => {
  kit = await open()
  await archived()
  await kit.station.stop()
  await kit.journal.close()
  const db = new DatabaseSync(kit.file)
  db.exec('PRAGMA secure_delete = OFF; DELETE FROM personal; PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  expect(tells(dataOf())).toEqual([kit.file])
})

it('a kill before anything was destroyed is made good at the next start, and what was never said is not done', async () => {
  kit = await open()
  const incidentId = await archived()
  const ledger = openPurgeLedger(dataOf(), { info: () => undefined, error: () => undefined })
  const order = {
    ...{ id: 'p1', at: kit.clock.wall(), by: 'Vigil', why: 'rule' as const },
    ...{ incidents: [incidentId], seals: [], files: [], values: 5 },
  }
  ledger.begin(order)
  kit = await kit.restart()
  expect(JSON.stringify(await kit.ask('history/read', { incidentId }))).toContain(CANARY)
  const body = { purgeId: 'p2', why: 'rule', incidents: 1, values: 5, files: [], reason: null }
  ledger.begin({ ...order, id: 'p2' })
  await kit.journal.commit([
    {
      ...{ command: null, expect: {}, seals: [], rows: [], documents: [] },
      events: [{ stream: 'purges', type: 'ValuesPurged', at: order.at, by: 'Vigil', body }],
    },
  ])
  kit = await kit.restart()
  expect(tells(dataOf())).toEqual([])
  expect(ledger.undone()).toEqual([])
})

it('what the folder did not let be destroyed is tried again the next day', async () => {
  let isLocked = true
  kit = await openStation({
    ...{ on: 'sqlite', plans: [response] },
    purges: (data, log) => {
      const ledger = openPurgeLedger(data, log)
      return {
        ...ledger,
        clean(order) {
          if (isLocked) throw Object.assign(new Error('locked'), { code: 'EACCES' })
          ledger.clean(order)
        },
      }
    },
  })
  await archived()
  await rule()
  await days('61 d')
  const ledger = openPurgeLedger(dataOf(), { info: () => undefined, error: () => undefined })
  expect(kit.logged.map(({ event }) => event)).toContain('purge-failed')
  expect(ledger.undone()).toHaveLength(1)
  isLocked = false
  await days('1 d')
  expect(ledger.undone()).toEqual([])
  expect(tells(dataOf())).toEqual([])
})

it('an older backup that is restored learns of the purge from a later one, or from the old folder, before anything is shown', async () => {
  kit = await open()
  const incidentId = await archived({ file: true })
  await rule()
  const place = newFolder()
  const order = {
    ...{ data: dataOf(), folder: place, program: '0', library: '0'.repeat(64), open: true },
    site: { name: { zh: '站', en: 'Site' }, kinds: ['mall'], zone: 'Asia/Shanghai' },
  }
  expect(await makeBackup({ ...order, at: kit.clock.wall() })).toMatchObject({ ok: true })
  const [old] = backupsIn(place)
  if (!old || old.manifest === 'newer') throw new Error('no backup')
  const restore = async (purges: readonly string[]): Promise<string> => {
    const target = join(newFolder(), 'new')
    const result = await restoreBackup(
      { ...old, manifest: old.manifest as Exclude<typeof old.manifest, 'newer'> },
      ...([target, Date.now(), purges] as const),
    )
    expect(result).toMatchObject({ ok: true, purges: purges.length > 0 ? 1 : expect.any(Number) })
    return target
  }
  await days('61 d')
  expect(tells(dataOf())).toEqual([])
  const unaware = await restore([])
  expect(tells(unaware).length).toBeGreaterThan(0) // what nobody knows of cannot be purged
  for (const target of [await restore([dataOf()]), await restore([join(dataOf(), PURGES_FILE)])]) {
    const again = await open(join(target, 'journal.db'))
    expect(tells(target)).toEqual([])
    for (let n = 0; n < 6; n++) await again.clock.advance('1 s')
    expect(
      (await again.events()).filter(({ type }) => type === 'ValuesPurged').map(({ body }) => body),
    ).toMatchObject([{ again: true, why: 'rule', values: 5 }])
    expect((await again.ask('retention/of', { incidentId })).purged).toMatchObject([
      { again: true },
    ])
    const list = createFileList()
    expect(await verifiedWith(await again.journal.verify(list.hear), list, target)).toMatchObject({
      ok: true,
    })
    await again.stop()
  }
  expect(await makeBackup({ ...order, at: kit.clock.wall() })).toMatchObject({ ok: true })
  const byLater = await restore([])
  const again = await open(join(byLater, 'journal.db'))
  expect(tells(byLater)).toEqual([])
  await again.stop()
})

it('a list of purges with a line cut off or changed still knows the others', () => {
  const dir = newFolder()
  const log = { info: () => undefined, error: () => undefined }
  const ledger = openPurgeLedger(dir, log)
  const order = (id: string) => ({
    ...{ id, at: 1, by: 'Vigil', why: 'rule' as const },
    ...{ incidents: ['i1'], seals: [], files: [], values: 1 },
  })
  ledger.begin(order('a'))
  writeFileSync(join(dir, PURGES_FILE), `${readFileSync(join(dir, PURGES_FILE), 'utf8')}{"id":"b`)
  ledger.begin(order('c'))
  ledger.give('a')
  ledger.give('c')
  ledger.done('a')
  expect(ledger.undone().map(({ id }) => id)).toEqual(['c'])
  const other = newFolder()
  const places = [dir, dir]
  expect(bringPurges(other, { places }, new Set())).toBe(2)
  expect(openPurgeLedger(other, log).undone()).toMatchObject([
    { restored: true },
    { restored: true },
  ])
  expect(bringPurges(other, { places }, new Set(['a']))).toBe(1)
})

it('nothing is purged where no rule was set, and no rule can be set where nothing is purged', async () => {
  kit = await open()
  await archived()
  await days('4000 d')
  expect(await purged()).toEqual([])
  expect(await kit.ask('retention/read', {})).toMatchObject({
    ...{ offered: true, days: null, next: [], holds: [], purged: null },
  })
  await kit.stop()
  kit = await openStation({ plans: [response] })
  expect(await kit.send('retention/set', { days: 60, reason: '定' })).toMatchObject({
    code: 'purging-not-offered',
  })
})
