/**
 * Contact persons of the halls of a site (S09-124): each hall names the post that has one in every
 * shift, and somebody holds it.
 */
import type { RegisteredPlace } from '../places/place.ts'
import { localized } from '../text.ts'
import type { Obligation } from './obligation.ts'

/** The kinds of site whose plans demand one for each hall. */
export const CONTACT_KINDS = ['gas-customer-service'] as const

/** The posts that halls name. */
export const contactPosts = (places: readonly RegisteredPlace[]): readonly string[] =>
  places.flatMap(({ contactPost }) => contactPost ?? [])

/**
 * One line for the halls that name no post, or one at which nobody is now. `presence`: who is on by
 * post; null: the site keeps no roster, so that nobody can say.
 */
export function hallsWithoutContact(
  places: readonly RegisteredPlace[],
  presence: Readonly<Record<string, readonly unknown[]>> | null,
): readonly Obligation[] {
  const isHeld = (post: string): boolean => presence === null || (presence[post] ?? []).length > 0
  const without = places.filter(
    ({ kind, contactPost, private: isHome = false }) =>
      kind === 'hall' && !isHome && (contactPost === undefined || !isHeld(contactPost)),
  )
  const [first] = without
  if (!first) return []
  return [
    {
      kind: 'hall-contact',
      about: {
        id: first.id,
        name: without.length === 1 ? localized(first.name, first.name) : null,
      },
      owner: null,
      ...{ due: null, dueAt: null, remindFrom: null, isCritical: false },
      ...{ count: without.length, to: ['site', 'places'] },
    },
  ]
}
