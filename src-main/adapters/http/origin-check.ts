/**
 * Who may speak to the station at all: method, `Host`, `Origin`, `Sec-Fetch-Site`. Pure; it knows
 * no token.
 */
import type { BorderCode } from '#shared/contract/refused.ts'

export type Head = {
  method: string
  host: string | undefined
  origin: string | undefined
  fetchSite: string | undefined
}

/**
 * The names that a browser on this machine may use for a station on this port. Any other name is
 * DNS rebinding.
 */
const namesOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

/**
 * Refuses what is not ours, in this order: `method-not-allowed`, `foreign-host` (the name must
 * match exactly, port included), `foreign-origin` (an Origin must be that same name; a page on
 * another port of this machine is foreign, too). A missing Origin passes: a program sends none, and
 * what it may do depends on its token.
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
