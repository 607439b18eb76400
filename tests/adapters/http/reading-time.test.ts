/**
 * Tests who is too slow: a caller that sends its request slowly, never one whose request the
 * station itself was late to read.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { refuseBroken } from '#main/adapters/http/raw-socket.ts'
import { giveReadingTime, type ReadingTime } from '#main/adapters/http/reading-time.ts'

const REQUEST = 'POST / HTTP/1.1\r\nHost: station\r\nContent-Length: 4\r\n\r\n'
const QUICK = { headers: 200, request: 400, look: 50 }
const PATIENT = { headers: 60_000, request: 120_000, look: 20_000 }

/** A server that checks its connections often, and answers a whole request with its body. */
async function serving(time: ReadingTime): Promise<number> {
  const server = createServer({ connectionsCheckingInterval: 10 }, (request, response) => {
    request.setEncoding('utf8').on('data', (body: string) => void response.end(`read ${body}`))
  })
  const stop = giveReadingTime(server, time)
  server.on('clientError', refuseBroken)
  onTestFinished(() => {
    stop()
    server.close()
    server.closeAllConnections()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

/** A caller that the server has let in, and what it is answered until its connection ends. */
async function caller(port: number): Promise<{ socket: Socket; answer: Promise<string> }> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let text = ''
  socket.on('data', (piece) => (text += piece.toString()))
  const answer = once(socket, 'close').then(() => text)
  await once(socket, 'connect')
  const later = connect(port, '127.0.0.1', () => later.end(`GET / HTTP/1.1\r\n\r\n`))
  await once(later.resume(), 'close') // whoever came before it is in
  return { socket, answer }
}

/** Nothing of this process runs for so long, the server's reading least of all. */
const stall = (ms: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

it.each([
  ['nothing', ''],
  ['half of its headers', 'POST / HTTP/1.1\r\nHost: sta'],
  ['its headers without their body', REQUEST],
])('a caller that sends %s is refused, and cut off', async (_what, bytes) => {
  const { socket, answer } = await caller(await serving(QUICK))
  socket.write(bytes)
  expect(await answer).toMatch(/^HTTP\/1\.1 408 .*"code":"too-slow"/s)
})

it('a caller that sends a letter now and then is refused, and cut off', async () => {
  const { socket, answer } = await caller(await serving(QUICK))
  const letters = [...REQUEST.repeat(10)]
  const sending = setInterval(() => socket.write(letters.shift() ?? ' '), 25)
  onTestFinished(() => clearInterval(sending))
  expect(await answer).toMatch(/^HTTP\/1\.1 408 .*"code":"too-slow"/s)
})

it('a request that came while the station was busy for longer than the limit is answered', async () => {
  const { socket, answer } = await caller(await serving(QUICK))
  socket.end(`${REQUEST}late`) // it lies there before the stall begins
  stall(600)
  expect(await answer).toMatch(/^HTTP\/1\.1 200 .*read late/s)
})

it('one whose second half came while the station was busy is answered', async () => {
  const { socket, answer } = await caller(await serving(QUICK))
  socket.write(REQUEST)
  stall(600)
  socket.end('late')
  expect(await answer).toMatch(/^HTTP\/1\.1 200 .*read late/s)
})

it('a caller has its whole time in the first seconds of the station, too', async () => {
  const { socket, answer } = await caller(await serving(PATIENT))
  socket.write(REQUEST)
  await caller(await serving(QUICK)).then(({ answer: slow }) => slow) // checks have gone by
  socket.end('late')
  expect(await answer).toMatch(/^HTTP\/1\.1 200 .*read late/s)
})
