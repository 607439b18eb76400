/**
 * What each incident of a record came to, read from the raw events in its file and the texts of
 * plans that are kept in it, as plainly as that can be said. It exists to disagree: nothing of the
 * product's rules, folds or figures may be imported here, not even a type.
 */
import { DatabaseSync } from 'node:sqlite'

type Sort = 'done' | 'already-done' | 'not-applicable' | 'skipped'
type Span = { startedAt: number; dueAt: number; endedAt: number | null }
type Question = {
  key: string
  kind: string
  several: boolean
  recordOnly: boolean
  options: { value: string }[]
}
type Clock = { kind: string; stepId: string | null; factKey: string | null; planId: string }
type PlanText = {
  id: string
  facts: Question[]
  steps: {
    id: string
    stage: string
    clause: string
    title: { zh: string; en: string }
    repeat?: unknown
  }[]
}

/** Of the bodies of all events: what is read here. */
type Body = {
  place: string
  channel: string | null
  incidentType: string | null
  category: string | null
  legalCategory: string | null
  occurredAt: number | null
  drill: boolean
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
  reason: string | null
  limit: Span
  alert: { id: string; kind: string; stepId: string | null; priority: number }
  alertId: string
  to: string
  counts: Record<string, number>
  yuan: number
  severity: string
  zone: string
  receivedAt: number | null
  state: string
  moments: Record<string, number>
  begins: (Clock & { every: number; assumed?: boolean })[]
  ends: (Clock & { taken: boolean })[]
  casualties: Record<string, number>
  loss: number | null
}

/**
 * One time that a step was open: its limit, how it was finished, when lateness was recorded, why it
 * was late.
 */
export type Time = {
  limit: Span | null
  finished: { at: number; outcome: Sort; reason: string | null } | null
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
  reason: string | null
  report: string | null
}
export type PlainIncident = {
  id: string
  place: string
  channel: string | null
  type: string | null
  category: string | null
  legal: string | null
  drill: boolean
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
  evidence: number
  mayGo: number
  answers: { question: string; option: string }[]
}
type Draft = PlainIncident & {
  runs: { plan: string; revision: string }[]
  steps: Map<string, StepOf>
  alertById: Map<string, PlainAlert>
  clocks: Map<string, PlainNudge> // those that run
  shared: Map<string, Body['value']>
  own: Map<string, Body['value']>
}

const clockOf = ({ kind, stepId, factKey, planId }: Clock): string =>
  [kind, stepId, factKey, planId].join('|')
const fresh = (): Time => ({ limit: null, finished: null, lateAt: null, said: null })
const isDone = (outcome: Sort): boolean => outcome === 'done' || outcome === 'already-done'

function begin(id: string, at: number, body: Body): Draft {
  return {
    id,
    place: body.place,
    channel: body.channel,
    type: body.incidentType,
    category: body.category,
    legal: body.legalCategory,
    drill: body.drill,
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
    evidence: 0,
    mayGo: 0,
    answers: [],
    runs: [],
    steps: new Map(),
    alertById: new Map(),
    clocks: new Map(),
    shared: new Map(),
    own: new Map(),
  }
}

/** One of the past, from a table: it comes as it ended. */
function beginImported(id: string, body: Body): Draft {
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

function reach(one: Draft, what: string, at: number): void {
  if (!one.first.has(what)) one.first.set(what, at)
}

/**
 * One event after another; what is not named changes no figure: that a clock of attention is due,
 * what is assumed, and that an alert changes or sounds anew among them.
 */
function take(one: Draft, type: string, at: number, body: Body): void {
  const step = one.steps.get(body.stepId)
  const open = step?.times.at(-1)
  switch (type) {
    case 'IncidentClassified':
      one.type = body.incidentType
      one.category = body.category
      one.legal = body.legalCategory
      return
    case 'IncidentMoved':
      one.state = body.to
      return reach(one, body.to, at)
    case 'IncidentWithdrawn':
      one.withdrawn = true
      return
    case 'PrealertSet':
      one.state = 'prealert'
      return reach(one, 'prealert', at)
    case 'PrealertEnded':
      one.state = 'assessing'
      return reach(one, 'assessing', at)
    case 'PlanActivated':
      one.state = 'responding'
      one.level = body.level
      reach(one, 'responding', at)
      reach(one, 'activated', at)
      one.runs.push({ plan: body.planId, revision: body.revision })
      for (const id of body.stepIds) one.steps.set(id, { plan: body.planId, times: [fresh()] })
      return
    case 'LevelChanged':
      one.level = Number(body.to)
      return
    case 'FactAnswered':
      if (body.source === 'report') return // nobody's answer
      if (body.planId === null) one.shared.set(body.key, body.value)
      else one.own.set(`${body.planId}|${body.key}`, body.value)
      return
    case 'StepsChanged':
      for (const { stepId, limit } of body.changes) {
        const changed = one.steps.get(stepId)?.times.at(-1)
        if (changed) changed.limit = limit
      }
      return
    case 'StepFinished':
      if (open) open.finished = { at, outcome: body.outcome, reason: body.reason }
      if (isDone(body.outcome)) reach(one, 'step', at)
      return
    case 'StepLate':
      if (open) open.lateAt = at
      return
    case 'StepRepeated':
      if (open?.finished) step?.times.push({ ...fresh(), limit: body.limit })
      return
    case 'StepCorrected': {
      if (!step || !open) return
      if (!open.finished && step.times.length > 1) {
        // the time that is open falls away, the one before it is open again
        step.times.pop()
        const before = step.times.at(-1)
        if (before)
          Object.assign(before, {
            finished: null,
            lateAt: before.lateAt ?? open.lateAt,
            said: before.said ?? open.said,
          })
      } else open.finished = null
      return
    }
    case 'StepExplained':
      if (!step || !open) return
      for (const time of step.times.slice(0, -1))
        if (time.said === null && !time.finished?.reason) time.said = body.reason
      if (step.times.length === 1 || open.lateAt !== null || open.finished) open.said = body.reason
      return
    case 'StepsRestored':
      for (const id of body.stepIds) {
        const known = one.steps.get(id)?.times.at(-1)
        if (known) known.finished = null
        else one.steps.set(id, { plan: body.planId, times: [fresh()] })
      }
      return
    case 'AlertRaised': {
      const alert = {
        step: body.alert.stepId,
        kind: body.alert.kind,
        priority: body.alert.priority,
        raised: at,
        acknowledged: null,
        cleared: null,
      }
      one.alerts.push(alert)
      one.alertById.set(body.alert.id, alert)
      return
    }
    case 'AttentionChanged':
      for (const end of body.ends) {
        const clock = one.clocks.get(clockOf(end))
        if (clock) clock[end.taken ? 'done' : 'ended'] = at
        one.clocks.delete(clockOf(end))
      }
      for (const begun of body.begins) {
        // what somebody has in hand, and what is open by an assumption alone, counts nowhere
        if (begun.kind === 'taken' || begun.assumed) continue
        const clock = { due: at + begun.every, done: null, ended: null }
        one.clocks.set(clockOf(begun), clock)
        one.nudges.push(clock)
      }
      return
    case 'AlertAcknowledged': {
      const alert = one.alertById.get(body.alertId)
      // one that sounds anew is acknowledged again: the first time counts
      if (alert) alert.acknowledged ??= at
      return
    }
    case 'AlertCleared': {
      const alert = one.alertById.get(body.alertId)
      if (alert) alert.cleared = at
      return
    }
    case 'CasualtiesCounted':
      Object.assign(one.people, body.counts)
      return
    case 'LossEstimated':
      one.yuan = body.yuan
      return
    case 'SeverityJudged':
      one.severity = body.severity
      return
    case 'EvidenceRecorded':
      one.evidence += 1
      return
    case 'EvidenceMayGo':
      one.mayGo += 1
  }
}

/** 首报、续报、终报: what the definition of the figure says of a timed step. */
function reportOf(step: PlanText['steps'][number]): string | null {
  if (step.stage !== 'report') return null
  if (step.title.zh.includes('终报') || /\bfinal report/i.test(step.title.en)) return 'final'
  return step.repeat || step.title.zh.includes('续报') || /\bfollow-up report/i.test(step.title.en)
    ? 'followUp'
    : 'first'
}

const asked = ({ kind, several, options }: Question): string =>
  JSON.stringify([kind, several, options.map(({ value }) => value).sort()])

/**
 * What the plans say about what happened: clauses of limits, and the questions that are asked for
 * statistics alone.
 */
function conclude(one: Draft, plans: ReadonlyMap<string, PlanText>): PlainIncident {
  const over = ['closed', 'archived', 'falseReport', 'transferred', 'merged'].includes(one.state)
    ? Math.min(
        ...['closed', 'falseReport', 'transferred', 'merged'].map(
          (state) => one.first.get(state) ?? Infinity,
        ),
      )
    : null
  const texts = one.runs
    .map(({ revision }) => plans.get(revision))
    .filter((text) => text !== undefined)
  for (const text of texts) {
    for (const step of text.steps) {
      for (const { limit, finished, lateAt, said } of one.steps.get(step.id)?.times ?? []) {
        if (!limit) continue
        const done =
          finished && isDone(finished.outcome) && limit.endedAt === null ? finished.at : null
        one.limits.push({
          step: step.id,
          plan: one.steps.get(step.id)?.plan ?? '',
          clause: step.clause,
          started: limit.startedAt,
          due: limit.dueAt,
          done,
          ended: done === null ? (limit.endedAt ?? finished?.at ?? over) : null,
          late: lateAt,
          reason: said ?? finished?.reason ?? null,
          report: reportOf(step),
        })
      }
    }
    for (const question of text.facts) {
      if (!question.recordOnly || question.options.length === 0) continue
      const first =
        texts.flatMap(({ facts }) => facts).find(({ key }) => key === question.key) ?? question
      const value =
        one.own.get(`${text.id}|${question.key}`) ??
        (asked(first) === asked(question) ? one.shared.get(question.key) : undefined)
      if (value !== undefined)
        for (const option of [value].flat())
          one.answers.push({ question: `${text.id}|${question.key}`, option: String(option) })
    }
  }
  return one
}

/** All incidents of the record in this file, in any order, and the zone of its site. */
export function readPlainly(file: string): { incidents: PlainIncident[]; zone: string } {
  const db = new DatabaseSync(file, { readOnly: true })
  const drafts = new Map<string, Draft>()
  const plans = new Map<string, PlanText>()
  let zone = ''
  for (const { stream, type, at, body: text } of db
    .prepare('SELECT stream, type, at, body FROM event ORDER BY seq')
    .iterate()) {
    const [name, instant, body] = [String(stream), Number(at), JSON.parse(String(text)) as Body]
    if (type === 'SiteFounded') zone = body.zone
    if (type === 'PlanKept') plans.set(name.slice('plan.'.length), body as unknown as PlanText)
    if (!name.startsWith('incident.')) continue
    const id = name.slice('incident.'.length)
    const known = drafts.get(id)
    if (known) take(known, String(type), instant, body)
    else
      drafts.set(
        id,
        type === 'IncidentImported' ? beginImported(id, body) : begin(id, instant, body),
      )
  }
  db.close()
  return { incidents: [...drafts.values()].map((one) => conclude(one, plans)), zone }
}
