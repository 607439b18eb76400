/**
 * Gives a count the address that lists its incidents: the page provides it, a count asks for it.
 */
import { inject, type InjectionKey } from 'vue'
import type { Opens } from './address.ts'

export type LinkTo = (opens: Opens) => string
export const LINK_TO: InjectionKey<LinkTo> = Symbol('link to the incidents behind a figure')

export function useLinkTo(): LinkTo {
  const link = inject(LINK_TO)
  if (!link) throw new Error('the statistics page provides LINK_TO before it shows a count')
  return link
}
