/** A line between station and HQ that is cut: each exchange after so many bytes, or all. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type CuttingProxy = {
  url: string
  /** Connections so far, and how many of them were cut. */
  counts: () => { connections: number; cuts: number }
  /** `bytes` says after how many bytes, of both ways, the next one is cut; null: none is. */
  cutAfter: (bytes: (() => number) | null) => void
  /** down: nobody answers; hanging: it is connected, and nothing ever comes back. */
  be: (state: 'up' | 'down' | 'hanging') => void
  /** While true what is sent arrives and no answer comes back; what was kept back comes then. */
  keepAnswersBack: (isKept: boolean) => void
  stop: () => Promise<void>
}

export async function openProxy(to: string): Promise<CuttingProxy> {
  const target = new URL(to)
  const open = new Set<Socket>()
  let bytes: (() => number) | null = null
  let state: 'up' | 'down' | 'hanging' = 'up'
  let [connections, cuts] = [0, 0]
  let keptBack: (() => void)[] | null = null

  const server = createServer((near) => {
    open.add(near)
    near.on('error', () => undefined)
    near.on('close', () => open.delete(near))
    if (state === 'down') {
      near.destroy()
      return
    }
    if (state === 'hanging') {
      near.resume()
      return
    }
    connections += 1
    const far = connect(Number(target.port), target.hostname)
    open.add(far)
    let left = bytes?.() ?? Infinity
    let isAnswered = false // a request after it, on the same connection, is an exchange of its own
    const pass = (to: Socket) => (chunk: Buffer) => {
      if (to.destroyed) return
      if (chunk.length < left) {
        left -= chunk.length
        to.write(chunk)
        return
      }
      cuts += 1
      to.write(chunk.subarray(0, left), () => {
        near.destroy()
        far.destroy()
      })
      left = 0
    }
    const forth = pass(far)
    near.on('data', (chunk: Buffer) => {
      if (isAnswered) left = bytes?.() ?? Infinity
      isAnswered = false
      forth(chunk)
    })
    const answer = pass(near)
    const back = (chunk: Buffer): void => {
      isAnswered = true
      answer(chunk)
    }
    far.on('data', (chunk) => (keptBack ? keptBack.push(() => back(chunk)) : back(chunk)))
    near.on('end', () => far.end())
    far.on('end', () => near.end())
    far.on('error', () => near.destroy())
    near.on('close', () => far.destroy())
    far.on('close', () => open.delete(far))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    counts: () => ({ connections, cuts }),
    cutAfter(next) {
      bytes = next
    },
    be(next) {
      state = next
      if (next !== 'up') for (const socket of open) socket.destroy()
    },
    keepAnswersBack(isKept) {
      const answers = keptBack ?? []
      keptBack = isKept ? answers : null
      if (!isKept) for (const send of answers) send()
    },
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
