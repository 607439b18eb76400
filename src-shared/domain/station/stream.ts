/**
 * The stream of the station: what happened to its machine and its record, and its faults. Its state
 * is what is missing of the record, and where it was restored from; the rest is for people to read.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import type { HighestNumbers } from '../incident/number.ts'
import * as is from '../form.ts'
import {
  hasFormOfSelfTests,
  selfTestsAfter,
  type SelfTestEvent,
  type SelfTests,
} from '../self-test/events.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { FaultEvent } from './faults.ts'
import type { RecordPoint, SetBack } from './head.ts'

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
/**
 * The first event of an emergency record: the record of the folder failed its check (`code`, `why`)
 * and this one stands in for it. `head`: of that record, as far as it could be read; `record`: what
 * binds its first event, likewise. `numbers`: those that emergency records before this one gave and
 * that stand there; it goes on after them. Absent without any.
 */
export type EmergencyOpened = {
  type: 'EmergencyOpened'
  head: RecordPoint | null
  record?: string
  code: string
  why: LocalizedText
  numbers?: HighestNumbers
}
/**
 * The incidents of an emergency record went into this one: `emergency` is the head of that record,
 * `own` that of this one before them, `record` what binds the first event of the emergency record.
 * `since` to `until` (UTC ms) the emergency record was in use. `numbers`: the highest that it gave;
 * absent without any.
 */
export type EmergencyAdopted = {
  type: 'EmergencyAdopted'
  record: string
  emergency: RecordPoint
  own: RecordPoint
  since: number
  until: number
  incidents: readonly string[]
  numbers?: HighestNumbers
}
/** The addresses by which walls had been opened are void: there are new ones. */
export type WallAddressRenewed = { type: 'WallAddressRenewed' }
/** Alerts come in a flood; `raised`: how many in the ten minutes before. */
export type FloodBegan = { type: 'FloodBegan'; raised: number }
/** `since` in UTC ms: when it began. */
export type FloodEnded = { type: 'FloodEnded'; since: number }
export type StationEvent =
  | FloodBegan
  | FloodEnded
  | ClockChanged
  | StorageRecovered
  | RecordRestored
  | RecordShortened
  | EmergencyOpened
  | EmergencyAdopted
  | WallAddressRenewed
  | FaultEvent
  | SelfTestEvent

/** What of an emergency record stands for its whole length. `since` in UTC ms. */
export type Emergency = Pick<EmergencyOpened, 'head' | 'code' | 'why' | 'numbers'> & {
  since: number
}
/** A time for which an emergency record was in use, UTC ms. */
export type Adoption = Pick<EmergencyAdopted, 'record' | 'emergency' | 'since' | 'until'>
/** When (UTC ms) and by whom the address of walls was renewed last. */
export type WallRenewal = { at: number; by: string }
export type StationDocuments = {
  emergency: Emergency
  adoptions: readonly Adoption[]
  'wall-renewal': WallRenewal
  'self-test': SelfTests
}

/** The name of the fault that a record has become shorter. */
export const RECORD_SHORTENED = 'record-shortened'

/** `at`: when it was found (UTC ms). `alertId`: of the fault by which it was told last, if any. */
export type Shortened = Omit<RecordShortened, 'type'> & {
  at: number
  alertId: string | null
  acknowledged: boolean
}
export type StationState = {
  /** What was found last, unless the record has been restored since. */
  shortened: Shortened | null
  /** The last event of the backup that the record was restored from last, and when that was. */
  restored: (RecordPoint & { at: number }) | null
  /** Of an emergency record: what it stands in for. */
  emergency: Emergency | null
  /** The emergency records that were adopted; null before the first. */
  adoptions: readonly Adoption[] | null
  /** Null: never. */
  wallRenewal: WallRenewal | null
  /** Null: none was made or set yet. */
  selfTests: SelfTests | null
}

/** What it knows nothing of changes nothing: a station starts whatever stands in its stream. */
function evolve(state: StationState, event: Recorded<StationEvent>): StationState {
  const { shortened } = state
  switch (event.type) {
    case 'RecordRestored': {
      const { position, hash, at } = event
      return { ...state, shortened: null, restored: { position, hash, at } }
    }
    case 'RecordShortened': {
      const { witnessed, left, lastAt, at } = event
      return {
        ...state,
        shortened: { witnessed, left, lastAt, at, alertId: null, acknowledged: false },
      }
    }
    case 'EmergencyOpened': {
      const { head, code, why, numbers, at } = event
      const emergency = { head, code, why, ...(numbers ? { numbers } : {}), since: at }
      return { ...state, emergency }
    }
    case 'EmergencyAdopted': {
      const { record, emergency, since, until } = event
      return {
        ...state,
        adoptions: [...(state.adoptions ?? []), { record, emergency, since, until }],
      }
    }
    case 'WallAddressRenewed':
      return { ...state, wallRenewal: { at: event.at, by: event.by } }
    case 'FaultRaised':
      return shortened && event.about === RECORD_SHORTENED
        ? { ...state, shortened: { ...shortened, alertId: event.alertId } }
        : state
    case 'FaultAcknowledged':
      return shortened?.alertId === event.alertId
        ? { ...state, shortened: { ...shortened, acknowledged: true } }
        : state
    case 'SelfTestBegun':
    case 'SelfTestEnded':
    case 'SelfTestSet':
      return { ...state, selfTests: selfTestsAfter(state.selfTests, event) }
    default:
      return state
  }
}

const isPoint = is.fields<RecordPoint>({ position: is.number, hash: is.words })

export const stationStream = defineStream<StationState, StationEvent, StationDocuments>({
  name: 'station',
  initial: () => ({
    shortened: null,
    restored: null,
    emergency: null,
    adoptions: null,
    wallRenewal: null,
    selfTests: null,
  }),
  evolve,
  documents: {
    emergency: {
      of: ({ emergency }) => emergency,
      name: localized('应急记录的起因', 'why there is an emergency record'),
      hasForm: is.fields<Emergency>({
        head: is.orNull(isPoint),
        code: is.words,
        why: is.text,
        numbers: is.maybe(is.numbers),
        since: is.number,
      }),
    },
    adoptions: {
      of: ({ adoptions }) => adoptions,
      name: localized('并入的应急记录', 'the emergency records that were adopted'),
      hasForm: is.list(
        is.fields<Adoption>({
          record: is.words,
          emergency: isPoint,
          since: is.number,
          until: is.number,
        }),
      ),
    },
    'wall-renewal': {
      of: ({ wallRenewal }) => wallRenewal,
      name: localized('大屏地址的更换', 'when the wall address was changed'),
      hasForm: is.fields<WallRenewal>({ at: is.number, by: is.words }),
    },
    'self-test': {
      of: ({ selfTests }) => selfTests,
      name: localized('每日自检', 'the daily self-test'),
      hasForm: hasFormOfSelfTests,
    },
  },
})

/** The last step back that the record tells of. */
export const setBackOf = ({ shortened, restored }: StationState): SetBack | null =>
  shortened
    ? { why: 'shortened', ...shortened.left, at: shortened.at }
    : restored && { why: 'restored', ...restored }
