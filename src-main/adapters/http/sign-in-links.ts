/**
 * Makes the two addresses that sign a person in. They go to the administrator, never into a log.
 */
import type { SignInKeys } from './session-tokens.ts'

/**
 * `consoleUrl` opens the console signed in, once. `wallUrl` opens walls until the station stops.
 */
export type Links = { consoleUrl: string; wallUrl: string }

export const urlOfPort = (port: number): string => `http://127.0.0.1:${port}`

/** Makes a new key for the console; the wall's is always the same. */
export const createLinks = (keys: SignInKeys, port: number): Links => ({
  consoleUrl: `${urlOfPort(port)}/#key=${keys.makeConsole()}`,
  wallUrl: `${urlOfPort(port)}/wall#key=${keys.wall}`,
})
