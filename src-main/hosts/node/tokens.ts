/** The secrets of a data folder, in files that only their owner can read. It decides nothing about who may do what. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { randomToken } from '#main/adapters/http/tokens.ts'
import { safeWrite } from '#main/adapters/safe-write.ts'
import { inFolder } from './places.ts'

/** The administrator's token is new at each start; what signs the sessions stays, so that pages survive a restart. */
export function folderSecrets(dir: string): { localToken: string; secret: string } {
  const { localToken: tokenFile, secret: secretFile } = inFolder(dir)
  const kept = existsSync(secretFile) ? readFileSync(secretFile, 'utf8') : ''
  const secret = kept.length >= 43 ? kept : randomToken() // 43 characters are 32 bytes
  if (secret !== kept) safeWrite(secretFile, secret)
  const localToken = randomToken()
  safeWrite(tokenFile, localToken)
  return { localToken, secret }
}

/** Tells other programs of this machine where the station of this folder can be asked, until {@link forgetStation}. */
export const noteStation = (dir: string, url: string): void =>
  safeWrite(inFolder(dir).note, JSON.stringify({ url, pid: process.pid }))

export function forgetStation(dir: string): void {
  rmSync(inFolder(dir).note, { force: true })
  rmSync(inFolder(dir).localToken, { force: true })
}

/** Where the running station of this folder can be asked, and the token for it; null if it has not said so. */
export function notedStation(dir: string): { url: string; token: string } | null {
  const { note, localToken } = inFolder(dir)
  if (!existsSync(note) || !existsSync(localToken)) return null
  const { url } = JSON.parse(readFileSync(note, 'utf8')) as { url: string }
  return { url, token: readFileSync(localToken, 'utf8') }
}
