/**
 * The board that every screen shows: the incidents that are not over, ready to draw. Times are UTC
 * ms, to be counted from the station's `now`.
 */
import type { RecordHead } from '../station/head.ts'
import type { Site } from '../site/site.ts'
import type { BoardAftermath } from './aftermath.ts'
import type { BoardAccident } from './accident-types.ts'
import type { BoardCallers } from './caller-types.ts'
import type { BoardCommand, BoardWatch } from './command-types.ts'
import type { BoardCasualties, BoardImpact } from './assessed-types.ts'
import type { BoardCall } from './call-types.ts'
import type { BoardFile } from './file-types.ts'
import type { BoardGate, BoardPassedOver } from './gate-types.ts'
import type { BoardAnnouncements } from './announcements.ts'
import type { BoardBulletins } from './bulletins.ts'
import type { BoardHeadquartersMember } from './headquarters.ts'
import type { BoardProposed } from './proposed-types.ts'
import type { BoardQuestion } from './question-types.ts'
import type { BoardRoom } from './room.ts'
import type { BoardTask, BoardTaskPerson } from './task-types.ts'
import type { WallSign } from './wall-sign.ts'
import type { BoardWarning } from './warnings.ts'
import type { Imported, PastMoments } from '../incident/record/slices.ts'
import type { Disclosure } from '../privacy/disclosure.ts'
import type { Source } from '../report-source/stream.ts'
import type { AftercareStep } from '../plan/aftercare-kinds.ts'
import type { LocalizedText } from '../text.ts'
import type { NamedWall } from '../walls/wall.ts'
import type {
  Call,
  Completeness,
  DayKind,
  Level,
  ReachedState,
  Repeat,
  Stage,
} from '../plan/plan.ts'
import type {
  EvidenceKind,
  ListOutcome,
  PeopleKind,
  Severity,
  Warning,
} from '../incident/record/scales.ts'
import type { AlertKind, IncidentState, Priority, StepState } from '../incident/record/state.ts'

export type { BoardCasualties, BoardImpact } from './assessed-types.ts'
export type { BoardCall } from './call-types.ts'
export type { BoardQuestion } from './question-types.ts'

export type BoardStep = {
  id: string
  planId: string
  title: LocalizedText
  short: LocalizedText
  stage: Stage
  roleId: string
  role: LocalizedText
  people: readonly string[] // on duty at that post, empty without a roster
  state: StepState
  assumed: boolean // open by an assumption alone: nobody has answered yet
  nudgeAt: number | null // when it is asked for, also past; null where no clock of attention runs
  late: boolean
  urgency: 'immediate' | 'prompt' | null
  lifeSafety: boolean
  required: boolean
  prohibits: boolean
  proposed: boolean
  openedAt: number | null
  startedAt: number | null // when its limit began to run
  dueAt: number | null
  // open and timed by its plan, but what its limit counts from has not happened: the clock has not
  // started (尚未计时)
  pending: boolean
  day: DayKind | null // how the calendar was judged for this limit
  unpublished: boolean // … for a year whose holidays are not published (未公布)
  // the question whose answer would say how long the limit is: until then the shortest counts
  limitAsks?: string
  acceptedBy: string | null
  doneAt: number | null
  doneBy: string | null
  toldAt: number | null // when it was said that it had been done at `doneAt`, if that was later
  automatic: LocalizedText | null // why the station itself marked it; else a person did
  // said with its finish, else with its acceptance; both languages if the station itself marked it
  reason: string | null
  explained: string | null
  // late, skipped, or life safety found not applicable, and nobody has said why yet
  needsReason: boolean
  outOfOrder: boolean
  // all of it null for walls
  onBehalfOf: { person: string | null; channel: string | null; words: string | null } | null
  calls: readonly Call[]
  say: LocalizedText | null
  materials: readonly LocalizedText[]
  list: { of: LocalizedText; order: LocalizedText; kind?: 'places' | 'persons' } | null // kind absent: places
  listed: BoardList | null // null where the step has no list
  evidence: { what: LocalizedText; keepDays: number } | null // what it leaves to be kept
  note: boolean // what is to be written down has a field of its own
  words: string | null // written down with its finish; null for walls
  unregistered: boolean // done, and nothing of what it leaves to be kept is registered
  clause: string
  number?: string // of the clause in its own paper; absent where that gives it none
  chapter: LocalizedText
  says: LocalizedText // our paraphrase of the clause
  waitsFor: readonly string[] // fact keys and step ids that keep it waiting
  starts: BoardStarts | null // the plan that starts when it is done
  confirms: boolean // done, it confirms the provisional activation of its plan
  discloses: boolean // done, with a reason, it lifts discretion
  // it opens again each time it is done; its limit is that of the time that is open
  repeat: Repeat | null
  times: number // how often it was done
  // how many of the times before the one that is open were late; `late` is about that one
  timesLate: number
  lastDoneAt: number | null
  // what of the incident nobody has said yet, and its condition reads
  waitsForUnset: readonly ('type' | 'level')[]
  passedOver: BoardPassedOver | null // at a gate, until it changes
  waitsForState: ReachedState | null // its condition reads it, and it has not come yet
  waitsForCount: boolean // casualties that nobody has counted keep it waiting
  aftercare?: AftercareStep // what of the aftermath it asks for
  task?: BoardTask // it is an ad-hoc task; absent for a step of a plan
  named?: readonly BoardTaskPerson[] // of a plan: everybody who must hear of it; empty for walls
}

/**
 * `planId` null: the plan's text leaves open which one. `title` null: the library has no such plan.
 * `notStarted`: done, and why no plan was started.
 */
export type BoardStarts = {
  planId: string | null
  title: LocalizedText | null
  handsOver: boolean
  what: LocalizedText
  notStarted: LocalizedText | null
}

/** What attention asks for: a step or a question. `dueAt` (UTC ms): when it came due. */
export type BoardMember = {
  stepId?: string
  factKey?: string
  planId: string
  dueAt: number
  lifeSafety: boolean
  title: LocalizedText
}

export type BoardAlert = {
  id: string
  kind: AlertKind
  priority: Priority
  // null: of the incident as a whole; `clause` is empty then, and where no source asks for the step
  stepId: string | null
  cause: LocalizedText
  action: LocalizedText
  owner: LocalizedText // whose step it is
  people: readonly string[]
  // who must act now: the post that was told last
  actor: { role: LocalizedText; people: readonly string[] }
  repeats: number // how often it was raised within the minute before, this time included
  members: readonly BoardMember[] // of a nudge, what matters most first; else empty
  clause: string
  dueAt: number
  raisedAt: number
  soundedAt: number // when it began to sound last
  acknowledgedAt: number | null
  acknowledgedBy: string | null
  silencedUntil: number | null
  // put off: until when, by whom and why (null for walls)
  shelved: { until: number; by: string; reason: string | null } | null
  told: readonly {
    role: LocalizedText
    at: number
    people: readonly string[]
    skipped: readonly LocalizedText[]
  }[]
  // who is told next, and when, unless it is acknowledged or finished before
  next: { role: LocalizedText; at: number } | null
}

/** An alert of no incident: a fault of the station. `tone`: how it sounds; null: not at all. */
export type BoardFault = Omit<BoardAlert, 'kind' | 'stepId'> & {
  kind: 'fault'
  incidentId: null
  stepId: null
  tone: 'fault' | 'alert' | null
}

export type BoardPlan = {
  planId: string
  revision: string
  title: LocalizedText
  short: LocalizedText
  completeness: Completeness
  provisional: boolean
  supersededBy: string | null
  activatedAt: number
  newer: boolean // the library has another text of it now; this one goes on as it started
  broughtBy: string | null // it runs as the base of this annex
  // who has to confirm a provisional activation; null if it was not provisional
  confirmer: LocalizedText | null
  confirmedBy: string | null
  confirmedAt: number | null
  declined: { at: number; by: string; reason: string | null } | null // over, as if superseded
  // ended by a person; `declined` says the same then
  stopped: { at: number; by: string; reason: string | null } | null
  stated?: BoardStated // what whoever activated it said of it besides; absent: nothing
}

/** `until` (UTC ms): how long the response was expected to last. Words are null for walls. */
export type BoardStated = { matter: string | null; until: number | null; measures: string | null }

/**
 * The list of a step. `done`: reached or handed over; `unmarked`: nobody has said yet what became
 * of them.
 */
export type BoardList = {
  done: number
  total: number
  unmarked: number
  items: readonly BoardListItem[]
} // largest first, or as given
export type BoardListItem = {
  id: string
  name: string | null // null: of a person, once purged
  size: number | null // number of customers of a place
  helper: string | null // personal, as `for`
  outcome: ListOutcome | null // null: not marked yet
  for: string | null // who did it, or says so
  reason: string | null
  markedAt: number | null
  markedBy: string | null
}

/** What is kept as evidence. `keepUntil`: null while the incident is not over, and in a drill. */
export type BoardEvidence = {
  id: string
  what: string
  kind: EvidenceKind
  place: string
  keeper: string | null // personal
  recordedAt: number
  recordedBy: string
  stepId: string | null
  keepDays: number
  keepUntil: number | null
  mayGoAt: number | null // when it was said that it need not be kept any longer
  released?: { to: string; reason: string | null; at: number; by: string } // who has it by now
}

export type BoardIncident = BoardAnnouncements &
  BoardBulletins &
  BoardCallers & {
    id: string
    version: number
    number?: string // the short one, 2026-017; absent of imported ones, and on public walls
    source?: Source // another system reported it; nobody has verified it while it is `reported`
    place: string
    area?: string // only where the place is somebody's home: what may be printed of it
    placeId?: string // of the site's register, where the place is one of it or lies in one
    type: string | null
    typeName: LocalizedText | null
    category: string | null
    danger: boolean // its type, or one of a plan that runs, is dangerous to life
    discreet: boolean // no public wall knows of it, and the room's wall says it without a tone
    // how much of it public walls may show, by its type; absent: all of it, or it is discreet
    disclosure?: Exclude<Disclosure, 'full'>
    coarsePlace?: string // with `area`: the hall or estate of its place, where one is known
    kind: LocalizedText // what it is, in few words: short title of the plan, else the type
    state: IncidentState
    level: number | null
    levelName: LocalizedText | null
    drill: boolean
    narrative: string | null // null once purged
    reporter: string | null
    channel: string | null
    commander: string | null
    receivedAt: number
    occurredAt: number | null
    closedAt: number | null // what has gone on is counted up to here
    reason: string | null
    plans: readonly BoardPlan[]
    proposed: readonly BoardProposed[]
    facts: readonly BoardQuestion[]
    steps: readonly BoardStep[] // in the order of the plan; superseded plans included
    alerts: readonly BoardAlert[] // raised and not cleared; highest priority first, then oldest
    next: string | null // id of the step that is the next action
    // the question that a step of life safety or a timed one waits for: it comes before `next`
    asks: { key: string; planId: string } | null
    nearest: string | null // id of the unfinished step whose limit is nearest, or longest past
    notices: readonly LocalizedText[] // short announcements for the wall's footer
    moves: readonly IncidentState[] // what it can be moved to now
    blocks: readonly string[] // ids of the steps that keep it from being closed
    gates: readonly BoardGate[] // of those moves that ask for something first; none for walls
    // that it can be raised or lowered to: those of the plans that run, highest first
    levels: readonly Level[]
    warning: Warning | null // colour of the pre-alert; neither level nor severity
    severity: Severity | null // as a person judged it
    legalCategory: string | null // one of the four by law; the fourth is not graded
    severitySuggested: Severity | null // by casualties and loss (493号 art. 3); never set by itself
    casualties: BoardCasualties | null
    atLeastOne: readonly PeopleKind[] // of these kinds: not counted, shown as ≥ 1, in no sum
    loss: number | null // direct economic loss so far, yuan
    accident?: BoardAccident // absent where its type is none and nobody said anything of it
    impact: BoardImpact | null
    evidence: readonly BoardEvidence[]
    aftermath?: BoardAftermath // from contained on; never for walls
    files?: readonly BoardFile[] // absent until the first; never for walls
    headquarters?: readonly BoardHeadquartersMember[] // absent until somebody forms one
    command: BoardCommand
    watch?: BoardWatch // while it is contained and somebody keeps one
    calls: readonly BoardCall[] // in the order in which they were recorded
    callingSince: number | null // a call of it is under way: alerts sound once and are then shown
    amended: { at: number; by: string } | null // what was reported was put right, last then
    // a past one from a file: never on the board, drawn in the history only
    imported?: Omit<Imported, 'withdrawn'> & {
      moments: PastMoments
      withdrawn?: { at: number; by: string; reason: string }
    }
  }

export type MonthFigures = {
  month: string
  incidents: number
  byCategory: readonly { code: string; name: LocalizedText; count: number }[]
  limits: { due: number; met: number; late: number }
  drills: number
}

/** A step that was open when the record was damaged. */
export type BoardLeftStep = Pick<BoardStep, 'title' | 'role' | 'lifeSafety'> & { stepId: string }

/**
 * An incident of the damaged record that nobody has taken over yet: none of its clocks runs.
 * `done`: how many steps were finished; `missing`: how many of its events could not be read.
 */
export type BoardLeftIncident = {
  incidentId: string
  number?: string // as of any incident
  place: string
  type: string | null
  kind: LocalizedText // what it is, in few words, as of any incident
  state: IncidentState
  level: number | null
  drill: boolean
  receivedAt: number
  occurredAt: number | null
  plans: readonly LocalizedText[]
  discreet: boolean
  disclosure?: Exclude<Disclosure, 'full'> // as of any incident
  done: number
  open: readonly BoardLeftStep[]
  missing: number
}

/**
 * The record of this folder failed its check, and this one stands in for it. `head`: where the
 * other one ended, as far as it could be read. `contact`: whom to call, by the roster; phones are
 * left out on walls.
 */
export type BoardEmergency = {
  since: number
  head: { position: number; hash: string } | null
  why: LocalizedText
  contact: { role: LocalizedText; people: readonly string[]; phones: readonly string[] } | null
  incidents: readonly BoardLeftIncident[]
}

export type Board = {
  public?: true // as a public wall gets it, without discreet incidents; absent for all others
  position: number
  head: RecordHead | null // how far the record goes; null where its end cannot be read
  now: number
  site: Site
  month: MonthFigures
  monthByType?: MonthFigures // of walls of the room, while one may show no more than public ones
  lastIncidentAt: number | null // latest real incident that is over, for "days since the last"
  // who is on duty now, who is reached first on top (roster/duty-order.ts); empty without a roster
  duty: readonly { roleId: string; role: LocalizedText; people: readonly string[] }[]
  unpublishedYear: string | null // set while the current year's holidays are not published
  walls: readonly WallSign[]
  namedWalls: readonly NamedWall[] // `places` with all that lies in them
  storageFailed: boolean
  // what the person at the desk should know of this start: settings that were repaired
  notes: readonly LocalizedText[]
  // the month (2026-11) whose report was prepared last, until it is issued
  reportReady: string | null
  // the position at which plans, documents or kinds of site were last changed since the station
  // began; absent before: what a screen has read of them before it is old
  library?: number
  room?: BoardRoom // its people have left it; absent while somebody is there
  warnings?: readonly BoardWarning[] // in force, red first; absent where there is none
  emergency: BoardEmergency | null // null: the record is the site's own
  alerts: readonly BoardFault[] // of no incident; highest priority first, then oldest
  incidents: readonly BoardIncident[] // the most urgent first (urgency.ts), drills last
}
