/** What handlers of contacts, of the roster and of the site share: numbers, and how they change. */
import { localDate } from '#shared/domain/calendar.ts'
import { postOfContact } from '#shared/domain/contacts/contact.ts'
import {
  decideContacts,
  type ContactsCommand,
  type ContactsWorld,
  type SetOutsideNumbers,
} from '#shared/domain/contacts/decide.ts'
import { rosterWithContacts } from '#shared/domain/contacts/in-roster.ts'
import { contactsStream, type ContactsEvent } from '#shared/domain/contacts/stream.ts'
import { filledPosts, type Filled } from '#shared/domain/duty/filled.ts'
import { accept, type Refusal } from '#shared/domain/decision.ts'
import { phoneKindOf } from '#shared/domain/roster/phone-kind.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { knownRoles } from '../../engine/known-names.ts'
import type { CommandContext, QueryContext } from '../handler.ts'
import { contactSealing, withSeals, type ContactSealing } from './sealing.ts'

/** Every number that is on file, by post: of whoever fills it, and of the contacts. */
export const numbersOnFile = ({
  memory,
  library,
  now,
}: Pick<QueryContext, 'memory' | 'library' | 'now'>): Filled =>
  rosterWithContacts(
    filledPosts(memory.register(), memory.duty(), localDate(now(), memory.site.zone)),
    memory.contacts(),
    knownRoles(library),
  ) ?? {}

const STREAM = contactsStream.nameOf('')

export const sealingOf = ({ memory, vault }: CommandContext): ContactSealing =>
  contactSealing(memory, vault, STREAM)

const worldOf = (
  { memory, library, vault, meta }: CommandContext,
  { contacts }: ContactSealing,
): ContactsWorld => ({
  contacts,
  roles: knownRoles(library),
  places: new Set(memory.places().map(({ id }) => id)),
  newId: () => vault.id(meta.at),
})

/** What these come to one after the other; the first that is refused refuses all. */
export function decideAll(
  commands: readonly ContactsCommand[],
  context: CommandContext,
  sealing: ContactSealing,
  reply: Changes['reply'] = {},
): Changes | Refusal {
  const { memory, meta } = context
  const before = memory.documents.get('contacts', 'contacts')
  const world = worldOf(context, sealing)
  const decisions = commands.map((command) => decideContacts(before, command, world))
  const events: ContactsEvent[] = []
  for (const decision of decisions) {
    if (!decision.ok) return decision
    events.push(...decision.events)
  }
  const changes = recordDecision(contactsStream, 'contacts', before, accept(...events), meta, reply)
  return changes.ok ? withSeals(changes, sealing.seals) : changes
}

/** The lines of a roster that are of units and posts outside: they go into the contacts. */
export function setOutsideNumbers(
  posts: Readonly<Record<string, readonly { person: string; phone: string }[]>>,
  context: CommandContext,
): Changes | Refusal {
  const sealing = sealingOf(context)
  const linesOf = (post: string, people: readonly { person: string; phone: string }[]) => {
    const before = sealing.contacts.filter((contact) => postOfContact(contact) === post)
    const names = before.map(({ name }) => name)
    const numbers = before.flatMap((contact) => contact.numbers.map(({ number }) => number))
    return people.map(({ person, phone }) => ({
      person: sealing.seal(person, names),
      phone: sealing.seal(phone, numbers),
      kind: phoneKindOf(phone),
    }))
  }
  const command: SetOutsideNumbers = {
    type: 'SetOutsideNumbers',
    posts: Object.fromEntries(
      Object.entries(posts).map(([post, people]) => [post, linesOf(post, people)]),
    ),
  }
  return decideAll([command], context, sealing)
}
