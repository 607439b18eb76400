/**
 * The routes of HQ for walls: a code lets a screen in once, and its cookie is good for the board
 * alone. Whoever is signed in may look at the same picture.
 */
import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { HqWalls } from '#main/hq/hq-api.ts'
import { WallInInput } from '#shared/contract/hq.ts'
import type { HqPerson } from '#shared/domain/hq/scope.ts'
import { createBoardStreams, STREAM_HEADERS, type BoardStreamParts } from './board-stream.ts'
import { pace } from './pace.ts'
import { readBody } from './read-body.ts'

type Scope = Pick<HqPerson, 'regions'>
export type WallRouteParts = BoardStreamParts & {
  walls: HqWalls
  isSecure: boolean
  /** Who is signed in, where it is a person that looks. */
  signedIn: (c: Context) => Promise<Scope | null>
  refuse: (
    c: Context,
    code: 'too-many' | 'bad-input' | 'unknown-code' | 'not-signed-in',
  ) => Response
}

const COOKIE = 'vigil-hq-wall'
/** As long as browsers keep a cookie (400 days); it is set anew whenever a wall comes back. */
const KEPT_S = 400 * 24 * 60 * 60
/** A code has 50 bits: guessing at this pace takes longer than any wall hangs. */
const ENTER_PACE = { perSecond: 0.1, burst: 8 }
const CODE_BYTES = 1024

export function createWallRoutes(parts: WallRouteParts): Hono<{ Bindings: HttpBindings }> {
  const { walls, isSecure, signedIn, refuse, mono } = parts
  const app = new Hono<{ Bindings: HttpBindings }>()
  const boardStream = createBoardStreams(parts)
  const mayEnter = pace(ENTER_PACE.perSecond, ENTER_PACE.burst)
  const cookie = {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/api/wall',
    secure: isSecure,
  } as const
  const keep = (c: Context, token: string): void =>
    setCookie(c, COOKIE, token, { ...cookie, maxAge: KEPT_S })

  app.post('/api/wall/enter', async (c) => {
    const body = await readBody(c.env.incoming, WallInInput, CODE_BYTES)
    if (!body.ok) return refuse(c, 'bad-input')
    if (!mayEnter(c.env.incoming.socket.remoteAddress ?? '', mono())) return refuse(c, 'too-many')
    const entered = await walls.enter(body.value.code)
    if (!entered) return refuse(c, 'unknown-code')
    keep(c, entered.token)
    return c.json({})
  })

  /** The wall that this screen is, else the person who looks; null: neither. */
  async function reader(c: Context): Promise<Scope | null> {
    const token = getCookie(c, COOKIE)
    const wall = token === undefined ? null : await walls.who(token)
    return wall ?? signedIn(c)
  }
  app.get('/api/wall/me', async (c) => {
    const scope = await reader(c)
    const token = getCookie(c, COOKIE)
    if (!scope) {
      if (token !== undefined) deleteCookie(c, COOKIE, cookie)
      return refuse(c, 'not-signed-in')
    }
    if (token !== undefined) keep(c, token)
    return c.json({ regions: scope.regions })
  })
  app.get('/api/wall/board', async (c) => {
    const scope = await reader(c)
    if (!scope) return refuse(c, 'not-signed-in')
    return c.body(
      boardStream(scope, () => reader(c)),
      200,
      STREAM_HEADERS,
    )
  })
  return app
}
