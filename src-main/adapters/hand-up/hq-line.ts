/**
 * The way to HQ: one request at a time over HTTPS, or over plain HTTP to this machine itself. A
 * pinned certificate is looked at before anything is sent, the token least of all.
 */
import { verify } from 'node:crypto'
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { HandUpRefused } from '#shared/contract/hand-up.ts'
import type { HqAddress, HqAnswer, HqLine } from '#main/core/ports.ts'
import { createHqConnections } from './hq-connections.ts'
import { OtherCertificate } from './pinned-socket.ts'

const PATIENCE_MS = 30_000
const LONGEST_ANSWER = 64 * 1024 * 1024 // bytes: a hundred orders
const WORTH_PACKING = 2_000 // bytes

const zipped = promisify(gzip)

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > LONGEST_ANSWER) throw new Error('too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function understood(status: number | undefined, text: string): HqAnswer {
  const body = jsonIn(text)
  if (status === 200 && body !== undefined) return { ok: true, reply: body }
  const refused = HandUpRefused.safeParse(body)
  return refused.success
    ? { ok: false, refused: refused.data }
    : { ok: false, refused: null, why: 'not-understood' }
}

export function createHqLine(): HqLine {
  const underWay = new Set<AbortController>()
  const connections = createHqConnections()

  function send(
    address: HqAddress,
    path: string,
    body: Buffer | null,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<HqAnswer> {
    const url = new URL(path, address.url)
    const options = {
      method: body ? 'POST' : 'GET',
      ...{ headers, signal, agent: connections.to(address) },
    }
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(
        url,
        options,
        (answer) => {
          textOf(answer).then((text) => resolve(understood(answer.statusCode, text)), reject)
        },
      )
      request.once('error', (error) => {
        // HQ was closing the open connection just then; to send a thing twice is harmless
        if (request.reusedSocket && !signal.aborted)
          resolve(send(address, path, body, headers, signal))
        else reject(error)
      })
      request.end(body ?? undefined)
    })
  }

  return {
    async ask(address, path, input, token) {
      const giveUp = new AbortController()
      underWay.add(giveUp)
      const patience = setTimeout(() => giveUp.abort(), PATIENCE_MS)
      try {
        const plain = input === null ? null : Buffer.from(JSON.stringify(input), 'utf8')
        const isPacked = plain !== null && plain.length > WORTH_PACKING
        const body = isPacked ? await zipped(plain) : plain
        const headers = {
          accept: 'application/json',
          ...(body && {
            'content-type': 'application/json',
            'content-length': String(body.length),
          }),
          ...(isPacked && { 'content-encoding': 'gzip' }),
          ...(token !== null && { authorization: `Bearer ${token}` }),
        }
        return await send(address, path, body, headers, giveUp.signal)
      } catch (error) {
        const why = error instanceof OtherCertificate ? 'other-certificate' : 'unreachable'
        return { ok: false, refused: null, why }
      } finally {
        clearTimeout(patience)
        underWay.delete(giveUp)
      }
    },
    isSigned(key, text, signature) {
      try {
        const publicKey = { key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' } as const
        return verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64'))
      } catch {
        return false
      }
    },
    stop() {
      for (const giveUp of underWay) giveUp.abort()
      connections.stop()
    },
  }
}
