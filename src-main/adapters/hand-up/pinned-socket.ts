/** Connects to a machine that is known by its own certificate. */
import { connect, type TLSSocket } from 'node:tls'

export class OtherCertificate extends Error {}

/** Connected, and it is who it should be. Rejects otherwise, with nothing sent. */
export function pinnedSocket(
  { host, port, fingerprint }: { host: string; port: number; fingerprint: string },
  signal: AbortSignal,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    // the certificate itself is known: who signed it, and until when, says nothing more
    const socket = connect({ host, port, rejectUnauthorized: false })
    const giveUp = (): void => void socket.destroy(new Error('given up'))
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    socket.once('close', () => signal.removeEventListener('abort', giveUp))
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      const pin = socket.getPeerX509Certificate()?.fingerprint256.replaceAll(':', '').toLowerCase()
      if (pin === fingerprint) {
        socket.off('error', reject)
        resolve(socket)
        return
      }
      socket.destroy()
      reject(new OtherCertificate())
    })
  })
}
