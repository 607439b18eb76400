/** Listens for HQ: HTTPS with a certificate, plain HTTP on a loopback address alone. */
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import { giveReadingTime } from '../http/reading-time.ts'
import { createPageRoutes, type PageRouteParts } from './page-routes.ts'
import { createSiteRoutes, type SiteRouteParts } from './site-routes.ts'

export type Certificate = { cert: string; key: string }
/** `port` 0: any that is free. `people`: without it no page is served. */
export type HqServerOptions = SiteRouteParts & {
  people?: Omit<PageRouteParts, 'log' | 'mono' | 'isSecure'>
  address: string
  port: number
  certificate: Certificate | null
}
export type HqServer = { url: string; port: number; stop(): Promise<void> }

/** A body of 16 MB over a slow line takes its time; a caller that sends nothing has none. */
const READING = { headers: 10_000, request: 120_000, look: 1_000 }
const MOST_HEADERS = 40

/** What stations ask; everything else is for people. */
const isForStations = (path: string): boolean => path.startsWith('/v1/') || path === '/health'

function routesOf({ people, ...options }: HqServerOptions) {
  const { log, mono, certificate } = options
  const sites = createSiteRoutes(options)
  const pages = people && createPageRoutes({ ...people, log, mono, isSecure: certificate !== null })
  return (
    request: Request,
    bindings: HttpBindings | Http2Bindings,
  ): Response | Promise<Response> =>
    pages && !isForStations(new URL(request.url).pathname)
      ? pages.fetch(request, bindings)
      : sites.fetch(request, bindings)
}

/** Rejects with `EADDRINUSE`, `EACCES` or `EADDRNOTAVAIL` if it cannot listen there. */
export async function startHqServer(options: HqServerOptions): Promise<HqServer> {
  const { address, port, certificate } = options
  const listener = getRequestListener(routesOf(options), {
    overrideGlobalObjects: false,
    hostname: 'hq',
  })
  const answer: RequestListener = (request, response) => void listener(request, response)
  const server = certificate ? createHttps(certificate, answer) : createHttp(answer)
  server.maxHeadersCount = MOST_HEADERS
  server.keepAliveTimeout = 30_000 // a beat comes every ten seconds
  const stopLooking = giveReadingTime(server, READING)
  const open = new Set<Socket>()
  server.on(certificate ? 'secureConnection' : 'connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => undefined) // a caller that is gone
  })
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(port, address, () => {
      server.off('error', failed)
      ready()
    })
  }).catch((error: unknown) => {
    stopLooking()
    throw error
  })
  const listensAt = (server.address() as AddressInfo).port
  const host = address.includes(':') ? `[${address}]` : address
  return {
    port: listensAt,
    url: `${certificate ? 'https' : 'http'}://${host}:${listensAt}`,
    async stop() {
      stopLooking()
      await new Promise<void>((stopped) => {
        server.close(() => stopped())
        for (const socket of open) socket.destroy()
      })
    },
  }
}
