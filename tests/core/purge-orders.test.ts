/**
 * The list of purges beside the record: only what the record has was ordered, each is done once,
 * and what came after it stays.
 */
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { makeBackup } from '#main/adapters/backup/make-backup.ts'
import { restoreBackup, type Whole } from '#main/adapters/backup/restore-backup.ts'
import { backupsIn } from '#main/adapters/backup/stored-backups.ts'
import { createFileList, verifiedWith } from '#main/adapters/files/check-files.ts'
import type { PurgeLedger } from '#main/core/ports.ts'
import { newFolder } from '../hosts/cli.ts'
import {
  archive,
  attached,
  CANARY,
  dataOf,
  days,
  ledgerOf,
  openPurging,
  purgesOf,
  reported,
  rule,
  tells,
} from '../kit/purging.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

async function backedUp(): Promise<Whole> {
  const place = newFolder()
  const result = await makeBackup({
    ...{ data: dataOf(kit), folder: place, program: '0', library: '0'.repeat(64), open: true },
    site: { name: { zh: '站', en: 'Site' }, kinds: ['mall'], zone: 'Asia/Shanghai' },
    at: kit.clock.wall(),
  })
  expect(result).toMatchObject({ ok: true })
  const [backup] = backupsIn(place)
  if (!backup || backup.manifest === 'newer') throw new Error('no backup')
  return { ...backup, manifest: backup.manifest }
}
/** The new folder, and how many purges it does again. */
async function restored(backup: Whole, purges: readonly string[] = []) {
  const target = join(newFolder(), 'new')
  const result = await restoreBackup(backup, target, kit.clock.wall(), purges)
  if (!result.ok) throw new Error(result.why)
  return { target, purges: result.purges }
}
const openAt = (target: string): Promise<Kit> =>
  openPurging({ store: join(target, 'journal.db'), at: kit.clock.wall() })

it('an order that the record never had is done by no restore, past a hold', async () => {
  kit = await openPurging()
  const incidentId = await reported(kit)
  await archive(kit, incidentId)
  await kit.ask('retention/hold', { incidentId, reason: '诉讼中' })
  const backup = await backedUp()
  const order = { id: 'p1', at: kit.clock.wall(), by: 'Vigil', why: 'rule' as const }
  ledgerOf(kit).begin({ ...order, incidents: [incidentId], seals: [], files: [], values: 3 })
  kit = await kit.restart()
  expect(ledgerOf(kit).undone()).toEqual([])
  const { target, purges } = await restored(backup, [dataOf(kit)])
  expect(purges).toBe(0)
  const again = await openAt(target)
  expect(JSON.stringify(await again.ask('history/read', { incidentId }))).toContain(CANARY)
  await again.stop()
})

it('a list of an older program does not say what was given: it is done again', async () => {
  kit = await openPurging()
  const incidentId = await reported(kit)
  await archive(kit, incidentId)
  const backup = await backedUp()
  const order = { id: 'p1', at: kit.clock.wall(), by: 'Vigil', why: 'rule' as const }
  const lines = [
    { ...order, incidents: [incidentId], seals: [], files: [], values: 3 },
    { ...order, id: 'p2', incidents: ['x'], seals: [], files: [], values: 1, given: false },
  ]
  const old = join(newFolder(), 'purges.jsonl')
  writeFileSync(old, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const { target, purges } = await restored(backup, [old])
  expect(purges).toBe(1)
  const again = await openAt(target)
  expect(JSON.stringify(await again.ask('history/read', { incidentId }))).not.toContain(CANARY)
  await again.stop()
})

it('what could not be saved is found still, and nothing of it is gone', async () => {
  kit = await openPurging()
  const incidentId = await reported(kit)
  await archive(kit, incidentId)
  kit.clock.leap('40 d')
  const find = () => kit.ask('retention/find', { name: CANARY })
  const before = (await find()).found
  kit.disk.broken = true
  const seals = before.map(({ sealed }) => sealed)
  expect(await kit.send('retention/purge', { seals, reason: '本人要求' })).toMatchObject({
    ok: false,
  })
  expect((await find()).found).toHaveLength(before.length)
})

it('what is held is refused before it stands in the list', async () => {
  kit = await openPurging()
  const incidentId = await reported(kit)
  await archive(kit, incidentId)
  const { found } = await kit.ask('retention/find', { name: CANARY })
  await kit.ask('retention/hold', { incidentId, reason: '诉讼中' })
  const seals = found.map(({ sealed }) => sealed)
  expect(await kit.send('retention/purge', { seals, reason: '本人要求' })).toMatchObject({
    ok: false,
  })
  expect(existsSync(join(dataOf(kit), 'purges.jsonl'))).toBe(false)
})

it('a purge that the backup has is not done again: what was attached after it stays, and it is not counted', async () => {
  kit = await openPurging()
  const first = await reported(kit)
  const fileId = await attached(kit, first)
  await archive(kit, first)
  await rule(kit)
  await days(kit, '61 d')
  const file = (dir: string): string => join(dir, 'files', fileId)
  expect(existsSync(file(dataOf(kit)))).toBe(false)
  const second = await reported(kit)
  expect(await attached(kit, second)).toBe(fileId)
  const { target, purges } = await restored(await backedUp(), [dataOf(kit)])
  expect(purges).toBe(0)
  const again = await openAt(target)
  for (let n = 0; n < 6; n++) await again.clock.advance('1 s')
  expect(existsSync(file(target))).toBe(true)
  expect(await purgesOf(again)).toHaveLength(1)
  const list = createFileList()
  expect(await verifiedWith(await again.journal.verify(list.hear), list, target)).toMatchObject({
    ok: true,
  })
  await again.stop()
})

/** A folder that lets nothing go as long as `isLocked`. */
const locking = (state: { isLocked: boolean }) => (ledger: PurgeLedger) => ({
  ...ledger,
  clean(order: Parameters<PurgeLedger['clean']>[0]) {
    if (state.isLocked) throw Object.assign(new Error('locked'), { code: 'EACCES' })
    ledger.clean(order)
  },
})

it('what the folder did not let go yet is on no screen any more, and a file that came meanwhile stays', async () => {
  const state = { isLocked: true }
  kit = await openPurging({ ledger: locking(state) })
  const incidentId = await reported(kit)
  const fileId = await attached(kit, incidentId)
  await archive(kit, incidentId)
  await rule(kit)
  expect(JSON.stringify(await kit.ask('history/read', { incidentId }))).toContain(CANARY)
  await days(kit, '61 d')
  expect(JSON.stringify(await kit.ask('history/read', { incidentId }))).not.toContain(CANARY)
  expect(await attached(kit, await reported(kit))).toBe(fileId)
  state.isLocked = false
  await days(kit, '1 d')
  expect(ledgerOf(kit).undone()).toEqual([])
  expect(existsSync(join(dataOf(kit), 'files', fileId))).toBe(true)
})

it('a file that is purged while it is being attached is refused: the record names none that is missing', async () => {
  let meanwhile = async (): Promise<void> => undefined
  kit = await openPurging({
    files: (store) => ({
      ...store,
      async keep(fileId) {
        const file = await store.keep(fileId)
        await meanwhile()
        return file
      },
    }),
  })
  const first = await reported(kit)
  const fileId = await attached(kit, first)
  await archive(kit, first)
  const incidentId = await reported(kit)
  await rule(kit)
  meanwhile = () => days(kit, '61 d')
  const input = { incidentId, fileId, name: '同一张' }
  expect(await kit.send('incident/file-attach', input)).toMatchObject({ code: 'unknown-file' })
  const list = createFileList()
  const verified = await kit.journal.verify(list.hear)
  expect(await verifiedWith(verified, list, dataOf(kit))).toMatchObject({ ok: true })
})

it('a copy beside the record that could not be purged is tried again the next day', async () => {
  kit = await openPurging()
  await archive(kit, await reported(kit))
  const copy = join(dataOf(kit), 'journal.db.schema-1-2026.db')
  const whole = join(newFolder(), 'copy.db')
  copyFileSync(join((await backedUp()).folder, 'journal.db'), whole)
  writeFileSync(copy, 'no database, as long as another program writes it')
  await rule(kit)
  await days(kit, '61 d')
  expect(ledgerOf(kit).undone()).toHaveLength(1)
  rmSync(copy)
  copyFileSync(whole, copy)
  await days(kit, '1 d')
  expect(ledgerOf(kit).undone()).toEqual([])
  expect(tells(dataOf(kit))).toEqual([])
})

it('of two names of a file one goes, and the file stays for the other', async () => {
  kit = await openPurging()
  const incidentId = await reported(kit)
  const fileId = await attached(kit, incidentId, { name: '赵某' })
  await attached(kit, incidentId, { name: '现场', stepId: 'act' })
  await archive(kit, incidentId)
  const purge = async (name: string): Promise<unknown> => {
    const { found } = await kit.ask('retention/find', { name })
    const reply = await kit.ask('retention/purge', {
      ...{ seals: found.map(({ sealed }) => sealed), reason: '本人要求' },
    })
    for (let n = 0; n < 4; n++) await kit.clock.advance('1 s')
    return reply
  }
  const file = join(dataOf(kit), 'files', fileId)
  expect(await purge('赵某')).toEqual({ values: 1, files: 0 })
  expect(existsSync(file)).toBe(true)
  expect(await purge('现场')).toEqual({ values: 1, files: 1 })
  expect(existsSync(file)).toBe(false)
})

it('after one value of an incident went, it is found by the rest of its words', async () => {
  kit = await openPurging()
  const incidentId = await reported(kit)
  await archive(kit, incidentId)
  const total = async (words: string): Promise<number> =>
    (await kit.ask('history/search', { words })).total
  expect(await total('王女士')).toBe(1)
  const { found } = await kit.ask('retention/find', { name: '赵先生' })
  const seals = found.map(({ sealed }) => sealed)
  await kit.ask('retention/purge', { seals, reason: '本人要求' })
  for (let n = 0; n < 4; n++) await kit.clock.advance('1 s')
  expect(await total('王女士')).toBe(1)
  expect(tells(dataOf(kit), '赵先生')).toEqual([])
})

it('after a stop in the midst of that, too: what went is in no search, and the rest is found', async () => {
  const state = { isKilled: true }
  kit = await openPurging({
    ledger: (ledger) => ({
      ...ledger,
      give(id) {
        if (state.isKilled) throw new Error('killed here')
        ledger.give(id)
      },
    }),
  })
  const incidentId = await reported(kit)
  await archive(kit, incidentId)
  const { found } = await kit.ask('retention/find', { name: '赵先生' })
  const seals = found.map(({ sealed }) => sealed)
  await kit.ask('retention/purge', { seals, reason: '本人要求' })
  for (let n = 0; n < 4; n++) await kit.clock.advance('1 s')
  expect(tells(dataOf(kit), '赵先生')).not.toEqual([])
  state.isKilled = false
  kit = await kit.restart()
  for (let n = 0; n < 4; n++) await kit.clock.advance('1 s')
  const total = async (words: string): Promise<number> =>
    (await kit.ask('history/search', { words })).total
  expect([await total('赵先生'), await total('王女士')]).toEqual([0, 1])
  expect(tells(dataOf(kit), '赵先生')).toEqual([])
  expect(ledgerOf(kit).undone()).toEqual([])
})
