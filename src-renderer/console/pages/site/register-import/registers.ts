/** The registers that a table can be taken into. */
import {
  readinessLink,
  risksLink,
  siteLink,
  suppliesLink,
  talksLink,
  trainingSessionsLink,
} from '#renderer/console/base/links.ts'
import type { ListRegister } from '#shared/domain/register-import/list-heads.ts'

export type Register = ListRegister | 'duty'
const OF_SETTINGS: readonly Register[] = ['people', 'duty', 'contacts', 'places']
/** The others belong to readiness. */
export const isOfSettings = (register: Register): boolean => OF_SETTINGS.includes(register)
export const REGISTERS: readonly Register[] = [
  ...OF_SETTINGS,
  ...(['supplies', 'attendance', 'checklists', 'checks', 'risks', 'talks'] as const),
]
/** Where the register stands: some under readiness, the others in the settings. */
export function registerLink(register: Register): string {
  if (register === 'supplies') return suppliesLink()
  if (register === 'attendance') return trainingSessionsLink()
  if (register === 'checklists' || register === 'checks') return readinessLink('checks')
  if (register === 'risks') return risksLink()
  if (register === 'talks') return talksLink()
  return siteLink(register)
}
