/**
 * A record that is damaged while nobody looks: the station starts on an emergency record, leaves
 * the folder as it was, and shows what was left in it.
 */
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { localMonth } from '#shared/domain/calendar.ts'
import { newFolder, runProgram, served, tamper, type Served } from './cli.ts'

const BEGAN = Date.now()

type Left = {
  incidentId: string
  place: string
  plans: { zh: string }[]
  done: number
  open: { stepId: string }[]
  missing: number
  level: number | null
  receivedAt: number
}
type Board = {
  incidents: { id: string; place: string; receivedAt: number; steps: { state: string }[] }[]
  emergency: {
    since: number
    head: { position: number; hash: string } | null
    why: { zh: string }
    contact: { people: string[]; phones: string[] } | null
    incidents: Left[]
  } | null
  site: { name: { zh: string }; zone: string }
}
const boardOf = async (station: Served): Promise<Board> =>
  (await station.board()) as unknown as Board

const send = async (
  station: Served,
  name: string,
  input: unknown,
): Promise<Record<string, unknown>> => {
  const answer = await station.ask(name, input, crypto.randomUUID())
  if (answer['ok'] !== true) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer['reply'] as Record<string, unknown>
}

/** What the files of a folder hold, without the lock and the new folder. */
const contentOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => !/^(emergency-|lock\.)/.test(name))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex'),
      ]),
  )

const emergencyFolders = (dir: string): string[] =>
  readdirSync(dir).filter((name) => name.startsWith('emergency-'))

const write = (file: string, offset: number, bytes: Buffer): void => {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, offset)
  closeSync(handle)
}

/** The first page of a table of the record, as it lies in the file. */
function pageOf(file: string, table: string): number {
  const db = new DatabaseSync(file, { readOnly: true })
  const row = db
    .prepare("SELECT min(pgoffset) AS at FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .get(table)
  db.close()
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  return Number(row?.['at'])
}

/** A folder in which one incident runs with a plan and a step done, another is only reported. */
async function makeWorked(dir: string): Promise<void> {
  const station = await served(dir, ['--port', '0', '--site', 'mall'])
  await send(station, 'site/set-up', { name: '云雀湾商场', kinds: ['mall'] })
  const { incidentId } = await send(station, 'incident/report', {
    narrative: '三楼厨房冒烟',
    place: '三楼厨房',
  })
  await send(station, 'incident/activate', { incidentId, planId: 'mall-fire', level: 3 })
  const { incidents } = await boardOf(station)
  const steps = incidents[0]?.steps as unknown as { id: string; state: string }[]
  const first = steps.find(({ state }) => state === 'open')?.id
  await send(station, 'incident/step', { incidentId, stepId: first, outcome: 'done' })
  await send(station, 'incident/report', { narrative: '有人晕倒', place: '一号门' })
  await station.signal('SIGTERM')
}

let template = ''

/** A copy of it. */
async function worked(): Promise<{ dir: string; file: string }> {
  if (template === '') {
    template = mkdtempSync(join(tmpdir(), 'vigil-emergency-'))
    await makeWorked(template)
  }
  const dir = newFolder()
  cpSync(template, dir, { recursive: true })
  return { dir, file: join(dir, 'journal.db') }
}
afterAll(() => rmSync(template, { recursive: true, force: true }))

const RUINS: Record<string, (file: string) => void> = {
  'an event that was changed': (file) => {
    tamper(
      file,
      "UPDATE event SET body = replace(body, '一号门', '二号门') WHERE stream LIKE 'incident.%'",
    )
    tamper(file, 'DELETE FROM anchor')
  },
  'the first page zeroed': (file) => write(file, 0, Buffer.alloc(4096)),
  'a page of the events zeroed': (file) => {
    tamper(file, 'DELETE FROM anchor')
    write(file, pageOf(file, 'event'), Buffer.alloc(4096))
  },
  'the file cut to half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'the file replaced by a text': (file) => writeFileSync(file, 'not a record at all. '.repeat(400)),
  'the file emptied': (file) => truncateSync(file),
  'the file gone': (file) => rmSync(file),
  'a log of garbage over a cut file': (file) => {
    truncateSync(file, Math.floor(statSync(file).size / 2))
    writeFileSync(`${file}-wal`, Buffer.alloc(100_000, 7))
  },
}

it.each(Object.entries(RUINS))(
  'given %s, the station is up on an emergency record, and every byte stays',
  async (_how, ruin) => {
    const { dir, file } = await worked()
    ruin(file)
    const before = contentOf(dir)
    const station = await served(dir)
    expect(station).toMatchObject({ emergency: true })
    const { emergency, incidents } = await boardOf(station)
    expect(emergency).toMatchObject({ since: expect.any(Number) })
    expect(incidents).toEqual([])
    await send(station, 'incident/report', { narrative: '漏水', place: '地下一层' })
    expect((await boardOf(station)).incidents).toMatchObject([{ place: '地下一层' }])
    expect(await station.ask('journal/verify')).toMatchObject({ reply: { ok: true } })
    expect(contentOf(dir)).toEqual(before)
    expect(emergencyFolders(dir)).toEqual([expect.stringMatching(/^emergency-\d{8}T\d{6}Z$/)])
    await station.signal('SIGTERM')
    expect(contentOf(dir)).toEqual(before)
  },
)

it('shows what was left, has it taken over with its own instants, and its steps done', async () => {
  const { dir, file } = await worked()
  RUINS['an event that was changed']?.(file)
  const station = await served(dir)
  const { emergency, site } = await boardOf(station)
  expect(site.name.zh).toBe('云雀湾商场')
  expect(emergency?.head?.position).toBeGreaterThan(5)
  expect(emergency?.incidents).toMatchObject([
    { place: '三楼厨房', level: 3, done: 2, missing: 0, plans: [expect.anything()] },
    { place: '二号门', missing: 1 },
  ])
  const left = emergency?.incidents[0]
  const reply = await send(station, 'incident/take-over', { incidentId: left?.incidentId })
  const after = await boardOf(station)
  expect(after.emergency?.incidents).toHaveLength(1)
  expect(after.incidents).toMatchObject([
    {
      id: reply['incidentId'],
      place: '三楼厨房',
      receivedAt: left?.receivedAt,
      narrative: '三楼厨房冒烟',
    },
  ])
  expect(after.incidents[0]?.steps.map(({ state }) => state)).toContain('already-done')
  expect(await send(station, 'incident/take-over', { incidentId: left?.incidentId })).toEqual(reply)
  expect(await station.ask('journal/verify')).toMatchObject({ reply: { ok: true } })
  await station.signal('SIGTERM')
})

it('goes on with the same emergency record after a restart, and knows what was taken over', async () => {
  const { dir, file } = await worked()
  RUINS['the file cut to half']?.(file)
  const first = await served(dir)
  await send(first, 'incident/report', { narrative: '漏水', place: '地下一层' })
  await first.signal('SIGKILL')
  const second = await served(dir)
  expect((await boardOf(second)).incidents).toMatchObject([{ place: '地下一层' }])
  expect(emergencyFolders(dir)).toHaveLength(1)
  await second.signal('SIGTERM')
})

it('opens another one where the emergency record is damaged, too', async () => {
  const { dir, file } = await worked()
  RUINS['the file replaced by a text']?.(file)
  const first = await served(dir)
  await first.signal('SIGTERM')
  const [folder = ''] = emergencyFolders(dir)
  RUINS['the file replaced by a text']?.(join(dir, folder, 'journal.db'))
  const second = await served(dir)
  expect(second).toMatchObject({ emergency: true })
  expect(emergencyFolders(dir)).toHaveLength(2)
  await second.signal('SIGTERM')
})

it('keeps 65 for a record of a newer version', async () => {
  const { dir, file } = await worked()
  const db = new DatabaseSync(file)
  db.exec('PRAGMA user_version = 99')
  db.close()
  expect(await runProgram(['serve', '--data', dir, '--port', '0'])).toMatchObject({ code: 65 })
  expect(emergencyFolders(dir)).toEqual([])
  expect(existsSync(file)).toBe(true)
})

it('adopts the emergency record into the restored one: both heads are named, each counts once', async () => {
  const { dir, file } = await worked()
  const whole = newFolder()
  cpSync(dir, whole, { recursive: true })
  RUINS['an event that was changed']?.(file)
  const station = await served(dir)
  const { emergency } = await boardOf(station)
  const left = emergency?.incidents[0]
  const { incidentId } = await send(station, 'incident/take-over', { incidentId: left?.incidentId })
  await send(station, 'incident/note', { incidentId, words: '消防到场' })
  await send(station, 'incident/report', { narrative: '漏水', place: '地下一层' })
  await send(station, 'roster/set', { posts: {} })
  const folder = join(dir, emergencyFolders(dir)[0] ?? '')
  const adopt = ['adopt', '--data', whole, '--from', folder]
  expect(await runProgram(adopt)).toMatchObject({ code: 73 })
  await station.signal('SIGTERM')

  expect(await runProgram(['adopt', '--data', dir, '--from', folder])).toMatchObject({ code: 2 })
  expect(await runProgram(['adopt', '--data', whole, '--from', newFolder()])).toMatchObject({
    code: 66,
  })
  expect(await runProgram(['adopt', '--data', whole])).toMatchObject({ code: 64 })
  const adopted = await runProgram(adopt)
  expect(adopted).toMatchObject({ code: 0 })
  expect(JSON.parse(adopted.out)).toMatchObject({
    ok: true,
    incidents: 2,
    continued: 1,
    rosterLeft: true,
    message: { zh: expect.stringContaining('请核对值班表') },
  })
  const again = await runProgram(adopt)
  expect([again.code, JSON.parse(again.out)]).toMatchObject([0, { ok: true, incidents: 0 }])

  expect(await runProgram(['verify', '--data', whole])).toMatchObject({ code: 0 })
  const next = await served(whole)
  const { incidents, site } = await boardOf(next)
  expect(incidents.map(({ place }) => place).sort()).toEqual(['一号门', '三楼厨房', '地下一层'])
  const timeline = (await next.ask('incident/timeline', { incidentId }))['reply']
  expect(JSON.stringify(timeline)).toContain('消防到场')
  // the month at the site, which may have ended since the first was reported
  let counted = 0
  for (const month of new Set([BEGAN, Date.now()].map((at) => localMonth(at, site.zone)))) {
    const { reply } = await next.ask('statistics/month', { month })
    counted += (reply as { incidents: number }).incidents
  }
  expect(counted).toBe(3)
  await next.signal('SIGTERM')
})

it('says what to look after in the contacts, also where no incident is adopted', async () => {
  const { dir, file } = await worked()
  const whole = newFolder()
  cpSync(dir, whole, { recursive: true })
  RUINS['the file cut to half']?.(file)
  const station = await served(dir)
  const gas = { name: '燃气抢修', category: 'outside-gas', numbers: [{ number: '80001' }] }
  await send(station, 'contacts/set', gas)
  await station.signal('SIGTERM')
  const folder = join(dir, emergencyFolders(dir)[0] ?? '')
  const adopted = await runProgram(['adopt', '--data', whole, '--from', folder])
  expect(JSON.parse(adopted.out)).toMatchObject({
    ...{ ok: true, incidents: 0, contactsLeft: true, placesLeft: false },
    message: { zh: expect.stringContaining('请核对通讯录') },
  })
})

it('tells of an emergency record beside a whole record that was never adopted, until it is', async () => {
  const { dir, file } = await worked()
  const before = readFileSync(file)
  RUINS['the file cut to half']?.(file)
  const station = await served(dir)
  await send(station, 'incident/report', { narrative: '漏水', place: '地下一层' })
  await station.signal('SIGTERM')
  const [folder = ''] = emergencyFolders(dir)
  writeFileSync(file, before) // somebody has put the copy of yesterday there
  const notesOf = async (): Promise<string> => {
    const whole = await served(dir)
    const { emergency, notes } = (await boardOf(whole)) as unknown as {
      emergency: null
      notes: { zh: string }[]
    }
    expect(emergency).toBe(null)
    await whole.signal('SIGTERM')
    return notes.map(({ zh }) => zh).join('\n')
  }
  expect(await notesOf()).toContain(`${folder}还没有并入：其中1起事件不在本记录里`)
  const adopt = ['adopt', '--data', dir, '--from', join(dir, folder)]
  expect(await runProgram(adopt)).toMatchObject({ code: 0 })
  expect(await notesOf()).not.toContain('还没有并入')
})
