/** Who commands an incident, as a wall says it. */
import type { BoardCommand } from '#shared/domain/board/command-types.ts'
import { peopleOf } from '#shared/domain/roster/outside-units.ts'
import type { Language } from '../ui/figure.ts'

/** `name`: whom to ask for; `post`: what stands beside a name, else empty. */
export type Commander = { name: string; post: string }

/**
 * The first of the people who are on duty at the commanding post, with `others` behind where there
 * are more; the post alone where nobody is known there. Null where a wall may not name who
 * commands, or nothing of the incident can be read.
 */
export function commanderIn(
  { role, people, named }: BoardCommand,
  language: Language,
  others: (more: number) => string,
): Commander | null {
  const [first, ...more] = peopleOf(people, role).filter((name) => name !== '')
  const post = role[language]
  if (first === undefined) return named || post === '' ? null : { name: post, post: '' }
  return { name: first + (more.length > 0 ? others(more.length) : ''), post }
}
