/**
 * Talks to a browser that this program has started, over two pipes (DevTools protocol, messages
 * that end with NUL), without a port.
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
type PendingReply = { resolve: (result: unknown) => void; reject: (error: Error) => void }

export type BrowserPipe = {
  /** Rejects with the browser's words, or when it has ended. */
  call<T>(method: string, params: object, sessionId?: string): Promise<T>
  /** The next event of this name. */
  event(method: string): Promise<void>
}

export function openBrowserPipe(to: Writable, from: Readable): BrowserPipe {
  const pendingReplies = new Map<number, PendingReply>()
  const pendingEvents: { method: string; resolve: () => void; reject: (error: Error) => void }[] =
    []
  let buffered: Buffer[] = []
  let last = 0

  function handle({ id, method, result, error }: Message): void {
    if (id === undefined) {
      for (const event of pendingEvents.filter((pending) => pending.method === method))
        pendingEvents.splice(pendingEvents.indexOf(event), 1)[0]?.resolve()
      return
    }
    const pending = pendingReplies.get(id)
    pendingReplies.delete(id)
    if (error) pending?.reject(new Error(error.message))
    else pending?.resolve(result)
  }

  from.on('data', (piece: Buffer) => {
    let rest = piece
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = Buffer.concat([...buffered, rest.subarray(0, end)]).toString('utf8')
      handle(JSON.parse(message) as Message)
      buffered = []
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) buffered.push(rest)
  })
  const rejectAll = (): void => {
    for (const pending of [...pendingReplies.values(), ...pendingEvents])
      pending.reject(new Error('the browser is gone'))
    pendingReplies.clear()
    pendingEvents.length = 0
  }
  from.on('close', rejectAll)
  from.on('error', rejectAll)
  to.on('error', rejectAll)

  return {
    call: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++last
        pendingReplies.set(id, { resolve: resolve as (result: unknown) => void, reject })
        to.write(
          `${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`,
        )
      }),
    event: (method) =>
      new Promise((resolve, reject) => {
        pendingEvents.push({ method, resolve, reject })
      }),
  }
}
