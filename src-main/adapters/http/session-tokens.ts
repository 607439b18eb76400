/** Issues and reads the keys and tokens of callers. A token is signed and carries its role. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { CONSOLE_SEAT, PUBLIC_WALL } from '#shared/domain/station/names.ts'
import type { Caller } from '#main/core/api.ts'
import type { SessionRegistry } from './session-registry.ts'

const SESSION_LIFE = 14 * 24 * 3_600_000 // ms, absolute; ASVS 7.3.2

/** 32 random bytes, fit for an address. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** Compares in constant time: both sides become digests of equal length first. */
function sameSecret(a: string, b: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** Names a console's session in the record, without giving away its token. */
const sessionOf = (signature: string): string =>
  createHash('sha256').update(signature).digest('hex').slice(0, 16)

/** Who signs in with a key. `public`: a wall that learns nothing of discreet incidents. */
export type PageCaller = { name: string; role: 'dispatcher' | 'wall'; public?: true }

export type SessionTokens = {
  /**
   * A new signed token for a page, once it is on the list. A dispatcher's ends after 14 days; a
   * wall's lasts until somebody ends it, since no person signs a wall in.
   */
  issue(caller: PageCaller, device: string, now: number): Promise<string>
  /**
   * The caller of this token; that of the local token is the administrator. `null`: unknown,
   * altered, or ended. `now` is UTC ms.
   */
  read(token: string, now: number): Caller | null
}

/**
 * `secret` signs, so that a page survives a restart of the station; `localToken` is new at each
 * start. `registry` has the sessions that have not ended.
 */
export function sessionTokens(
  secret: string,
  localToken: string,
  registry: SessionRegistry,
): SessionTokens {
  const sign = (body: string): string =>
    createHmac('sha256', secret).update(body).digest('base64url')
  return {
    async issue({ name, role, public: isPublic }, device, now) {
      const kind = isPublic ? { public: true as const } : {}
      const ends = role === 'wall' ? null : now + SESSION_LIFE
      const id = randomBytes(9).toString('base64url') // tells two of the same moment apart
      const body = Buffer.from(
        JSON.stringify({ id, name, role, ends, list: registry.id, ...kind }),
      ).toString('base64url')
      const signature = sign(body)
      const session = sessionOf(signature)
      registry.enter({ session, role, device, since: now, seen: now, ends, ...kind })
      await registry.saved()
      return `${body}.${signature}`
    },
    read(token, now) {
      if (sameSecret(token, localToken)) return { name: '本机程序', role: 'administrator' }
      const [body, signature, more] = token.split('.')
      if (!body || !signature || more !== undefined || !sameSecret(signature, sign(body)))
        return null
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as PageCaller & {
        ends: number | null
        list?: string
      }
      const { name, role, ends, list = null } = claims
      const kind = claims.public ? { public: true as const } : {}
      const session = sessionOf(signature)
      if (!registry.admits({ session, role, list, ends, ...kind }, now)) return null
      if (ends !== null && now >= ends) return null
      return { name, role, ...kind, session }
    },
  }
}

const MOST_UNSPENT = 8 // unused links do not pile up: the oldest ends

/** The keys in the addresses of walls: of the room's, and of public ones. */
export type WallKeys = { wall: string; publicWall: string }

/**
 * The keys in the addresses. Those of consoles end with the station and open once; those of walls
 * open any number of times, as long as `walls` has them.
 */
export type SignInKeys = {
  /** The wall's key of now. */
  wall(): string
  /** That of public walls. */
  publicWall(): string
  /** A new key for the console. The eight newest keys stay good until they are spent. */
  makeConsole(): string
  spend(key: string): PageCaller | null
}

/** `walls`: the keys of walls, read each time. */
export function signInKeys(walls: () => WallKeys): SignInKeys {
  let unspent: string[] = []
  return {
    wall: () => walls().wall,
    publicWall: () => walls().publicWall,
    makeConsole() {
      const key = randomToken()
      unspent = [...unspent, key].slice(-MOST_UNSPENT)
      return key
    },
    spend(key) {
      const { wall, publicWall } = walls()
      if (sameSecret(key, wall)) return { name: '大屏', role: 'wall' }
      if (sameSecret(key, publicWall)) return { name: PUBLIC_WALL, role: 'wall', public: true }
      const others = unspent.filter((consoleKey) => !sameSecret(key, consoleKey))
      if (others.length === unspent.length) return null
      unspent = others
      return { name: CONSOLE_SEAT, role: 'dispatcher' }
    },
  }
}
