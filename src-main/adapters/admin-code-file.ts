/**
 * Keeps the administrator's code of a data folder in a file of its own (mode 0600), as a scrypt
 * digest with the parameters that it was made with.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { normalCode } from '#shared/domain/admin-code.ts'
import type { AdminCode } from '#main/core/ports.ts'
import { readSmallFile, safeWrite } from './safe-write.ts'

/** `n`: work (a power of two), `r`: block size, `p`: parallel; OWASP's first choice for scrypt. */
export type ScryptCost = { n: number; r: number; p: number }
const COST: ScryptCost = { n: 2 ** 17, r: 8, p: 1 }
const MOST_WORK = 2 ** 20 // of a file that somebody has altered
const SALT = 16 // bytes
const DIGEST = 32 // bytes

type Stored = ScryptCost & { salt: string; digest: string }

const derive = promisify(
  (
    code: string,
    salt: Buffer,
    { n, r, p }: ScryptCost,
    done: (e: Error | null, k: Buffer) => void,
  ) => scrypt(normalCode(code), salt, DIGEST, { N: n, r, p, maxmem: 256 * n * r }, done),
)

const isCost = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most

/** Null: the text is none that this program wrote. */
function stored(text: string): Stored | null {
  try {
    const value = JSON.parse(text) as Stored
    const isWhole =
      isCost(value.n, MOST_WORK) &&
      isCost(value.r, 16) &&
      isCost(value.p, 4) &&
      /^[0-9a-f]{32}$/.test(value.salt) &&
      /^[0-9a-f]{64}$/.test(value.digest)
    return isWhole ? value : null
  } catch {
    return null
  }
}

export const adminCodeFile = (dir: string): string => join(dir, 'admin-code')

/** Whether there is a file that holds no code: every code is wrong then, until one is set anew. */
export function isCodeDamaged(dir: string): boolean {
  const file = adminCodeFile(dir)
  return existsSync(file) && stored(readSmallFile(file) ?? '') === null
}

/** The file is read each time, since another program may replace it while the station works. */
export function createAdminCode(dir: string, cost: ScryptCost = COST): AdminCode {
  const file = adminCodeFile(dir)
  const current = (): string | null =>
    readSmallFile(file) ?? (existsSync(file) ? 'unreadable' : null)
  return {
    current,
    async matches(code) {
      const there = stored(current() ?? '')
      if (!there) return false
      const key = await derive(code, Buffer.from(there.salt, 'hex'), there)
      return timingSafeEqual(key, Buffer.from(there.digest, 'hex'))
    },
    async set(code) {
      const salt = randomBytes(SALT)
      const digest = await derive(code, salt, cost)
      const entry: Stored = { ...cost, salt: salt.toString('hex'), digest: digest.toString('hex') }
      safeWrite(file, JSON.stringify(entry))
    },
  }
}
