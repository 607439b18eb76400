/** The hash chain: each event is bound to all before it. It reads and writes no store. */
import { hash as sha } from 'node:crypto'
import type { RecordLink } from '#main/core/ports.ts'
import { lineOf, sealedAuthor, type BoundEvent } from '#shared/domain/hand-up/line.ts'
import { NOWHERE, type Point } from '#shared/domain/hand-up/point.ts'
import { digest } from '../vault.ts'

/**
 * An event as it is stored. `salt`: the chain binds the name in `by` as SHA-256(salt ‖ name); null:
 * as it stands.
 */
export type Content = Omit<BoundEvent, 'by'> & { by: string; salt: string | null }
export type Link = Content & { hash: string }
/** How far the chain goes: the last event and its hash. */
export type Head = Point
export type Break = { seq: number; why: 'sequence-gap' | 'hash-mismatch' }

export const START: Head = NOWHERE

/** The text that the chain binds: no name of a person stands in it, but for those of old events. */
const boundLine = ({ by, salt, ...event }: Content): string =>
  lineOf({ ...event, by: salt === null ? by : sealedAuthor(digest(salt, by)) })

/** SHA-256, in hex, of the previous hash (64 hex characters) followed by the line of the event. */
export const linkHash = (previous: string, event: Content): string =>
  sha('sha256', previous + boundLine(event), 'hex')

/** The event with the text that its hash binds. */
export const asHandedUp = ({ hash, ...content }: Link): RecordLink => ({
  ...{ seq: content.seq, hash, type: content.type },
  line: boundLine(content),
})

/** The first place at which `links` do not continue `head`, or null if they all do. */
export function firstBreak(head: Head, links: readonly Link[]): Break | null {
  let { seq, hash } = head
  for (const link of links) {
    seq += 1
    if (link.seq !== seq) return { seq, why: 'sequence-gap' }
    hash = linkHash(hash, link)
    if (link.hash !== hash) return { seq, why: 'hash-mismatch' }
  }
  return null
}
