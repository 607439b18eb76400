/** The registers that a table can be taken into. */
import { siteLink, suppliesLink } from '#renderer/console/base/links.ts'
import type { ListRegister } from '#shared/domain/register-import/lists.ts'

export type Register = ListRegister | 'duty'
export const REGISTERS: readonly Register[] = ['people', 'duty', 'contacts', 'places', 'supplies']
/** Where the register stands: supplies under readiness, the others in the settings. */
export const registerLink = (register: Register): string =>
  register === 'supplies' ? suppliesLink() : siteLink(register)
