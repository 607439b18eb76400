/** Names as a request brings them, and of posts as pages show them. */
import { describeRole } from '#shared/domain/plan/describe.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { knownRoles } from '../../engine/known-names.ts'
import type { StationContext } from '../handler.ts'

/** One text stands for both languages. */
export const localName = (name: string | LocalizedText): LocalizedText =>
  typeof name === 'string' ? { zh: name, en: name } : name

/** How posts are called, those that the site made itself and former ones too. */
export function postNames({
  memory,
  library,
}: Pick<StationContext, 'memory' | 'library'>): (id: string) => LocalizedText {
  const roles = knownRoles(library, memory.register())
  return (id) => describeRole(id, { roles })
}
