/**
 * Asks the station that runs on a data folder for fresh links, as any program of this machine may
 * that can read the folder.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** @typedef {{ url: string, consoleUrl: string, wallUrl: string }} Links */
/** @typedef {Links & { desktop: boolean }} Running `desktop`: it has a window of its own */

const PATIENCE = 5000 // ms for one answer
const STARTING = 10_000 // ms that a station may need until it answers

/**
 * The folder in which the record goes on, where it was switched: as the station itself follows it.
 * @param {string} data
 * @returns {string}
 */
export function followed(data, steps = 20) {
  try {
    const { folder } = JSON.parse(readFileSync(join(data, 'continued-in.json'), 'utf8'))
    const isThere = steps > 0 && folder !== data && statSync(join(folder, 'journal.db')).size > 0
    return isThere ? followed(folder, steps - 1) : data
  } catch {
    return data
  }
}

/**
 * The port that the walls of this folder were opened at last; null if nobody knows.
 * @param {string} data
 * @returns {number | null}
 */
export function lastPort(data) {
  try {
    const { port } = JSON.parse(readFileSync(join(followed(data), 'wall-address.json'), 'utf8'))
    return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : null
  } catch {
    return null
  }
}

/**
 * A console link that opens once and the wall's link; null if no station of this folder answers.
 * @param {string} data
 * @returns {Promise<Running | null>}
 */
export async function freshLinks(data) {
  try {
    const dir = followed(data)
    const { url, desktop = false } = JSON.parse(readFileSync(join(dir, 'station.json'), 'utf8'))
    const authorization = `Bearer ${readFileSync(join(dir, 'local-token'), 'utf8')}`
    const response = await fetch(`${url}/api/link`, {
      method: 'POST',
      headers: { authorization },
      signal: AbortSignal.timeout(PATIENCE),
    })
    const { reply } = /** @type {{ reply: Omit<Links, 'url'> }} */ (await response.json())
    // a station that was killed leaves its note: anybody may have its port now
    const ours = [reply.consoleUrl, reply.wallUrl].every((link) => new URL(link).origin === url)
    return ours ? { url, consoleUrl: reply.consoleUrl, wallUrl: reply.wallUrl, desktop } : null
  } catch {
    return null // no note, nobody there, or not ours
  }
}

/** The same of a station that has the folder but may be starting. @param {string} data */
export async function linksSoon(data) {
  const until = performance.now() + STARTING
  for (;;) {
    const links = await freshLinks(data)
    if (links || performance.now() > until) return links
    await pause(500)
  }
}
