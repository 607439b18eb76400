/** Makes ids, salts and digests for the core. */
import { hash, randomFillSync } from 'node:crypto'
import type { Vault } from '#main/core/ports.ts'

/** SHA-256 of salt ‖ text, in hex. Salts are 32 hex characters, so no other pair reads the same. */
export const digest = (salt: string, text: string): string => hash('sha256', salt + text, 'hex')

const SIZE = 16 // bytes of a salt or an id
const pool = Buffer.alloc(SIZE * 64)
let used = pool.length

/**
 * Unused random bytes out of a pool, which is filled for many at a time, as `randomUUID` does: a
 * call of the generator takes as long as a hash.
 */
function random(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, used + SIZE))
  pool.fill(0, used, used + SIZE)
  used += SIZE
  return bytes
}

/**
 * UUID v7 (RFC 9562 §5.7): 48 bits of UTC ms, then 74 random bits. `now` must be a whole number of
 * ms since 1970.
 */
function uuidV7(now: number): string {
  const bytes = random()
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const systemVault: Vault = {
  id: uuidV7,
  salt: () => random().toString('hex'),
  digest,
}
