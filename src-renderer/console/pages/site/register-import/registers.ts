/** The registers that a table can be taken into. */
import type { ListRegister } from '#shared/domain/register-import/lists.ts'

export type Register = ListRegister | 'duty'
export const REGISTERS: readonly Register[] = ['people', 'duty', 'contacts', 'places']
