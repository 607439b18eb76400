/** Says which posts somebody fills, for good or by the duty roster: the others are missing. */
import type { Guarded } from '../sealed.ts'
import { isHere, personIn, type Register } from '../roster/register.ts'
import { datePlus, EMPTY_DUTY, standingEntries, type DutyRoster } from './roster.ts'

/** By post, the numbers of its people; empty for somebody without one. */
export type Filled = Readonly<Record<string, readonly { phone: Guarded }[]>>

/**
 * Whoever holds a post for good, or is entered for it from yesterday's local date on; then whoever
 * fills a post of the site that stands for it. `today`: a local date. Null while nobody was ever
 * named.
 */
export function filledPosts(
  register: Register | null,
  duty: DutyRoster | null,
  today: string,
): Filled | null {
  if (!register?.begun) return null
  const filled: Record<string, readonly { phone: Guarded }[]> = Object.fromEntries(
    Object.entries(register.holders).map(([post, people]) => [
      post,
      people.map(({ phone }) => ({ phone })),
    ]),
  )
  const add = (post: string, people: readonly { phone: Guarded }[]): void => {
    filled[post] = [...(filled[post] ?? []), ...people]
  }
  const first = datePlus(today, -1)
  for (const { postId, persons } of standingEntries(duty ?? EMPTY_DUTY, (date) => date >= first))
    add(
      postId,
      persons.flatMap((id) => {
        const person = personIn(register, id)
        return isHere(person) ? [{ phone: person.phones[0]?.number ?? '' }] : []
      }),
    )
  for (const { id, standsFor } of register.posts)
    for (const post of standsFor) add(post, filled[id] ?? [])
  return filled
}
