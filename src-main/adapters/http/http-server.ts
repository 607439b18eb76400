/** Serves the station on 127.0.0.1 alone, for browsers and programs of this machine. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Station } from '#main/core/api.ts'
import type { Clock, Log } from '#main/core/ports.ts'
import { createConnections } from './connections.ts'
import { createApp } from './routes.ts'
import { headersOf, refuseBroken, refuseTunnel } from './raw-socket.ts'
import { giveReadingTime } from './reading-time.ts'
import { createLinks, publicWallUrlOf, urlOfPort, wallUrlOf, type Links } from './sign-in-links.ts'
import type { Pages } from './built-pages.ts'
import { refusal, statusOf } from './http-refusals.ts'
import { eventStreams } from './event-stream.ts'
import { openSessions, type SessionRegistry } from './session-registry.ts'
import { signInKeys, sessionTokens } from './session-tokens.ts'
import { openWallAddress, type WallAddressFile } from './wall-address.ts'

export type HttpOptions = {
  station: Station
  port: number // 0: any free port
  pages: Pages
  secret: string // signs session tokens; the same after a restart
  localToken: string // the administrator's, new at each start
  sessions?: SessionRegistry // else who is signed in is not kept over a restart
  wallAddress?: WallAddressFile // else walls are opened at another address after a restart
  clock: Pick<Clock, 'wall' | 'mono'>
  log: Log
}

/**
 * Two links to begin with; further ones for the console come from `POST /api/link`. `wallUrl` is
 * the address of now: it changes when somebody renews it or ends a wall.
 */
export type HttpServer = Links & { port: number; url: string; stop(): Promise<void> }

/** Limits for slow and greedy callers (ASVS 15.2.2), in ms. */
const LIMITS = { keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 }
const READING = { headers: 5_000, request: 10_000, look: 1_000 }
const MOST_HEADERS = 40
const LOOK_EVERY_MS = 10_000
const UNREAD = 30_000 // ms that an answer may lie unread before its reader is cut off
/** Listens. Rejects with `EADDRINUSE` if the port is taken. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const { station, log, clock, pages } = options
  const sessions = options.sessions ?? openSessions(null, log)
  const feeds = eventStreams(station, log)
  const wallAddress = options.wallAddress ?? openWallAddress(null, log)
  const keys = signInKeys(wallAddress.keys)
  const port = (): number => (server.address() as AddressInfo).port
  const app = createApp({
    station,
    pages,
    clock,
    log,
    port,
    trust: (socket) => connections.trust(socket),
    streams: feeds,
    keys,
    tokens: sessionTokens(options.secret, options.localToken, sessions),
  })
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    hostname: 'unnamed', // a request without a Host is answered 421 by our own guard
    errorHandler: () => {
      const body = JSON.stringify(refusal('bad-request'))
      return new Response(body, { status: statusOf('bad-request'), headers: headersOf(body) })
    },
  })
  const server: Server = createServer({ ...LIMITS, requireHostHeader: false })
  const stopLooking = giveReadingTime(server, READING)
  const connections = createConnections(
    server,
    (request, response) => void listener(request, response),
  )
  server.maxHeadersCount = MOST_HEADERS
  server.on('request', connections.answer)
  server.on('checkExpectation', connections.answer)
  server.on('connect', (_request, socket) => refuseTunnel(socket))
  server.on('clientError', refuseBroken)
  server.setTimeout(UNREAD, (socket) => {
    if (socket.writableLength > 0) socket.destroy()
  }) // a caller that waits for its answer may wait

  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', failed)
      ready()
    })
  }).catch((error: unknown) => {
    stopLooking()
    feeds.stop()
    throw error
  })

  const listensAt = port()
  const { consoleUrl } = createLinks(keys, listensAt)
  const tellWhere = (): void =>
    station.wallAt(wallUrlOf(keys, listensAt), publicWallUrlOf(keys, listensAt))
  tellWhere()
  wallAddress.onRenew(tellWhere)
  // its page has the address: it would come back at once
  sessions.beforeEnd(async ({ role }) => {
    if (role === 'wall') await wallAddress.renew()
  })
  sessions.onEnd(({ session }) => feeds.close(session))
  const looking = setInterval(() => sessions.look(clock.wall()), LOOK_EVERY_MS).unref()
  return {
    port: listensAt,
    url: urlOfPort(listensAt),
    consoleUrl,
    get wallUrl() {
      return wallUrlOf(keys, listensAt)
    },
    async stop() {
      clearInterval(looking)
      stopLooking()
      feeds.stop()
      await new Promise<void>((stopped) => {
        server.close(() => stopped())
        connections.closeAll()
      })
      await sessions.stop()
    },
  }
}
