/**
 * An incident as the plain count first hears of it: reported here, imported from a table, or taken
 * over from a record that could not be opened. Nothing of the product may be imported here.
 */
import {
  carriedAfterwards,
  type CarriedAfterwards,
  type PlainAfterwards,
} from './carried-afterwards.ts'

import type { Head, Owed } from './law-parting.ts'

export type Sort = 'done' | 'already-done' | 'not-applicable' | 'skipped'
export type Span = { startedAt: number; dueAt: number; endedAt: number | null }
type CarriedTime = {
  limit: Span | null
  finish: { at: number; outcome: Sort; reason: string | null; toldAt?: number } | null
  lateAt: number | null
  explained: { reason: string } | null
}
/** What an incident brings along that is taken over. */
type Carried = Pick<
  Body,
  'place' | 'channel' | 'category' | 'legalCategory' | 'occurredAt' | 'drill' | 'state' | 'moments'
> &
  CarriedAfterwards & {
    receivedAt: number
    level: number | null
    type: string | null
    severity?: string
    casualties?: Record<string, unknown>
    loss?: number
    runs: { planId: string; revision: string }[]
    facts: Record<string, { value: Body['value'] }>
    factsOf: Record<string, Record<string, { value: Body['value'] }>>
    steps: Record<string, CarriedTime & { planId: string; past?: CarriedTime[] }>
    alertLog?: {
      stepId: string
      kind?: string
      priority: number
      raisedAt: number
      acknowledgedAt: number | null
      clearedAt: number | null
    }[]
    evidence?: { id: string; mayGoAt: number | null; released?: object }[]
  }

export type Clock = { kind: string; stepId: string | null; factKey: string | null; planId: string }

/** What was put right. */
export type Amended = Partial<
  Pick<
    Body,
    'place' | 'area' | 'channel' | 'incidentType' | 'category' | 'legalCategory' | 'occurredAt'
  >
>

/** Of the bodies of all events: what is read here. */
export type Body = {
  number?: string
  place: string | { sealed: string }
  area?: string
  channel: string | null
  incidentType: string | null
  category: string | null
  legalCategory: string | null
  occurredAt: number | null
  drill: boolean
  threeMinute?: boolean
  planId: string
  revision: string
  level: number | null
  stepIds: string[]
  key: string
  value: string | number | string[]
  source: string | undefined
  changes: { stepId: string; limit: Span | null }[]
  stepId: string
  outcome: Sort
  doneAt: number | undefined
  handedAt: number | undefined
  movedAt: number | undefined
  reason: string | null
  limit: Span
  alert: { id: string; kind: string; stepId: string | null; priority: number }
  alertId: string
  kind: string
  startedAt: number
  dueAt: number
  to: string
  from: string
  forgets: boolean
  reopened: string[]
  last: boolean
  undecided?: true
  automatic?: object
  counts: Record<string, number>
  yuan: number
  severity: string
  evidenceId: string
  aftercareId: string
  dueOn: string
  agreedFen: number | null
  paidFen: number | undefined
  reviewedAt: number
  plans: string[]
  zone: string
  informedAt: number
  receivedAt: number | null
  state: string
  moments: Record<string, number>
  begins: (Clock & { every: number; assumed?: boolean })[]
  ends: (Clock & { taken: boolean })[]
  casualties: Record<string, number>
  loss: number | null
  reports?: {
    headInformedAt?: number
    first?: { startedAt: number; dueAt: number }
    late?: { kind: string; dueAt: number; doneAt: number; endedAt: number; lateAt: number }[]
    sent?: { at: number }[]
  }
  incident: Carried
  now: Amended
  incidentId: string
  into: string
  left: { incidentId: string; nth?: number }
}

/**
 * One time that a step was open: its limit, how it was finished, when lateness was recorded, why it
 * was late.
 */
export type Time = {
  limit: Span | null
  finished: { at: number; outcome: Sort; reason: string | null; told: number | null } | null
  lateAt: number | null
  said: string | null
}
type StepOf = { plan: string; times: Time[] } // the last one is the one that is open or was last
export type PlainAlert = {
  step: string | null // null: of the incident as a whole
  kind: string
  priority: number
  raised: number
  acknowledged: number | null
  cleared: number | null
}
/** A report that the law wants. */
export type PlainLawReport = {
  kind: string
  from?: number
  due: number
  done: number | null
  ended: number | null
  late: number | null
}
/** What an incident that was merged has said of reports. */
export type LawTaken = { late: PlainLawReport[]; owed: Owed }
/** Something that somebody had to take in hand: a step, or a question that decides. */
export type PlainNudge = { due: number; done: number | null; ended: number | null }
export type PlainLimit = {
  step: string
  plan: string
  clause: string
  started: number
  due: number
  done: number | null
  ended: number | null
  late: number | null
  told: number | null
  reason: string | null
  report: string | null
  proposed: boolean
}
export type PlainIncident = {
  id: string
  number: string | null
  place: string
  channel: string | null
  type: string | null
  category: string | null
  legal: string | null
  drill: boolean
  threeMinute: boolean
  reported: number
  at: number
  state: string
  imported: boolean
  withdrawn: boolean
  level: number | null
  severity: string | null
  people: Record<string, number>
  yuan: number
  first: Map<string, number> // state → when it was reached first; `activated`, `step` likewise
  limits: PlainLimit[]
  alerts: PlainAlert[]
  nudges: PlainNudge[]
  lawReports: PlainLawReport[]
  lawTaken: PlainLawReport[] // late ones of incidents that were merged into it
  bulletins: string[] // what went out: kind and number
  evidence: number
  mayGo: number
  afterwards: PlainAfterwards
  answers: { question: string; option: string }[]
}
export type Draft = PlainIncident & {
  ended: Set<string> // ids of evidence whose time was over
  handedOut: Set<string> // and of what is kept here no longer
  runs: { plan: string; revision: string }[]
  steps: Map<string, StepOf>
  alertById: Map<string, PlainAlert>
  clocks: Map<string, PlainNudge> // those that run
  shared: Map<string, Body['value']>
  own: Map<string, Body['value']>
  into: string | null // the incident that it was merged into
  lawOf: Map<string, LawTaken> // of incidents that were merged into it
  heads: Head[] // when the head of the unit knew
  sent: number[] // when something went to the authorities
}

export const OVER = ['closed', 'archived', 'falseReport', 'transferred', 'merged']
/** When it was over first (UTC ms); null: it is not. */
export const overOf = ({ state, first }: Pick<Draft, 'state' | 'first'>): number | null =>
  OVER.includes(state)
    ? Math.min(
        ...['closed', 'falseReport', 'transferred', 'merged'].map(
          (end) => first.get(end) ?? Infinity,
        ),
      )
    : null

export const fresh = (): Time => ({ limit: null, finished: null, lateAt: null, said: null })
export const isDone = (outcome: Sort): boolean => outcome === 'done' || outcome === 'already-done'

/** Of a home the estate that it lies in. */
export const placeOf = (place: Body['place'], area = ''): string =>
  typeof place === 'string' ? place : area || '地址已封存'

export function begin(id: string, recordedAt: number, body: Body): Draft {
  const at = body.receivedAt ?? recordedAt // a caller who was filed apart called earlier
  return {
    id,
    number: body.number ?? null,
    place: placeOf(body.place, body.area),
    channel: body.channel,
    type: body.incidentType,
    category: body.category,
    legal: body.legalCategory,
    drill: body.drill,
    threeMinute: body.threeMinute ?? false,
    reported: at,
    at: body.occurredAt ?? at,
    state: 'reported',
    imported: false,
    withdrawn: false,
    level: null,
    severity: null,
    people: {},
    yuan: 0,
    first: new Map(),
    limits: [],
    alerts: [],
    nudges: [],
    lawReports: [],
    lawTaken: [],
    bulletins: [],
    evidence: 0,
    mayGo: 0,
    afterwards: { entries: new Map(), reviewed: false, passedOver: false, evaluated: new Map() },
    ended: new Set(),
    handedOut: new Set(),
    answers: [],
    runs: [],
    steps: new Map(),
    alertById: new Map(),
    clocks: new Map(),
    shared: new Map(),
    own: new Map(),
    into: null,
    lawOf: new Map(),
    heads: [],
    sent: [],
  }
}

/** One of the past, from a table: it comes as it ended. */
export function beginImported(id: string, body: Body): Draft {
  const { occurredAt, receivedAt, state, level, severity, casualties, loss, moments } = body
  const at = occurredAt ?? 0
  return {
    ...begin(id, receivedAt ?? at, body),
    at,
    state,
    imported: true,
    level,
    severity,
    people: casualties,
    yuan: loss ?? 0,
    first: new Map(Object.entries(moments)),
  }
}

const PEOPLE = ['dead', 'serious', 'minor', 'missing', 'evacuated']

const carriedTime = ({ limit, finish, lateAt, explained }: CarriedTime): Time => ({
  limit,
  finished: finish && {
    at: finish.at,
    outcome: finish.outcome,
    reason: finish.reason,
    told: finish.toldAt ?? null,
  },
  lateAt,
  said: explained?.reason ?? null,
})

/** It comes as it stood in the record that could not be opened, with its own instants. */
export function beginTakenOver(id: string, carried: Carried): Draft {
  const { alertLog = [], casualties = {}, evidence = [], factsOf, facts, type } = carried
  return {
    ...begin(id, carried.receivedAt, { ...(carried as unknown as Body), incidentType: type }),
    state: carried.state,
    level: carried.level,
    severity: carried.severity ?? null,
    people: Object.fromEntries(PEOPLE.map((kind) => [kind, Number(casualties[kind] ?? 0)])),
    yuan: carried.loss ?? 0,
    first: new Map(
      Object.entries(carried.moments).map(([what, at]) => [
        what === 'firstStep' ? 'step' : what,
        at,
      ]),
    ),
    alerts: alertLog.map(({ stepId, kind, priority, raisedAt, acknowledgedAt, clearedAt }) => ({
      step: stepId === '' ? null : stepId,
      kind: kind ?? (priority === 3 ? 'not-recorded' : 'late'),
      priority,
      raised: raisedAt,
      acknowledged: acknowledgedAt,
      cleared: clearedAt,
    })),
    evidence: evidence.length,
    mayGo: evidence.filter(({ mayGoAt }) => mayGoAt !== null).length,
    ended: new Set(evidence.flatMap(({ id, mayGoAt }) => (mayGoAt === null ? [] : [id]))),
    handedOut: new Set(evidence.flatMap(({ id, released }) => (released ? [id] : []))),
    afterwards: carriedAfterwards(carried),
    runs: carried.runs.map(({ planId, revision }) => ({ plan: planId, revision })),
    steps: new Map(
      Object.entries(carried.steps).map(([stepId, step]) => [
        stepId,
        { plan: step.planId, times: [...(step.past ?? []), step].map(carriedTime) },
      ]),
    ),
    shared: new Map(Object.entries(facts).map(([key, { value }]) => [key, value])),
    own: new Map(
      Object.entries(factsOf).flatMap(([plan, answers]) =>
        Object.entries(answers).map(([key, { value }]) => [`${plan}|${key}`, value] as const),
      ),
    ),
  }
}

export const clockOf = ({ kind, stepId, factKey, planId }: Clock): string =>
  [kind, stepId, factKey, planId].join('|')
