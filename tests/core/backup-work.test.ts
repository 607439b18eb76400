/**
 * Backups make themselves at the place that was chosen: every hour, thinned, tried again after a
 * failure, late ones told. The disk and its thread are real, the clock is moved.
 */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createBackups } from '#main/adapters/backup/backups.ts'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/units.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
let folder = ''

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-backup-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

beforeEach(async () => {
  folder = newFolder()
  kit = await openStation({
    on: 'sqlite',
    at: '2026-11-24T12:10:00+08:00',
    backups: (data, log) =>
      createBackups({ data, program: '1.2.3', plans: join(data, 'no-plans') }, log),
  })
  return () => kit.stop()
})

const TRIES = 400

type Read = ReplyOf<'backup/read'>
const read = (): Promise<Read> => kit.ask('backup/read', {})
/** Until what is done beside the engine has come so far; its time passes in the meantime. */
async function until(isSo: (reply: Read) => boolean): Promise<Read> {
  for (let tries = 1; ; tries++) {
    const reply = await read()
    if (isSo(reply)) return reply
    if (tries === TRIES)
      throw new Error(
        `not so: ${JSON.stringify({ ...reply, backups: reply.backups.length })} ${JSON.stringify(kit.logged)}`,
      )
    await kit.clock.advance('20 ms')
    await wait(10)
  }
}
const choose = (to: string | null = folder): Promise<unknown> =>
  kit.ask('backup/place-set', { folder: to })
const count =
  (of: number) =>
  ({ backups, job }: Read): boolean =>
    job === null && backups.length === of
const notes = async (): Promise<string> =>
  (await kit.station.board()).notes.map(({ zh }) => zh).join('\n')
const names = (): string[] => readdirSync(folder).sort()

/** The first backup once more, as if it had been made at that instant. */
function copyMadeAt(at: number, change: object = {}): string {
  const [first = ''] = names()
  const name = `vigil-copy-${at}`
  cpSync(join(folder, first), join(folder, name), { recursive: true })
  const file = join(folder, name, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object
  const madeAt = new Date(at).toISOString()
  writeFileSync(file, JSON.stringify({ ...manifest, madeAt, ...change }))
  return name
}

test('the first is made at once, the next when the hour begins, and none because of a restart', async () => {
  expect(await read()).toMatchObject({ offered: true, place: null, next: null, last: null })
  await choose()
  await kit.clock.advance('1 s')
  const first = await until(count(1))
  expect(first).toMatchObject({
    place: { folder },
    last: { position: await kit.journal.position(), hash: first.head?.hash },
    next: Date.parse('2026-11-24T13:00:00+08:00'),
    lateness: 'no',
    fault: null,
  })
  await kit.clock.advance('49 min')
  expect(count(1)(await read())).toBe(true)
  kit = await kit.restart('30 s')
  await until(count(1))
  await kit.clock.advance('40 s')
  expect((await until(count(2))).next).toBe(Date.parse('2026-11-24T14:00:00+08:00'))
})

test('what is not kept is thinned after the next whole one; other records are left alone', async () => {
  await choose()
  await kit.clock.advance('1 s')
  await until(count(1))
  const now = kit.clock.wall()
  for (let hours = 1; hours <= 60; hours++) copyMadeAt(now - hours * HOUR_MS)
  const other = copyMadeAt(now - 59.5 * HOUR_MS, { record: 'f'.repeat(64) })
  const data = dirname(kit.file)
  const stamp = (at: number): string => new Date(at).toISOString().replace(/\D/g, '')
  for (let n = 0; n < 30; n++)
    writeFileSync(`${kit.file}.schema-3-${stamp(now - (n * DAY_MS) / 24 / 2)}.db`, 'x')
  kit = await kit.restart()
  await until(count(61))
  await kit.clock.advance('55 min')
  // 24 hours, which reach into the 23rd, and the newest of the 22nd
  const thinned = await until(({ backups, job }) => job === null && backups.length < 60)
  expect(thinned.backups).toHaveLength(24 + 1)
  expect(names()).toContain(other)
  expect(names().filter((name) => name.startsWith('.'))).toEqual([])
  expect(thinned.bytes).toBe(thinned.backups.reduce((sum, { bytes }) => sum + bytes, 0))
  expect(thinned.schemaCopies).toHaveLength(16)
  expect(readdirSync(data).filter((name) => name.includes('.schema-'))).toHaveLength(16)
})

test('a place that is gone is told, tried again with a growing pause, and heals by itself', async () => {
  await choose()
  await kit.clock.advance('1 s')
  await until(count(1))
  renameSync(folder, `${folder}-away`)
  await kit.clock.advance('50 min')
  const failed = await until(({ fault }) => fault !== null)
  expect(failed.fault).toMatchObject({ code: 'backup-not-written' })
  expect(await notes()).toContain(`没能备份到${folder}`)
  expect((failed.next ?? 0) - kit.clock.wall()).toBeLessThanOrEqual(60_000)
  await kit.clock.advance('61 s')
  await until(({ next, job }) => job === null && (next ?? 0) - kit.clock.wall() > 100_000)
  renameSync(`${folder}-away`, folder)
  await kit.clock.advance('121 s')
  expect(await until(count(2))).toMatchObject({ fault: null })
  expect(await notes()).toContain('备份已恢复正常')
  await kit.clock.advance('61 min')
  expect(await notes()).not.toContain('备份已恢复正常')
})

test('25 hours without a whole one are a note, 49 hours more than that; the next one ends it', async () => {
  await choose()
  await kit.clock.advance('1 s')
  await until(count(1))
  renameSync(folder, `${folder}-away`)
  const notesOnce = async (lateness: Read['lateness']): Promise<string> => {
    await until((reply) => reply.lateness === lateness && reply.job === null)
    return notes()
  }
  kit.clock.leap('24 h')
  await kit.clock.advance('1 s')
  expect(await notesOnce('no')).not.toContain('没有完好的备份')
  kit.clock.leap('1 h')
  await kit.clock.advance('1 s')
  expect(await notesOnce('late')).toContain('超过25小时没有完好的备份')
  kit = await kit.restart('24 h') // the place cannot be read: what is known is when it was chosen
  await kit.clock.advance('1 s')
  expect(await notesOnce('overdue')).not.toContain('没有完好的备份')
  expect((await kit.station.board()).alerts).toMatchObject([
    { kind: 'fault', priority: 3, tone: null, incidentId: null },
  ])
  renameSync(`${folder}-away`, folder)
  await kit.ask('backup/begin', {})
  await notesOnce('no')
  expect((await kit.station.board()).alerts).toEqual([])
})

test('a place has to be there, outside of the data, and another one; without one nothing is made', async () => {
  const refused = async (to: string | null): Promise<string> => {
    const answer = await kit.send('backup/place-set', { folder: to })
    return answer.ok ? 'taken' : answer.code
  }
  expect(await refused('backups')).toBe('folder-not-whole')
  expect(await refused(join(folder, 'none'))).toBe('backup-not-written')
  expect(await refused(dirname(kit.file))).toBe('backup-inside-data')
  expect(await refused(null)).toBe('no-change')
  expect(await kit.send('backup/begin', {})).toMatchObject({ ok: false, code: 'no-backup-place' })
  expect(await refused(folder)).toBe('taken')
  expect(await refused(folder)).toBe('no-change')
  await kit.clock.advance('1 s')
  await until(count(1))
  await choose(null)
  expect(await read()).toMatchObject({ place: { folder: null }, next: null, backups: [] })
  await kit.clock.advance('2 h')
  expect([names().length, await notes()]).toEqual([1, ''])
})

test('a backup becomes a new data folder that is whole; a damaged one, and a folder in use, do not', async () => {
  await choose()
  await kit.clock.advance('1 s')
  await until(count(1))
  await kit.clock.advance('1 h')
  const { last, head } = await until(count(2)) // the newest of several
  const backup = last?.name ?? ''
  const to = join(newFolder(), 'new', 'data')
  const outcome = async (target: string): Promise<unknown> => {
    await kit.ask('backup/restore', { backup, folder: target })
    return (await until(({ restored, job }) => restored !== null && job === null)).restored
  }
  expect(await outcome(to)).toEqual({ ok: true, backup, folder: to, head })
  expect(await verifySqliteJournal(join(to, 'journal.db'))).toMatchObject({
    ok: true,
    position: (head?.position ?? 0) + 1,
  })
  expect(await outcome(to)).toMatchObject({ code: 'folder-not-empty' })
  expect(await outcome('C:\\new')).toMatchObject({ code: 'folder-not-whole' })
  expect(await outcome(join(folder, 'new'))).toMatchObject({ code: 'backup-inside-data' })
  const record = join(folder, backup, 'journal.db')
  const bytes = readFileSync(record)
  bytes.writeUInt8((bytes[bytes.length >> 1] ?? 0) ^ 1, bytes.length >> 1)
  writeFileSync(record, bytes)
  const other = join(newFolder(), 'other')
  expect(await outcome(other)).toMatchObject({ code: 'backup-damaged' })
  expect(readdirSync(dirname(other))).toEqual([])
  expect(await kit.send('backup/restore', { backup: 'vigil-none', folder: other })).toMatchObject({
    code: 'unknown-backup',
  })
  expect(await kit.send('backup/switch', { folder: to })).toMatchObject({
    code: 'backup-not-offered',
  })
})

test('commands are answered while a backup is made, which then takes the place of the one before', async () => {
  await choose()
  await kit.clock.advance('1 s')
  const { last: before } = await until(count(1))
  await kit.ask('backup/begin', {})
  const during: boolean[] = []
  while ((await read()).job !== null) {
    await kit.run()
    during.push((await read()).job !== null)
    await kit.clock.yield()
  }
  expect(during).toContain(true)
  const { last } = await until(count(1)) // of one hour the newest is kept
  expect(last?.position).toBeGreaterThan(before?.position ?? Infinity)
  expect(last?.position).toBeLessThanOrEqual(await kit.journal.position())
})
