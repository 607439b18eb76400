/** The numbers of a contact as they are typed, a line each, in the order in which they are rung. */
import type { NumberRead } from '#shared/contract/contacts.ts'
import type { NumberKind } from '#shared/domain/contacts/contact.ts'
import type { ContactInput } from './contact-list.ts'

export const MOST_NUMBERS = 20 // as the station takes them

/** `kind` empty: as the number looks. */
export type NumberLine = { number: string; kind: NumberKind | '' }

export const blankLine = (): NumberLine => ({ number: '', kind: '' })

/** There is always a line to write in. */
export const numberLines = (
  numbers: readonly Pick<NumberRead, 'number' | 'kind'>[],
): NumberLine[] =>
  numbers.length > 0 ? numbers.map(({ number, kind }) => ({ number, kind })) : [blankLine()]

/** Without lines in which nothing stands. */
export const numbersOf = (lines: readonly NumberLine[]): ContactInput['numbers'] =>
  lines
    .map(({ number, kind }) => ({ number: number.trim(), kind: kind || null }))
    .filter(({ number }) => number !== '')
