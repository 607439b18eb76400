/**
 * Who is rung for a post, one after the other: whoever is on duty there, then the substitutes of
 * the post in their order, then the posts above. Who is on duty says `duty/on-duty.ts`.
 */
import { substitutesOf, type Presence } from '../duty/on-duty.ts'
import type { Person, Register } from '../roster/register.ts'

/**
 * `duty`: on at the post itself; `substitute`: stands in there; `above`: of a post further up, on
 * duty or standing in.
 */
export type LinkKind = 'duty' | 'substitute' | 'above'
export type ChainLink = { postId: string; person: Person; kind: LinkKind }

/**
 * `posts`: the post and those above it. `date`: the local date, by which leave counts. Everybody
 * comes once, at the first place; a post that nobody is at is passed over.
 */
export function callChain(
  posts: readonly string[],
  presence: Presence | null,
  register: Register,
  date: string,
): readonly ChainLink[] {
  const links = posts.flatMap((postId, index): ChainLink[] => {
    const linkKind = (isSubstitute: boolean): LinkKind =>
      index > 0 ? 'above' : isSubstitute ? 'substitute' : 'duty'
    return [
      ...(presence?.[postId] ?? []).map(({ person, substitute = false }) => ({
        postId,
        person,
        kind: linkKind(substitute),
      })),
      ...substitutesOf(register, postId, date).map((person) => ({
        postId,
        person,
        kind: linkKind(true),
      })),
    ]
  })
  return links.filter(
    ({ person }, index) => links.findIndex((other) => other.person.id === person.id) === index,
  )
}
