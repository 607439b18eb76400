/** Says in words who commands. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { LocalizedText } from '#shared/domain/text.ts'

type Say = (words: LocalizedText) => string

/** The people with the post in brackets; the post alone where nobody is on duty there. */
export function commanderWords(
  { role, people, named }: BoardIncident['command'],
  tr: Say,
  join: string,
): string {
  const names = people.filter((name) => name !== '').join(join)
  if (names === '') return tr(role)
  return named ? names : tr({ zh: `${names}（${role.zh}）`, en: `${names} (${role.en})` })
}
