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

/** `first`, else the next free one; 0 (any port) stays 0. @param {number} first */
export async function freePort(first) {
  for (let port = first; port < first + TRIES && port <= 65_535; port++)
    if (port === 0 || (await isFree(port))) return port
  return 0
}
