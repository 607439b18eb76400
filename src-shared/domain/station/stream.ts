/**
 * The stream of the station: what happened to its machine while it ran. People read it; no state is
 * folded from it, since nothing is decided by what the machine went through before.
 */
import { defineStream } from '../event-stream.ts'

/** `byMs`: how far the wall clock jumped, ahead or (negative) back. */
export type ClockChanged = { type: 'ClockChanged'; byMs: number }
/** `since`: the instant (UTC ms) of the first event that could not be saved. */
export type StorageRecovered = { type: 'StorageRecovered'; since: number }
/** The record comes from this backup, whose last event had this number and hash. */
export type RecordRestored = {
  type: 'RecordRestored'
  backup: string
  position: number
  hash: string
  madeAt: string
  program: string
}
export type StationEvent = ClockChanged | StorageRecovered | RecordRestored

export const stationStream = defineStream<null, StationEvent, Record<never, never>>({
  name: 'station',
  initial: () => null,
  evolve: () => null,
  documents: {},
})
