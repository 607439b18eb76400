/**
 * Where an emergency record lies: in the data folder; where its disk takes nothing, in the folder
 * of the backups; where there is neither, the station says why it does not start.
 */
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { newFolder, runProgram, served, tamper, type Served } from './cli.ts'

const NOBODY = 65_534
/** Root may write everywhere: the station runs as somebody who may not. */
const AS = process.getuid?.() === 0 ? { uid: NOBODY } : {}

const give = (folder: string): void => {
  if (AS.uid !== undefined) chownSync(folder, AS.uid, AS.uid)
}
const closed = (folder: string): void => chmodSync(folder, 0o500)
const opened = (folder: string): void => chmodSync(folder, 0o700)
const emergencyIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('emergency-'))

/** A folder whose record has an incident and, if asked for, knows a place for its backups. */
async function worked(place: string | null): Promise<string> {
  const dir = newFolder()
  const station = await served(dir, ['--port', '0', '--site', 'mall'])
  const send = (name: string, input: object): Promise<unknown> =>
    station.ask(name, input, crypto.randomUUID())
  await send('incident/report', { narrative: '三楼厨房冒烟', place: '三楼厨房' })
  if (place !== null)
    expect(await send('backup/place-set', { folder: place })).toMatchObject({ ok: true })
  await station.signal('SIGTERM')
  for (const name of ['', ...readdirSync(dir)]) give(join(dir, name))
  return dir
}

const damage = (dir: string): void =>
  tamper(
    join(dir, 'journal.db'),
    "DELETE FROM anchor; UPDATE event SET body = replace(body, '三楼厨房', '二楼厨房')",
  )

const start = (dir: string): Promise<Served> => served(dir, ['--port', '0'], {}, AS)
const refused = (dir: string) => runProgram(['serve', '--data', dir, '--port', '0'], {}, AS)

it('lies in the folder of the backups where the data folder takes nothing, and goes on there', async () => {
  const place = newFolder()
  give(place)
  const dir = await worked(place)
  damage(dir)
  closed(dir)
  const before = readdirSync(dir)
  const station = await start(dir)
  expect(station).toMatchObject({ emergency: true })
  expect(station.tokenFile.startsWith(place)).toBe(true)
  expect(await station.board()).toMatchObject({
    emergency: { incidents: [{ place: '二楼厨房' }] },
  })
  await station.ask(
    'incident/report',
    { narrative: '漏水', place: '地下一层' },
    crypto.randomUUID(),
  )
  expect(await refused(dir)).toMatchObject({ code: 73 })
  await station.signal('SIGTERM')
  const again = await start(dir)
  expect(await again.board()).toMatchObject({ incidents: [{ place: '地下一层' }] })
  await again.signal('SIGTERM')
  expect([emergencyIn(place).length, readdirSync(dir)]).toEqual([1, before])
  opened(dir)
})

it('stands in for a whole record, too, in whose folder nothing can be written', async () => {
  const place = newFolder()
  give(place)
  const dir = await worked(place)
  closed(dir)
  const station = await start(dir)
  expect(await station.board()).toMatchObject({
    emergency: { incidents: [{ place: '三楼厨房' }] },
  })
  await station.signal('SIGTERM')
  opened(dir)
})

it('with no place for it a damaged record is 65, and a whole one in a folder without rights 74', async () => {
  const dir = await worked(null)
  closed(dir)
  expect(await refused(dir)).toMatchObject({ code: 74 })
  opened(dir)
  damage(dir)
  closed(dir)
  expect(await refused(dir)).toMatchObject({
    code: 65,
    err: expect.stringContaining('there is nowhere to put an emergency record'),
  })
  opened(dir)
})

it('a folder of the backups that takes nothing either is no place, and no half record stays', async () => {
  const place = newFolder()
  give(place)
  const dir = await worked(place)
  damage(dir)
  closed(dir)
  closed(place)
  expect(await refused(dir)).toMatchObject({ code: 65 })
  opened(dir)
  opened(place)
  expect(emergencyIn(place)).toEqual([])
})

it('a newer record that cannot be written is 65, and a folder without any record 74', async () => {
  const place = newFolder()
  give(place)
  const dir = await worked(place)
  const db = new DatabaseSync(join(dir, 'journal.db'))
  db.exec('PRAGMA user_version = 99')
  db.close()
  for (const name of readdirSync(dir)) give(join(dir, name))
  closed(dir)
  expect(await refused(dir)).toMatchObject({ code: 65 })
  opened(dir)
  expect(emergencyIn(place)).toEqual([])
  const empty = join(newFolder(), 'empty')
  mkdirSync(empty, { mode: 0o500 })
  give(empty)
  expect(await refused(empty)).toMatchObject({ code: 74 })
  expect(existsSync(join(empty, 'journal.db'))).toBe(false)
})
