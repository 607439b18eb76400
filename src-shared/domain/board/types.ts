/** What every screen is told: the incidents that are not over, ready to draw. Times are UTC ms; whoever counts down adds nothing but the station's `now`. */
import type { Text } from '../text.ts'
import type { Call, Completeness, DayKind, FactKind, FactValue, Option, Stage } from '../plan/plan.ts'
import type { IncidentState, Outcome, Priority } from '../incident/state.ts'

/** hidden: condition false · waiting: condition unknown, or a step before it unfinished · the last four are finished. */
export type StepState = 'hidden' | 'waiting' | 'open' | 'accepted' | Outcome

export type BoardFact = {
  key: string
  planId: string
  kind: FactKind
  question: Text
  options: readonly Option[]
  several: boolean
  unit: Text | null
  value: FactValue | null // null: unknown
  answeredAt: number | null
  answeredBy: string | null
  decidedBy: Text
  criterion: Text | null
  clause: string
  decides: readonly string[] // ids of the steps whose condition reads it
}

export type BoardStep = {
  id: string
  planId: string
  title: Text
  short: Text
  stage: Stage
  roleId: string
  role: Text
  people: readonly string[] // on duty at that post, empty without a roster
  state: StepState
  late: boolean
  urgency: 'immediate' | 'prompt' | null
  lifeSafety: boolean
  required: boolean
  prohibits: boolean
  proposed: boolean
  openedAt: number | null
  startedAt: number | null // when its limit began to run
  dueAt: number | null
  pending: boolean // open and timed by its plan, but what its limit counts from has not happened: the clock has not started (尚未起算)
  day: DayKind | null // how the calendar was judged for this limit
  unpublished: boolean // … for a year whose holidays are not published (未公布)
  acceptedBy: string | null
  doneAt: number | null
  doneBy: string | null
  reason: string | null // said with its finish, else with its acceptance; both languages if the station itself marked it
  explained: string | null
  needsReason: boolean // late, skipped, or life safety found not applicable, and nobody has said why yet
  outOfOrder: boolean
  onBehalfOf: { person: string | null; channel: string; words: string | null } | null // person and words: null for walls
  calls: readonly Call[]
  say: Text | null
  materials: readonly Text[]
  list: { of: Text; order: Text } | null
  clause: string
  chapter: Text
  says: Text // our paraphrase of the clause
  waitsFor: readonly string[] // fact keys and step ids that keep it waiting
}

export type BoardAlert = {
  id: string
  kind: 'late' | 'not-recorded'
  priority: Priority
  stepId: string
  cause: Text
  action: Text
  owner: Text
  people: readonly string[]
  clause: string
  dueAt: number
  raisedAt: number
  acknowledgedAt: number | null
  acknowledgedBy: string | null
  silencedUntil: number | null
  told: readonly { role: Text; at: number; people: readonly string[]; skipped: readonly Text[] }[]
  next: { role: Text; at: number } | null // who is told next, and when, unless it is acknowledged or finished before
}

export type BoardPlan = {
  planId: string
  revision: string
  title: Text
  short: Text
  completeness: Completeness
  provisional: boolean
  supersededBy: string | null
  activatedAt: number
}

export type BoardIncident = {
  id: string
  version: number
  place: string
  type: string | null
  typeName: Text | null
  category: string | null
  kind: Text // what it is, in few words: short title of the plan, else the type
  state: IncidentState
  level: number | null
  levelName: Text | null
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
  facts: readonly BoardFact[]
  steps: readonly BoardStep[] // in the order of the plan; superseded plans included
  alerts: readonly BoardAlert[] // raised and not cleared; highest priority first, then oldest
  next: string | null // id of the step that is the next action
  nearest: string | null // id of the unfinished step whose limit is nearest, or longest past
  notices: readonly Text[] // short announcements for the wall's footer
  moves: readonly IncidentState[] // what it can be moved to now
  blocks: readonly string[] // ids of the steps that keep it from being closed
}

export type MonthFigures = {
  month: string
  incidents: number
  byCategory: readonly { code: string; name: Text; count: number }[]
  limits: { due: number; met: number; late: number }
  drills: number
}

export type Site = { name: Text; zone: string; kinds: readonly string[]; demo: boolean }

/** A wall as the console sees it: who last gave a sign of life, and whether it can be heard. */
export type WallSign = { id: string; lastSeen: number; sound: 'on' | 'blocked' | 'off'; size: string }

export type Board = {
  position: number
  now: number
  site: Site
  month: MonthFigures
  lastIncidentAt: number | null // latest real incident that is over, for "days since the last"
  duty: readonly { role: Text; people: readonly string[] }[] // who is on duty now; empty without a roster
  unpublishedYear: string | null // set while the current year's holidays are not published
  walls: readonly WallSign[]
  storageFailed: boolean
  notes: readonly Text[] // what the person at the desk should know of this start: settings that were repaired
  incidents: readonly BoardIncident[] // nearest limit first, drills last
}
