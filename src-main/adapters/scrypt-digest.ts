/** Digests of secrets that people type: scrypt, with the parameters that each was made with. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** `n`: work (a power of two), `r`: block size, `p`: parallel; OWASP's first choice for scrypt. */
export type ScryptCost = { n: number; r: number; p: number }
export const SCRYPT_COST: ScryptCost = { n: 2 ** 17, r: 8, p: 1 }
const MOST_WORK = 2 ** 20 // of a text that somebody has altered
const SALT = 16 // bytes
const DIGEST = 32 // bytes

type Stored = ScryptCost & { salt: string; digest: string }

const derive = promisify(
  (
    secret: string,
    salt: Buffer,
    { n, r, p }: ScryptCost,
    done: (e: Error | null, k: Buffer) => void,
  ) => scrypt(secret, salt, DIGEST, { N: n, r, p, maxmem: 256 * n * r }, done),
)

const isCost = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most

/** Null: the text is none that {@link scryptDigest} wrote. */
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

export const isScryptDigest = (text: string): boolean => stored(text) !== null

/** The text to keep of a secret. */
export async function scryptDigest(
  secret: string,
  cost: ScryptCost = SCRYPT_COST,
): Promise<string> {
  const salt = randomBytes(SALT)
  const digest = await derive(secret, salt, cost)
  const entry: Stored = { ...cost, salt: salt.toString('hex'), digest: digest.toString('hex') }
  return JSON.stringify(entry)
}

/** Whether this is the secret; never of a text that is no digest. */
export async function matchesScrypt(secret: string, text: string): Promise<boolean> {
  const there = stored(text)
  if (!there) return false
  const key = await derive(secret, Buffer.from(there.salt, 'hex'), there)
  return timingSafeEqual(key, Buffer.from(there.digest, 'hex'))
}
