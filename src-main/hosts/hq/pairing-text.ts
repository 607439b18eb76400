/** How stations come to know HQ: by its address, and by its certificate where that is its own. */
import { X509Certificate } from 'node:crypto'
import { pairingTextOf } from '#shared/domain/hand-up/pairing-text.ts'

/** SHA-256 of a certificate (PEM), in hex; null without one: whom the system trusts is trusted. */
export const fingerprintOf = (certificate: string | null): string | null =>
  certificate === null
    ? null
    : new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase()

/** What a person copies into a station to pair it (domain/hand-up/pairing-text.ts reads it). */
export const pairingText = (address: string, certificate: string | null, code: string): string =>
  pairingTextOf({ url: address, fingerprint: fingerprintOf(certificate), code })
