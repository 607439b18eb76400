/**
 * `station backup` and `station restore` as programs of their own: beside a running station and
 * without one, exit codes, and what comes back.
 */
import {
  existsSync,
  mkdtempSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBackup } from '#main/adapters/backup/make-backup.ts'
import { fillWithSample } from '#main/hosts/node/demo/demo.ts'
import { findInstallation } from '#main/hosts/node/install-paths.ts'
import { newFolder, runProgram, served, tamper, type Ran } from './cli.ts'
import { inRunningMonth } from './running-month.ts'

const ZONE = 'Asia/Shanghai'

let data = ''
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'vigil-backed-up-'))
  await fillWithSample({
    dir: data,
    now: Date.now(),
    zone: ZONE,
    place: findInstallation(),
    log: { info: () => undefined, error: () => undefined },
  })
}, 120_000)
afterAll(() => rmSync(data, { recursive: true, force: true }))

const uuid = (n: number): string => `0199d6a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const json = ({ out }: Ran): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>
const backUp = (to: string, from = data): Promise<Ran> =>
  runProgram(['backup', '--data', from, '--to', to])
const restore = (dir: string, from: string): Promise<Ran> =>
  runProgram(['restore', '--data', dir, '--from', from])

/** The name of a backup that was made at that instant (UTC ms). */
async function madeAt(folder: string, at: number): Promise<string> {
  const backup = await makeBackup({
    data,
    folder,
    at,
    site: { name: { zh: '示例', en: 'Sample' }, kinds: ['all'], zone: 'Asia/Shanghai' },
    program: '0',
    library: '0'.repeat(64),
    open: false,
  })
  return backup.ok ? backup.name : backup.code
}

/** One bit of the record in the middle of its file. */
function flip(file: string): void {
  const bytes = readFileSync(file)
  const at = Math.floor(bytes.length / 2)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.from([(bytes[at] ?? 0) ^ 1]), 0, 1, at)
  closeSync(handle)
}

async function boardAndMonth(dir: string, running: string): Promise<unknown> {
  const station = await served(dir)
  const { incidents, month } = (await station.board()) as {
    incidents: { id: string }[]
    month: object
  }
  const figures = await station.ask('statistics/month', { month: running })
  await station.signal('SIGTERM')
  return { ids: incidents.map(({ id }) => id), month, figures: figures['reply'] }
}

test('given a record at rest, when it is backed up and restored, then board and month say the same, and the record says where it comes from', async () => {
  const to = newFolder()
  const output = await backUp(to)
  expect(output.code).toBe(0)
  const backup = String(json(output)['backup'])
  expect(backup).toMatch(/^vigil-示例云雀湾燃气客服中心-\d+-\d{8}T\d{6}Z$/)
  expect(readdirSync(to)).toEqual([backup])
  const target = join(newFolder(), 'new')
  const restored = await restore(target, to)
  expect([restored.code, json(restored)]).toMatchObject([
    0,
    { ok: true, backup, position: json(output)['position'], hash: json(output)['hash'] },
  ])
  const verified = await runProgram(['verify', '--data', target])
  expect(json(verified)).toMatchObject({ ok: true, position: Number(json(output)['position']) + 1 })
  await inRunningMonth(ZONE, async (running) =>
    expect(await boardAndMonth(target, running)).toEqual(await boardAndMonth(data, running)),
  )
})

test('given a running station, when it is asked for a backup, then that holds what was answered before, with the settings and no secret', async () => {
  const [dir, to] = [newFolder(), newFolder()]
  const station = await served(dir)
  await station.ask('incident/report', { narrative: '有人摔倒', place: '大厅' }, uuid(1))
  const output = await backUp(to, dir)
  expect([output.code, json(output)]).toMatchObject([0, { ok: true, position: 2 }])
  const [name = ''] = readdirSync(to)
  expect(readdirSync(join(to, name)).sort()).toEqual([
    'journal.db',
    'manifest.json',
    'settings.json',
  ])
  expect((await restore(dir, to)).code).toBe(73)
  expect((await restore(dir, to)).err).toMatch(/^folder-taken: /)
  await station.signal('SIGTERM')
  const target = join(newFolder(), 'new')
  expect((await restore(target, join(to, name))).code).toBe(0)
  const again = await served(target)
  expect(await again.board()).toMatchObject({ incidents: [{ place: '大厅' }] })
})

test('given the newest backup is damaged, then the one before it is taken, and the damaged one named', async () => {
  const to = newFolder()
  const older = await madeAt(to, Date.now() - 3_600_000)
  const newer = String(json(await backUp(to))['backup'])
  flip(join(to, newer, 'journal.db'))
  const target = join(newFolder(), 'new')
  const restored = await restore(target, to)
  expect([restored.code, json(restored)]).toMatchObject([
    0,
    { backup: older, passedOver: [{ backup: newer }] },
  ])
})

test('given a newer backup whose manifest cannot be read, then it is named like any damaged one, and is none that is missing', async () => {
  const to = newFolder()
  const older = await madeAt(to, Date.now() - 3_600_000)
  const newer = String(json(await backUp(to))['backup'])
  writeFileSync(join(to, newer, 'manifest.json'), '{')
  const restored = await restore(join(newFolder(), 'new'), to)
  expect([restored.code, json(restored)]).toMatchObject([
    0,
    { backup: older, passedOver: [{ backup: newer, why: 'manifest-unreadable' }] },
  ])
  const alone = await restore(join(newFolder(), 'new'), join(to, newer))
  expect([alone.code, json(alone)]).toMatchObject([2, { ok: false, backup: newer }])
})

test('given a backup whose events were changed, then it is refused with the first bad position, and nothing is left', async () => {
  const to = newFolder()
  const backup = String(json(await backUp(to))['backup'])
  tamper(join(to, backup, 'journal.db'), 'UPDATE event SET at = at + 1 WHERE seq = 7')
  const parent = newFolder()
  const refused = await restore(join(parent, 'new'), to)
  expect([refused.code, json(refused)]).toMatchObject([2, { ok: false, firstBad: 7, backup }])
  expect(readdirSync(parent)).toEqual([])
})

test('given a record that is damaged, then no backup is made of it: exit 65', async () => {
  const [dir, to] = [newFolder(), newFolder()]
  const station = await served(dir)
  await station.ask('incident/report', { narrative: '有人摔倒', place: '大厅' }, uuid(1))
  await station.signal('SIGTERM')
  tamper(join(dir, 'journal.db'), 'UPDATE event SET at = at + 1 WHERE seq = 2')
  expect(await backUp(to, dir)).toMatchObject({
    code: 65,
    out: '',
    err: expect.stringContaining('第2条'),
  })
  expect(readdirSync(to)).toEqual([])
})

test('given a folder that is not empty, then nothing is restored into it: exit 73', async () => {
  const [to, target] = [newFolder(), newFolder()]
  await backUp(to)
  writeFileSync(join(target, '值班表.txt'), '')
  const refused = await restore(target, to)
  expect(refused).toMatchObject({ code: 73, err: expect.stringMatching(/^folder-not-empty: /) })
  expect(readdirSync(target)).toEqual(['值班表.txt'])
  rmSync(join(target, '值班表.txt'))
  expect((await restore(target, to)).code).toBe(0)
  expect(statSync(join(target, 'journal.db')).size).toBeGreaterThan(0)
})

test('given a place where no folder can be, then it is refused at once and named: exit 74', async () => {
  const to = newFolder()
  await backUp(to)
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  const places = [join(file, 'new'), ...(process.platform === 'linux' ? ['/proc/vigil/new'] : [])]
  for (const place of places)
    expect(await restore(place, to)).toMatchObject({
      code: 74,
      err: expect.stringMatching(new RegExp(`^not-restored: 没有恢复到${place}：.* / Nothing was`)),
    })
})

test('given backups of two stations in one folder, then a person has to say which: exit 64', async () => {
  const [dir, to] = [newFolder(), newFolder()]
  await (await served(dir)).signal('SIGTERM')
  await backUp(to, dir)
  await backUp(to)
  const target = join(newFolder(), 'new')
  expect(await restore(target, to)).toMatchObject({
    code: 64,
    err: expect.stringMatching(/^several-records: /),
  })
  expect(existsSync(target)).toBe(false)
})

test.each([
  ['no --to', () => ['backup', '--data', data], 64, 'usage'],
  ['no --from', () => ['restore', '--data', '/nowhere/x'], 64, 'usage'],
  [
    'a place inside the data folder',
    () => ['backup', '--data', data, '--to', data],
    64,
    'backup-inside-data',
  ],
  ['no record', () => ['backup', '--data', '/nowhere', '--to', tmpdir()], 66, 'no-record'],
  [
    'a place that is not there',
    () => ['backup', '--data', data, '--to', '/nowhere'],
    74,
    'backup-not-written',
  ],
  [
    'no backup',
    () => ['restore', '--data', join(newFolder(), 'x'), '--from', newFolder()],
    66,
    'no-backup',
  ],
])('%s: its own exit code and words', async (_what, args, code, word) => {
  expect(await runProgram(args())).toMatchObject({
    code,
    err: expect.stringContaining(`${word}: `),
  })
})

test('given a list of purges that is none, when a backup is restored with it, then nothing is, and what to give is said; the old data folder is taken', async () => {
  const to = newFolder()
  await backUp(to)
  const target = join(newFolder(), 'new')
  const withList = (purges: string): Promise<Ran> =>
    runProgram(['restore', '--data', target, '--from', to, '--purges', purges])
  const refused = await withList(newFolder())
  expect([refused.code, existsSync(target)]).toEqual([66, false])
  expect(refused.err).toMatch(/^no-purges: /)
  const order = { id: 'p1', at: 1, by: 'Vigil', why: 'rule', incidents: [], seals: [], files: [] }
  const list = join(newFolder(), 'purges.jsonl')
  writeFileSync(list, `${JSON.stringify({ ...order, values: 0 })}\n`)
  const restored = await withList(list)
  expect([restored.code, json(restored)]).toMatchObject([0, { ok: true, purges: 1 }])
  expect(readFileSync(join(target, 'purges.jsonl'), 'utf8')).toContain('"restored":true')
})
