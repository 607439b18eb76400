/**
 * Tags personal values in the contract: a `Personal` cannot be put into an event until it is
 * sealed.
 */
import { written, writtenOrEmpty } from './parts.ts'

export type Personal = string & { readonly personal: unique symbol }

/**
 * A text of at most `max` characters that names or quotes a person (突发事件应对法 art. 84–85): kept apart
 * from the record.
 */
export const personal = (max: number) => written(max).transform((value) => value as Personal)

/** The same, and it may be empty: then there is nothing to seal. */
export const personalOrEmpty = (max: number) =>
  writtenOrEmpty(max).transform((value) => value as Personal | '')
