/** What a person copies into a station to pair it: address, certificate, code. */
import { X509Certificate } from 'node:crypto'

/**
 * `address#fingerprint/code` (domain/hand-up/pairing-text.ts reads it); the fingerprint (SHA-256 of
 * the certificate, DER, in hex) is left out where HQ has none of its own, and the station trusts
 * whom its system trusts.
 */
export function pairingText(address: string, certificate: string | null, code: string): string {
  const pin = certificate
    ? `${new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase()}/`
    : ''
  return `${address}#${pin}${code}`
}
