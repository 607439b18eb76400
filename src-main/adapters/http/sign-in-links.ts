/**
 * The two addresses that let a person in. Whoever is handed them is in: they go to the
 * administrator and to nobody's log.
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
