/**
 * Another address on this machine, that counts who comes: an attack has worked if it has been
 * reached.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Elsewhere = { url: string; hits: string[]; stop(): void }

export async function elsewhere(): Promise<Elsewhere> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.setHeader('content-type', 'text/html')
    response.setHeader('access-control-allow-origin', '*')
    response.end('<title>elsewhere</title>')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits,
    stop: () => void server.close().closeAllConnections(),
  }
}
