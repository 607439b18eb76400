// @vitest-environment node
/**
 * The line that walls of one browser share: one stream for all of a kind, each with its own session
 * and its own board, and nobody's end is anybody else's.
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Push } from '#shared/contract/push.ts'
import { directLine } from '#renderer/transport/line.ts'
import { createHub, type Hub, type ToHub } from '#renderer/transport/line-hub.ts'
import { sharedLine, type Hubs } from '#renderer/transport/shared-line.ts'
import { connectStation, type StationLink } from '#renderer/transport/station.ts'
import { until as untilPassed } from '../../kit/until.ts'
import { board, incident, NOW } from '../board-parts.ts'

let server: Server
let at: string
let streams: { token: string; response: ServerResponse }[]
let boards: string[] // tokens, in the order in which they asked
let ended: Set<string>
let links: StationLink[]
let hubs: Map<string, Hub>
let issued: number
let waitingBoards: (() => void)[] | null // answers with a board that wait

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
const send = (response: ServerResponse, push: Push): void =>
  void response.write(`data: ${JSON.stringify(push)}\n\n`)

beforeEach(async () => {
  const storage = { getItem: () => null, setItem: () => undefined }
  vi.stubGlobal('sessionStorage', storage)
  vi.stubGlobal('localStorage', storage)
  vi.spyOn(Math, 'random').mockReturnValue(0)
  ;[streams, boards, links, issued] = [[], [], [], 0]
  ;[ended, hubs, waitingBoards] = [new Set(), new Map(), null]
  server = createServer((request, response) => {
    const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
    request.resume()
    if (request.url === '/api/session') {
      issued += 1
      return json(response, 200, { token: `t${issued}`, name: '大屏', role: 'wall' })
    }
    if (ended.has(token)) return json(response, 401, { ok: false, code: 'not-signed-in' })
    if (request.url === '/api/board') {
      boards.push(token)
      const reply = (): void => json(response, 200, board({ position: 100 }))
      return waitingBoards ? void waitingBoards.push(reply) : reply()
    }
    if (request.url === '/api/request') return json(response, 200, { ok: true, reply: {} })
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    send(response, { kind: 'board', board: board({ position: 100 }) })
    streams.push({ token, response })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const link of links) link.stop()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

/** A shared worker of this process, one by name. */
const workers: Hubs = (name) => {
  const hub = hubs.get(name) ?? createHub(directLine(at), 15_000)
  hubs.set(name, hub)
  const { port1, port2 } = new MessageChannel()
  port2.onmessage = ({ data }: MessageEvent<ToHub>) => hub.hear(port2, data)
  return port1
}
/** One that takes what it is told and never answers. */
const hanging =
  (names: string[]): Hubs =>
  (name) => {
    names.push(name)
    return name.endsWith('0') ? new MessageChannel().port1 : workers(name)
  }

const until = (holds: () => boolean): Promise<void> => untilPassed(() => expect(holds()).toBe(true))

type Opened = { link: StationLink; heard: Push[] }
function wall(of: Hubs | null = workers): Opened {
  const link = connectStation({ key: 'k', role: 'wall', at, line: sharedLine(at, of) })
  const heard: Push[] = []
  link.onPush((push) => void heard.push(push))
  links.push(link)
  return { link, heard }
}
const beat: Push = {
  ...{ kind: 'beat', cycle: 7, position: 100, head: null, now: NOW },
  ...{ walls: [], storageFailed: false },
}
const live = (walls: readonly Opened[]): Promise<void> =>
  until(() => walls.every(({ link }) => link.status.value === 'live'))

describe('walls of one browser', () => {
  it('have one stream, however many they are, and each reads the board with its own session', async () => {
    const walls = Array.from({ length: 8 }, () => wall())
    await live(walls)
    expect(streams).toHaveLength(1)
    expect(new Set(boards).size).toBe(8)
    send(streams[0]!.response, beat)
    await until(() => walls.every(({ heard }) => heard.at(-1)?.kind === 'beat'))
    expect(walls.map(({ heard }) => heard[0]?.kind)).toEqual(walls.map(() => 'board'))
    expect(walls.map(({ link }) => link.connections)).toEqual(walls.map(() => 1))
  })

  it('go on when the one that came first is closed, and the last one takes the stream along', async () => {
    const walls = [wall(), wall(), wall()]
    await live(walls)
    walls[0]!.link.stop()
    send(streams[0]!.response, beat)
    await until(() => walls.slice(1).every(({ heard }) => heard.at(-1)?.kind === 'beat'))
    expect(streams).toHaveLength(1)
    const closed = new Promise((done) => streams[0]!.response.on('close', done))
    for (const { link } of walls.slice(1)) link.stop()
    await closed
  })

  it('all come back by themselves when the stream breaks', async () => {
    const walls = [wall(), wall(), wall()]
    await live(walls)
    streams[0]!.response.destroy()
    await until(() => walls.every(({ link }) => link.connections === 2))
    await live(walls)
    expect(streams).toHaveLength(2)
  })

  it('lose nothing between the opening of the stream and the reading of their board, and hear nothing twice', async () => {
    const first = wall()
    await live([first])
    const push = (position: number): Push => ({
      ...{ kind: 'incident', previous: position - 1, position, now: NOW, incidentId: 'new' },
      ...{ incident: incident({ id: 'new' }), month: board().month, lastIncidentAt: null },
    })
    waitingBoards = []
    const late = wall()
    await until(() => waitingBoards?.length === 1)
    for (const position of [100, 101]) send(streams[0]!.response, push(position))
    await until(() => first.heard.length === 3)
    const [answer] = waitingBoards
    waitingBoards = null
    answer!()
    await until(() => late.heard.length === 2)
    expect(late.heard).toMatchObject([{ kind: 'board' }, { kind: 'incident', position: 101 }])
  })

  it('that joins while something of the station changes hears of it, though no later beat repeats it', async () => {
    const first = wall()
    await live([first])
    waitingBoards = []
    const late = wall()
    await until(() => waitingBoards?.length === 1)
    const now = NOW + 1_000
    send(streams[0]!.response, { ...beat, now, storageFailed: true })
    await until(() => first.heard.length === 2)
    const [answer] = waitingBoards
    waitingBoards = null
    answer!()
    const brief = { kind: 'beat', cycle: 8, position: 100, now: now + 1_000 }
    await until(() => late.heard.length === 2)
    send(streams[0]!.response, brief as Push)
    for (const { heard } of [first, late]) {
      await until(() => heard.length === 3)
      expect(heard.at(-1)).toEqual({ ...beat, ...brief, storageFailed: true })
    }
  })
})

describe('a session that was ended', () => {
  it('has the stream no more with its next sign of life, and the others keep theirs', async () => {
    const walls = [wall(), wall()]
    await live(walls)
    const carrier = streams[0]!.token
    const [other] = boards.filter((token) => token !== carrier)
    ended.add(other!)
    for (const { link } of walls) await link.request('board/read', {})
    await until(() => issued === 3) // it opens again with its address
    await live(walls)
    expect(streams).toHaveLength(1)
    expect(boards.at(-1)).toBe('t3')
  })

  it('that carried the stream leaves it to another one', async () => {
    const walls = [wall(), wall()]
    await live(walls)
    ended.add(streams[0]!.token)
    streams[0]!.response.end()
    await until(() => walls.every(({ link }) => link.connections >= 2))
    await live(walls)
    expect(ended.has(streams.at(-1)!.token)).toBe(false)
  })
})

it('a public wall and one of the room never share', async () => {
  const names: string[] = []
  const named: Hubs = (name) => {
    names.push(name)
    return workers(name)
  }
  const line = sharedLine(at, named)
  const over = new AbortController()
  const session = { token: 't', name: '大屏', role: 'wall' }
  const heard: string[] = []
  const ends = [
    line({ ...session, public: true }, (text) => void heard.push(text), over.signal),
    line(session, (text) => void heard.push(text), over.signal),
  ]
  await until(() => heard.length === 2)
  expect(new Set(names).size).toBe(2)
  expect(streams).toHaveLength(2)
  over.abort()
  await Promise.allSettled(ends)
})

it('a hub that hangs is left for the next one; without shared workers each has a stream', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const names: string[] = []
  const stuck = wall(hanging(names))
  await vi.waitFor(() => expect(names).toHaveLength(1))
  await vi.advanceTimersByTimeAsync(5_000)
  vi.useRealTimers()
  await live([stuck])
  expect(names).toEqual(['vigil room 0', 'vigil room 1'])
  await live([wall(null), wall(null)])
  expect(streams).toHaveLength(3)
})

it('a stream from which nothing comes is given up by the hub', async () => {
  vi.useFakeTimers()
  let aborted = false
  const hub = createHub(
    (_session, heard, signal) =>
      new Promise((_done, fail) => {
        heard('{}')
        signal.addEventListener('abort', () => {
          aborted = true
          fail(new Error('aborted'))
        })
      }),
    15_000,
  )
  const answers: string[] = []
  hub.hear(
    { postMessage: ({ kind }) => void answers.push(kind) },
    { kind: 'join', session: { token: 't', name: '大屏' } },
  )
  await vi.advanceTimersByTimeAsync(14_000)
  expect(aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(answers).toEqual(['here', 'joined', 'end'])
  vi.useRealTimers()
})
