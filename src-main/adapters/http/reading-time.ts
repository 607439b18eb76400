/**
 * Gives callers their time in seconds in which the station reads. Node counts it from the opening
 * of the connection: after a stall longer than the limit it refuses as late what has been lying
 * there all along, before it reads any of it.
 */
import type { Server } from 'node:http'

/** All in ms; `headers` and `request` are multiples of `look`. */
export type ReadingTime = { headers: number; request: number; look: number }

/**
 * Every `look` the station notes the instant. Between two looks it has read what had arrived, and a
 * stall of any length is one look: so a caller is late once so many looks as make up its time have
 * gone by, however long they took. Returns what ends the looking.
 */
export function giveReadingTime(server: Server, { headers, request, look }: ReadingTime) {
  const looks = [performance.now()] // the newest last
  const most = request / look + 1
  /** The ms since so many looks ago that `time` of reading has gone by; 0, no limit: not yet. */
  function since(time: number): number {
    const from = looks.at(-(time / look + 1))
    return from === undefined ? 0 : Math.ceil(performance.now() - from)
  }
  // read by Node at each of its checks
  Object.defineProperties(server, {
    headersTimeout: { get: () => since(headers) },
    requestTimeout: { get: () => since(request) },
  })
  const looking = setInterval(() => {
    looks.push(performance.now())
    if (looks.length > most) looks.shift()
  }, look).unref()
  return (): void => clearInterval(looking)
}
