/** Rejects requests of foreign pages by method, `Host`, `Origin` and `Sec-Fetch-Site`. */
import type { BorderCode } from '#shared/contract/refused.ts'

export type Head = {
  method: string
  host: string | undefined
  origin: string | undefined
  fetchSite: string | undefined
}

/** The hosts that a browser on this machine may use for this port. Any other is DNS rebinding. */
const namesOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

/**
 * Refuses in this order: `method-not-allowed`, `foreign-host` (the host must match exactly, port
 * included), `foreign-origin` (an Origin must be that same host; a page on another port of this
 * machine is foreign too). A missing Origin passes: a program sends none, and its token decides.
 */
export function rejectForeign(head: Head, port: number): BorderCode | null {
  if (head.method !== 'GET' && head.method !== 'HEAD' && head.method !== 'POST')
    return 'method-not-allowed'
  if (head.host === undefined || !namesOf(port).includes(head.host)) return 'foreign-host'
  if (head.origin !== undefined && head.origin !== `http://${head.host}`) return 'foreign-origin'
  const site = head.fetchSite
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign-origin'
  return null
}
