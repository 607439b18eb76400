/**
 * Asks the other machine of the room, over HTTPS and by its pinned certificate, which is looked at
 * before anything is sent.
 */
import { request, type IncomingMessage } from 'node:http'
import { pinnedSocket } from '../hand-up/pinned-socket.ts'

export type OtherMachine = { host: string; port: number; fingerprint: string }
/** Null: nobody answered, or not in time, or another machine did. */
export type MachineAnswer = { status: number; body: Buffer } | null

const LONGEST_ANSWER = 256 * 1024 * 1024 // bytes: a portion of the longest events, or a file

async function bytesOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > LONGEST_ANSWER) throw new Error('too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** `input` undefined: it is only read. `patience`: ms. Never rejects. */
export async function askMachine(
  { host, port, fingerprint }: OtherMachine,
  path: string,
  { input, token, patience }: { input?: unknown; token: string | null; patience: number },
  giveUp?: AbortSignal,
): Promise<MachineAnswer> {
  const signal = AbortSignal.any([AbortSignal.timeout(patience), ...(giveUp ? [giveUp] : [])])
  try {
    const socket = await pinnedSocket({ host, port, fingerprint }, signal)
    const body = input === undefined ? null : Buffer.from(JSON.stringify(input), 'utf8')
    return await new Promise((resolve, reject) => {
      const sending = request(
        {
          ...{ path, method: body ? 'POST' : 'GET', host, signal, createConnection: () => socket },
          headers: {
            ...(body && { 'content-type': 'application/json', 'content-length': body.length }),
            ...(token !== null && { authorization: `Bearer ${token}` }),
            connection: 'close',
          },
        },
        (answer) => {
          bytesOf(answer).then(
            (bytes) => resolve({ status: answer.statusCode ?? 0, body: bytes }),
            reject,
          )
        },
      )
      sending.once('error', reject)
      sending.end(body ?? undefined)
    })
  } catch {
    return null
  }
}
