/**
 * A plan as its file is written (docs/plan-format.md): what the form edits. Durations are words
 * (`15m`), texts may be half-written. Only shapes.
 */
import type { Anchor, CasualtyCount, DayKind, FactKind, Stage } from '#shared/domain/plan/plan.ts'

export type Words = { zh: string; en: string }

export type DraftCondition =
  | { all: DraftCondition[] }
  | { any: DraftCondition[] }
  | { not: DraftCondition }
  | { fact: string; is: string | string[] }
  | { fact: string; over: number }
  | { step: string; is: 'done' | 'late' }
  | { elapsed: string; from: Anchor }
  | { calendar: DayKind }
  | { type: string[] }
  | { level: number }
  | { casualties: CasualtyCount; over: number }

export type DraftWithin = string | { workday?: string | undefined; holiday?: string | undefined }
export type DraftDue = { within: DraftWithin; from: Anchor }
export type DraftRung = {
  notify: string
  after?: string | undefined
  say?: Words | undefined
  proposed?: boolean | undefined
}
export type DraftCall = {
  role?: string | undefined
  who?: Words | undefined
  number?: string | undefined
}
export type DraftList = {
  of: Words
  order: Words
  kind?: 'places' | 'persons' | undefined
  sort?: 'size' | 'given' | undefined
}
export type DraftEvidence = { what: Words; keep: string }
export type DraftStarts = {
  plan?: string | undefined
  handsOver?: boolean | undefined
  what: Words
}
export type DraftRepeat = { every: string; until: 'contained' | 'lifted' }

export type DraftStep = {
  id: string
  stage: Stage
  title: Words
  short?: Words | undefined
  role: string
  helpers?: string[] | undefined
  when?: DraftCondition | undefined
  after?: string[] | undefined
  due?: DraftDue | undefined
  late?: DraftRung[] | undefined
  repeat?: DraftRepeat | undefined
  urgency?: 'immediate' | 'prompt' | undefined
  calls?: DraftCall[] | undefined
  say?: Words | undefined
  announce?: Words | undefined
  materials?: Words[] | undefined
  evidence?: DraftEvidence | undefined
  list?: DraftList | undefined
  starts?: DraftStarts | undefined
  prohibits?: boolean | undefined
  lifeSafety?: boolean | undefined
  required?: boolean | undefined
  confirms?: boolean | undefined
  clause: string
  clauses?: string[] | undefined
  proposed?: boolean | undefined
}

export type DraftFact = {
  kind: FactKind
  question: Words
  options?: Record<string, Words> | undefined
  exhaustive?: boolean | undefined
  several?: boolean | undefined
  unit?: Words | undefined
  decidedBy?: string | undefined
  criterion?: Words | undefined
  recordOnly?: boolean | undefined
  clause: string
  proposed?: boolean | undefined
}

export type DraftRule = {
  when: DraftCondition
  then: 'propose' | 'activate'
  why: Words
  clause: string
}
export type DraftActivation = { by: string; confirmedBy: string; clause: string }

export type Draft = {
  id: string
  document: string
  title: Words
  short?: Words | undefined
  siteKinds?: string[] | undefined
  types: string[]
  triggers?: string[] | undefined
  level?: number | undefined
  commander?: string | undefined
  extends?: string | undefined
  replaces?: string[] | undefined
  activation?: DraftActivation | undefined
  start?: DraftRule[] | undefined
  completeness?: 'complete' | 'incomplete' | undefined
  openPoints?: Words[] | undefined
  facts: Record<string, DraftFact>
  steps: DraftStep[]
}
