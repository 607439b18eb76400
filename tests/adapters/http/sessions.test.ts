/**
 * The pages that are signed in: they are listed, ended at once and for good, and kept over
 * restarts.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { deviceOf } from '#main/adapters/http/device-name.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import { openSessions, type SessionRegistry } from '#main/adapters/http/session-registry.ts'
import { sessionTokens, type PageCaller } from '#main/adapters/http/session-tokens.ts'
import type { Log } from '#main/core/ports.ts'
import { ask, bearer, expectRefusal, LOCAL, post } from './listening.ts'
import { beat, board, stubStation, type Stub } from './station.ts'

const DAY = 86_400_000
const NOW = 1_790_000_000_000
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const desk: PageCaller = { name: '值班员', role: 'dispatcher' }
const wall: PageCaller = { name: '大屏', role: 'wall' }

let file = ''
let logged: string[] = []
const log: Log = {
  info: () => undefined,
  error: (event) => void logged.push(event),
}
beforeEach(() => {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-sessions-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  file = join(dir, 'sessions.json')
  logged = []
})

const tokensOf = (registry: SessionRegistry) => sessionTokens('secret', LOCAL, registry)
const open = (): { registry: SessionRegistry; tokens: ReturnType<typeof tokensOf> } => {
  const registry = openSessions(file, log)
  onTestFinished(() => registry.stop())
  return { registry, tokens: tokensOf(registry) }
}

it('lists who is signed in, since when and when last seen, also after a restart', async () => {
  const first = open()
  const token = await first.tokens.issue(desk, 'Chrome · Windows', NOW)
  await first.tokens.issue(wall, '', NOW + 1)
  expect(first.tokens.read(token, NOW + DAY)).toMatchObject({ role: 'dispatcher' })
  await first.registry.stop()
  const { registry } = open()
  expect(registry.list()).toEqual([
    {
      session: expect.stringMatching(/^[0-9a-f]{16}$/),
      role: 'dispatcher',
      device: 'Chrome · Windows',
      since: NOW,
      seen: NOW + DAY,
      ends: NOW + 14 * DAY,
    },
    expect.objectContaining({ role: 'wall', seen: NOW + 1, ends: null }),
  ])
})

it.each([desk, wall])('ends one at once and for good: %o', async (caller) => {
  const first = open()
  const [token, other] = [
    await first.tokens.issue(caller, '', NOW),
    await first.tokens.issue(caller, '', NOW),
  ]
  const session = first.tokens.read(token, NOW)?.session ?? ''
  expect(await first.registry.end(session)).toBe(true)
  expect(await first.registry.end(session)).toBe(false)
  for (const { tokens } of [first, open()]) {
    expect(tokens.read(token, NOW)).toBeNull()
    expect(tokens.read(token, NOW - DAY)).toBeNull()
    expect(tokens.read(other, NOW)).not.toBeNull()
  }
})

it('revives none when the clock is put back, whether its page asked in between or not', async () => {
  const first = open()
  const token = await first.tokens.issue(desk, '', NOW)
  first.registry.look(NOW + 14 * DAY)
  expect(first.tokens.read(token, NOW)).toBeNull()
  await first.registry.stop()
  await first.registry.saved()
  expect(open().tokens.read(token, NOW)).toBeNull()
})

it('takes in a session of a program before there was a list, which can be ended like any other', async () => {
  const older = tokensOf({ ...openSessions(null, log), id: undefined as never })
  const [page, screen, late] = [
    await older.issue(desk, '', NOW),
    await older.issue(wall, '', NOW),
    await older.issue(desk, '', NOW - 10 * DAY),
  ]
  const { tokens, registry } = open()
  for (const token of [page, screen]) expect(tokens.read(token, NOW)).not.toBeNull()
  expect(registry.list().map(({ since }) => since)).toEqual([null, null])
  for (const { session } of registry.list()) await registry.end(session)
  registry.look(NOW + 5 * DAY)
  await registry.stop()
  await registry.saved()
  const again = open().tokens
  for (const token of [page, screen]) expect(again.read(token, NOW)).toBeNull()
  // past its end once, and never seen here: the clock was put back since
  expect(tokens.read(late, NOW)).toBeNull()
})

it('keeps everybody in where the list is damaged, and says so', async () => {
  const first = open()
  const token = await first.tokens.issue(wall, '', NOW)
  await first.registry.saved()
  writeFileSync(file, readFileSync(file, 'utf8').replace('"wall"', '"wall" '))
  const { registry, tokens } = open()
  expect(registry.isDamaged).toBe(true)
  expect(logged).toEqual(['sessions-damaged'])
  expect(tokens.read(token, NOW)).not.toBeNull()
})

it('ends none that the disk does not take, and says so', async () => {
  const first = open()
  const token = await first.tokens.issue(desk, '', NOW)
  rmSync(file)
  mkdirSync(join(file, 'in-the-way'), { recursive: true })
  const session = first.tokens.read(token, NOW)?.session ?? ''
  await expect(first.registry.end(session)).rejects.toThrow()
  expect(first.tokens.read(token, NOW)).not.toBeNull()
})

it('keeps no more than 200 of a kind: the one that was silent longest ends', async () => {
  const { tokens, registry } = open()
  const first = await tokens.issue(wall, '', NOW)
  for (let count = 0; count < 200; count++)
    registry.enter({
      session: `${count}`.padStart(16, '0'),
      role: 'wall',
      device: '',
      since: NOW,
      seen: NOW + 1,
      ends: null,
    })
  expect(registry.list()).toHaveLength(200)
  expect(tokens.read(first, NOW)).toBeNull()
})

it('names a browser and its system, and what is neither as it names itself', () => {
  expect(deviceOf(CHROME)).toBe('Chrome · Windows')
  expect(deviceOf('curl/8.5.0')).toBe('curl/8.5.0')
  expect(deviceOf('')).toBe('')
})

const keyOf = (url: string): string => url.split('key=')[1] ?? ''

type Served = {
  http: HttpServer
  registry: SessionRegistry
  walls: { url: string; publicUrl: string }[]
  station: Stub
}

async function served(): Promise<Served> {
  const registry = openSessions(file, log)
  const walls: Served['walls'] = []
  const station = stubStation()
  station.wallAt = (url, publicUrl) => void walls.push({ url, publicUrl })
  const http = await startHttp({
    station,
    port: 0,
    pages: new Map(),
    secret: 'secret',
    localToken: LOCAL,
    sessions: registry,
    clock: { wall: () => NOW, mono: () => NOW },
    log,
  })
  onTestFinished(() => http.stop())
  return { http, registry, walls, station }
}

it('the key of a public wall makes its session one, also after a restart; it is listed as such', async () => {
  const { http, registry, walls } = await served()
  const url = walls.at(-1)!.publicUrl
  expect(keyOf(url)).not.toBe(keyOf(http.wallUrl))
  const { status, json } = await ask(http.port, '/api/session', post({ key: keyOf(url) }, {}))
  expect(status).toBe(200)
  expect(json).toMatchObject({ role: 'wall', public: true })
  await registry.stop()
  const again = open()
  expect(again.registry.list()).toMatchObject([{ role: 'wall', public: true }])
  expect(again.tokens.read(String(json.token), NOW)).toMatchObject({ role: 'wall', public: true })
})

it('hands a public wall the stream and the board that are its own', async () => {
  const { http, walls, station } = await served()
  const audiences: unknown[] = []
  station.board = async (audience) => {
    audiences.push(audience)
    return board()
  }
  const key = keyOf(walls.at(-1)!.publicUrl)
  const { json } = await ask(http.port, '/api/session', post({ key }, {}))
  const headers = bearer(String(json.token))
  await ask(http.port, '/api/board', { headers })
  const stream = await fetch(`${http.url}/api/stream`, { headers })
  const reader = stream.body!.getReader()
  await reader.read()
  expect(audiences).toEqual(['public', 'public'])
  station.tell(beat(1), 'wall')
  station.tell(beat(2), 'public')
  const heard = new TextDecoder().decode((await reader.read()).value)
  expect(heard).toContain('"cycle":2')
  expect(heard).not.toContain('"cycle":1')
  await reader.cancel()
})

it('cuts the stream of a wall that is ended, and its address opens nothing any more', async () => {
  const { http, registry, walls } = await served()
  const key = keyOf(http.wallUrl)
  const enter = () => ask(http.port, '/api/session', post({ key }, { 'user-agent': CHROME }))
  const [token, other] = [String((await enter()).json.token), String((await enter()).json.token)]
  const stream = await fetch(`${http.url}/api/stream`, { headers: bearer(token) })
  const reader = stream.body!.getReader()
  await reader.read()
  const [{ session, device } = { session: '', device: '' }] = registry.list()
  expect(device).toBe('Chrome · Windows')
  await registry.end(session)
  while (!(await reader.read().catch(() => ({ done: true }))).done);
  expectRefusal(
    await ask(http.port, '/api/board', { headers: bearer(token) }),
    401,
    'not-signed-in',
  )
  expectRefusal(await enter(), 401, 'key-not-valid')
  expect((await ask(http.port, '/api/board', { headers: bearer(other) })).status).toBe(200)
  expect(walls.at(-1)?.url).toBe(http.wallUrl)
  expect(walls.at(-1)?.publicUrl).not.toBe(walls[0]?.publicUrl)
  const fresh = await ask(http.port, '/api/session', post({ key: keyOf(http.wallUrl) }, {}))
  expect(fresh.status).toBe(200)
})
