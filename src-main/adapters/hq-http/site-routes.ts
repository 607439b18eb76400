/** The routes of HQ for stations, as src-shared/contract/hand-up.ts promises them. */
import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Answer, HqForSites } from '#main/hq/hq-api.ts'
import type { HqLog } from '#main/hq/hq-ports.ts'
import {
  BeatInput,
  BODY_BYTES,
  CommonInput,
  HAND_UP_PATHS,
  PairInput,
  PushInput,
  type HandUpRefusalCode,
  type HandUpRefused,
} from '#shared/contract/hand-up.ts'
import type { Head } from '#shared/domain/hand-up/point.ts'
import { pace } from './pace.ts'
import { readBody } from './read-body.ts'

export type SiteRouteParts = {
  hq: HqForSites
  log: HqLog
  /** Ms that never go back. */
  mono: () => number
}

const STATUS: Readonly<Record<HandUpRefusalCode, ContentfulStatusCode>> = {
  behind: 409,
  fork: 409,
  epoch: 409,
  'other-record': 409,
  'chain-broken': 422,
  'not-paired': 401,
  'unknown-code': 401,
  'too-large': 413,
  'too-many': 429,
  'store-down': 503,
  'bad-input': 400,
}

const STRANGER_BYTES = 64 * 1024 // whoever pairs has shown nothing yet
/** A station that comes back after days sends as fast as it is answered. */
const SITE_PACE = { perSecond: 50, burst: 500 }
/** Guessing a code of 50 bits at this pace takes longer than codes live. */
const PAIR_PACE = { perSecond: 0.2, burst: 20 }

type Env = { Bindings: HttpBindings; Variables: { site: string; head: Head } }

type Replying = Pick<Context, 'header' | 'json'>

const refuse = (c: Replying, body: HandUpRefused): Response => {
  if (body.code === 'too-many' || body.code === 'store-down') c.header('retry-after', '1')
  return c.json(body, STATUS[body.code])
}

function reply<T extends object>(c: Replying, answer: Answer<T>): Response {
  const { ok, ...body } = answer
  return ok ? c.json(body) : refuse(c, body as HandUpRefused)
}

const tokenOf = (authorization = ''): string | null =>
  /^Bearer +([\w.~+/=-]{16,500})$/i.exec(authorization)?.[1] ?? null

export function createSiteRoutes({ hq, log, mono }: SiteRouteParts): Hono<Env> {
  const app = new Hono<Env>()
  const [siteMay, pairMay] = [
    pace(SITE_PACE.perSecond, SITE_PACE.burst),
    pace(PAIR_PACE.perSecond, PAIR_PACE.burst),
  ]
  const bodyOf = <T>(c: Context<Env>, schema: z.ZodType<T>, most = BODY_BYTES) =>
    readBody(c.env.incoming, schema, most)

  app.use(async (c, next) => {
    c.header('cache-control', 'no-store')
    await next()
  })
  app.notFound((c) => c.json({ code: 'not-found' }, 404))
  // whatever it is, nothing was changed: the station comes again
  app.onError((error, c) => {
    log.error('hq-failed', error, { path: c.req.path })
    return refuse(c, { code: 'store-down' })
  })

  app.get('/health', async (c) => {
    try {
      return c.json(await hq.health())
    } catch (error) {
      log.error('health-failed', error)
      return refuse(c, { code: 'store-down' })
    }
  })

  app.post(HAND_UP_PATHS.pair, async (c) => {
    const caller = c.env.incoming.socket.remoteAddress ?? ''
    if (!pairMay(caller, mono())) return refuse(c, { code: 'too-many' })
    const body = await bodyOf(c, PairInput, STRANGER_BYTES)
    return body.ok ? reply(c, await hq.pair(body.value)) : refuse(c, body)
  })

  // by the token before any of the body is read
  app.use('/v1/sites/:site/*', async (c, next) => {
    const [token, site] = [tokenOf(c.req.header('authorization')), c.req.param('site')]
    const head = token === null ? null : await hq.admit(site, token)
    if (!head) {
      c.env.incoming.resume()
      return refuse(c, { code: 'not-paired' })
    }
    if (!siteMay(site, mono())) {
      c.env.incoming.resume()
      return refuse(c, { code: 'too-many' })
    }
    c.set('site', site)
    c.set('head', head)
    return next()
  })

  app.post(HAND_UP_PATHS.events(':site'), async (c) => {
    const body = await bodyOf(c, PushInput)
    if (!body.ok) return refuse(c, body)
    return reply(c, await hq.push(c.var.site, c.var.head, body.value))
  })
  app.post(HAND_UP_PATHS.beat(':site'), async (c) => {
    const body = await bodyOf(c, BeatInput)
    return body.ok ? reply(c, await hq.beat(c.var.site, body.value)) : refuse(c, body)
  })
  app.post(HAND_UP_PATHS.common(':site'), async (c) => {
    const body = await bodyOf(c, CommonInput)
    if (!body.ok) return refuse(c, body)
    return c.json({ point: await hq.common(c.var.site, body.value.points) })
  })
  app.get(HAND_UP_PATHS.orders(':site'), async (c) => {
    const orders = await hq.orders(c.var.site, c.req.query('after') ?? '')
    return c.json({ orders })
  })
  return app
}
