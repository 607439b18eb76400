/**
 * Callers that hold connections in silence shut nobody out for long; a caller without a place is
 * refused with words.
 */
import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { bearer, expectRefusal, listening, LOCAL, post, type Running } from './listening.ts'
import { board } from './station.ts'

const patience = { timeout: 20_000, interval: 200 }

/** A caller that never hangs up by itself, not even when the station does. */
function caller(port: number, bytes = ''): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return new Promise((ready) =>
    socket.once('connect', () => {
      if (bytes) socket.write(bytes)
      ready(socket)
    }),
  )
}

/**
 * By the hundred: a queue of more than 511 that wait to be let in drops some, and those come in
 * after later callers.
 */
async function crowd(running: Running, size: number): Promise<void> {
  for (let start = 0; start < size; start += 100)
    await Promise.all(
      Array.from({ length: Math.min(100, size - start) }, () => caller(running.port)),
    )
}

/** What came until the station ended its side. */
async function answerOn(socket: Socket): Promise<string> {
  let answer = ''
  socket.on('data', (piece) => (answer += piece.toString()))
  await new Promise((ended) => socket.once('end', ended))
  return answer
}

/** The station's side is gone altogether once it takes nothing any more. */
const isCut = (socket: Socket): Promise<void> =>
  vi.waitFor(() => {
    socket.write('x')
    expect(socket.destroyed).toBe(true)
  }, patience)

describe('silent callers', () => {
  it('250 of them leave everybody else an answer', async () => {
    const running = await listening()
    await crowd(running, 250)
    expect(await running.ask('/api/board', { headers: bearer(LOCAL) })).toMatchObject({
      status: 200,
    })
    expect(await running.ask('/api/request', post({ name: 'board/read' }))).toMatchObject({
      status: 200,
    })
  })

  it('by the thousand find no place after the 800th; who has a token is answered all the same', async () => {
    const running = await listening()
    await crowd(running, 1_000)
    const refused = await running.ask('/')
    expectRefusal(refused, 503, 'too-many-connections')
    expect(refused.headers).toMatchObject({
      connection: 'close',
      'retry-after': '1',
      'content-security-policy': expect.any(String),
    })
    expectRefusal(await running.ask('/health/engine'), 503, 'too-many-connections')
    expect((await running.ask('/api/board', { headers: bearer('none') })).status).toBe(401)
    for (let i = 0; i < 30; i++)
      expect((await running.ask('/api/request', post({ name: 'board/read' }))).status).toBe(200)
    await vi.waitFor(async () => expect((await running.ask('/')).status).toBe(200), patience)
  })

  it('that come again and again lose the oldest of their surplus, and a token still comes in', async () => {
    const running = await listening()
    await crowd(running, 1_400)
    expect((await running.ask('/api/board', { headers: bearer(LOCAL) })).status).toBe(200)
  })
})

describe('answers that nobody reads', () => {
  it('are made one after another, the next only when the one before is read', async () => {
    const running = await listening()
    let boards = 0
    const large = { ...board(), notes: [localized('长'.repeat(500_000), 'x')] }
    running.station.boards.board = () => {
      boards += 1
      return Promise.resolve(large)
    }
    const request = `GET /api/board HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nAuthorization: Bearer ${LOCAL}\r\n\r\n`
    const socket = await caller(running.port)
    socket.pause()
    socket.write(request.repeat(50))
    // whoever reads is served meanwhile, and by then all fifty have been read in
    for (let i = 0; i < 20; i++)
      expect((await running.ask('/api/request', post({ name: 'board/read' }))).status).toBe(200)
    expect(boards).toBeLessThan(10) // what the system itself takes in
    socket.on('data', () => undefined)
    socket.resume() // now they are read
    await vi.waitFor(() => expect(boards).toBe(50), patience)
  })

  it('end with the connection of whoever asks for a hundred more meanwhile', async () => {
    const running = await listening()
    running.station.boards.board = () => new Promise(() => undefined)
    const socket = await caller(
      running.port,
      `GET /api/board HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nAuthorization: Bearer ${LOCAL}\r\n\r\n`.repeat(
        150,
      ),
    )
    await isCut(socket)
  })
})

describe('a caller that keeps its end open after it was refused', () => {
  it.each([
    ['nonsense', 'NONSENSE\r\n\r\n', /^HTTP\/1\.1 400 .*"code":"bad-request"/s],
    [
      'a tunnel',
      'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n',
      /^HTTP\/1\.1 405 .*allow: GET, HEAD, POST.*"code":"method-not-allowed".*\p{Script=Han}/su,
    ],
  ])('with %s has its answer, and is cut off', async (_what, bytes, answer) => {
    const running = await listening()
    const socket = await caller(running.port, bytes)
    expect(await answerOn(socket)).toMatch(answer)
    await isCut(socket)
  })
})

describe('Authorization', () => {
  it.each(['bearer', 'BEARER', 'Bearer ', 'bEaReR'])(
    'names its scheme in any case: %s',
    async (scheme) => {
      const running = await listening()
      expect(
        (await running.ask('/api/board', { headers: { authorization: `${scheme} ${LOCAL}` } }))
          .status,
      ).toBe(200)
    },
  )
})
