/** Rejects requests of foreign pages by method, `Host`, `Origin` and `Sec-Fetch-Site`. */
import type { BorderCode } from '#shared/contract/refused.ts'

export type Head = {
  method: string
  /** As it stands in the request line: a path, or a whole address with the host in it. */
  target: string
  host: string | undefined
  origin: string | undefined
  fetchSite: string | undefined
}

/** The hosts that a browser on this machine may use for this port. Any other is DNS rebinding. */
const namesOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

/** A target that is a whole address names its host itself (RFC 9112 §3.2.2). */
const isAtHost = (target: string, host: string): boolean => {
  if (target.startsWith('/')) return true
  const url = URL.canParse(target) ? new URL(target) : null
  return url?.protocol === 'http:' && url.host === host && url.username + url.password === ''
}

/**
 * Refuses in this order: `method-not-allowed`, `foreign-host` (the host must match exactly, port
 * included, and so must one in the target), `foreign-origin` (an Origin must be that same host; a
 * page on another port of this machine is foreign too). A missing Origin passes: a program sends
 * none, and its token decides.
 */
export function rejectForeign(head: Head, port: number): BorderCode | null {
  if (head.method !== 'GET' && head.method !== 'HEAD' && head.method !== 'POST')
    return 'method-not-allowed'
  if (head.host === undefined || !namesOf(port).includes(head.host)) return 'foreign-host'
  if (!isAtHost(head.target, head.host)) return 'foreign-host'
  if (head.origin !== undefined && head.origin !== `http://${head.host}`) return 'foreign-origin'
  const site = head.fetchSite
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign-origin'
  return null
}
