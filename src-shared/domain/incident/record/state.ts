/**
 * The record of one incident as its events leave it: plain JSON, with codes and digests where plans
 * and personal values are meant.
 */
import type { LocalizedText } from '../../text.ts'
import type { Guarded, Sealed } from '../../sealed.ts'
import type { DayKind, FactValue } from '../../plan/plan.ts'
import type { Source } from '../../report-source/stream.ts'
import type { Aftercare, Inquiry, Result, Review } from './aftermath.ts'
import type { Attention } from './attention.ts'
import type { Announcement } from './announcements.ts'
import type { Bulletin } from './bulletins.ts'
import type { ReportClock } from './report-clocks.ts'
import type { Caller, HeadTold, MergedInto, TakenIn } from './callers.ts'
import type { AttachedFile } from './files.ts'
import type { Member } from './headquarters.ts'
import type { PeopleKind, Severity, Warning } from './scales.ts'
import type { Command, Transfer, Watch } from './command.ts'
import type { Stated } from './stated.ts'
import type { Heard, NamedPerson, Task } from './tasks.ts'
import type {
  Counts,
  AccidentKind,
  Casualties,
  Evidence,
  Impact,
  Imported,
  ListItem,
  LossParts,
} from './slices.ts'

export const STATES = [
  'reported',
  'verifying',
  'assessing',
  'prealert',
  'responding',
  'contained',
  'lifted',
  'recovering',
  'closed',
  'archived',
  'falseReport',
  'transferred',
  'merged',
] as const
export type IncidentState = (typeof STATES)[number]

/**
 * A plan in use. `supersededBy` names the plan that took its place; `broughtBy` the annex that it
 * runs for, as its base. A provisional one waits until it is confirmed or declined; declined, it is
 * over.
 */
export type Run = {
  planId: string
  revision: string
  activatedAt: number
  by: string
  provisional: boolean
  supersededBy: string | null
  broughtBy?: string
  stated?: Stated
  confirmed?: { at: number; by: string }
  declined?: { at: number; by: string; reason: Guarded }
  stopped?: { at: number; by: string; reason: Guarded } // ended by a person
}

/** A plan that the station itself proposed. Once in the record it is not proposed again. */
export type Proposed = {
  planId: string
  title: LocalizedText
  why: LocalizedText
  clause: string
  at: number
  supersedes?: string // the plan that it takes the place of
  dismissed?: { at: number; by: string; reason: Guarded | null }
}

/** `source`: absent where a person gave it. */
export type Answer = {
  value: FactValue
  at: number
  by: string
  firstAt: number
  source?: 'report'
}

export type Outcome = 'done' | 'already-done' | 'not-applicable' | 'skipped'
export type Applicability = 'hidden' | 'waiting' | 'open'
/**
 * hidden: condition false · waiting: condition unknown, or a step before it unfinished · the last
 * four are finished.
 */
export type StepState = Applicability | 'accepted' | Outcome
/** `channel` and `words` are null where nobody told how it was heard. */
export type OnBehalfOf = { person: Guarded; channel: Guarded | null; words: Sealed | null }
/**
 * `automatic` says why the station itself marked the step; nobody judged it, and it explains no
 * lateness. `replacedBy`: because this annex has a step of its own for it. `at` is when it was
 * done; `toldAt`, absent where that is the same, when somebody said so.
 */
export type Finish = {
  outcome: Outcome
  at: number
  by: string
  reason: Guarded | null
  onBehalfOf: OnBehalfOf | null
  outOfOrder: boolean
  automatic?: LocalizedText
  replacedBy?: string
  toldAt?: number
  words?: Sealed
}

/**
 * A limit: all instants in UTC ms. Once started it is fixed. `endedAt` is set while its step does
 * not apply (hidden, waiting). `day` and `unpublished` say how the calendar was judged, if it was.
 */
export type Limit = {
  startedAt: number
  dueAt: number
  endedAt: number | null
  day: DayKind | null
  unpublished: boolean
  // the question whose answer would say how long it is: until then the shortest counts
  asks?: string
}

/** One time that a repeating step was done: its own limit, lateness and reason. */
export type Occurrence = Pick<StepRun, 'limit' | 'lateAt' | 'explained'> & { finish: Finish }

export type StepRun = {
  planId: string
  standing: Applicability
  openedAt: number | null
  accepted: { at: number; by: string; reason?: Guarded; onBehalfOf?: OnBehalfOf } | null
  finish: Finish | null
  limit: Limit | null
  lateAt: number | null // when lateness was recorded; it stays
  // when it was said that clocks wait for this step to be recorded; null once that alert is cleared
  unrecordedAt: number | null
  explained: { reason: Guarded; at: number; by: string } | null
  corrections: number
  list?: readonly ListItem[] // absent until something is listed
  // the times that a repeating step was done before the one that is open
  past?: readonly Occurrence[]
  assumed?: true // it is open by an assumption alone: nobody has answered yet
  named?: readonly (NamedPerson & { heard: Heard | null })[] // everybody who must acknowledge it
  notStarted?: LocalizedText // done, it was to start another plan, and this is why it did not
}

/**
 * One post to which an alert goes in its turn. `after` is counted from the moment the alert was
 * raised, in ms.
 */
export type EscalationStep = { role: string; after: number; say: LocalizedText | null }
export type Notified = {
  role: string
  at: number
  people: readonly Guarded[]
  skipped: readonly string[]
}
// 1 = life safety, 2 = a limit of the plan, 3 = the record is not kept
export type Priority = 1 | 2 | 3

/**
 * late: a limit passed · not-recorded: clocks wait for the step · report: the law wanted a report
 * by now · the last three are the attention
 * of the incident, of which there is one: nudge: what nobody has taken in hand · untouched: nobody
 * has acted · unattended: nobody has taken up the report.
 */
export type AlertKind = 'late' | 'not-recorded' | 'report' | AttentionKind
export type AttentionKind = 'nudge' | 'untouched' | 'unattended'

export type Alert = {
  id: string
  kind: AlertKind
  stepId: string | null // null: of the incident as a whole
  priority: Priority
  cause: LocalizedText
  action: LocalizedText
  owner: string // role id
  dueAt: number
  raisedAt: number
  soundedAt?: number // when it began to sound anew, and its ladder with it
  ladder: readonly EscalationStep[]
  told: readonly Notified[] // how far it has escalated: told[i] answers ladder[i]
  acknowledged: { at: number; by: string; priority?: Priority } | null
  silencedUntil: number | null
  // put off by somebody, until it comes back by itself
  shelved?: { until: number; at: number; by: string; reason: Sealed }
}
/**
 * What stays of an alert after it is cleared, for the figures. Instants in UTC ms. `stepId` is
 * empty where it was of no step; `kind` is absent where the priority says it.
 */
export type AlertLogEntry = {
  stepId: string
  kind?: AlertKind
  priority: Priority
  raisedAt: number
  acknowledgedAt: number | null
  clearedAt: number | null
}

export const CALL_OUTCOMES = ['started', 'answered', 'no-answer', 'busy', 'ended'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]
/** Whom a call goes to: a post of a plan, and who or what number it was, as far as it is known. */
export type Callee = { role: string | null; who: Sealed | null; number: Sealed | null }
/**
 * One word on a call: that it began, or what came of it. `at` in UTC ms; `toldAt`, absent where
 * that is the same minute, when somebody said so.
 */
export type CallEntry = Callee & {
  stepId: string | null
  outcome: CallOutcome
  words: Sealed | null
  at: number
  by: string
  toldAt?: number
}

export type Incident = {
  id: string
  version: number // number of events so far; 0 = nothing reported
  state: IncidentState
  drill: boolean
  place: Guarded
  area?: string // of a sealed place; '' where nobody has said which
  placeId?: string // of the register that it is or lies in; of a sealed place that of its area
  threeMinute?: true // a three-minute drill: it counts nowhere, and ends by itself
  likelyDiscreet?: true // reported without a type, in words that lead to a discreet one
  source?: Source // another system reported it
  number?: string // short, for radio and telephone; absent of one from before there were any
  narrative: Sealed | null
  reporter: Sealed | null
  channel: string | null
  type: string | null
  category: string | null
  legalCategory: string | null
  level: number | null
  highestLevel?: number // that was reached before it was lowered
  commander: Guarded | null
  receivedAt: number
  occurredAt: number | null
  reportedBy: string
  // first time of each, UTC ms
  moments: Partial<Record<IncidentState | 'activated' | 'firstStep', number>>
  reason: Guarded | null // of the last move that needed one
  runs: readonly Run[]
  facts: Readonly<Record<string, Answer>> // shared by all running plans
  // by plan, where two plans mean different things by one key
  factsOf: Readonly<Record<string, Readonly<Record<string, Answer>>>>
  steps: Readonly<Record<string, StepRun>>
  passed: readonly string[] // elapsed-time thresholds that have passed
  alerts: readonly Alert[] // raised and not cleared
  alertCount: number
  // every alert that was ever raised, in order, for the figures; absent without any
  alertLog?: readonly AlertLogEntry[]
  casualties?: Casualties // absent until said, as the seven below
  atLeastOne?: readonly PeopleKind[] // of these there is at least one: nobody has counted them
  loss?: number // yuan
  lossParts?: LossParts // whose sum it is; absent where only the whole was told
  accident?: AccidentKind
  severity?: Severity // as a person judged it
  impact?: Impact
  warning?: Warning // of the latest pre-alert; in force only in that state
  evidence?: readonly Evidence[]
  files?: readonly AttachedFile[] // in the order in which they were attached
  proposed?: readonly Proposed[] // plans that the station itself proposed
  imported?: Imported // it is no report of this station: a past one, brought in from a file
  unstarted?: readonly string[] // plans that it was to start by itself and could not
  headquarters?: readonly Member[] // absent until somebody forms it
  bulletins?: readonly Bulletin[] // reports to those above, in their order; absent until the first
  announcements?: readonly Announcement[] // in their order; absent until the first
  headInformedAt?: number // when the head of the unit came to know, as told last
  headTold?: HeadTold // what of it is this incident's own
  reportClocks?: readonly ReportClock[] // of the law; absent until the first
  reportedPeople?: Counts // casualties as the last report to the authorities told them
  callers?: readonly Caller[] // after the report, in the order in which they called
  takenIn?: readonly TakenIn[] // incidents that were merged into it
  mergedInto?: MergedInto
  command?: Command // once it was handed over
  watch?: Watch // kept since it was contained
  transfer?: Transfer // to which body it was passed on
  starred?: readonly number[] // lines of the record that somebody marked, by their `seq`
  tasks?: readonly Task[] // what was ordered besides the plans; their steps stand among `steps`
  calls?: readonly CallEntry[] // in the order in which they were recorded
  attention?: Attention // absent until its clocks have begun
  aftercare?: readonly Aftercare[] // in the order in which it was entered
  inquiry?: Inquiry // as it was written last
  reviews?: readonly Review[]
  reviewPassedOver?: { reason: Guarded; at: number; by: string } // archived without its review
  result?: Result // as it stood at the last closing
  // what was reported was put right, last then; its type, if ever, last at `typeAt`
  amended?: { at: number; by: string; typeAt?: number }
  passedOver?: readonly PassedOver[] // at a gate, until what it is about changes
  takenOver?: TakenOver // it goes on from an incident of a record that could not be opened any more
  continued?: TakenOver // it went on elsewhere, as this one
}

/** A step, a question or a plan that nobody has confirmed: the first name that is there says it. */
export type GateSubject = { stepId: string | null; factKey: string | null; planId: string }

/** What is kept of it until its subject changes or the move is taken back. `at` in UTC ms. */
export type PassedOver = GateSubject & {
  to: IncidentState
  reason: Guarded
  at: number
  by: string
}

/** `incidentId`: of the one in the other record. `at`: when it went over (UTC ms), by whom. */
export type TakenOver = { incidentId: string; at: number; by: string }

/** What goes on of an incident that is taken over. Alerts that are still due are raised again. */
export type CarriedIncident = Omit<
  Incident,
  'id' | 'version' | 'alerts' | 'alertCount' | 'imported' | 'takenOver' | 'continued'
>

/** The record before its first event. */
export const initialIncident = (id: string): Incident => ({
  id,
  version: 0,
  state: 'reported',
  drill: false,
  place: '',
  narrative: null,
  reporter: null,
  channel: null,
  type: null,
  category: null,
  legalCategory: null,
  level: null,
  commander: null,
  receivedAt: 0,
  occurredAt: null,
  reportedBy: '',
  moments: {},
  reason: null,
  runs: [],
  facts: {},
  factsOf: {},
  steps: {},
  passed: [],
  alerts: [],
  alertCount: 0,
})

/** A step of a plan that begins to run. */
export const initialStep = (planId: string): StepRun => ({
  planId,
  standing: 'hidden',
  openedAt: null,
  accepted: null,
  finish: null,
  limit: null,
  lateAt: null,
  unrecordedAt: null,
  explained: null,
  corrections: 0,
})

/** The record with a part of one step changed; a step that it does not have changes nothing. */
export const withStep = (incident: Incident, id: string, part: Partial<StepRun>): Incident => {
  const step = incident.steps[id]
  return step ? { ...incident, steps: { ...incident.steps, [id]: { ...step, ...part } } } : incident
}

/** No step, answer or move is taken any more. */
export const isTerminal = (state: IncidentState): boolean =>
  state === 'closed' ||
  state === 'archived' ||
  state === 'falseReport' ||
  state === 'transferred' ||
  state === 'merged'

/** On the board until it is archived or leaves the chain by an exit. */
export const isOnBoard = (state: IncidentState): boolean =>
  state !== 'archived' && state !== 'falseReport' && state !== 'transferred' && state !== 'merged'

const TERMINAL_STATES = STATES.filter(isTerminal)
/** The names of the states in which no step, answer or move is taken any more. */
export const OVER_STATES: readonly string[] = TERMINAL_STATES

/**
 * When it was over (UTC ms): the first of its states after which nothing more happens; null while
 * it is not, and where a past one does not say.
 */
export function overAt({ state, moments }: Pick<Incident, 'state' | 'moments'>): number | null {
  const ends = TERMINAL_STATES.flatMap((terminal) => moments[terminal] ?? [])
  return isTerminal(state) && ends.length > 0 ? Math.min(...ends) : null
}
