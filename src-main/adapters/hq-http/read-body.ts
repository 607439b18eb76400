/** Reads the body of a request of a station: gzip or plain, within its limit, as checked JSON. */
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import type { HandUpRefusalCode } from '#shared/contract/hand-up.ts'
import { readJson } from '../http/json.ts'

export type Body<T> = { ok: true; value: T } | { ok: false; code: HandUpRefusalCode }

/** Stops at the limit, before what is packed is unpacked whole. */
async function bytesOf(
  incoming: IncomingMessage,
  most: number,
): Promise<Buffer | HandUpRefusalCode> {
  const coding = incoming.headers['content-encoding']
  if (coding !== undefined && coding !== 'gzip') return 'bad-input'
  const source: Readable = coding === 'gzip' ? incoming.pipe(createGunzip()) : incoming
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of source.iterator({
      destroyOnReturn: false,
    }) as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > most) return 'too-large'
      pieces.push(piece)
    }
  } catch {
    return 'bad-input' // cut off in the middle, or no gzip
  } finally {
    incoming.unpipe()
    incoming.resume() // what is left of a refused body
  }
  return Buffer.concat(pieces)
}

/** `most`: how many bytes it may have, unpacked. */
export async function readBody<T>(
  incoming: IncomingMessage,
  schema: z.ZodType<T>,
  most: number,
): Promise<Body<T>> {
  const bytes = await bytesOf(incoming, most)
  if (typeof bytes === 'string') return { ok: false, code: bytes }
  const parsed = readJson(bytes)
  if (!parsed.ok) return { ok: false, code: 'bad-input' }
  const checked = schema.safeParse(parsed.value)
  return checked.success ? { ok: true, value: checked.data } : { ok: false, code: 'bad-input' }
}
