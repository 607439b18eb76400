/**
 * The address of walls as a file: the same after a restart, whole or not there, another one when it
 * was damaged or somebody renews it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import { openSessions, type SessionRegistry } from '#main/adapters/http/session-registry.ts'
import { openWallAddress, type WallAddressFile } from '#main/adapters/http/wall-address.ts'
import type { Log } from '#main/core/ports.ts'
import { ask, expectRefusal, LOCAL, post } from './listening.ts'
import { stubStation } from './station.ts'

let file = ''
let logged: string[] = []
const log: Log = { info: () => undefined, error: (event) => void logged.push(event) }
beforeEach(() => {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-wall-address-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  file = join(dir, 'wall-address.json')
  logged = []
})

const open = (): WallAddressFile => openWallAddress(file, log)
const keysOf = (walls: WallAddressFile): [string, string] => {
  const { wall, publicWall } = walls.keys()
  return [wall, publicWall]
}

it('keeps two keys and the port over a restart, in a file that only its owner can read', async () => {
  const first = open()
  expect([first.port(), first.isDamaged]).toEqual([null, false])
  await first.openedAt(7480)
  expect(new Set(keysOf(first)).size).toBe(2)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const again = open()
  expect([keysOf(again), again.port(), again.isDamaged]).toEqual([keysOf(first), 7480, false])
  const before = statSync(file).ino
  await again.openedAt(7480)
  expect(statSync(file).ino, 'nothing has changed').toBe(before)
  await again.openedAt(7481)
  expect([keysOf(open()), open().port()]).toEqual([keysOf(first), 7481])
})

it.each<[string, (text: string) => string]>([
  ['empty', () => ''],
  ['cut short', (text) => text.slice(0, -9)],
  ['zeroes', (text) => '\0'.repeat(text.length)],
  ['no key', (text) => text.replace(/"wall":"[^"]+"/, '"wall":""')],
  [
    'a letter of a key',
    (text) => text.replace(/(?<="wall":")./, (letter) => (letter === 'A' ? 'B' : 'A')),
  ],
  ['another port', (text) => text.replace('7480', '7481')],
  ['another line', (text) => `${text}\n`],
])('is made anew where the file is damaged, and says so: %s', async (_how, ruin) => {
  const first = open()
  await first.openedAt(7480)
  writeFileSync(file, ruin(readFileSync(file, 'utf8')))
  const healed = open()
  expect([healed.isDamaged, logged]).toEqual([true, ['wall-address-damaged']])
  for (const key of keysOf(healed)) expect(keysOf(first)).not.toContain(key)
  await healed.openedAt(7480)
  const after = open()
  expect([keysOf(after), after.isDamaged]).toEqual([keysOf(healed), false])
})

it('renews both keys at once and for good, one renewal after another', async () => {
  const walls = open()
  await walls.openedAt(7480)
  const before = keysOf(walls)
  let heard = 0
  walls.onRenew(() => (heard += 1))
  await Promise.all([walls.renew(), walls.renew()])
  expect(heard).toBe(2)
  for (const key of keysOf(walls)) expect(before).not.toContain(key)
  expect([keysOf(open()), open().port()]).toEqual([keysOf(walls), 7480])
})

it('stays what it was where the disk does not take another', async () => {
  const walls = open()
  await walls.openedAt(7480)
  const before = keysOf(walls)
  rmSync(file)
  mkdirSync(join(file, 'in-the-way'), { recursive: true })
  await expect(walls.renew()).rejects.toThrow()
  expect(keysOf(walls)).toEqual(before)
})

const keyOf = (url: string): string => url.split('key=')[1] ?? ''

type Served = {
  http: HttpServer
  walls: WallAddressFile
  sessions: SessionRegistry
  where: { url: string; publicUrl: string }[]
  enter: (url: string) => ReturnType<typeof ask>
}

async function served(port = 0): Promise<Served> {
  const [walls, sessions] = [open(), openSessions(null, log)]
  const where: Served['where'] = []
  const station = stubStation()
  station.wallAt = (url, publicUrl) => void where.push({ url, publicUrl })
  const http = await startHttp({
    station,
    port,
    pages: new Map(),
    secret: 'secret',
    localToken: LOCAL,
    sessions,
    wallAddress: walls,
    clock: { wall: () => 0, mono: () => 0 },
    log,
  })
  onTestFinished(() => http.stop())
  await walls.openedAt(http.port)
  const enter: Served['enter'] = (url) =>
    ask(http.port, '/api/session', post({ key: keyOf(url) }, {}))
  return { http, walls, sessions, where, enter }
}

it('lets walls in by the address of before the restart; a public one stays public', async () => {
  const first = await served()
  const { url, publicUrl } = first.where[0]!
  expect(url).toBe(first.http.wallUrl)
  await first.http.stop()
  const { enter, where } = await served(first.http.port)
  expect(where[0]).toEqual({ url, publicUrl })
  expect((await enter(url)).json).toMatchObject({ role: 'wall' })
  expect((await enter(url)).json.public).toBeUndefined()
  expect((await enter(publicUrl)).json).toMatchObject({ role: 'wall', public: true })
  expectRefusal(await enter(first.http.consoleUrl), 401, 'key-not-valid')
})

it('renewed, refuses every address of before at once and after a restart; the station is told the new ones', async () => {
  const { http, walls, where, enter } = await served()
  const [before] = where
  await walls.renew()
  for (const url of Object.values(before!)) expectRefusal(await enter(url), 401, 'key-not-valid')
  expect(where.at(-1)?.url).toBe(http.wallUrl)
  expect((await enter(http.wallUrl)).status).toBe(200)
  expect((await enter(where.at(-1)!.publicUrl)).json).toMatchObject({ public: true })
  await http.stop()
  const again = await served(http.port)
  for (const url of Object.values(before!))
    expectRefusal(await again.enter(url), 401, 'key-not-valid')
  expect((await again.enter(where.at(-1)!.url)).status).toBe(200)
})

it('a wall that is ended does not come back by its address, after a restart either', async () => {
  const { http, sessions, enter } = await served()
  const before = http.wallUrl
  await enter(before)
  await sessions.end(sessions.list()[0]?.session ?? '')
  expectRefusal(await enter(before), 401, 'key-not-valid')
  await http.stop()
  expectRefusal(await (await served(http.port)).enter(before), 401, 'key-not-valid')
})

it('a wall goes on that could not be kept out, and a console is ended without it', async () => {
  const { http, sessions, enter } = await served()
  await enter(http.wallUrl)
  await enter(http.consoleUrl)
  const [screen, desk] = ['wall', 'dispatcher'].map(
    (role) => sessions.list().find((entry) => entry.role === role)?.session ?? '',
  )
  rmSync(file)
  mkdirSync(join(file, 'in-the-way'), { recursive: true })
  await expect(sessions.end(screen!)).rejects.toThrow()
  expect(sessions.list().map(({ session }) => session)).toContain(screen)
  expect(await sessions.end(desk!)).toBe(true)
  expect((await enter(http.wallUrl)).status).toBe(200)
})
