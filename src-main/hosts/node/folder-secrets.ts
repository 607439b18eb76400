/** Writes the secrets of a data folder into files that only their owner can read. */
import { existsSync, rmSync } from 'node:fs'
import { randomToken } from '#main/adapters/http/session-tokens.ts'
import { readSmallFile, safeWrite } from '#main/adapters/safe-write.ts'
import { dataFiles } from './install-paths.ts'

/**
 * `unwritten`: errors of the files that could not be written (a full disk, no permission), for the
 * log. The station runs without them.
 */
export type Secrets = { localToken: string; secret: string; unwritten: readonly unknown[] }

const FULL_LENGTH = 43 // characters of 32 bytes

function wholeSecret(file: string): string | null {
  const secret = readSmallFile(file)
  return secret !== null && secret.length >= FULL_LENGTH ? secret : null
}

/** Pages have signed in here before, and what their sessions were signed with is gone. */
export function isSecretLost(dir: string): boolean {
  const { secret, sessions } = dataFiles(dir)
  return existsSync(sessions) && wholeSecret(secret) === null
}

/**
 * The administrator's token is new at each start, unless it cannot be written: then the token that
 * programs of this machine can read stays. The secret that signs the sessions always stays, so that
 * pages survive a restart.
 */
export function folderSecrets(dir: string): Secrets {
  const { localToken: tokenFile, secret: secretFile } = dataFiles(dir)
  const unwritten: unknown[] = []
  const renewed = (file: string, fallback: string | null): string => {
    const token = randomToken()
    const error = errorOf(() => safeWrite(file, token))
    if (error === null) return token
    unwritten.push(error)
    return fallback ?? token
  }
  return {
    secret: wholeSecret(secretFile) ?? renewed(secretFile, null),
    localToken: renewed(tokenFile, wholeSecret(tokenFile)),
    unwritten,
  }
}

/** The error that the action throws, or null. */
function errorOf(action: () => void): unknown {
  try {
    action()
    return null
  } catch (error) {
    return error
  }
}

/**
 * Writes the address of this folder's station for other programs of this machine; {@link
 * removeStationFiles} takes it away. `desktop`: the station has a window, which a second start
 * brings up. Returns the error, or null.
 */
export function writeStationFile(dir: string, url: string, desktop = false): unknown {
  const { stationFile } = dataFiles(dir)
  const error = errorOf(() =>
    safeWrite(stationFile, JSON.stringify({ url, pid: process.pid, ...(desktop && { desktop }) })),
  )
  if (error !== null && !readSmallFile(stationFile)?.includes(`"${url}"`))
    errorOf(() => rmSync(stationFile, { force: true })) // better none than an address of the past
  return error
}

export function removeStationFiles(dir: string): void {
  const { stationFile, localToken } = dataFiles(dir)
  // a file that cannot be removed keeps no station from stopping
  for (const file of [stationFile, localToken]) errorOf(() => rmSync(file, { force: true }))
}

/** Address and token of the running station of this folder; null if it has written none. */
export function readStationFile(dir: string): { url: string; token: string } | null {
  const { stationFile, localToken } = dataFiles(dir)
  const token = readSmallFile(localToken)
  try {
    const { url } = JSON.parse(readSmallFile(stationFile) ?? '') as { url: string }
    return token === null ? null : { url, token }
  } catch {
    return null
  }
}
