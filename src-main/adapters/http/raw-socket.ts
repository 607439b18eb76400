/**
 * Answers on a bare socket: what never becomes a request, and callers beyond the last place. It
 * lets no socket outlive its answer by much.
 */
import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { NO_STORE, SECURITY_HEADERS } from './headers.ts'
import { refusal, statusOf } from './http-refusals.ts'
import type { BorderCode } from '#shared/contract/refused.ts'

/**
 * What a caller gets to read its answer, and to hang up by itself. Closed at once, it might lose
 * the answer to what it is still sending.
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
 * Writes the refusal and closes; whoever does not hang up within the grace is cut off, or its place
 * would be taken for ever.
 */
function refuse(
  socket: Duplex,
  code: BorderCode,
  more: Readonly<Record<string, string>> = {},
): void {
  socket.on('error', () => undefined) // a caller that is gone: nobody is left to tell
  const body = JSON.stringify(refusal(code))
  const headers = Object.entries({ connection: 'close', ...more, ...headersOf(body) }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  socket.end(`HTTP/1.1 ${statusOf(code)} Refused\r\n${headers.join('\r\n')}\r\n\r\n${body}`)
  const cut = setTimeout(() => void socket.destroy(), GRACE)
  socket.once('close', () => clearTimeout(cut))
}

/** What the parser itself refuses: it gets the same body as every other refusal. */
export function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const codes: Readonly<Record<string, BorderCode>> = {
    HPE_HEADER_OVERFLOW: 'headers-too-large',
    ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  }
  refuse(socket, codes[error.code ?? ''] ?? 'bad-request')
}

/** CONNECT: the server hands over the socket and forgets it. The station is nobody's proxy. */
export function refuseTunnel(socket: Duplex): void {
  refuse(socket, 'method-not-allowed', { allow: 'GET, HEAD, POST' })
  socket.resume() // or its hanging up would go unnoticed
}

/** A whole request that came over a connection too many. */
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
