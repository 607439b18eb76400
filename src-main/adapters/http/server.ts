/** The station on 127.0.0.1 for browsers and programs of this machine. It binds no other address and sets no cookie. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Station } from '#main/core/api.ts'
import type { Clock, Log } from '#main/core/ports.ts'
import { createApp } from './app.ts'
import { NO_STORE, SECURITY_HEADERS } from './headers.ts'
import { addressOf, linksWith, type Links } from './links.ts'
import type { Pages } from './pages.ts'
import { refusal, statusOf, type BorderCode } from './refusals.ts'
import { streams } from './stream.ts'
import { keys, tokens } from './tokens.ts'

export type HttpOptions = {
  station: Station
  port: number // 0: any free one
  pages: Pages
  secret: string // signs session tokens; the same after a restart
  localToken: string // the administrator's, new at each start
  clock: Pick<Clock, 'wall' | 'mono'>
  log: Log
}

/** Two links to begin with; further ones for the console come from `POST /api/link`. */
export type HttpServer = Links & { port: number; url: string; stop(): Promise<void> }

/** Slow and greedy callers end here (N06; ASVS 15.2.2). All in ms. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
}
const MOST_CONNECTIONS = 200
const MOST_HEADERS = 40

const headersOf = (body: string): Record<string, string> => ({
  ...SECURITY_HEADERS,
  'cache-control': NO_STORE,
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(body)),
})

/** What the parser itself refuses never becomes a request; it gets the same body as every other refusal. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const codes: Readonly<Record<string, BorderCode>> = {
    HPE_HEADER_OVERFLOW: 'headers-too-large',
    ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  }
  const code = codes[error.code ?? ''] ?? 'bad-request'
  const body = JSON.stringify(refusal(code))
  const headers = Object.entries(headersOf(body)).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${statusOf(code)} Refused\r\nconnection: close\r\n${headers.join('\r\n')}\r\n\r\n${body}`)
}

/** Listens. Rejects with `EADDRINUSE` if the port is taken. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const { station, log, clock, pages } = options
  const feeds = streams(station, log)
  const kept = keys()
  const port = (): number => (server.address() as AddressInfo).port
  const app = createApp({
    station, pages, clock, log, port, streams: feeds, keys: kept, tokens: tokens(options.secret, options.localToken),
  })
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    hostname: 'unnamed', // a request without a Host is answered 421 by our own guard
    errorHandler: () => {
      const body = JSON.stringify(refusal('bad-request'))
      return new Response(body, { status: statusOf('bad-request'), headers: headersOf(body) })
    },
  })
  const server: Server = createServer({ ...LIMITS, requireHostHeader: false }, (request, response) => void listener(request, response))
  server.maxConnections = MOST_CONNECTIONS
  server.maxHeadersCount = MOST_HEADERS
  server.on('clientError', answerBrokenRequest)
  server.on('checkExpectation', (request, response) => void listener(request, response))

  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', failed)
      ready()
    })
  }).catch((error: unknown) => {
    feeds.stop()
    throw error
  })

  return {
    port: port(),
    url: addressOf(port()),
    ...linksWith(kept, port()),
    stop: () =>
      new Promise((stopped) => {
        feeds.stop()
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}
