/**
 * A way between a browser and whatever it asks (SOCKS 5, RFC 1928) that counts the bytes of both
 * directions, headers and frames included.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

const [NO_LOGIN, CONNECT, OK] = [0, 1, 0] as const
const ADDRESS_END = { 1: 4 + 4, 4: 4 + 16 } as const // where the port stands, by kind of address
const NAMED = 3
const STREAM = 'GET /api/stream'

/** Host and port that a request to connect names; null: it is none that is known here. */
function targetOf(request: Buffer): { host: string; port: number } | null {
  const kind = request[3] ?? 0
  if (request[1] !== CONNECT || (kind !== NAMED && kind !== 1 && kind !== 4)) return null
  const end = kind === NAMED ? 5 + (request[4] ?? 0) : ADDRESS_END[kind]
  const host = kind === NAMED ? request.toString('latin1', 5, end) : '127.0.0.1'
  return { host, port: request.readUInt16BE(end) }
}

/** Bytes so far. `stream`: on a connection that carries the stream of pushes; `rest`: on others. */
export type Bytes = { stream: number; rest: number }
export type CountedLine = {
  url: string
  bytes: () => Bytes
  stop: () => void
}

export async function countedLine(): Promise<CountedLine> {
  const [total, open] = [{ stream: 0, rest: 0 }, new Set<Socket>()]

  function join(browser: Socket, target: { host: string; port: number }): void {
    const far = connect(target.port, target.host, () => {
      browser.write(Buffer.from([5, OK, 0, 1, 0, 0, 0, 0, 0, 0]))
      let kind: keyof Bytes = 'rest'
      browser.on('data', (bytes: Buffer) => {
        if (bytes.toString('latin1', 0, STREAM.length) === STREAM) kind = 'stream'
        total[kind] += bytes.length
        far.write(bytes)
      })
      far.on('data', (bytes: Buffer) => {
        total[kind] += bytes.length
        browser.write(bytes)
      })
    })
    for (const [socket, other] of [
      [browser, far],
      [far, browser],
    ] as const) {
      open.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  }

  const server = createServer((browser) => {
    browser.once('data', () => {
      browser.write(Buffer.from([5, NO_LOGIN]))
      browser.once('data', (request: Buffer) => {
        const target = targetOf(request)
        if (target) join(browser, target)
        else browser.destroy()
      })
    })
    browser.on('error', () => browser.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `socks5://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => ({ ...total }),
    stop() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
