/**
 * Finds a port of this machine that nothing listens on. Anyone who asks must still expect to lose
 * the race for it.
 */
import { createServer } from 'node:net'

const TRIES = 50

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    )
  })
}

/**
 * `first`, else the port that the folder's station had last, which its screens know, else the next
 * free one; 0 (any port) stays 0: the station has that one at hand itself.
 * @param {number} first
 * @param {number | null} [last]
 */
export async function freePort(first, last = null) {
  if (first > 0 && last !== null && !(await isFree(first)) && (await isFree(last))) return last
  for (let port = first; port < first + TRIES && port <= 65_535; port++)
    if (port === 0 || (await isFree(port))) return port
  return 0
}
