/** The routes of the station over HTTP: guards first, then the API, then pages. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import type { Caller, Station } from '#main/core/api.ts'
import type { Clock, Log } from '#main/core/ports.ts'
import { bytesOf, type Refused } from '#shared/contract/contract.ts'
import { LARGE_REQUEST_BYTES, REQUEST_BYTES } from '#shared/contract/request.ts'
import { audienceOf } from '#shared/contract/push.ts'
import { mimeOf } from '../export/export-wording.ts'
import { readFields } from './request-body.ts'
import { NO_STORE, SECURITY_HEADERS } from './headers.ts'
import { rejectForeign } from './origin-check.ts'
import { createLinks } from './sign-in-links.ts'
import { deviceOf } from './device-name.ts'
import { attachment } from './disposition.ts'
import { giveFile, takeFile } from './file-routes.ts'
import type { Pages } from './built-pages.ts'
import { rateLimit } from './rate-limit.ts'
import { refusal, statusOf } from './http-refusals.ts'
import type { BorderCode } from '#shared/contract/refused.ts'
import type { Beats, EventStreams } from './event-stream.ts'
import type { SignInKeys, SessionTokens } from './session-tokens.ts'

export type RouteDependencies = {
  station: Station
  pages: Pages
  tokens: SessionTokens
  keys: SignInKeys
  streams: EventStreams
  clock: Pick<Clock, 'wall' | 'mono'>
  log: Log
  port: () => number
  /** This connection has shown a valid token. */
  trust(socket: Socket): void
}

type Env = { Bindings: HttpBindings; Variables: { caller: Caller } }

const refused = (c: Context, body: Refused): Response => c.json(body, statusOf(body.code))
const refuse = (c: Context, code: BorderCode): Response => refused(c, refusal(code))

export function createApp(dependencies: RouteDependencies): Hono<Env> {
  const { station, pages, clock, log } = dependencies
  const app = new Hono<Env>()
  const allows = rateLimit()

  const authenticate: MiddlewareHandler<Env> = async (c, next) => {
    const token = /^Bearer +([\w.-]{1,1000})$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const caller = token === undefined ? null : dependencies.tokens.read(token, clock.wall())
    if (token === undefined || !caller) {
      c.header('www-authenticate', 'Bearer')
      return refuse(c, 'not-signed-in')
    }
    // Pages have a limited pace. The local token has none: a program that reads a month of records
    // is no attack, and the owner of the token owns the data.
    if (caller.role !== 'administrator' && !allows(token, clock.mono())) {
      c.header('retry-after', '1')
      return refuse(c, 'too-many-requests')
    }
    dependencies.trust(c.env.incoming.socket)
    c.set('caller', caller)
    await next()
  }

  app.use(async (c, next) => {
    c.header('cache-control', NO_STORE)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value)
    const header = (name: string): string | undefined => c.req.header(name)
    const head = {
      method: c.req.method,
      target: c.env.incoming.url ?? '/',
      host: header('host'),
      origin: header('origin'),
      fetchSite: header('sec-fetch-site'),
    }
    const code = rejectForeign(head, dependencies.port())
    if (code === 'method-not-allowed') c.header('allow', 'GET, HEAD, POST')
    if (code) return refuse(c, code)
    await next()
  })
  app.notFound((c) => refuse(c, 'not-found'))
  app.onError((error, c) => {
    log.error('http-failed', error, { path: c.req.path })
    return refuse(c, 'internal')
  })

  app.post('/api/session', async (c) => {
    const body = await readFields(c.env.incoming, ['key'])
    if (typeof body === 'string') return refuse(c, body)
    if (typeof body.key !== 'string') return refuse(c, 'bad-request')
    const caller = dependencies.keys.spend(body.key)
    if (!caller) return refuse(c, 'key-not-valid')
    const device = deviceOf(c.req.header('user-agent') ?? '')
    const token = await dependencies.tokens.issue(caller, device, clock.wall())
    return c.json({ ok: true, token, ...caller })
  })
  app.all('/api/session', (c) => refuseMethod(c, 'POST'))

  app.use('/api/*', authenticate)

  app.post('/api/request', async (c) => {
    // a wall sends nothing long
    const largest = c.var.caller.role === 'wall' ? REQUEST_BYTES : LARGE_REQUEST_BYTES
    const call = await readFields(c.env.incoming, ['id', 'name', 'input'], {
      largest,
      of: ({ name }) => bytesOf(name),
    })
    if (typeof call === 'string') return refuse(c, call)
    const answer = await station.request({ ...call, name: call.name }, c.var.caller)
    return answer.ok ? c.json(answer) : refused(c, answer)
  })
  app.all('/api/request', (c) => refuseMethod(c, 'POST'))

  app.post('/api/again/:wall', async (c) => {
    const body: object | BorderCode = await readFields(c.env.incoming, [])
    if (typeof body === 'string') return refuse(c, body)
    const call = { name: 'wall/again', input: { wallId: c.req.param('wall') } } as const
    const answer = await station.request<'wall/again'>(call, c.var.caller)
    if (!answer.ok) return refused(c, answer)
    if (!answer.reply.known) return refuse(c, 'not-found')
    // an answer without content has nothing that a browser could misuse, and it comes very often
    for (const name of Object.keys(SECURITY_HEADERS)) c.header(name, undefined)
    return c.body(null, 204)
  })
  app.all('/api/again/:wall', (c) => refuseMethod(c, 'POST'))

  app.post('/api/link', async (c) => {
    if (c.var.caller.role !== 'administrator') return refuse(c, 'forbidden')
    const body: object | BorderCode = await readFields(c.env.incoming, [])
    if (typeof body === 'string') return refuse(c, body)
    const { position } = await station.board()
    return c.json({
      ok: true,
      position,
      reply: createLinks(dependencies.keys, dependencies.port()),
    })
  })
  app.all('/api/link', (c) => refuseMethod(c, 'POST'))

  app.get('/api/export/:id', async (c) => {
    if (c.var.caller.role === 'wall') return refuse(c, 'forbidden')
    const whole = station.exported(c.req.param('id'))
    if (!whole) return refuse(c, 'not-found')
    const { size } = await stat(whole.file)
    c.header('content-disposition', attachment(whole.fileName))
    c.header('content-length', String(size))
    return c.body(Readable.toWeb(createReadStream(whole.file)) as ReadableStream, 200, {
      'content-type': mimeOf(whole.format),
    })
  })

  app.post('/api/files', async (c) => {
    const { incoming } = c.env
    const taken = await takeFile(
      station,
      incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>,
      {
        length: Number(c.req.header('content-length') ?? 0),
        incidentId: c.req.query('incidentId') ?? null,
        caller: c.var.caller,
      },
    )
    incoming.resume() // what is left of a refused file
    return taken.ok ? c.json(taken) : refused(c, taken)
  })
  app.all('/api/files', (c) => refuseMethod(c, 'POST'))

  app.get('/api/files/:id', async (c) => {
    if (c.req.method === 'HEAD') return refuseMethod(c, 'GET') // nobody would read it
    const file = await giveFile(station, c.req.param('id'), c.var.caller)
    if ('ok' in file) return refused(c, file)
    for (const [name, value] of Object.entries(file.headers)) c.header(name, value)
    return c.body(file.body)
  })

  app.get('/api/board', async (c) => c.json(await station.board(audienceOf(c.var.caller))))

  app.get('/api/stream', (c) => {
    if (c.req.method === 'HEAD') return refuseMethod(c, 'GET') // a feed without a reader
    const { outgoing } = c.env
    return c.body(
      dependencies.streams.open(() => outgoing.destroy(), audienceOf(c.var.caller), {
        session: c.var.caller.session,
        beats: beatsOf(c.req.query('beat')),
      }),
      200,
      { 'content-type': 'text/event-stream; charset=utf-8' },
    )
  })

  app.get('/health/engine', async (c) => {
    const { cycle, position, storageFailed } = await station.nextCycle()
    return storageFailed ? refuse(c, 'storage-failed') : c.json({ ok: true, cycle, position })
  })

  app.get('*', (c) => {
    const page = pages.get(c.req.path)
    if (!page)
      return refuse(
        c,
        pages.size === 0 && (c.req.path === '/' || c.req.path === '/wall')
          ? 'pages-missing'
          : 'not-found',
      )
    const { type, cache, packed } = page
    const headers = { 'content-type': type, 'cache-control': cache, vary: 'accept-encoding' }
    return packed && takesGzip(c.req.header('accept-encoding'))
      ? c.body(packed, 200, { ...headers, 'content-encoding': 'gzip' })
      : c.body(page.bytes, 200, headers)
  })

  app.all('*', (c) =>
    pages.has(c.req.path) || READ_ONLY.has(c.req.path) || GIVEN.test(c.req.path)
      ? refuseMethod(c, 'GET, HEAD')
      : refuse(c, 'not-found'),
  )
  return app
}

/** RFC 9110 12.5.3: who does not name it, or gives it no weight, gets the bytes as they are. */
const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some((coding) => /^\s*gzip\b(?!.*;\s*q\s*=\s*0(\.0*)?\s*$)/i.test(coding))

const GIVEN = /^\/api\/(export|files)\//
const beatsOf = (form: string | undefined): Beats =>
  form === 'brief' || form === 'bare' ? form : 'whole'

const READ_ONLY = new Set(['/api/board', '/api/stream', '/health/engine', '/', '/wall'])

/** Refuses the method of an address that exists, and names those that it allows. */
function refuseMethod(c: Context, allow: string): Response {
  c.header('allow', allow)
  return refuse(c, 'method-not-allowed')
}
