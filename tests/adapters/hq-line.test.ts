/** The station's line to HQ over real HTTPS: by the pinned certificate, over one connection. */
import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { makeCertificate } from '#main/adapters/spare/certificate.ts'
import type { HqLine } from '#main/core/ports.ts'

const PATH = '/v1/sites/s/beat'
let line: HqLine
let server: Server
let certificate: ReturnType<typeof makeCertificate>
/** How many connections there were, and the tokens that came over them. */
let connections: Set<Socket>
let tokens: (string | undefined)[]

beforeEach(async () => {
  certificate = makeCertificate('hq', 2026)
  connections = new Set()
  tokens = []
  line = createHqLine()
  server = createServer(certificate, (request, response) => {
    tokens.push(request.headers.authorization)
    request.resume()
    request.once('end', () => response.end('{"fine":true}'))
  })
  server.on('secureConnection', (socket: Socket) => void connections.add(socket))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
afterEach(async () => {
  line.stop()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

const url = (): string => `https://127.0.0.1:${(server.address() as AddressInfo).port}`
const pinned = () => ({ url: url(), fingerprint: certificate.fingerprint })
const beat = (address = pinned()) => line.ask(address, PATH, { at: 1 }, 'secret')
const fine = { ok: true, reply: { fine: true } }

test('what HQ is known by is enough, and one connection serves many requests', async () => {
  for (let turn = 0; turn < 5; turn++) expect(await beat()).toEqual(fine)
  expect(tokens).toEqual(Array.from({ length: 5 }, () => 'Bearer secret'))
  expect(connections.size).toBe(1)
})

test('another machine at the address hears nothing, not even the token', async () => {
  expect(await beat({ url: url(), fingerprint: '0'.repeat(64) })).toMatchObject({
    ok: false,
    why: 'other-certificate',
  })
  expect(tokens).toEqual([])
  // nor after the right one was spoken to
  expect(await beat()).toEqual(fine)
  expect(await beat({ url: url(), fingerprint: '0'.repeat(64) })).toMatchObject({ ok: false })
  expect(tokens).toHaveLength(1)
})

test('without a pin the authorities of the machine decide, and know no self-made one', async () => {
  expect(await line.ask({ url: url(), fingerprint: null }, PATH, {}, 'secret')).toMatchObject({
    ok: false,
    why: 'unreachable',
  })
  expect(tokens).toEqual([])
})

test('a connection that HQ closed meanwhile costs nothing', async () => {
  expect(await beat()).toEqual(fine)
  for (const socket of connections) socket.destroy()
  expect(await beat()).toEqual(fine)
  expect(connections.size).toBe(2)
})
