/**
 * The plan language: what an emergency plan (应急预案) says, as plain data. No code stands in a plan,
 * and none here runs one.
 */
import { localized, type LocalizedText } from '../text.ts'
import type { AftercareStep } from './aftercare-kinds.ts'
import type { ReportKind } from './report-kinds.ts'

/** The seven stages of every plan, in the order of the rail on wall and console. */
export const STAGES = [
  'report',
  'verify',
  'respond',
  'on-site',
  'inform',
  'recover',
  'review',
] as const
export type Stage = (typeof STAGES)[number]

/** Milliseconds. In a plan file it is written with a unit: `30s`, `15m`, `4h`, `30d`. */
export type Duration = number

/**
 * The event a clock counts from. A step counts from its completion (done or already-done), a fact
 * from its first answer.
 */
export type Anchor =
  | 'occurred'
  | 'reported'
  | 'activated'
  | 'contained'
  | 'lifted'
  | { step: string }
  | { fact: string }

export type DayKind = 'workday' | 'holiday'

/** Numbers of people that an incident is judged by; `hurt` is dead, serious and minor together. */
export type Casualty = 'dead' | 'serious' | 'minor' | 'missing'
export type CasualtyCount = Casualty | 'hurt'

/** How far an incident has come: the later ones hold where this one is asked for. */
export const REACHED_STATES = ['contained', 'lifted', 'recovering'] as const
export type ReachedState = (typeof REACHED_STATES)[number]

/**
 * The value of the incident that an answer sets, so that nobody is asked for it twice: loss in
 * yuan, response level, operating state, effect on the meeting, people of a kind (yes: at least
 * one), that somebody says it is contained (which never moves the state), and whether the response
 * begins (until it is answered yes the incident is being assessed).
 */
export const SET_VALUES = [
  'loss',
  'level',
  'operating',
  'meeting',
  'casualties.dead',
  'casualties.serious',
  'casualties.minor',
  'casualties.missing',
  'contained',
  'response',
] as const
export type SetValue = (typeof SET_VALUES)[number]

/**
 * When a step applies. Three-valued: an unanswered fact makes it unknown, and the step waits.
 * `Time` is how a duration stands in it: milliseconds, or the words of a plan file.
 */
export type ConditionOf<Time> =
  | { all: readonly ConditionOf<Time>[] }
  | { any: readonly ConditionOf<Time>[] }
  | { not: ConditionOf<Time> }
  // one of the options; of a several-fact: contains one of them
  | { fact: string; is: string | readonly string[] }
  // strictly more, in the unit of the fact (5000 does not exceed 5000)
  | { fact: string; over: number }
  | { step: string; is: 'done' | 'late' } // late: its limit passed while it was unfinished
  | { elapsed: Time; from: Anchor } // true once that much time has passed
  | { calendar: DayKind } // judged at the local date on which the step's clock starts
  | { type: readonly string[] } // the incident is of one of these types, or lies under one of them
  | { level: number } // its response level is this one or a higher one (a smaller number)
  | { casualties: CasualtyCount; over: number } // strictly more people
  | { state: ReachedState } // the incident has come so far: unknown until then
export type Condition = ConditionOf<Duration>

export type Option = { value: string; label: LocalizedText }
export type FactKind = 'choice' | 'bool' | 'number' | 'estimate' | 'calendar'
export type FactValue = string | number | readonly string[]

/**
 * A question that somebody answers, and may answer again when things change (small fire, large
 * fire).
 */
export type Question = {
  key: string
  kind: FactKind
  question: LocalizedText
  options: readonly Option[] // empty for number and estimate; yes and no for bool
  several: boolean // several options may hold at once
  exhaustive: boolean // the options leave nothing out; else one of them says "otherwise"
  unit: LocalizedText | null // of a number or an estimate: hours, yuan
  decidedBy: string // role id
  criterion: LocalizedText | null // what a vague word of the source means here; a site may edit it
  recordOnly: boolean // recorded for statistics; no step depends on it
  clause: string
  proposed: boolean // not in the source
  // absent in plans that were saved without them
  short?: LocalizedText | null // for the wall, where the question itself is too long for it
  ask?: Ask | null
  inDoubt?: InDoubt | null
  from?: FromReport | null
  sets?: SetValue | null
}

/**
 * When a question can be answered at the earliest (absent: at activation), and how long it may then
 * stay open before it alarms (absent: the site's time).
 */
export type Ask = { from: Anchor | null; within: Duration | null }

/**
 * What is assumed while nobody answers: it opens steps of life safety and does nothing else. Where
 * no answer is safe, `none` says why.
 */
export type InDoubt = { answer: FactValue } | { none: LocalizedText }

/**
 * The answers that the report itself gives: by the code of its type (or one above it), by its
 * channel, or by words that were heard.
 */
export type FromReport = {
  type: Readonly<Record<string, string>>
  channel: Readonly<Record<string, string>>
  heard: Readonly<Record<string, readonly string[]>>
}

/**
 * How long a limit is: always the same, by kind of day, or by the answer to a question (市区30分钟，
 * 郊区60分钟). `is` names every option of the question. `Time` as in a condition.
 */
export type WithinOf<Time> =
  Time | Record<DayKind, Time> | { fact: string; is: Readonly<Record<string, Time>> }
export type Within = WithinOf<Duration>

/**
 * How long a step has, and from when. Without one the step has no figure; "at once" is an urgency,
 * not a number.
 */
export type Due = { within: Within; from: Anchor }

/** One step of an escalation: who is told next, `after` milliseconds after the alert was raised. */
export type EscalationStep = {
  after: Duration
  notify: string
  say: LocalizedText | null
  proposed: boolean
}

/**
 * A call that is part of a step. `number` is null where the source names only the service. `role`
 * is the post of the plan that is called, and the roster knows its people; it is null for anybody
 * outside, and absent in plans that were saved without it.
 */
export type Call = { number: string | null; who: LocalizedText; role?: string | null }

/**
 * A step that starts another plan when it is done. `handsOver`: that plan takes the place of this
 * one. `plan` null: the source says "start the plan for it" and has none; the place stays empty and
 * is an open point.
 */
export type Starts = { plan: string | null; handsOver: boolean; what: LocalizedText }

/**
 * A step that opens again each time it is done, for as long as the incident has not come that far:
 * follow-up reports, checks.
 */
export type Repeat = { every: Duration; until: 'contained' | 'lifted' }

/**
 * A list to work through: places with a size (customers of an estate), or persons, whose names and
 * helpers are personal values.
 */
export type WorkList = {
  of: LocalizedText
  order: LocalizedText
  kind?: 'places' | 'persons'
  sort?: 'size' | 'given'
}

/**
 * What a step may be marked as, each under the name that it has in a comparison: yes or no, and no
 * where a plan file leaves it out. Language, file, form and comparison take the marks from here.
 */
export const STEP_MARKS = {
  /** It comes first, and skipping it needs a reason. */
  lifeSafety: localized('保命步骤', 'life safety'),
  /** It says what must not be done. */
  prohibits: localized('禁止事项', 'prohibition'),
  /** Unfinished, it blocks closing. */
  required: localized('结案前必做', 'required before closing'),
  /** Done, it confirms the provisional activation of its plan. */
  confirms: localized('确认启动', 'confirms the activation'),
  /** The start of the plan is what it asks for: the station marks it done with that. */
  activates: localized('启动即完成', 'done by starting the plan'),
  /** What is to be written down has a field of its own. */
  note: localized('要写下来', 'with a note'),
  /** Done, with a reason, public walls may know of a discreet incident. */
  discloses: localized('解除静默', 'lifts discretion'),
  /** Everybody at its posts must say that they heard of it, before it is done. */
  everybody: localized('每人确认', 'everybody acknowledges'),
} satisfies Readonly<Record<string, LocalizedText>>
export type StepMark = keyof typeof STEP_MARKS
/** Plans that were saved before the other marks came have only these. */
type EarliestMark = 'lifeSafety' | 'prohibits' | 'required'
type Marks = Record<EarliestMark, boolean> & Partial<Record<StepMark, boolean>>

export type Step = Marks & {
  id: string // unique across the library
  stage: Stage
  title: LocalizedText
  short: LocalizedText // on the wall: at most 7 Chinese or 16 Latin characters
  role: string // role id of the owner
  helpers: readonly string[] // further role ids
  when: Condition | null
  after: readonly string[] // steps that must be finished (or not apply) before it opens
  due: Due | null
  urgency: 'immediate' | 'prompt' | null
  late: readonly EscalationStep[] // who is told above the owner; a timed step has at least one
  calls: readonly Call[]
  // words to say or to publish; {place}, {narrative}, {reporter} … are filled from the record
  say: LocalizedText | null
  // shown in the wall's footer once the step is taken or done, until the response is lifted; of a
  // step of life safety until the incident is contained
  announce: LocalizedText | null
  materials: readonly LocalizedText[]
  // kept until closed or so many days, the later
  evidence: { what: LocalizedText; keepDays: number } | null
  list: WorkList | null // in that order
  starts?: Starts | null // absent in plans that were saved without it, as all that is optional here
  repeat?: Repeat | null
  // which report of the chain it is; null: none; absent: as its stage and title say
  report?: ReportKind | null
  aftercare?: AftercareStep | null // what of the aftermath it asks for; done with that, it is done
  clause: string
  clauses: readonly string[] // further clauses it answers
  proposed: boolean
}

/**
 * A post, a group of posts, a unit outside the site, or anyone who happens to be there (whoever
 * finds the fire): such a person is on no shift. `under` is the group or post above it in the
 * organisation.
 */
export type RoleKind = 'person' | 'group' | 'external' | 'anyone'
export type Role = {
  id: string
  name: LocalizedText
  aliases: readonly string[]
  duty: LocalizedText | null
  substitutes: readonly string[]
  kind?: RoleKind
  under?: string | null
  clauses?: readonly string[]
}
export type Level = { level: number; name: LocalizedText } // 1 = highest
/**
 * A clause of a document. `says` is a paraphrase: what ships with the program never holds the
 * sentence of a source. A site's own document may hold its own: `quote`, word for word, and then
 * `says` may be absent. `number`: how the paper itself numbers it (第三条（二）); absent where it does
 * not.
 */
export type Clause = {
  id: string
  chapter: LocalizedText
  number?: string | undefined
  says?: LocalizedText | undefined
  quote?: string | undefined
}
export type Completeness = 'complete' | 'incomplete'

/** Who may start the plan at once, and who confirms that afterwards (provisional activation). */
export type Activation = { by: string; confirmedBy: string; clause: string }
/** When the station itself proposes the plan for an incident that runs, or starts it. */
export type StartRule = {
  when: Condition
  then: 'propose' | 'activate'
  why: LocalizedText
  clause: string
  // the plan takes the place of the one whose question made the rule true; absent: it joins it
  handsOver?: boolean
}

/**
 * A plan, self-contained: the roles, levels and clauses it needs come with it, so that a running
 * incident keeps everything it started with. `revision` is the digest of all of it.
 */
export type Plan = {
  id: string
  revision: string
  document: string
  documentTitle: LocalizedText
  siteKinds: readonly string[]
  title: LocalizedText
  short: LocalizedText // on the wall: at most 6 Chinese or 14 Latin characters
  types: readonly string[] // codes of the site's type tree
  triggers: readonly string[] // words of a caller that point here
  facts: readonly Question[]
  steps: readonly Step[]
  roles: readonly Role[]
  commander: string // role id of who commands unless another is named
  levels: readonly Level[]
  defaultLevel: number | null
  clauses: readonly Clause[]
  completeness: Completeness
  openPoints: readonly LocalizedText[]
  extends?: string | null // the base plan that runs with this annex …
  replaces?: readonly string[] // … without these of its steps
  activation?: Activation | null
  start?: readonly StartRule[]
}

/** The kinds of emergencies by law (突发事件应对法, art. 2). */
export const LEGAL_CATEGORIES = [
  'naturalDisaster',
  'accidentDisaster',
  'publicHealth',
  'socialSecurity',
] as const

/**
 * A node of the site's own type tree. Its top is a category; `legal` maps to one of the four legal
 * categories, often none.
 */
export type LegalCategory = (typeof LEGAL_CATEGORIES)[number]
export type IncidentType = {
  code: string
  name: LocalizedText
  category: string
  legal: LegalCategory | null
  words: readonly string[]
  danger?: boolean // people may come to harm by it: it stands before the others
  private?: boolean | undefined // its place is somebody's home
  discreet?: boolean | undefined // until it is closed no public wall knows of it
  accident?: boolean | undefined // an accident at work: GB 6441 and GB 6721 ask more of it
}
export type Category = { code: string; name: LocalizedText }
