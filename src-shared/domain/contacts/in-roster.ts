/**
 * Roster and contacts are one register of numbers outside: an older roster has them as holders of
 * units and of posts outside, and whoever reads the roster finds the contacts under these.
 */
import type { Roster } from '../incident/record/world.ts'
import type { Role } from '../plan/plan.ts'
import { isOutsideUnit } from '../roster/outside-units.ts'
import type { Guarded } from '../sealed.ts'
import { categoryCalled, postOfContact, type Contact, type ContactCategory } from './contact.ts'
import { IN_ROSTER, type Contacts } from './stream.ts'

type Line = { person: Guarded; phone: Guarded }
/** As a roster has them: people and telephones by post. */
export type Holders = Readonly<Record<string, readonly Line[]>>

/**
 * What contacts of a post are, if it is a unit or a post outside; null: it is one of the site's
 * own. `roles`: of the site's documents.
 */
export function categoryOfPost(post: string, roles: readonly Role[]): ContactCategory | null {
  if (isOutsideUnit(post)) return post
  const role = roles.find(({ id }) => id === post)
  return role?.kind === 'external' ? (categoryCalled(role.name.zh) ?? 'outside-other') : null
}

/** The contacts that stand in a roster alone, each under an id that its place there gives it. */
function contactsInRoster(posts: Holders, roles: readonly Role[]): Contact[] {
  return Object.entries(posts).flatMap(([post, people]) => {
    const category = categoryOfPost(post, roles)
    if (category === null) return []
    return people.map(({ person, phone }, index): Contact => ({
      id: `${IN_ROSTER}${post}.${index + 1}`,
      name: person,
      category,
      ...(isOutsideUnit(post) ? {} : { role: post }),
      numbers: phone === '' ? [] : [{ number: phone, kind: 'other' }],
      note: '',
    }))
  })
}

/** All contacts: those of the register, and those that an older roster has beside it. */
export function allContacts(
  register: Contacts | null,
  posts: Holders | null,
  roles: readonly Role[],
): readonly Contact[] {
  const contacts = register?.contacts ?? []
  const gone = new Set([...contacts.map(({ id }) => id), ...(register?.removed ?? [])])
  return [...contacts, ...contactsInRoster(posts ?? {}, roles).filter(({ id }) => !gone.has(id))]
}

/**
 * Who is on duty, and who stands for the units and posts outside; null while nobody was ever named.
 */
export function withContactNames(
  roster: Roster | null,
  contacts: readonly Contact[],
  roles: readonly Role[],
): Roster | null {
  if (roster === null) return null
  const names = Map.groupBy(contacts, postOfContact)
  return Object.fromEntries([
    ...Object.entries(roster).filter(([post]) => categoryOfPost(post, roles) === null),
    ...[...names].flatMap(([post, all]) =>
      post === null ? [] : [[post, all.map(({ name }) => name)] as const],
    ),
  ])
}

/** A line for each number, or for the name alone. */
const linesOf = ({ name, numbers }: Contact): Line[] =>
  numbers.length === 0
    ? [{ person: name, phone: '' }]
    : numbers.map(({ number }) => ({ person: name, phone: number }))

/**
 * The roster as whoever reads it finds it: the site's own posts, and every contact under its unit
 * or post. Null while there is neither.
 */
export function rosterWithContacts<L extends { phone: Guarded }>(
  posts: Readonly<Record<string, readonly L[]>> | null,
  contacts: readonly Contact[],
  roles: readonly Role[],
): Record<string, (L | Line)[]> | null {
  const numbered = contacts.flatMap((contact) => {
    const post = postOfContact(contact)
    return post === null ? [] : [[post, linesOf(contact)] as const]
  })
  if (posts === null && numbered.length === 0) return null
  const isInside = (post: string): boolean => categoryOfPost(post, roles) === null
  const byPost = new Map<string, (L | Line)[]>(
    Object.entries(posts ?? {})
      .filter(([post]) => isInside(post))
      .map(([post, people]) => [post, [...people]]),
  )
  for (const [post, lines] of numbered) byPost.set(post, [...(byPost.get(post) ?? []), ...lines])
  return Object.fromEntries(byPost)
}
