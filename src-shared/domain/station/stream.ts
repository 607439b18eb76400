/**
 * The stream of the station: what happened to its machine and its record, and its faults. Its state
 * is what is missing of the record, and where it was restored from; the rest is for people to read.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import type { FaultEvent } from './faults.ts'
import type { RecordPoint } from './head.ts'

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
/**
 * The record was found to end before `witnessed`, or to say something else there: `left` is what
 * was found of it, `lastAt` (UTC ms) when the last event of that was.
 */
export type RecordShortened = {
  type: 'RecordShortened'
  witnessed: RecordPoint
  left: RecordPoint
  lastAt: number | null
}
export type StationEvent =
  ClockChanged | StorageRecovered | RecordRestored | RecordShortened | FaultEvent

/** `at`: when it was found (UTC ms). */
export type Shortened = Omit<RecordShortened, 'type'> & { at: number }
export type StationState = {
  /** What was found last, unless the record has been restored since. */
  shortened: Shortened | null
  /** The last event of the backup that the record was restored from last. */
  restored: RecordPoint | null
}

/** What it knows nothing of changes nothing: a station starts whatever stands in its stream. */
function evolve(state: StationState, event: Recorded<StationEvent>): StationState {
  if (event.type === 'RecordRestored')
    return { shortened: null, restored: { position: event.position, hash: event.hash } }
  if (event.type !== 'RecordShortened') return state
  const { witnessed, left, lastAt, at } = event
  return { ...state, shortened: { witnessed, left, lastAt, at } }
}

export const stationStream = defineStream<StationState, StationEvent, Record<never, never>>({
  name: 'station',
  initial: () => ({ shortened: null, restored: null }),
  evolve,
  documents: {},
})
