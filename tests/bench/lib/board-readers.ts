/** Starts readers of HQ's live board in a process of their own, and asks them what they have. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { MarkSeen, ReadersAsked } from './board-readers.child.ts'

export type Seen = { first: bigint; last: bigint }
export type BoardReaders = {
  /** `cookies`: in turns; none: bare TCP. Resolves once they are connected. */
  open: (port: number, count: number, cookies: readonly string[]) => Promise<void>
  /** When the first and the last of them had the text (ns); asked before it is sent. */
  seen: (mark: string) => Promise<Seen>
  /** How many connections have ended. */
  closed: () => number
  stop: () => void
}

export function startReaders(): BoardReaders {
  const child = fork(join(import.meta.dirname, 'board-readers.child.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<string, (seen: Seen) => void>()
  let opened: () => void = () => undefined
  let closed = 0
  child.on('message', (answer: MarkSeen | { open: number } | { closed: true }) => {
    if ('open' in answer) opened()
    else if ('closed' in answer) closed += 1
    else {
      waiting.get(answer.mark)?.({ first: BigInt(answer.first), last: BigInt(answer.last) })
      waiting.delete(answer.mark)
    }
  })
  const tell = (order: ReadersAsked): void => void child.send(order)
  return {
    open: (port, count, cookies) =>
      new Promise((resolve) => {
        opened = resolve
        tell({ port, count, cookies })
      }),
    seen: (mark) =>
      new Promise((resolve) => {
        waiting.set(mark, resolve)
        tell({ mark })
      }),
    closed: () => closed,
    stop: () => void child.kill(),
  }
}
