/**
 * Readers of HQ's live board in a process of their own. Told `{ port, count, cookies }` (without
 * cookies: bare TCP) it connects and says `{ open }`. Told `{ mark }` it waits until all of them
 * have that text with the rest of its frame, and says when the first and the last had it (ns of the
 * machine's monotonic clock, one for all processes).
 */
import { connect, type Socket } from 'node:net'

export type ReadersAsked = { port: number; count: number; cookies: readonly string[] } | MarkAsked
type MarkAsked = { mark: string }
export type MarkSeen = { mark: string; first: string; last: string }

const END = Buffer.from('\n\n')
type Marked = { bytes: Buffer; first: bigint | null; left: number; seen: Set<Socket> }
const marks = new Map<string, Marked>()
let count = 0

function hasIt(mark: string, marked: Marked, socket: Socket): void {
  marked.seen.add(socket)
  const now = process.hrtime.bigint()
  marked.first ??= now
  marked.left -= 1
  if (marked.left > 0) return
  marks.delete(mark)
  process.send?.({ mark, first: String(marked.first), last: String(now) })
}

/** A mark may be cut between two pieces, and counts once its frame has ended. */
function read(socket: Socket): void {
  let carry: Buffer = Buffer.alloc(0)
  let pending: [string, Marked][] = []
  socket.on('data', (piece: Buffer) => {
    const text = carry.length > 0 ? Buffer.concat([carry, piece]) : piece
    for (const [mark, marked] of marks)
      if (!marked.seen.has(socket) && text.includes(marked.bytes)) {
        marked.seen.add(socket)
        pending.push([mark, marked])
      }
    if (piece.subarray(-4).includes(END)) {
      for (const [mark, marked] of pending) hasIt(mark, marked, socket)
      pending = []
    }
    carry = marks.size > 0 ? Buffer.from(piece.subarray(-128)) : Buffer.alloc(0)
  })
  socket.once('close', () => process.send?.({ closed: true }))
}

function open({ port, count: more, cookies }: Exclude<ReadersAsked, MarkAsked>): void {
  let opened = 0
  for (let n = 0; n < more; n++) {
    const cookie = cookies[n % Math.max(1, cookies.length)]
    const socket = connect(port, '127.0.0.1', () => {
      socket.setNoDelay(true)
      if (cookie !== undefined)
        socket.write(
          `GET /api/board HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`,
        )
      opened += 1
      if (opened < more) return
      count += more
      process.send?.({ open: count })
    })
    read(socket)
  }
}

process.on('message', (order: ReadersAsked) => {
  if ('mark' in order)
    marks.set(order.mark, {
      bytes: Buffer.from(order.mark),
      first: null,
      left: count,
      seen: new Set(),
    })
  else open(order)
})
