/**
 * Roster and contacts as the one register of numbers that they are: whoever reads the roster finds
 * the contacts under their units and posts, and whoever reads the contacts those of an older
 * roster. Worked out once for each state of both.
 */
import {
  allContacts,
  rosterWithContacts,
  withContactNames,
} from '#shared/domain/contacts/in-roster.ts'
import type { Contact } from '#shared/domain/contacts/contact.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import type { Posts } from '#shared/domain/roster/stream.ts'
import type { Library } from '../ports.ts'
import type { DocumentStore } from './document-store.ts'
import { knownRoles } from './known-names.ts'

export type NumbersOutside = {
  contacts: () => readonly Contact[]
  /** The roster with them. */
  posts: () => Posts | null
  /** Who is on duty, and they under their units and posts. */
  rosterWith: (roster: Roster | null) => Roster | null
}

/** `roster`: what is recorded of the posts themselves. */
export function createNumbersOutside(
  documents: Pick<DocumentStore, 'get'>,
  library: Library,
  roster: () => Posts | null,
): NumbersOutside {
  type Worked = { contacts: readonly Contact[]; posts: Posts | null }
  let of: readonly unknown[] = []
  let worked: Worked = { contacts: [], posts: null }

  function current(): Worked {
    const register = documents.get('contacts', 'contacts')
    const now = [register, roster(), library.plans()]
    if (now.every((part, index) => part === of[index]) && of.length > 0) return worked
    const roles = knownRoles(library)
    const contacts = allContacts(register, roster(), roles)
    of = now
    worked = { contacts, posts: rosterWithContacts(roster(), contacts, roles) }
    return worked
  }

  let last: { of: Roster | null; contacts: readonly Contact[]; roster: Roster | null } | null = null
  return {
    contacts: () => current().contacts,
    posts: () => current().posts,
    rosterWith(roster) {
      const { contacts } = current()
      if (last?.of !== roster || last.contacts !== contacts)
        last = {
          ...{ of: roster, contacts },
          roster: withContactNames(roster, contacts, knownRoles(library)),
        }
      return last.roster
    },
  }
}
