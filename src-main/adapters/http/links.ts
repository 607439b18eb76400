/**
 * The two addresses that let a person in. Whoever is handed them is in: they go to the
 * administrator and to nobody's log.
 */
import type { Keys } from './tokens.ts'

/**
 * `consoleUrl` opens the console signed in, once. `wallUrl` opens walls until the station stops.
 */
export type Links = { consoleUrl: string; wallUrl: string }

export const addressOf = (port: number): string => `http://127.0.0.1:${port}`

/** Makes a new key for the console; the wall's is always the same. */
export const linksWith = (keys: Keys, port: number): Links => ({
  consoleUrl: `${addressOf(port)}/#key=${keys.makeConsole()}`,
  wallUrl: `${addressOf(port)}/wall#key=${keys.wall}`,
})
