/**
 * Everything that can be recorded of an incident: past tense, plain JSON, never edited once
 * released. A new shape is a new event or an upcast. A rule in `rules/` says what each does.
 */
import type { HeardPeople } from './callers.ts'
import { STATION } from '../../station/names.ts'
import type { LocalizedText } from '../../text.ts'
import type { Guarded, Sealed } from '../../sealed.ts'
import type { FactValue } from '../../plan/plan.ts'
import type { Meta, Recorded } from '../../decision.ts'
import type { AccidentKindJudged, LossEstimated } from './accident-events.ts'
import type {
  AlertRaised,
  AlertClimbed,
  AlertAcknowledged,
  AlertSilenced,
  AlertShelved,
  AlertCleared,
  AlertChanged,
  AlertRenewed,
  CallRecorded,
  AttentionChanged,
  AttentionDue,
  AnswerAssumed,
} from './alert-events.ts'
import type { AftermathEvent } from './aftermath.ts'
import type { CorrectionEvent } from './correction-events.ts'
import type { GatePassed } from './gate-events.ts'
import type { AnnouncementEvent } from './announcements.ts'
import type { BulletinEvent } from './bulletins.ts'
import type { HeadquartersSet } from './headquarters.ts'
import type {
  CallerEvent,
  IncidentClassified,
  IncidentReported,
  ThreeMinuteDrillEnded,
} from './report-events.ts'
import type { ImportEvent } from './import-events.ts'
import type { CasualtiesAnswered } from './set-events.ts'
import type { ReportClockEvent } from './report-clocks.ts'
import type { ListOutcome, Severity, Warning } from './scales.ts'
import type { CommandEvent } from './command.ts'
import type { FileEvent } from './files.ts'
import type { LineStarred } from './stars.ts'
import type { TaskEvent } from './tasks.ts'
import type { Counts, ImpactNumbers, NewEvidence, NewItem } from './slices.ts'
import type {
  CarriedIncident,
  IncidentState,
  Limit,
  OnBehalfOf,
  Outcome,
  Applicability,
} from './state.ts'
import type { Stated } from './stated.ts'

export type * from './accident-events.ts'
export type * from './alert-events.ts'
export type * from './correction-events.ts'
export type * from './report-events.ts'
export type * from './import-events.ts'
export type { GatePassed } from './gate-events.ts'
export type { CasualtiesAnswered } from './set-events.ts'

export type PlanActivated = {
  type: 'PlanActivated'
  planId: string
  revision: string
  level: number | null
  commander: Guarded | null
  provisional: boolean
  supersedes: string | null
  stepIds: readonly string[]
  broughtBy?: string // it is the base of this annex, which follows
  ends?: readonly string[] // bases that ran only for the superseded plan, and end with it
  // what started it, if it was not a person's wish by itself: a step that was done, a rule of the
  // plan
  why?: LocalizedText
  itself?: true // by the station, following a rule of the plan
  undecided?: true // whether the response begins is still to be answered
  stated?: Stated // what whoever activated it said of it
  highest?: number // level that was reached, where this one is lower
}
/** An entitled person has decided about a provisional activation. `stepId`: by doing this step. */
export type ActivationConfirmed = {
  type: 'ActivationConfirmed'
  planId: string
  stepId: string | null
}
export type ActivationDeclined = {
  type: 'ActivationDeclined'
  planId: string
  reason: Guarded
  ends: readonly string[]
}
/** A rule of a plan that does not run has come true: the station proposes the plan. */
export type PlanProposed = {
  type: 'PlanProposed'
  planId: string
  title: LocalizedText
  why: LocalizedText
  clause: string
  supersedes?: string // it takes the place of this plan
}
export type ProposalDismissed = {
  type: 'ProposalDismissed'
  planId: string
  title: LocalizedText
  reason: Guarded | null
}
/**
 * A step that was done, or a rule (`stepId` null), was to start a plan: `what` in the plan's words,
 * and `why` it was not started.
 */
export type PlanNotStarted = {
  type: 'PlanNotStarted'
  stepId: string | null
  planId: string | null
  what: LocalizedText
  why: LocalizedText
}
/** A repeating step that was done is open again, with its next limit. */
export type StepRepeated = { type: 'StepRepeated'; stepId: string; limit: Limit }
/** Steps of a base that an annex had replaced and that no running plan replaces any more. */
export type StepsRestored = { type: 'StepsRestored'; planId: string; stepIds: readonly string[] }
/** `answeredAt` (UTC ms): it was known then, and is told only now. */
export type FactAnswered = {
  type: 'FactAnswered'
  key: string
  planId: string | null
  value: FactValue
  question: LocalizedText
  source?: 'report' // the report itself answers it
  answeredAt?: number
}
/**
 * `assumed`: it opens by an assumption alone. `openedAt` (UTC ms): it counts as open since then, as
 * what opened it was told late.
 */
export type StepChange = {
  stepId: string
  standing: Applicability
  limit: Limit | null
  assumed?: true
  openedAt?: number
}
export type StepsChanged = { type: 'StepsChanged'; changes: readonly StepChange[] }
export type StepAccepted = {
  type: 'StepAccepted'
  stepId: string
  onBehalfOf: OnBehalfOf | null
  reason?: Guarded
}
/**
 * `automatic`: the station marked it, as a consequence of what a person asked for; the text says
 * why. `doneAt` (UTC ms): it was done then, and is told only now.
 */
export type StepFinished = {
  type: 'StepFinished'
  stepId: string
  outcome: Outcome
  reason: Guarded | null
  onBehalfOf: OnBehalfOf | null
  outOfOrder: boolean
  automatic?: LocalizedText
  replacedBy?: string
  doneAt?: number
  words?: Sealed // what was to be written down
}
export type StepLate = { type: 'StepLate'; stepId: string; dueAt: number; lateByMs: number }
export type StepExplained = { type: 'StepExplained'; stepId: string; reason: Guarded }
export type StepCorrected = { type: 'StepCorrected'; stepId: string; reason: Guarded }
export type TimePassed = { type: 'TimePassed'; threshold: string }
export type IncidentMoved = {
  type: 'IncidentMoved'
  from: IncidentState
  to: IncidentState
  reason: Guarded | null
  itself?: true // the station did it, once its time had come
  verifiedBy?: Sealed // who made sure that a report was false
  movedAt?: number // it was so then (UTC ms), and is told only now
}
/** `notedAt` (UTC ms): when it was, where it was told later. */
export type NoteAdded = { type: 'NoteAdded'; words: Sealed; stepId?: string; notedAt?: number }

/**
 * `before` is what stood in the record for the same kinds; a kind counted for the first time is not
 * in it.
 */
export type CasualtiesCounted = {
  type: 'CasualtiesCounted'
  counts: Counts
  before: Counts
  heard?: readonly HeardPeople[] // at another place, whom these numbers hold
  reason: Guarded | null
}
/** `suggested` is what 493号 art. 3 would have had at that moment. */
export type SeverityJudged = {
  type: 'SeverityJudged'
  severity: Severity
  before: Severity | null
  suggested: Severity | null
  reason: Guarded | null
}
export type ImpactRecorded = {
  type: 'ImpactRecorded'
  impact: ImpactNumbers
  reason: Guarded | null
}
/** 1 is the highest; `from` is null where no plan has set one. */
export type LevelChanged = {
  type: 'LevelChanged'
  from: number | null
  to: number
  reason: Guarded | null
  highest?: number // that was reached, where this one is lower
}
/** `before` is the colour that is raised or lowered, null where the pre-alert begins. */
export type PrealertSet = {
  type: 'PrealertSet'
  warning: Warning
  before: Warning | null
  reason: Guarded | null
}
/** The danger has passed: the incident is being assessed again. */
export type PrealertEnded = {
  type: 'PrealertEnded'
  warning: Warning | null
  reason: Guarded | null
}
export type ListAdded = {
  type: 'ListAdded'
  stepId: string
  items: readonly (NewItem & { id: string })[]
}
/** `name` is that of the item, so that the record reads by itself. */
export type ListMarked = {
  type: 'ListMarked'
  stepId: string
  item: string
  name: string | Sealed
  outcome: ListOutcome
  for: Sealed | null
  reason: Guarded | null
}
export type EvidenceRecorded = {
  type: 'EvidenceRecorded'
  evidenceId: string
  keepDays: number
  keepUntil?: number
} & NewEvidence
/**
 * The time for which it is kept has passed. It says so and destroys nothing. `keptUntil` in UTC ms.
 */
export type EvidenceMayGo = {
  type: 'EvidenceMayGo'
  evidenceId: string
  what: Guarded
  keptUntil: number
}
/** It is kept here no longer. `to`: who has it now. `before`: its time was not over. */
export type EvidenceReleased = {
  type: 'EvidenceReleased'
  evidenceId: string
  what: Guarded
  to: Sealed
  reason: Guarded | null
  before?: true
}

/**
 * An incident of a record that cannot be opened any more goes on as this one, from what could be
 * read of it: its own instants, plans and clocks stay, and what was finished is `already-done`.
 */
export type IncidentTakenOver = {
  type: 'IncidentTakenOver'
  from: string // the id that it had
  incident: CarriedIncident
}
/** It went on in an emergency record as this incident, and counts no more. */
export type IncidentContinued = { type: 'IncidentContinued'; incidentId: string }

/** Numbers, scales, lists and evidence. */
export type AssessmentEvent =
  | CasualtiesCounted
  | CasualtiesAnswered
  | LossEstimated
  | AccidentKindJudged
  | SeverityJudged
  | ImpactRecorded
  | LevelChanged
  | PrealertSet
  | PrealertEnded
  | ListAdded
  | ListMarked
  | EvidenceRecorded
  | EvidenceMayGo
  | EvidenceReleased
  | FileEvent
export type EmergencyEvent = IncidentTakenOver | IncidentContinued
export type AttentionEvent = AttentionChanged | AttentionDue | AnswerAssumed | CallRecorded

export type IncidentEvent =
  | IncidentReported
  | IncidentClassified
  | PlanActivated
  | FactAnswered
  | StepsChanged
  | StepAccepted
  | StepFinished
  | StepLate
  | StepExplained
  | ActivationConfirmed
  | ActivationDeclined
  | PlanProposed
  | ProposalDismissed
  | PlanNotStarted
  | StepRepeated
  | StepsRestored
  | StepCorrected
  | TimePassed
  | AlertRaised
  | AlertClimbed
  | AlertAcknowledged
  | AlertSilenced
  | AlertCleared
  | AlertShelved
  | AlertChanged
  | AlertRenewed
  | AttentionEvent
  | IncidentMoved
  | GatePassed
  | NoteAdded
  | HeadquartersSet
  | BulletinEvent
  | ReportClockEvent
  | AnnouncementEvent
  | TaskEvent
  | LineStarred
  | CommandEvent
  | AftermathEvent
  | AssessmentEvent
  | ImportEvent
  | EmergencyEvent
  | CallerEvent
  | ThreeMinuteDrillEnded
  | CorrectionEvent

export type IncidentEventType = IncidentEvent['type']

export type { Recorded }

/** What only the station records: it follows from record and clock, and nobody asks for it. */
export const FOLLOWS: readonly IncidentEventType[] = [
  'StepsChanged',
  'StepLate',
  'StepRepeated',
  'TimePassed',
  'AlertRaised',
  'AlertClimbed',
  'AlertCleared',
  'AlertChanged',
  'AlertRenewed',
  'AttentionChanged',
  'AttentionDue',
  'AnswerAssumed',
  'PlanProposed',
  'EvidenceMayGo',
  'WatchOver',
  'ReportLate',
  'StepNamed',
]

/**
 * Whose doing an event is: what follows from a command is its sender's, except what only the
 * station decides.
 */
export const authorOf = (event: IncidentEvent, by: string): string =>
  FOLLOWS.includes(event.type) ||
  (event.type === 'StepFinished' && event.automatic !== undefined) ||
  (event.type === 'FactAnswered' && event.source === 'report') ||
  (event.type === 'CasualtiesAnswered' && event.source === 'report') ||
  ((event.type === 'PlanActivated' || event.type === 'IncidentMoved') && event.itself) ||
  (event.type === 'PlanNotStarted' && event.stepId === null)
    ? STATION
    : by

/** The event with person and instant. */
export const record = <E extends IncidentEvent>(event: E, { at, by }: Meta): Recorded<E> => ({
  ...event,
  at,
  by: authorOf(event, by),
})
