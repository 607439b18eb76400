/**
 * The text that HQ shows and a person copies into the station: where HQ is, by which certificate it
 * is known, and a code that holds once: `https://hq.example:8443#<sha-256 in hex>/<code>`.
 */

export type PairingText = { url: string; fingerprint: string | null; code: string }

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
const HOST_OF = /^https?:\/\/([\w.-]+|\[[0-9a-f:]+\])(?=[:/]|$)/i
const FORM =
  /^(https?):\/\/([\w.-]+|\[[0-9a-f:]+\])(:\d{1,5})?\/?#(?:([0-9a-f:]{64,95})\/)?([\w-]{6,200})$/

/** The text as a person copies it; the fingerprint is left out where it is null. */
export const pairingTextOf = ({ url, fingerprint, code }: PairingText): string =>
  `${url}#${fingerprint === null ? '' : `${fingerprint}/`}${code}`

/** Whether this address (`https://host:port`) leads nowhere but to the machine itself. */
export const isLoopback = (url: string): boolean =>
  LOOPBACK.test(HOST_OF.exec(url)?.[1]?.toLowerCase() ?? '')

/**
 * Null: no such text. Plain HTTP only to this machine itself; a fingerprint has its colons or not,
 * and is left out where the system knows who signs HQ's certificate.
 */
export function parsePairing(text: string): PairingText | null {
  const match = FORM.exec(text.replace(/\s/g, ''))
  if (!match) return null
  const [, scheme = '', host = '', port = '', pin, code = ''] = match
  const fingerprint = pin?.replaceAll(':', '') ?? null
  if (fingerprint !== null && fingerprint.length !== 64) return null
  if (scheme === 'http' && !LOOPBACK.test(host)) return null
  return { url: `${scheme}://${host}${port}`, fingerprint, code }
}
