/** Works through the numbers that are to be verified, one after the other. */
import type { ContactRead, NumberRead } from '#shared/contract/contacts.ts'

/** A number of a contact that somebody is about to ring. */
export type ToVerify = { contactId: string; number: string }
/** What came of the numbers so far. */
export type VerifySums = { verified: number; changed: number; removed: number; left: number }

export const NO_SUMS: VerifySums = { verified: 0, changed: 0, removed: 0, left: 0 }

/** `read` null: it has just been put right, and is not read back yet. */
export type Ringing = ToVerify & { contact: ContactRead; read: NumberRead | null }

/** The contact with this number; null once nobody has it any more. */
export function ringing(
  { contactId, number }: ToVerify,
  contacts: readonly ContactRead[],
): Ringing | null {
  const contact = contacts.find(({ id }) => id === contactId)
  if (!contact) return null
  const read = contact.numbers.find((entry) => entry.number === number) ?? null
  return { contactId, number, contact, read }
}
