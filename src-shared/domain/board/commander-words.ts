/** Says in words who commands. */
import { localized, type LocalizedText } from '../text.ts'
import type { BoardCommand } from './command-types.ts'

/** The people with the post in brackets; the post alone where nobody is on duty there. */
export function commanderWords({ role, people, named }: BoardCommand): LocalizedText {
  const names = people.filter((name) => name !== '')
  if (names.length === 0) return role
  const [zh, en] = [names.join('、'), names.join(', ')]
  return named ? localized(zh, en) : localized(`${zh}（${role.zh}）`, `${en} (${role.en})`)
}
