/** Backups as they lie on the disk: whole under their name, or no backup. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { checkBackup } from '#main/adapters/backup/check-backup.ts'
import { makeBackup, partialName, type BackupOrder } from '#main/adapters/backup/make-backup.ts'
import { readManifest, type Manifest } from '#main/adapters/backup/manifest.ts'
import { restoreBackup } from '#main/adapters/backup/restore-backup.ts'
import { backupsIn } from '#main/adapters/backup/stored-backups.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { Journal } from '#main/core/ports.ts'

const AT = Date.UTC(2026, 10, 26, 3)
let [data, folder] = ['', '']

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-backup-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

async function write(journal: Journal, type: string): Promise<void> {
  await journal.commit([
    {
      command: null,
      expect: {},
      events: [{ stream: 'station', type, at: AT, by: 'Vigil', body: {} }],
      seals: [],
      rows: [],
      documents: [],
    },
  ])
}

beforeEach(async () => {
  data = newFolder()
  folder = newFolder()
  const journal = openSqliteJournal(join(data, 'journal.db'))
  for (const type of ['One', 'Two', 'Three']) await write(journal, type)
  await journal.close()
})

const order = (change: Partial<BackupOrder> = {}): BackupOrder => ({
  data,
  folder,
  at: AT,
  site: { name: { zh: '政务 服务/大厅', en: 'Hall' }, kinds: ['all'], zone: 'Asia/Shanghai' },
  program: '1.2.3',
  library: 'a'.repeat(64),
  open: false,
  ...change,
})
const newBackup = async (change: Partial<BackupOrder> = {}): Promise<string> => {
  const backup = await makeBackup(order(change))
  return backup.ok ? join(folder, backup.name) : backup.code
}
const manifestOf = (backup: string): Manifest => {
  const manifest = readManifest(backup)
  if (manifest === null || manifest === 'newer') throw new Error('no manifest')
  return manifest
}

test('the name says site, position and instant; the manifest every file and its sum', async () => {
  mkdirSync(join(data, 'plans', 'hall'), { recursive: true })
  writeFileSync(join(data, 'plans', 'hall', 'fire.yaml'), 'id: fire\n')
  symlinkSync('/etc/passwd', join(data, 'plans', 'link.yaml'))
  writeFileSync(join(data, 'settings.json'), '{"language":"en"}')
  writeFileSync(join(data, 'local-token'), 'secret')
  const backup = await newBackup()
  expect(backup).toBe(join(folder, 'vigil-政务服务大厅-3-20261126T030000Z'))
  const manifest = manifestOf(backup)
  expect(manifest).toMatchObject({ position: 3, program: '1.2.3', zone: 'Asia/Shanghai' })
  expect(manifest.files.map(({ path }) => path)).toEqual([
    'journal.db',
    'settings.json',
    'plans/hall/fire.yaml',
  ])
  expect(await checkBackup(backup, manifest)).toBeNull()
  expect(existsSync(join(backup, 'local-token'))).toBe(false)
})

test('a second one of the same second gets a name of its own', async () => {
  expect(await newBackup()).not.toBe(await newBackup())
  expect(backupsIn(folder)).toHaveLength(2)
})

test('beside an open record it holds what was committed, and the writer goes on', async () => {
  const journal = openSqliteJournal(join(data, 'journal.db'))
  onTestFinished(() => journal.close())
  await write(journal, 'Four')
  const backup = await newBackup({ open: true })
  await write(journal, 'Five')
  expect(manifestOf(backup).position).toBe(4)
  expect(await journal.position()).toBe(5)
})

test('what a killed run began is no backup and is swept by the next one on that folder', async () => {
  const [ours, other] = [`${partialName(data)}20200101T000000Z`, '.partial-other-2020']
  for (const name of [ours, other]) {
    mkdirSync(join(folder, name))
    copyFileSync(join(data, 'journal.db'), join(folder, name, 'journal.db'))
  }
  expect(backupsIn(folder)).toEqual([])
  await newBackup()
  expect(readdirSync(folder).sort()).toEqual([other, 'vigil-政务服务大厅-3-20261126T030000Z'])
})

test.each([
  ['a place that is not there', () => ({ folder: join(folder, 'none') }), 'backup-not-written'],
  ['a file as a place', () => ({ folder: join(data, 'journal.db') }), 'backup-not-written'],
  ['the data folder itself', () => ({ folder: data }), 'backup-inside-data'],
])('%s is refused', async (_what, change, code) => {
  expect(await makeBackup(order(change()))).toMatchObject({ ok: false, code })
})

test('a damaged log of writes is no ground for a short backup', async () => {
  const journal = openSqliteJournal(join(data, 'journal.db'))
  await write(journal, 'Four')
  const left = newFolder()
  for (const end of ['', '-wal', '-shm'])
    copyFileSync(join(data, `journal.db${end}`), join(left, `journal.db${end}`))
  await journal.close()
  const log = readFileSync(join(left, 'journal.db-wal'))
  log[100] = (log[100] ?? 0) ^ 1
  writeFileSync(join(left, 'journal.db-wal'), log)
  expect(await makeBackup(order({ data: left }))).toMatchObject({ ok: false, code: 'log-damaged' })
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['a missing file', (backup: string) => rmSync(join(backup, 'settings.json'))],
  ['a longer file', (backup: string) => writeFileSync(join(backup, 'settings.json'), '{"a":1}')],
  ['another position', (backup: string) => rewrite(backup, '"position": 3', '"position": 2')],
])('%s is found', async (_what, harm) => {
  writeFileSync(join(data, 'settings.json'), '{"language":"en"}')
  const backup = await newBackup()
  harm(backup)
  expect(await checkBackup(backup, manifestOf(backup))).toMatchObject({ ok: false, firstBad: 0 })
})

function rewrite(backup: string, text: string, other: string): void {
  const file = join(backup, 'manifest.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(text, other))
}

test('a manifest may name no file outside of its backup', async () => {
  const backup = await newBackup()
  rewrite(backup, '"path": "journal.db"', '"path": "plans/../../../etc/passwd"')
  expect(readManifest(backup)).toBeNull()
  rewrite(backup, '"format": 1', '"format": 3')
  expect(readManifest(backup)).toBe('newer')
})

test('a restored folder has the files and one event more; what an earlier run left beside it goes', async () => {
  mkdirSync(join(data, 'plans'))
  writeFileSync(join(data, 'plans', 'fire.yaml'), 'id: fire\n')
  const backup = await newBackup()
  const parent = newFolder()
  const target = join(parent, 'new')
  mkdirSync(join(parent, 'new.restoring-20200101T000000Z'))
  const [stored] = backupsIn(folder)
  const manifest = manifestOf(backup)
  expect(await restoreBackup({ ...stored!, manifest }, target, AT)).toMatchObject({ position: 3 })
  expect(readdirSync(parent)).toEqual(['new'])
  expect(readFileSync(join(target, 'plans', 'fire.yaml'), 'utf8')).toBe('id: fire\n')
  const journal = openSqliteJournal(join(target, 'journal.db'))
  onTestFinished(() => journal.close())
  expect((await journal.events('station')).at(-1)).toMatchObject({
    type: 'RecordRestored',
    body: { backup: stored!.name, position: 3, hash: manifest.hash },
  })
})
