/**
 * Answers on a raw socket: input that never becomes a request, and callers beyond the last place.
 */
import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { NO_STORE, SECURITY_HEADERS } from './headers.ts'
import { refusal, statusOf } from './http-refusals.ts'
import type { BorderCode } from '#shared/contract/refused.ts'

/**
 * The time of a caller to read its answer and hang up. Closed at once, it might lose the answer to
 * what it is still sending.
 */
const GRACE = 1_000 // ms

/** The headers of every refusal that Hono does not write. */
export const headersOf = (body: string): Record<string, string> => ({
  ...SECURITY_HEADERS,
  'cache-control': NO_STORE,
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(body)),
})

/**
 * Writes the refusal and closes; a caller that does not hang up within the grace is cut off, or its
 * place would be taken for ever.
 */
function refuse(
  socket: Duplex,
  code: BorderCode,
  more: Readonly<Record<string, string>> = {},
): void {
  socket.on('error', () => undefined) // a caller that has hung up
  const body = JSON.stringify(refusal(code))
  const headers = Object.entries({ connection: 'close', ...more, ...headersOf(body) }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  socket.end(`HTTP/1.1 ${statusOf(code)} Refused\r\n${headers.join('\r\n')}\r\n\r\n${body}`)
  const cut = setTimeout(() => void socket.destroy(), GRACE)
  socket.once('close', () => clearTimeout(cut))
}

/** Refuses a request that the parser rejects, with the same body as every other refusal. */
export function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const codes: Readonly<Record<string, BorderCode>> = {
    HPE_HEADER_OVERFLOW: 'headers-too-large',
    ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  }
  refuse(socket, codes[error.code ?? ''] ?? 'bad-request')
}

/** Refuses CONNECT, for which the server hands over the socket: the station is no proxy. */
export function refuseTunnel(socket: Duplex): void {
  refuse(socket, 'method-not-allowed', { allow: 'GET, HEAD, POST' })
  socket.resume() // or its hanging up would go unnoticed
}

/** Refuses a whole request that came over a surplus connection. */
export function refuseSurplus(response: ServerResponse): void {
  const body = JSON.stringify(refusal('too-many-connections'))
  response
    .writeHead(statusOf('too-many-connections'), {
      connection: 'close',
      'retry-after': '1',
      ...headersOf(body),
    })
    .end(body)
}
