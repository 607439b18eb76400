/** The contact persons of a place: whoever is on at the post that its hall names (S09-124). */
import type { PlaceRead } from '#shared/contract/places.ts'
import type { Posts } from './duty.ts'

/**
 * Of the place itself, or of what it lies in. Null: no post is named; empty: nobody is on at it.
 * `posts`: as they are held now.
 */
export function contactPersons(
  place: PlaceRead,
  places: readonly PlaceRead[],
  posts: Posts,
): readonly { person: string; phone: string }[] | null {
  if (place.contactPost !== null) return posts?.[place.contactPost] ?? []
  const outer = places.find(({ id }) => id === place.within)
  return outer ? contactPersons(outer, places, posts) : null
}
