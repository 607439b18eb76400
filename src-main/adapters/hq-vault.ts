/**
 * Makes ids, tokens, codes and digests for HQ, those of passwords too, and signs its orders with a
 * key from a file.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  randomBytes,
  randomInt,
  sign,
  type KeyObject,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { HqSigner, HqVault } from '#main/hq/hq-ports.ts'
import type { Passwords } from '#main/hq/people-ports.ts'
import { safeWrite } from './safe-write.ts'
import { matchesScrypt, scryptDigest, type ScryptCost } from './scrypt-digest.ts'
import { systemVault } from './vault.ts'

/** Crockford's base 32 without the letters that are misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = (count: number): string =>
  Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('')

export const hqVault: HqVault = {
  sha256: (text) => hash('sha256', text, 'hex'),
  id: systemVault.id,
  token: () => randomBytes(32).toString('base64url'),
  pairingCode: () => `${letters(5)}-${letters(5)}`,
}

const signerOf = (key: KeyObject): HqSigner => ({
  publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
  sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
})

/** A new key under its name, unless another program was faster: then that one's stands. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const fresh = `${file}.${process.pid}`
  safeWrite(fresh, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
  try {
    linkSync(fresh, file) // whole or not there, and never over another
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh)
  }
}

/**
 * The signing key of an installation: made at the first start, in a file that its owner alone may
 * read. It never lies in the database: whoever can write there still cannot hand down orders.
 */
export function openSigner(file: string): HqSigner {
  if (!existsSync(file)) makeKey(file)
  return signerOf(createPrivateKey(readFileSync(file, 'utf8')))
}

/** `cost`: of new digests, by default the same as for the administrator's code. */
export function hqPasswords(cost?: ScryptCost): Passwords {
  let nobodys: Promise<string> | null = null // of an unknown name, so that it takes as long
  return {
    digest: (password) => scryptDigest(password, cost),
    async matches(password, digest) {
      const there = digest ?? (await (nobodys ??= scryptDigest('', cost)))
      return (await matchesScrypt(password, there)) && digest !== null
    },
  }
}
