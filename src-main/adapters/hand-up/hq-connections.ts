/**
 * Connections to HQ that stay open for the next request: a station says every ten seconds that it
 * is there, and a handshake of its own for each would be most of what goes over the line.
 */
import { Agent as PlainAgent, type ClientRequestArgs } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import type { HqAddress } from '#main/core/ports.ts'
import { pinnedSocket } from './pinned-socket.ts'

const CONNECT_MS = 30_000
/** A beat does not wait behind a long push; what is free afterwards but one is closed. */
const KEEP = { keepAlive: true, maxFreeSockets: 1 }

/** Sends nothing, not even a token, to a machine with another certificate. */
class PinnedAgent extends SecureAgent {
  readonly #fingerprint: string
  constructor(fingerprint: string) {
    super(KEEP)
    this.#fingerprint = fingerprint
  }
  override createConnection(
    { host, port }: ClientRequestArgs,
    done?: (error: Error | null, socket: Duplex) => void,
  ): null {
    const to = { host: host ?? '', port: Number(port ?? 443), fingerprint: this.#fingerprint }
    pinnedSocket(to, AbortSignal.timeout(CONNECT_MS)).then(
      (socket) => done?.(null, socket),
      (error: Error) => (done as ((error: Error) => void) | undefined)?.(error),
    )
    return null
  }
}

function agentTo({ url, fingerprint }: HqAddress): PlainAgent {
  if (!url.startsWith('https:')) return new PlainAgent(KEEP)
  return fingerprint === null ? new SecureAgent(KEEP) : new PinnedAgent(fingerprint)
}

export type HqConnections = { to: (address: HqAddress) => PlainAgent; stop: () => void }

/** Of one address at a time: with another one the old connections are closed. */
export function createHqConnections(): HqConnections {
  let [agent, of]: [PlainAgent | null, string] = [null, '']
  return {
    to(address) {
      const name = `${address.url} ${address.fingerprint ?? ''}`
      if (!agent || of !== name) {
        agent?.destroy()
        ;[agent, of] = [agentTo(address), name]
      }
      return agent
    },
    stop: () => agent?.destroy(),
  }
}
