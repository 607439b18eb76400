/**
 * The secrets of a data folder, in files that only their owner can read. It decides nothing about
 * who may do what.
 */
import { rmSync } from 'node:fs'
import { randomToken } from '#main/adapters/http/session-tokens.ts'
import { readSmallFile, safeWrite } from '#main/adapters/safe-write.ts'
import { dataFiles } from './install-paths.ts'

/**
 * `unwritten`: what could not be written (a full disk, no permission), for the log. The station
 * runs without it.
 */
export type Secrets = { localToken: string; secret: string; unwritten: readonly unknown[] }

const FULL_LENGTH = 43 // characters of 32 bytes

/**
 * The administrator's token is new at each start, unless it cannot be written: then the one that
 * programs of this machine can read stays. What signs the sessions stays always, so that pages
 * survive a restart.
 */
export function folderSecrets(dir: string): Secrets {
  const { localToken: tokenFile, secret: secretFile } = dataFiles(dir)
  const unwritten: unknown[] = []
  const whole = (file: string): string | null => {
    const kept = readSmallFile(file)
    return kept !== null && kept.length >= FULL_LENGTH ? kept : null
  }
  const made = (file: string, fallback: string | null): string => {
    const token = randomToken()
    const error = tried(() => safeWrite(file, token))
    if (error === null) return token
    unwritten.push(error)
    return fallback ?? token
  }
  return {
    secret: whole(secretFile) ?? made(secretFile, null),
    localToken: made(tokenFile, whole(tokenFile)),
    unwritten,
  }
}

/** Null, or what the file system says. */
function tried(work: () => void): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error
  }
}

/**
 * Tells other programs of this machine where the station of this folder can be asked, until {@link
 * forgetStation}; `desktop`: and that it has a window of its own, which a second start brings up.
 * Gives back why it could not, or null.
 */
export function writeStationFile(dir: string, url: string, desktop = false): unknown {
  const { note } = dataFiles(dir)
  const error = tried(() =>
    safeWrite(note, JSON.stringify({ url, pid: process.pid, ...(desktop && { desktop }) })),
  )
  if (error !== null && !readSmallFile(note)?.includes(`"${url}"`))
    tried(() => rmSync(note, { force: true })) // none is better than that of a station that is gone
  return error
}

export function removeStationFiles(dir: string): void {
  const { note, localToken } = dataFiles(dir)
  // what cannot be removed keeps nobody from stopping
  for (const file of [note, localToken]) tried(() => rmSync(file, { force: true }))
}

/**
 * Where the running station of this folder can be asked, and the token for it; null if it has not
 * said so.
 */
export function readStationFile(dir: string): { url: string; token: string } | null {
  const { note, localToken } = dataFiles(dir)
  const token = readSmallFile(localToken)
  try {
    const { url } = JSON.parse(readSmallFile(note) ?? '') as { url: string }
    return token === null ? null : { url, token }
  } catch {
    return null
  }
}
