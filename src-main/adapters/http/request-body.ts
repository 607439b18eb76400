/**
 * Reads the body of a request as an object with known fields, within its limits; the station
 * validates the values.
 */
import type { IncomingMessage } from 'node:http'
import { onlyFields, readJson } from './json.ts'
import type { BorderCode } from '#shared/contract/refused.ts'
import { REQUEST_BYTES } from '#shared/contract/request.ts'

/**
 * The whole body, or why not. It stops reading at the limit; the connection stays whole, so that
 * the refusal arrives.
 */
async function bytesOf(
  incoming: IncomingMessage,
  largest: number,
): Promise<Uint8Array | BorderCode> {
  if (Number(incoming.headers['content-length'] ?? 0) > largest) return 'too-large'
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of incoming.iterator({
      destroyOnReturn: false,
    }) as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > largest) return 'too-large'
      pieces.push(piece)
    }
  } catch {
    return 'bad-request' // the caller hung up in the middle
  }
  return Buffer.concat(pieces)
}

/**
 * How many bytes a body may have: at most, and, once it is read, of this one. Left out, as many as
 * most requests.
 */
export type Limits<K extends string> = {
  largest: number
  of: (read: Partial<Record<K, unknown>>) => number
}

/**
 * Refuses `too-large`, `broken-json`, `too-deep`, `broken-text`, `bad-request` (no object),
 * `unknown-field`. Without fields, an empty body counts as an empty object.
 */
export async function readFields<K extends string>(
  incoming: IncomingMessage,
  fields: readonly K[],
  limits: Limits<K> = { largest: REQUEST_BYTES, of: () => REQUEST_BYTES },
): Promise<Partial<Record<K, unknown>> | BorderCode> {
  const bytes = await bytesOf(incoming, limits.largest)
  if (typeof bytes === 'string') return bytes
  if (bytes.length === 0 && fields.length === 0) return {}
  const parsed = readJson(bytes)
  if (!parsed.ok) return parsed.code
  const read = onlyFields(parsed.value, fields)
  return typeof read !== 'string' && bytes.length > limits.of(read) ? 'too-large' : read
}
