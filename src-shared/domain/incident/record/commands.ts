/**
 * Everything that can be asked of an incident: imperative, by a person and then checked against the
 * contract, or by the station itself. A rule in `rules/` decides each.
 */
import type { HeardPeople } from './callers.ts'
import type { ThreeMinuteEnd } from './report-events.ts'
import type { Source } from '../../report-source/stream.ts'
import type { Guarded, Sealed } from '../../sealed.ts'
import type { RecordedPlace } from '../../places/place.ts'
import type { FactValue, Plan } from '../../plan/plan.ts'
import type { AftermathCommand, ResultParts } from './aftermath.ts'
import type { CallerCommand } from './caller-commands.ts'
import type { CorrectionCommand } from './correction-commands.ts'
import type { PastIncident } from './events.ts'
import type { AnnouncementCommand } from './announcements.ts'
import type { SendBulletin, TellHead } from './bulletins.ts'
import type { SetHeadquarters } from './headquarters.ts'
import type { ListOutcome, PeopleKind, Severity, Warning } from './scales.ts'
import type {
  AccidentKind,
  Counts,
  ImpactNumbers,
  ImportSource,
  IncidentTypeRef,
  LossParts,
  NewEvidence,
  NewItem,
  StepEvidence,
} from './slices.ts'
import type { CommandCommand } from './command.ts'
import type { AttachFile, NamedFile, WithdrawFile } from './files.ts'
import type { StarLine } from './stars.ts'
import type { TaskCommand } from './tasks.ts'
import type { Stated } from './stated.ts'
import type { Callee, CallOutcome, Incident, IncidentState, OnBehalfOf, Outcome } from './state.ts'

export type * from './caller-commands.ts'
export type * from './correction-commands.ts'
export type { IncidentTypeRef }

export type ReportIncident = {
  type: 'ReportIncident'
  place: Guarded
  area?: string
  placeId?: string
  narrative: Sealed
  incidentType: IncidentTypeRef | null
  channel: string | null
  reporter: Sealed | null
  occurredAt: number | null
  drill: boolean
  threeMinute?: true // a three-minute drill: it counts nowhere
  likelyDiscreet?: true
  number?: string
  source?: Source
  receivedAt?: number // earlier than it is reported (UTC ms)
}
/**
 * The plan comes whole: what runs is this text, whatever is edited afterwards. `classify` is the
 * type of a plan that answers exactly one: an incident without a type takes it. `provisional` null:
 * as the plan says.
 */
export type ActivatePlan = {
  type: 'ActivatePlan'
  plan: Plan
  classify?: IncidentTypeRef | null
  level: number | null
  commander: Guarded | null
  provisional: boolean | null
  supersedes: string | null
  reasons?: Readonly<Record<string, Guarded>> // why a step of life safety is left, by its id
  stated?: Stated | null
}
export type ConfirmActivation = {
  type: 'ConfirmActivation'
  planId: string
  confirmed: boolean
  reason: Guarded | null
}
export type DismissProposal = { type: 'DismissProposal'; planId: string; reason: Guarded | null }
/** What a person had before him, as far as he says. `value` null: no answer. */
export type Seen = {
  state?: string | undefined
  times?: number | undefined
  value?: FactValue | null | undefined
}
export type AnswerFact = {
  type: 'AnswerFact'
  seen?: Seen | null
  key: string
  planId: string | null
  value: FactValue
  reason?: Guarded | null // why a level is lowered by it
  answeredAt?: number | null // UTC ms; absent or null: now
  heard?: readonly HeardPeople[] // at another place, whom a number of people holds
}
export type AcceptStep = {
  type: 'AcceptStep'
  seen?: Seen | null
  stepId: string
  reason: Guarded | null
  onBehalfOf: OnBehalfOf | null
  words?: Sealed | null
  evidence?: readonly StepEvidence[]
}
/** `doneAt` (UTC ms): it was done then, and is told only now; absent or null: now. */
export type FinishStep = {
  type: 'FinishStep'
  seen?: Seen | null
  stepId: string
  outcome: Outcome
  doneAt?: number | null
  reason: Guarded | null
  onBehalfOf: OnBehalfOf | null
  words?: Sealed | null
  evidence?: readonly StepEvidence[]
}
export type ExplainStep = { type: 'ExplainStep'; stepId: string; reason: Guarded }
export type CorrectStep = { type: 'CorrectStep'; stepId: string; reason: Guarded }
/** `reasons`: by step, question or plan, why a gate is passed all the same. */
export type MoveIncident = {
  type: 'MoveIncident'
  to: IncidentState
  reason: Guarded | null
  reasons?: Readonly<Record<string, Guarded>>
  verifiedBy?: Sealed | null // of a false report; null: nobody
  result?: ResultParts | null // of closing; null: nobody said
  movedAt?: number | null // of contained: since when it is (UTC ms); absent or null: now
  seen?: Seen | null
}
/** Several of one incident, as they stood on the screen. */
export type AcknowledgeAlert = { type: 'AcknowledgeAlert'; alertIds: readonly string[] }
/** `forMs`: for how long it is put off. */
export type ShelveAlert = { type: 'ShelveAlert'; alertId: string; forMs: number; reason: Sealed }
export type SilenceAlert = { type: 'SilenceAlert'; alertId: string; forMs: number }
/** `calledAt` (UTC ms) null: now. */
export type RecordCall = {
  type: 'RecordCall'
  stepId: string | null
  to: Callee
  outcome: CallOutcome
  words: Sealed | null
  calledAt: number | null
}
/**
 * `stepId`: the step that the words are about. `notedAt` (UTC ms): when it was, if it is told
 * later.
 */
export type AddNote = {
  type: 'AddNote'
  words: Sealed
  stepId?: string | null
  notedAt?: number | null
}
/**
 * Sent by the ticker: the deadlines (by key) that either clock says are due. Sending it again
 * changes nothing.
 */
export type CheckDeadlines = { type: 'CheckDeadlines'; due: readonly string[] }

/** Null is not said; `loss` in yuan, or by its parts. */
export type AssessIncident = {
  type: 'AssessIncident'
  casualties: Counts | null
  atLeastOne?: readonly PeopleKind[] // nobody has counted them
  heard?: readonly HeardPeople[] // at another place, whom these numbers hold
  loss: number | null
  lossParts?: LossParts
  accident?: AccidentKind | null
  severity: Severity | null
  reason: Guarded | null
}
export type RecordImpact = { type: 'RecordImpact'; impact: ImpactNumbers; reason: Guarded | null }
export type ChangeLevel = { type: 'ChangeLevel'; level: number; reason: Guarded | null }
export type SetPrealert = { type: 'SetPrealert'; warning: Warning; reason: Guarded | null }
export type EndPrealert = { type: 'EndPrealert'; reason: Guarded | null }
/** `register`: places of the site's register to be added, too; null where none were asked for. */
export type AddToList = {
  type: 'AddToList'
  stepId: string
  items: readonly NewItem[]
  register: readonly RecordedPlace[] | null
}
export type MarkListItem = {
  type: 'MarkListItem'
  stepId: string
  item: string
  outcome: ListOutcome
  for: Sealed | null
  reason: Guarded | null
}
/** `showing`: files that show it, which lie there already. */
export type RecordEvidence = {
  type: 'RecordEvidence'
  showing?: readonly NamedFile[]
  keepUntil?: number | null // UTC ms; never shorter than the plan has it
} & NewEvidence
/** `to`: who has it now. */
export type ReleaseEvidence = {
  type: 'ReleaseEvidence'
  evidenceId: string
  to: Sealed
  reason: Sealed | null
}

/** `incidentType` null: not known; `category` then stands alone. */
export type ImportIncident = PastIncident & {
  type: 'ImportIncident'
  source: ImportSource
  incidentType: IncidentTypeRef | null
  category: string | null
}
export type WithdrawIncident = { type: 'WithdrawIncident'; reason: Guarded }

/** `from`: an incident as it could be read of a record that cannot be opened any more. */
export type TakeOverIncident = { type: 'TakeOverIncident'; from: Incident }
/** `incidentId`: what it went on as. */
export type ContinueIncident = { type: 'ContinueIncident'; incidentId: string }

/** The time of a three-minute drill is over, somebody has stopped it, or a real report has come. */
export type EndThreeMinuteDrill = { type: 'EndThreeMinuteDrill'; why: ThreeMinuteEnd }

/** An arranged drill has ended, and its incident with it. */
export type CloseDrill = { type: 'CloseDrill'; reason: Guarded | null }

export type IncidentCommand =
  | CloseDrill
  | EndThreeMinuteDrill
  | ReportIncident
  | ActivatePlan
  | ConfirmActivation
  | DismissProposal
  | AnswerFact
  | AcceptStep
  | FinishStep
  | ExplainStep
  | CorrectStep
  | MoveIncident
  | AcknowledgeAlert
  | SilenceAlert
  | ShelveAlert
  | RecordCall
  | AddNote
  | CheckDeadlines
  | AssessIncident
  | RecordImpact
  | ChangeLevel
  | SetPrealert
  | EndPrealert
  | AddToList
  | MarkListItem
  | RecordEvidence
  | ReleaseEvidence
  | AttachFile
  | WithdrawFile
  | ImportIncident
  | WithdrawIncident
  | TakeOverIncident
  | ContinueIncident
  | SetHeadquarters
  | SendBulletin
  | TellHead
  | AnnouncementCommand
  | CallerCommand
  | TaskCommand
  | StarLine
  | CommandCommand
  | AftermathCommand
  | CorrectionCommand

export type IncidentCommandType = IncidentCommand['type']
