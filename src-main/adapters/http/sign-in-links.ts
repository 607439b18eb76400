/**
 * Makes the two addresses that sign a person in. They go to the administrator, never into a log.
 */
import type { SignInKeys } from './session-tokens.ts'

/**
 * `consoleUrl` opens the console signed in, once. `wallUrl` opens walls until somebody renews it or
 * ends a wall, also over a restart.
 */
export type Links = { consoleUrl: string; wallUrl: string }

export const urlOfPort = (port: number): string => `http://127.0.0.1:${port}`

export const wallUrlOf = (keys: SignInKeys, port: number): string =>
  `${urlOfPort(port)}/wall#key=${keys.wall()}`

/** Nothing in it says that it is a public one: its key does, and nobody can take that away. */
export const publicWallUrlOf = (keys: SignInKeys, port: number): string =>
  `${urlOfPort(port)}/wall#key=${keys.publicWall()}`

/** Makes a new key for the console; the wall's is the one of now. */
export const createLinks = (keys: SignInKeys, port: number): Links => ({
  consoleUrl: `${urlOfPort(port)}/#key=${keys.makeConsole()}`,
  wallUrl: wallUrlOf(keys, port),
})
