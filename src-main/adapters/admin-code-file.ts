/**
 * Keeps the administrator's code of a data folder in a file of its own (mode 0600), as a scrypt
 * digest with the parameters that it was made with.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { normalCode } from '#shared/domain/admin-code.ts'
import type { AdminCode } from '#main/core/ports.ts'
import { readSmallFile, safeWrite } from './safe-write.ts'
import { isScryptDigest, matchesScrypt, scryptDigest, type ScryptCost } from './scrypt-digest.ts'

export const adminCodeFile = (dir: string): string => join(dir, 'admin-code')

/** Whether there is a file that holds no code: every code is wrong then, until one is set anew. */
export function isCodeDamaged(dir: string): boolean {
  const file = adminCodeFile(dir)
  return existsSync(file) && !isScryptDigest(readSmallFile(file) ?? '')
}

/** The file is read each time, since another program may replace it while the station works. */
export function createAdminCode(dir: string, cost?: ScryptCost): AdminCode {
  const file = adminCodeFile(dir)
  const current = (): string | null =>
    readSmallFile(file) ?? (existsSync(file) ? 'unreadable' : null)
  return {
    current,
    matches: (code) => matchesScrypt(normalCode(code), current() ?? ''),
    set: async (code) => safeWrite(file, await scryptDigest(normalCode(code), cost)),
  }
}
