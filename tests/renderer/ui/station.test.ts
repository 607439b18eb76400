// @vitest-environment node
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backOff, connectStation } from '#renderer/transport/station.ts'
import type { StationLink } from '#renderer/transport/station.ts'
import type { Push } from '#shared/contract/push.ts'
import { NOW, board } from '../board-parts.ts'
import { until } from '../../kit/until.ts'

/** A station that answers as the test says, and remembers what it was asked. */
let server: Server
let at: string
let streams: ServerResponse[]
let requests: { path: string; body: string; token: string | undefined }[]
let answer: (path: string, response: ServerResponse) => void
let link: StationLink | null

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
const usual = (path: string, response: ServerResponse): void => {
  if (path === '/api/session') return json(response, 200, { token: 'token-1', name: '值班员' })
  if (path === '/api/request') return json(response, 200, { ok: true, position: 3, reply: {} })
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write(`data: ${JSON.stringify({ kind: 'board', board: board() })}\n\n`)
  streams.push(response)
}
const read = (request: IncomingMessage): Promise<string> =>
  new Promise((done) => {
    let body = ''
    request
      .setEncoding('utf8')
      .on('data', (piece: string) => {
        body += piece
      })
      .on('end', () => done(body))
  })
const connect = (
  options: Partial<Parameters<typeof connectStation>[0]> = {},
): { link: StationLink; heard: Push[]; give: (key: string) => void } => {
  let give: (key: string) => void = () => undefined
  const onKey = (listener: (key: string) => void) => {
    give = listener
    return () => undefined
  }
  const connection = connectStation({ key: 'key-1', onKey, role: 'console', at, ...options })
  link = connection
  const heard: Push[] = []
  connection.onPush((push) => heard.push(push))
  return { link: connection, heard, give: (key) => give(key) }
}
function emptyStorage() {
  const storage = new Map<string, string>()
  return {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
  }
}
/** What comes now comes into another tab of the same browser. */
const newTab = (): void => void vi.stubGlobal('sessionStorage', emptyStorage())
const count = (path: string): number => requests.filter((request) => request.path === path).length

beforeEach(async () => {
  newTab()
  vi.stubGlobal('localStorage', emptyStorage())
  vi.spyOn(Math, 'random').mockReturnValue(0) // the shortest waits that chance allows
  streams = []
  requests = []
  answer = usual
  link = null
  server = createServer((request, response) => {
    void read(request).then((body) => {
      requests.push({ path: request.url ?? '', body, token: request.headers.authorization })
      answer(request.url ?? '', response)
    })
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  link?.stop()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('signing in', () => {
  it('turns the key into a token, which every request carries', async () => {
    const { link, heard } = connect()
    await until(() => expect(heard).toHaveLength(1))
    expect(JSON.parse(requests[0]!.body)).toEqual({ key: 'key-1' })
    expect([link.status.value, link.name.value]).toEqual(['live', '值班员'])
    await link.request('board/read', {})
    expect(requests.slice(1).map(({ token }) => token)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
    ])
  })

  it('goes on with the session of this tab after a reload', async () => {
    const first = connect()
    await until(() => expect(first.heard).toHaveLength(1))
    first.link.stop()
    const again = connect({ key: null })
    await until(() => expect(again.heard).toHaveLength(1))
    expect(count('/api/session')).toBe(1)
  })

  it('another tab of the browser goes on with its session, and so does one after a power cut', async () => {
    const first = connect()
    await until(() => expect(first.heard).toHaveLength(1))
    first.link.stop()
    newTab()
    const second = connect({ key: null })
    await until(() => expect(second.heard).toHaveLength(1))
    expect([second.link.name.value, count('/api/session')]).toEqual(['值班员', 1])
  })

  it('a tab that is signed out comes in by itself when another one signs in', async () => {
    const waiting = connect({ key: null })
    await until(() => expect(waiting.link.status.value).toBe('signed-out'))
    const other = connectStation({ key: 'key-1', role: 'console', at })
    await until(() => expect(waiting.heard).toHaveLength(1))
    other.stop()
    expect([waiting.link.status.value, count('/api/session')]).toEqual(['live', 1])
  })

  it('a session that was ended lets no tab in, until somebody signs in again', async () => {
    const first = connect()
    await until(() => expect(first.heard).toHaveLength(1))
    first.link.stop()
    answer = (path, response) =>
      path === '/api/stream' && requests.at(-1)?.token === 'Bearer token-1'
        ? json(response, 401, {})
        : path === '/api/session'
          ? json(response, 200, { token: 'token-2', name: '值班员' })
          : usual(path, response)
    newTab()
    const second = connect({ key: null })
    await until(() => expect(second.link.status.value).toBe('signed-out'))
    const other = connectStation({ key: 'key-2', role: 'console', at })
    await until(() => expect(second.heard).toHaveLength(1))
    other.stop()
    expect(second.link.status.value).toBe('live')
  })

  it('a wall has no session of its browser: its address lets it in, and a console none of the two', async () => {
    answer = (path, response) =>
      path === '/api/session'
        ? json(response, 200, { token: 'token-1', name: '大屏', role: 'wall' })
        : usual(path, response)
    const first = connect({ role: 'wall' })
    await until(() => expect(first.heard).toHaveLength(1))
    first.link.stop()
    const desk = connect({ key: null }) // in the very tab
    await until(() => expect(desk.link.status.value).toBe('signed-out'))
    desk.link.stop()
    newTab()
    const second = connect({ key: null, role: 'wall' })
    await until(() => expect(second.link.status.value).toBe('signed-out'))
    expect(count('/api/stream')).toBe(1)
  })

  it('what nobody can read in the browser is no session', async () => {
    localStorage.setItem('vigil.session', '{"token":')
    const { link } = connect({ key: null })
    await until(() => expect(link.status.value).toBe('signed-out'))
  })

  it("a wall's key opens again when the station has forgotten its tokens, and nobody clicks", async () => {
    const { link, heard } = connect({ role: 'wall' })
    await until(() => expect(heard).toHaveLength(1))
    answer = (path, response) =>
      path === '/api/stream' && count('/api/session') < 2
        ? json(response, 401, {})
        : usual(path, response)
    streams[0]!.destroy()
    await until(() => expect(heard).toHaveLength(2))
    expect(count('/api/session')).toBe(2)
    expect(link.status.value).toBe('live')
  })

  it('a console whose token is refused says that it is signed out, keeps trying, and is back when the token is taken again', async () => {
    const { link, heard } = connect()
    await until(() => expect(heard).toHaveLength(1))
    let open = false
    answer = (path, response) =>
      path === '/api/stream' && !open ? json(response, 401, {}) : usual(path, response)
    streams[0]!.destroy()
    await until(() => expect([link.status.value, link.name.value]).toEqual(['signed-out', '']))
    open = true
    await until(() => expect(heard).toHaveLength(2))
    expect([link.status.value, link.name.value]).toEqual(['live', '值班员'])
    expect(count('/api/session')).toBe(1)
  })

  it('without a key and without a session is signed out at once, and asks the station for nothing', async () => {
    const { link } = connect({ key: null })
    await until(() => expect(link.status.value).toBe('signed-out'))
    expect(requests).toEqual([])
  })

  it('a link that was used already is signed out; a new one in the same tab signs in without a reload', async () => {
    answer = (path, response) =>
      path === '/api/session' && requests.at(-1)?.body.includes('used')
        ? json(response, 401, {})
        : usual(path, response)
    const { link, heard, give } = connect({ key: 'used' })
    await until(() => expect(link.status.value).toBe('signed-out'))
    give('fresh')
    await until(() => expect(heard).toHaveLength(1))
    expect(link.status.value).toBe('live')
    expect(
      requests
        .filter(({ path }) => path === '/api/session')
        .map(({ body }) => (JSON.parse(body) as { key: string }).key),
    ).toEqual(['used', 'fresh'])
  })

  it('a link that was used already leaves a tab that is signed in as it is', async () => {
    const first = connect()
    await until(() => expect(first.heard).toHaveLength(1))
    first.link.stop()
    answer = (path, response) =>
      path === '/api/session' ? json(response, 401, {}) : usual(path, response)
    const again = connect({ key: 'used' })
    await until(() => expect(again.heard).toHaveLength(1))
    again.give('used too')
    await until(() => expect(count('/api/session')).toBe(3))
    expect(again.link.status.value).toBe('live')
    expect(await again.link.request('board/read', {})).toMatchObject({ ok: true })
  })
})

describe('the stream', () => {
  it('reads pushes that are cut in the middle of a character', async () => {
    const { heard } = connect()
    await until(() => expect(heard).toHaveLength(1))
    const bytes = Buffer.from(
      `data: ${JSON.stringify({ kind: 'incident', previous: 100, position: 101, now: NOW, incidentId: '热线', incident: null })}\n\n`,
    )
    for (const byte of bytes) streams[0]!.write(Uint8Array.of(byte))
    await until(() => expect(heard[1]).toMatchObject({ kind: 'incident', incidentId: '热线' }))
  })

  it('comes back by itself, also after a push that nobody can read', async () => {
    const { link, heard } = connect()
    await until(() => expect(heard).toHaveLength(1))
    streams[0]!.end()
    await until(() => expect(link.status.value).toBe('lost'))
    await until(() => expect(heard).toHaveLength(2))
    streams[1]!.write('data: {broken\n\n')
    await until(() => expect(heard).toHaveLength(3))
    expect(link.status.value).toBe('live')
  })

  it('waits longer each time up to five seconds, and never the same for all screens', () => {
    expect([0, 1, 2, 3, 4, 9].map((attempt) => backOff(attempt, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 5_000, 5_000,
    ])
    expect(backOff(0, 0)).toBe(250)
  })

  it('is silent after stop', async () => {
    const { link, heard } = connect()
    await until(() => expect(heard).toHaveLength(1))
    link.stop()
    await until(() => expect(streams[0]!.destroyed).toBe(true))
    expect(count('/api/stream')).toBe(1)
  })
})

describe('a request', () => {
  it('gives the refusal of the station as it stands', async () => {
    const { link, heard } = connect()
    await until(() => expect(heard).toHaveLength(1))
    const refusal = { ok: false, code: 'step-finished', message: { zh: '已完成', en: 'Finished' } }
    answer = (_, response) => json(response, 409, refusal)
    expect(await link.request('board/read', {})).toEqual(refusal)
  })

  it('without contact is a refusal in both languages, and is not sent again later', async () => {
    const { link, heard } = connect()
    await until(() => expect(heard).toHaveLength(1))
    answer = (_, response) => response.destroy()
    const refused = await link.request('alert/acknowledge', { alertId: 'alert-1' })
    expect(refused).toMatchObject({
      ok: false,
      code: 'no-contact',
      message: { en: expect.any(String), zh: expect.any(String) },
    })
    answer = usual
    streams[0]!.destroy()
    await until(() => expect(heard).toHaveLength(2)) // back in contact
    expect(count('/api/request')).toBe(1)
  })

  it('carries its own id, a new one unless the caller gives it', async () => {
    const { link, heard } = connect()
    await until(() => expect(heard).toHaveLength(1))
    await link.request('board/read', {}, 'mine')
    await link.request('board/read', {})
    const ids = requests
      .filter(({ path }) => path === '/api/request')
      .map(({ body }) => (JSON.parse(body) as { id: string }).id)
    expect(ids[0]).toBe('mine')
    expect(ids[1]).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('of a wall that says what it has said is sent as a few bytes, and whole where the station does not know it', async () => {
    let isKnown = true
    answer = (path, response) =>
      path.startsWith('/api/again/')
        ? void response.writeHead(isKnown ? 204 : 404).end()
        : usual(path, response)
    const { link, heard } = connect({ role: 'wall' })
    await until(() => expect(heard).toHaveLength(1))
    const sign = { wallId: 'wall-1', beat: 1, sound: 'on', size: '1920x1080@1' } as const
    const say = (more: object = {}) => link.request('wall/alive', { ...sign, ...more })
    const sent = () => [count('/api/request'), count('/api/again/wall-1')]
    await say()
    expect(sent()).toEqual([1, 0])
    expect(await say({ beat: 9 })).toMatchObject({ ok: true })
    expect(sent()).toEqual([1, 1])
    await say({ sound: 'blocked' })
    expect(sent()).toEqual([2, 1])
    isKnown = false // it was started anew
    expect(await say({ sound: 'blocked' })).toMatchObject({ ok: true })
    expect(sent()).toEqual([3, 2])
    answer = (_, response) => json(response, 401, { ok: false, code: 'not-signed-in' })
    expect(await say({ sound: 'blocked' })).toMatchObject({ ok: false, code: 'not-signed-in' })
  })

  it('before anybody has signed in is refused on the spot', async () => {
    answer = (_, response) => json(response, 401, {})
    const { link } = connect({ key: null })
    expect(await link.request('board/read', {})).toMatchObject({ ok: false, code: 'not-signed-in' })
    expect(count('/api/request')).toBe(0)
  })
})
