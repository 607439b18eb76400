/**
 * Seals what contacts hold of people. A text that is there already goes under the seal that it has,
 * so that a number is known again; what an older roster has is sealed with the contact that it
 * becomes.
 */
import type { Personal } from '#shared/contract/personal.ts'
import type { Contact } from '#shared/domain/contacts/contact.ts'
import { isSealed, sealedIn, type Guarded } from '#shared/domain/sealed.ts'
import type { Memory } from '../../engine/memory.ts'
import type { Changes } from '../../engine/changes.ts'
import type { Seal, Vault } from '../../ports.ts'
import { sealer } from '../handler.ts'

/** The text; empty once it was purged. */
export const openedBy =
  ({ value }: Pick<Memory, 'value'>) =>
  (text: Guarded): string =>
    isSealed(text) ? (value(text) ?? '') : text

export type ContactSealing = {
  seals: readonly Seal[]
  /** All contacts, with nothing in clear. */
  contacts: readonly Contact[]
  /** The seal of a text: the one that one of these has, if it says the same. */
  seal: (text: string, before: readonly Guarded[]) => Guarded
  /** What a text says, also one that was sealed just now; null once it was purged. */
  textOf: (text: Guarded) => string | null
}

/** `stream`: whose seals they are. */
export function contactSealing(
  memory: Pick<Memory, 'contacts' | 'documents' | 'value'>,
  vault: Vault,
  stream: string,
): ContactSealing {
  const { seals, seal: sealNew } = sealer(vault, stream)
  const textOf = (text: Guarded): string | null =>
    isSealed(text)
      ? (seals.find(({ sealed }) => sealed === text.sealed)?.value ?? memory.value(text))
      : text
  /** A purged text stays as it is. */
  function sealedAnew(text: Guarded): Guarded {
    const words = textOf(text)
    return words === null || words === '' ? text : sealNew(words as Personal)
  }
  const entered = new Set(
    memory.documents.get('contacts', 'contacts')?.contacts.map(({ id }) => id),
  )
  const contacts = memory.contacts().map((contact) =>
    entered.has(contact.id)
      ? contact
      : {
          ...contact,
          name: sealedAnew(contact.name),
          numbers: contact.numbers.map((entry) => ({
            ...entry,
            number: sealedAnew(entry.number),
          })),
        },
  )
  return {
    seals,
    contacts,
    textOf,
    seal(text, before) {
      if (text === '') return ''
      return before.find((known) => textOf(known) === text) ?? sealNew(text as Personal)
    },
  }
}

/** The changes with those of the seals that an event of theirs speaks of. */
export function withSeals(changes: Changes, seals: readonly Seal[]): Changes {
  const used = new Set(sealedIn(changes.events.map(({ body }) => body)).map(({ sealed }) => sealed))
  return {
    ...changes,
    seals: [...changes.seals, ...seals.filter(({ sealed }) => used.has(sealed))],
  }
}
