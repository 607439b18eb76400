/** Ids, salts and digests for the core. It keeps nothing: a salt lives only where its caller puts it. */
import { createHash, randomBytes } from 'node:crypto'
import type { Vault } from '#main/core/ports.ts'

/** SHA-256 of salt ‖ text, in hex. Salts are 32 hex characters, so no other pair reads the same. */
export const digest = (salt: string, text: string): string => createHash('sha256').update(salt + text, 'utf8').digest('hex')

/** UUID v7 (RFC 9562 §5.7): 48 bits of UTC ms, then 74 random bits. `now` must be a whole number of ms since 1970. */
function uuidV7(now: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const systemVault: Vault = {
  id: uuidV7,
  salt: () => randomBytes(16).toString('hex'),
  digest
}
