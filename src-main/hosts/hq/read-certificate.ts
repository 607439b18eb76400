/** Reads the certificate of HQ and its key. */
import { readFileSync } from 'node:fs'
import type { Certificate } from '#main/adapters/hq-http/hq-server.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from '../node/exit-codes.ts'
import type { HqOptions } from './hq-options.ts'

/** Null: HQ has none. Throws {@link Stop} for one that cannot be read. */
export function readCertificate({ certificate }: HqOptions): Certificate | null {
  if (!certificate) return null
  try {
    return {
      cert: readFileSync(certificate.cert, 'utf8'),
      key: readFileSync(certificate.key, 'utf8'),
    }
  } catch (error) {
    const { message } = error as Error
    throw new Stop(
      EXIT.noInput,
      'certificate-unreadable',
      localized(`证书读不出：${message}`, `The certificate cannot be read: ${message}`),
    )
  }
}
