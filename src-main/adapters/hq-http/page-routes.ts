/** The routes of HQ for people: signing in, what pages ask by name, the live board, the pages. */
import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { BoardFrames, HqDesk, HqPeople, HqWalls } from '#main/hq/hq-api.ts'
import type { HqLog } from '#main/hq/hq-ports.ts'
import { mayAs, type HqPerson } from '#shared/domain/hq/scope.ts'
import {
  HQ_REQUESTS,
  SESSION_MS,
  SignInInput,
  type HqRefusalCode,
  type HqRequestName,
} from '#shared/contract/hq.ts'
import type { Pages } from '../http/built-pages.ts'
import { NO_STORE, SECURITY_HEADERS } from '../http/headers.ts'
import { createBoardStreams, STREAM_HEADERS } from './board-stream.ts'
import { pace } from './pace.ts'
import { readBody } from './read-body.ts'
import { createWallRoutes } from './wall-routes.ts'

export type PageRouteParts = {
  desk: HqDesk
  people: HqPeople
  walls: HqWalls
  frames: BoardFrames
  pages: Pages
  log: HqLog
  /** Ms that never go back. */
  mono: () => number
  isSecure: boolean
}

const COOKIE = 'vigil-hq'
/** Guessing at this pace takes longer than anybody lives; a person who mistypes is not held up. */
const SIGN_IN_PACE = { perSecond: 0.1, burst: 8 }
const ASK_PACE = { perSecond: 20, burst: 100 }
/** An order may be a document with all its plans. */
const [SIGN_IN_BYTES, BODY_BYTES] = [4 * 1024, 4 * 1024 * 1024]
const STATUS: Readonly<Record<HqRefusalCode, ContentfulStatusCode>> = {
  'not-signed-in': 401,
  'wrong-password': 401,
  'unknown-code': 401,
  'not-yours': 403,
  'foreign-origin': 403,
  'unknown-request': 404,
  'unknown-site': 404,
  'unknown-incident': 404,
  'unknown-person': 404,
  'unknown-wall': 404,
  'unknown-report': 404,
  'unknown-order': 404,
  'not-to-withdraw': 409,
  'last-administrator': 409,
  'month-not-begun': 409,
  'month-not-over': 409,
  'fork-changed': 409,
  'report-changed': 409,
  'issued-meanwhile': 409,
  'reason-needed': 409,
  'nothing-changed': 409,
  'bad-input': 400,
  'too-large': 413,
  'too-many': 429,
  'store-down': 503,
}

type Env = { Bindings: HttpBindings; Variables: { person: HqPerson } }

const refuse = (c: Context, code: HqRefusalCode): Response => {
  if (code === 'too-many' || code === 'store-down') c.header('retry-after', '1')
  return c.json({ code }, STATUS[code])
}

/** A page of another origin may send, though not read: it is refused before anything is done. */
function isForeign(c: Context): boolean {
  const [origin, host] = [c.req.header('origin'), c.req.header('host')]
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}

const isName = (name: string): name is HqRequestName => Object.hasOwn(HQ_REQUESTS, name)

export function createPageRoutes(parts: PageRouteParts): Hono<Env> {
  const { desk, people, pages, log, mono, isSecure } = parts
  const app = new Hono<Env>()
  const boardStream = createBoardStreams(parts)
  const [maySignIn, mayAsk] = [
    pace(SIGN_IN_PACE.perSecond, SIGN_IN_PACE.burst),
    pace(ASK_PACE.perSecond, ASK_PACE.burst),
  ]
  /** Null: nobody, or not any more. */
  async function signedIn(c: Context): Promise<HqPerson | null> {
    const token = getCookie(c, COOKIE)
    return token === undefined ? null : people.who(token)
  }
  const cookie = { httpOnly: true, sameSite: 'Strict', path: '/', secure: isSecure } as const

  app.use(async (c, next) => {
    c.header('cache-control', NO_STORE)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value)
    if (isForeign(c)) {
      c.env.incoming.resume()
      return refuse(c, 'foreign-origin')
    }
    return next()
  })
  app.onError((error, c) => {
    log.error('page-failed', error, { path: c.req.path })
    return refuse(c, 'store-down')
  })

  app.post('/api/sign-in', async (c) => {
    const body = await readBody(c.env.incoming, SignInInput, SIGN_IN_BYTES)
    if (!body.ok) return refuse(c, 'bad-input')
    const { name, password } = body.value
    const address = c.env.incoming.socket.remoteAddress ?? ''
    const now = mono()
    const mayTry = [`a ${address}`, `n ${name}`].every((key) => maySignIn(key, now))
    if (!mayTry) return refuse(c, 'too-many')
    const signedIn = await people.signIn(name, password)
    if (!signedIn) return refuse(c, 'wrong-password')
    setCookie(c, COOKIE, signedIn.token, { ...cookie, maxAge: SESSION_MS / 1000 })
    return c.json(signedIn.person)
  })
  app.post('/api/sign-out', async (c) => {
    const token = getCookie(c, COOKIE)
    if (token !== undefined) await people.signOut(token)
    deleteCookie(c, COOKIE, cookie)
    return c.json({})
  })

  app.route('/', createWallRoutes({ ...parts, signedIn, refuse }))

  app.use('/api/*', async (c: Context<Env>, next) => {
    const person = await signedIn(c)
    if (!person) {
      c.env.incoming.resume()
      return refuse(c, 'not-signed-in')
    }
    if (!mayAsk(getCookie(c, COOKIE) ?? '', mono())) {
      c.env.incoming.resume()
      return refuse(c, 'too-many')
    }
    c.set('person', person)
    return next()
  })

  app.get('/api/board', (c) =>
    c.body(
      boardStream(c.var.person, () => signedIn(c)),
      200,
      STREAM_HEADERS,
    ),
  )

  app.post('/api/:area/:request', async (c) => {
    const name = `${c.req.param('area')}/${c.req.param('request')}`
    if (!isName(name)) {
      c.env.incoming.resume()
      return refuse(c, 'unknown-request')
    }
    const { who, input } = HQ_REQUESTS[name]
    if (!mayAs(c.var.person, who)) {
      c.env.incoming.resume()
      return refuse(c, 'not-yours')
    }
    // whoever has a session and not its password guesses no faster than at the sign-in
    if (name === 'me/password' && !maySignIn(`n ${c.var.person.name}`, mono())) {
      c.env.incoming.resume()
      return refuse(c, 'too-many')
    }
    const body = await readBody<unknown>(c.env.incoming, input, BODY_BYTES)
    if (!body.ok) return refuse(c, body.code === 'too-large' ? 'too-large' : 'bad-input')
    const answer = await desk.answer(name, body.value as never, c.var.person)
    return answer.ok ? c.json(answer.reply as object) : refuse(c, answer.code)
  })

  app.get('*', (c) => {
    const page = pages.get(c.req.path)
    if (!page) return c.json({ code: 'not-found' }, 404)
    c.header('cache-control', page.cache)
    return c.body(page.bytes, 200, { 'content-type': page.type })
  })
  return app
}
