/**
 * Reads the body of a request as an object with known fields, within its limits; the station
 * validates the values.
 */
import type { IncomingMessage } from 'node:http'
import { onlyFields, readJson } from './json.ts'
import type { BorderCode } from '#shared/contract/refused.ts'

const LARGEST = 64 * 1024 // bytes

/**
 * The whole body, or why not. It stops reading at the limit; the connection stays whole, so that
 * the refusal arrives.
 */
async function bytesOf(incoming: IncomingMessage): Promise<Uint8Array | BorderCode> {
  if (Number(incoming.headers['content-length'] ?? 0) > LARGEST) return 'too-large'
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of incoming.iterator({
      destroyOnReturn: false,
    }) as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > LARGEST) return 'too-large'
      pieces.push(piece)
    }
  } catch {
    return 'bad-request' // the caller hung up in the middle
  }
  return Buffer.concat(pieces)
}

/**
 * Refuses `too-large`, `broken-json`, `too-deep`, `broken-text`, `bad-request` (no object),
 * `unknown-field`. Without fields, an empty body counts as an empty object.
 */
export async function readFields<K extends string>(
  incoming: IncomingMessage,
  fields: readonly K[],
): Promise<Partial<Record<K, unknown>> | BorderCode> {
  const bytes = await bytesOf(incoming)
  if (typeof bytes === 'string') return bytes
  if (bytes.length === 0 && fields.length === 0) return {}
  const read = readJson(bytes)
  return read.ok ? onlyFields(read.value, fields) : read.code
}
