/** The registers that a table can be taken into. */
import { readinessLink, siteLink, suppliesLink } from '#renderer/console/base/links.ts'
import type { ListRegister } from '#shared/domain/register-import/lists.ts'

export type Register = ListRegister | 'duty'
export const REGISTERS: readonly Register[] = [
  ...(['people', 'duty', 'contacts', 'places'] as const),
  ...(['supplies', 'checklists', 'checks'] as const),
]
/** Where the register stands: some under readiness, the others in the settings. */
export function registerLink(register: Register): string {
  if (register === 'supplies') return suppliesLink()
  if (register === 'checklists' || register === 'checks') return readinessLink('checks')
  return siteLink(register)
}
