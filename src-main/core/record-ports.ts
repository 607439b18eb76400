/** An event and a personal value as the record has them, and what can be read of a damaged one. */
import type { Json } from '#shared/domain/canonical.ts'

/** An event on its way into the record. `body` is the event without type, person and instant. */
export type NewEvent = { stream: string; type: string; at: number; by: string; body: Json }
/**
 * An event of the record. `seq` is gapless over all streams, `version` within its stream (from 1).
 * `named`: the chain binds the name of the person in `by` as it stands, as it did once.
 */
export type StoredEvent = NewEvent & {
  seq: number
  version: number
  commandId: string | null
  named?: true
}
/**
 * An event as it is handed up: `line` is the text that the chain binds (`domain/hand-up/line.ts`),
 * `hash` binds it and all before it, in hex.
 */
export type RecordLink = { seq: number; hash: string; type: string; line: string }
/** A personal value, kept apart from the record: `sealed` = SHA-256(salt ‖ value) in hex. */
export type Seal = { sealed: string; salt: string; value: string; stream: string }

/** Events of one stream; `missing`: how many of it could not be read, or are not as written. */
export type SalvagedStream = { events: readonly StoredEvent[]; missing: number }
/**
 * What could be read of a record that cannot be opened. `streams` has what is not an incident, and
 * incidents that were not over, by name. `head`: the last event that could be read. `whole`: it was
 * read to its end, and not only as far as the time went.
 */
export interface SalvagedRecord {
  readonly head: { position: number; hash: string } | null
  /** What binds its first event: which record it is; null where that cannot be read. */
  readonly first: string | null
  readonly whole: boolean
  readonly streams: ReadonlyMap<string, SalvagedStream>
  /** The personal values of these digests, as far as they can be read. */
  seals(sealed: readonly string[]): readonly Seal[]
  close(): void
}
