/**
 * What is recorded of who commands an incident: handed over as an act, watched over for a while
 * once it is contained, and passed on to another body.
 */
import type { Guarded, Sealed } from '../../sealed.ts'
import type { LocalizedText } from '../../text.ts'

/** A post, by its id and name, so that the record reads by itself; or a person. */
export type Commander = {
  post: { id: string; name: LocalizedText } | null
  person: Guarded | null
  personId: string | null // of the register
}
/** `at` (UTC ms): since when. */
export type Command = Commander & { at: number; by: string }
/** Who commanded before stands in it, too. */
export type CommandHandedOver = {
  type: 'CommandHandedOver'
  from: Commander
  to: Commander
  reason: Guarded | null
}
export type HandCommand = { type: 'HandCommand'; to: Commander; reason: Guarded | null }

/** `until` (UTC ms): it ends then by itself, to a proposal. */
export type Watch = { since: number; until: number; over: boolean }
export type WatchSet = { type: 'WatchSet'; until: number; reason: Guarded | null }
export type WatchOver = { type: 'WatchOver' }
export type SetWatch = { type: 'SetWatch'; forMs: number; reason: Guarded | null }

/** `handedAt` (UTC ms): it was passed on then, and is told only now. */
export type IncidentTransferred = {
  type: 'IncidentTransferred'
  from: string // the state that it was in
  body: Sealed
  person: Sealed | null
  handedAt?: number
  reason: Guarded | null
}
export type Transfer = Pick<IncidentTransferred, 'body' | 'person'> & { at: number; by: string }
export type TransferIncident = {
  type: 'TransferIncident'
  body: Sealed
  person: Sealed | null
  handedAt: number | null // null: now
  reason: Guarded | null
}

export type CommandEvent = CommandHandedOver | WatchSet | WatchOver | IncidentTransferred
export type CommandCommand = HandCommand | SetWatch | TransferIncident
