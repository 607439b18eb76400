/**
 * Fifty listeners in a process of their own. Told `{ kind: 'http' | 'tcp', port, count, token }` it
 * connects; from then on it answers each pushed incident with the instant (ns of the machine's
 * monotonic clock, one for all processes) at which the last of them had it whole.
 */
import { connect, type Socket } from 'node:net'

type Asked = { kind: 'http' | 'tcp'; port: number; count: number; token: string }

const BEGIN = Buffer.from('event: incident\n')
const END = Buffer.from('\n\n')

let left = 0
let count = 0

/**
 * Both kinds are looked through alike: where an incident begins, and whether what came last ends an
 * event.
 */
function listen(socket: Socket): void {
  let inside = false
  socket.setNoDelay(true)
  socket.on('data', (piece) => {
    if (!inside && !piece.includes(BEGIN)) return
    inside = !piece.subarray(-4).includes(END)
    if (inside) return
    left -= 1
    if (left > 0) return
    process.send?.({ at: String(process.hrtime.bigint()) })
    left = count
  })
}

process.on('message', (order: Asked) => {
  count = order.count
  left = count
  let open = 0
  for (let n = 0; n < count; n++) {
    const socket = connect(order.port, '127.0.0.1', () => {
      if (order.kind === 'http')
        socket.write(
          `GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:${order.port}\r\nAuthorization: Bearer ${order.token}\r\n\r\n`,
        )
      open += 1
      if (open === count) process.send?.({ open: true })
    })
    listen(socket)
  }
})
