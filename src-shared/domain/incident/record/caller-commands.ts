/** Commands about further callers of an incident, and about merging it. */
import type { Guarded, Sealed } from '../../sealed.ts'
import type { CallerNews, CarriedLimit, Left, TakenIn, TakenReports } from './callers.ts'
import type { Incident } from './state.ts'

export type JoinCaller = {
  type: 'JoinCaller'
  callerId: string
  narrative: Sealed
  reporter: Sealed | null
  channel: string | null
  news?: CallerNews
}
/** `incidentId`: what the caller is filed as, with its short number. */
export type PartCaller = {
  type: 'PartCaller'
  callerId: string
  incidentId: string
  number?: string
  reason: Guarded
}
/** `into`: as it stands at that moment. */
export type MergeIncident = {
  type: 'MergeIncident'
  into: Pick<Incident, 'id' | 'drill' | 'state' | 'number'>
  reason: Guarded
}
/** The same, for the incident that it is merged into. */
export type TakeIn = {
  type: 'TakeIn'
  merged: Pick<Incident, 'id' | 'number'>
  callers: number
  late: readonly CarriedLimit[]
  plans: TakenIn['plans']
  news?: CallerNews
  reports?: TakenReports
  reason: Guarded
}
export type LetGo = { type: 'LetGo'; incidentId: string }
/** Something left an incident that is merged into this one: what it brings since, in full. */
export type AmendTakenIn = {
  type: 'AmendTakenIn'
  incidentId: string
  left: Left
} & Pick<TakeIn, 'callers' | 'late' | 'plans' | 'reports'>

/** `from`: the caller or the merged incident that told it. `line`: see `newsLines`. */
export type DismissNews = { type: 'DismissNews'; from: string; line: string }
export type AmendCaller = { type: 'AmendCaller'; callerId: string; reporter: Sealed }

export type CallerCommand =
  | JoinCaller
  | PartCaller
  | DismissNews
  | AmendCaller
  | MergeIncident
  | TakeIn
  | LetGo
  | AmendTakenIn
