/**
 * Talks to a browser that was started for us, over two pipes (DevTools protocol, messages that end
 * with NUL). No port is opened, no other page is seen.
 */
import type { Readable, Writable } from 'node:stream'

type Message = {
  id?: number
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
  sessionId?: string
}
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void }

export type BrowserPipe = {
  /** Rejects with the browser's words, or when it is gone. */
  ask<T>(method: string, params: object, sessionId?: string): Promise<T>
  /** The next event of this name. */
  event(method: string): Promise<void>
}

export function openBrowserPipe(to: Writable, from: Readable): BrowserPipe {
  const asked = new Map<number, Waiting>()
  const awaited: { method: string; resolve: () => void; reject: (error: Error) => void }[] = []
  let rest: Buffer[] = []
  let last = 0

  function hear({ id, method, result, error }: Message): void {
    if (id === undefined) {
      for (const one of awaited.filter((waiting) => waiting.method === method))
        awaited.splice(awaited.indexOf(one), 1)[0]?.resolve()
      return
    }
    const waiting = asked.get(id)
    asked.delete(id)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result)
  }

  from.on('data', (piece: Buffer) => {
    let left = piece
    for (let end = left.indexOf(0); end >= 0; end = left.indexOf(0)) {
      hear(JSON.parse(Buffer.concat([...rest, left.subarray(0, end)]).toString('utf8')) as Message)
      rest = []
      left = left.subarray(end + 1)
    }
    if (left.length > 0) rest.push(left)
  })
  const gone = (): void => {
    for (const one of [...asked.values(), ...awaited]) one.reject(new Error('the browser is gone'))
    asked.clear()
    awaited.length = 0
  }
  from.on('close', gone)
  from.on('error', gone)
  to.on('error', gone)

  return {
    ask: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++last
        asked.set(id, { resolve: resolve as (result: unknown) => void, reject })
        to.write(
          `${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`,
        )
      }),
    event: (method) =>
      new Promise((resolve, reject) => {
        awaited.push({ method, resolve, reject })
      }),
  }
}
