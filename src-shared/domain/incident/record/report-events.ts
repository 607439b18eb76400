/** Events about what was told of an incident: its report, and what kind that makes it. */
import type { Source } from '../../report-source/stream.ts'
import type { Guarded, Sealed } from '../../sealed.ts'
import type { CallerNews, CarriedLimit, Left, TakenIn, TakenReports } from './callers.ts'
import type { IncidentState } from './state.ts'

export type IncidentReported = {
  type: 'IncidentReported'
  place: Guarded // sealed where it may be somebody's home
  area?: string // with a sealed place: the estate or hall that it lies in; '' where nobody said
  placeId?: string // of the register that it is or lies in; of a sealed place that of its area
  narrative: Sealed
  incidentType: string | null
  category: string | null
  legalCategory: string | null
  channel: string | null
  reporter: Sealed | null
  occurredAt: number | null
  drill: boolean
  threeMinute?: true // a three-minute drill: it counts nowhere
  attended?: true // its attention begins with it; absent before there was any
  likelyDiscreet?: true // without a type, in words that lead to a discreet one
  number?: string // short, for radio and telephone (number.ts); absent before there were any
  source?: Source // another system reported it, and nobody has verified it yet
  receivedAt?: number // of a caller who was filed apart: when the call was (UTC ms)
}
/** Why a three-minute drill ended: its time was over, by hand, or for a real report. */
export const THREE_MINUTE_ENDS = ['time', 'stopped', 'real-report'] as const
export type ThreeMinuteEnd = (typeof THREE_MINUTE_ENDS)[number]
/** It leaves the board at once, and no gate holds it back. */
export type ThreeMinuteDrillEnded = { type: 'ThreeMinuteDrillEnded'; why: ThreeMinuteEnd }

/** What kind of incident it is became known after the report: by the plan that was activated. */
export type IncidentClassified = {
  type: 'IncidentClassified'
  incidentType: string
  category: string
  legalCategory: string | null
}
/** Somebody else called about it. What of it nobody had told before is `news`. */
export type CallerJoined = {
  type: 'CallerJoined'
  callerId: string
  nth: number // the report is the first
  narrative: Sealed
  reporter: Sealed | null
  channel: string | null
  news?: CallerNews
}
/** It was about something else, and is filed as this incident. */
export type CallerParted = {
  type: 'CallerParted'
  callerId: string
  nth: number
  incidentId: string
  number?: string
  reason: Guarded
}
/** It is the same as another one, and goes on there. */
export type IncidentMerged = {
  type: 'IncidentMerged'
  from: IncidentState
  into: string
  number?: string // of the other
  reason: Guarded
}
/** Another one was merged into this: its late limits stand in this one's list from now on. */
export type IncidentTakenIn = {
  type: 'IncidentTakenIn'
  incidentId: string
  number?: string
  callers: number
  late: readonly CarriedLimit[]
  plans: TakenIn['plans']
  news?: CallerNews
  reports?: TakenReports
  reason: Guarded
}
export type IncidentLetGo = { type: 'IncidentLetGo'; incidentId: string; number?: string }
/** Something left an incident that is merged into this one: it brings this, and no more. */
export type TakenInAmended = {
  type: 'TakenInAmended'
  incidentId: string
  left: Left
} & Pick<IncidentTakenIn, 'callers' | 'late' | 'plans' | 'reports'>

/**
 * Somebody left out what a caller (`nth`) or a merged incident (`number`) told. `from`: its id;
 * `line`: of its news, by its name.
 */
export type NewsDismissed = {
  type: 'NewsDismissed'
  from: string
  nth?: number
  number?: string
  line: string
}
/** Who called was put right. */
export type CallerAmended = {
  type: 'CallerAmended'
  callerId: string
  nth: number
  reporter: Sealed
}

export type CallerEvent =
  | CallerJoined
  | CallerParted
  | NewsDismissed
  | CallerAmended
  | IncidentMerged
  | IncidentTakenIn
  | IncidentLetGo
  | TakenInAmended
