/** Handlers that change the register of contacts. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Contact, ContactNumber, NumberKind } from '#shared/domain/contacts/contact.ts'
import type { SetContact } from '#shared/domain/contacts/decide.ts'
import { unknownNumber } from '#shared/domain/contacts/refusals.ts'
import { readContactRows, type OpenContact } from '#shared/domain/contacts/rows.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import { phoneKindOf } from '#shared/domain/roster/phone-kind.ts'
import type { Guarded } from '#shared/domain/sealed.ts'
import { changesOf } from '../../engine/changes.ts'
import type { Handler } from '../handler.ts'
import { decideAll, sealingOf } from './data.ts'
import type { ContactSealing } from './sealing.ts'

/** The last of the same number is left out. */
function numbersOf(
  numbers: readonly { number: string; kind?: NumberKind | null | undefined }[],
  before: readonly ContactNumber[],
  { seal }: ContactSealing,
): readonly ContactNumber[] {
  const texts = before.map(({ number }) => number)
  return numbers
    .filter(({ number }, index) => numbers.findIndex((other) => other.number === number) === index)
    .map(({ number, kind }) => ({
      number: seal(number, texts),
      kind: kind ?? phoneKindOf(number),
    }))
}

/** A contact as it may stand in the record. */
function sealedContact(
  { name, numbers, note, ...rest }: OpenContact,
  sealing: ContactSealing,
): Contact {
  const before = sealing.contacts.find(({ id }) => id === rest.id)
  const texts: readonly Guarded[] = before ? [before.name, before.note] : []
  return {
    ...rest,
    name: sealing.seal(name, texts),
    numbers: numbersOf(numbers, before?.numbers ?? [], sealing),
    note: sealing.seal(note, texts),
  }
}

function openContact(
  { allHours, place, role, dueMonths, note, numbers, ...input }: Parsed<'contacts/set'>,
  id: string,
): OpenContact {
  return {
    id,
    name: input.name,
    category: input.category,
    numbers: numbers.map(({ number, kind }) => ({ number, kind: kind ?? phoneKindOf(number) })),
    note: note ?? '',
    ...(role ? { role } : {}),
    ...(allHours ? { allHours: true as const } : {}),
    ...(place ? { place } : {}),
    ...(dueMonths ? { dueMonths } : {}),
  }
}

const setContact: Handler<'contacts/set'> = async (input, context) => {
  const sealing = sealingOf(context)
  const id = input.id ?? context.vault.id(context.meta.at)
  const contact = sealedContact(openContact(input, id), sealing)
  const isNew = !input.id
  return decideAll([{ type: 'SetContact', contact, isNew }], context, sealing, { id })
}

const removeContact: Handler<'contacts/remove'> = async ({ id }, context) =>
  decideAll([{ type: 'RemoveContact', contactId: id }], context, sealingOf(context))

const verifyNumber: Handler<'contacts/verify'> = async ({ id, number, words }, context) => {
  const sealing = sealingOf(context)
  const contact = sealing.contacts.find((candidate) => candidate.id === id)
  const entry = contact?.numbers.find((known) => sealing.textOf(known.number) === number)
  if (contact && !entry) return unknownNumber()
  return decideAll(
    [
      {
        type: 'VerifyNumber',
        contactId: id,
        number: entry?.number ?? '',
        words: sealing.seal(words ?? '', []),
      },
    ],
    context,
    sealing,
  )
}

const setVerification: Handler<'contacts/verification-set'> = async ({ months }, context) =>
  decideAll([{ type: 'SetVerification', months }], context, sealingOf(context))

const importRows: Handler<'contacts/import'> = async ({ rows, preview }, context) => {
  const sealing = sealingOf(context)
  const open = (text: Guarded): string => sealing.textOf(text) ?? ''
  const contacts = sealing.contacts.map(({ name, numbers, note, ...rest }): OpenContact => ({
    ...rest,
    name: open(name),
    numbers: numbers.map(({ number, kind }) => ({ number: open(number), kind })),
    note: open(note),
  }))
  const read = readContactRows(rows, contacts, {
    places: context.memory.places(),
    newId: () => context.vault.id(context.meta.at),
  })
  const reply = { rows: read.rows }
  if (preview) return changesOf({ reply })
  return (
    faultyRows(read.rows) ??
    decideAll(
      read.contacts.map(({ contact, isNew }): SetContact => ({
        type: 'SetContact',
        contact: sealedContact(contact, sealing),
        isNew,
      })),
      context,
      sealing,
      reply,
    )
  )
}

export const contactCommands = {
  'contacts/set': setContact,
  'contacts/remove': removeContact,
  'contacts/verify': verifyNumber,
  'contacts/verification-set': setVerification,
  'contacts/import': importRows,
}
