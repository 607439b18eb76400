/**
 * Makes the certificate by which a machine of the room is known to the other: self-signed, pinned
 * by its fingerprint when the two are paired, so that no authority is asked. Node makes keys and
 * signatures but no certificates: the few fields of RFC 5280 are written here.
 */
import { generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto'

export type MachineCertificate = { cert: string; key: string; fingerprint: string }

const LONGEST_SHORT = 127 // a length that one byte tells (X.690, 8.1.3)
const TAG = { integer: 2, bits: 3, oid: 6, utf8: 12, time: 23, sequence: 48, set: 49, version: 160 }
const ECDSA_SHA256 = '06082a8648ce3d040302' // OID 1.2.840.10045.4.3.2
const COMMON_NAME = '0603550403' // OID 2.5.4.3
const VALID_YEARS = 24 // two digits of the year, as UTCTime has them, until 2049

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  if (body.length <= LONGEST_SHORT) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.from(
    body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'),
    'hex',
  )
  return Buffer.concat([Buffer.from([tag, 0x80 + length.length]), length, body])
}
const hex = (text: string): Buffer => Buffer.from(text, 'hex')
const utcTime = (year: number): Buffer =>
  der(TAG.time, Buffer.from(`${String(year % 100).padStart(2, '0')}0101000000Z`, 'ascii'))

/** `name`: of the machine, for people who look at it. `year`: of today. */
export function makeCertificate(name: string, year: number): MachineCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(TAG.sequence, hex(ECDSA_SHA256))
  const named = der(
    TAG.sequence,
    der(TAG.set, der(TAG.sequence, hex(COMMON_NAME), der(TAG.utf8, Buffer.from(name, 'utf8')))),
  )
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40 // positive, and no leading zero
  const body = der(
    TAG.sequence,
    der(TAG.version, der(TAG.integer, hex('02'))),
    der(TAG.integer, serial),
    algorithm,
    named,
    der(TAG.sequence, utcTime(year - 1), utcTime(Math.min(2049, year + VALID_YEARS))),
    named,
    publicKey.export({ format: 'der', type: 'spki' }),
  )
  const signature = sign('sha256', body, privateKey)
  const whole = der(TAG.sequence, body, algorithm, der(TAG.bits, hex('00'), signature))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  const cert = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
  return {
    cert,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    fingerprint: fingerprintOf(cert),
  }
}

/** SHA-256 of the certificate, in hex without colons. */
export const fingerprintOf = (cert: string): string =>
  new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase()
