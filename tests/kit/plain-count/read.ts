/**
 * Reads what each incident of a record came to, from the raw events in its file and the texts of
 * plans that are kept in it, as plainly as that can be said. It exists to disagree: nothing of the
 * product's rules, folds or figures may be imported here, not even a type.
 */
import { DatabaseSync } from 'node:sqlite'
import {
  begin,
  beginImported,
  beginTakenOver,
  fresh,
  isDone,
  placeOf,
  type Amended,
  type Body,
  type Draft,
  type PlainIncident,
  type Time,
  clockOf,
  overOf,
} from './draft.ts'
import { takeAfterwards } from './afterwards.ts'
import { keepAnew, takeEvidence } from './evidence.ts'
import { countByLaw, type PlainRule } from './law-by-rules.ts'
import { countLawReport } from './law-reports.ts'
import { passOn } from './limits.ts'

type Question = {
  key: string
  kind: string
  several: boolean
  recordOnly: boolean
  options: { value: string }[]
}
type PlanText = {
  id: string
  facts: Question[]
  steps: {
    id: string
    stage: string
    clause: string
    title: { zh: string; en: string }
    repeat?: unknown
    proposed: boolean
  }[]
}

function reach(draft: Draft, what: string, at: number): void {
  if (!draft.first.has(what)) draft.first.set(what, at)
}

/** It counts from when it was done; `told`: when that was said, if it was later. */
const finishedBy = ({ outcome, reason, doneAt }: Body, at: number): Time['finished'] => ({
  at: doneAt ?? at,
  outcome,
  reason,
  told: doneAt === undefined ? null : at,
})

/** What was reported wrongly counts as it was put right. */
function amend(draft: Draft, now: Amended): void {
  if ('place' in now) draft.place = placeOf(now.place ?? '', now.area)
  if ('channel' in now) draft.channel = now.channel ?? null
  if ('incidentType' in now) draft.type = now.incidentType ?? null
  if ('category' in now) draft.category = now.category ?? null
  if ('legalCategory' in now) draft.legal = now.legalCategory ?? null
  if (typeof now.occurredAt === 'number') draft.at = now.occurredAt
}

/**
 * One event after another; what is not named changes no figure: that a clock of attention is due,
 * what is assumed, that an alert changes or sounds anew, and the result at closing among them.
 */
function take(draft: Draft, type: string, at: number, body: Body): void {
  const step = draft.steps.get(body.stepId)
  const open = step?.times.at(-1)
  switch (type) {
    case 'IncidentClassified':
      draft.type = body.incidentType
      draft.category = body.category
      draft.legal = body.legalCategory
      return
    case 'ReportAmended':
      return amend(draft, body.now)
    case 'IncidentMovedBack':
      keepAnew(draft)
      draft.state = body.to
      draft.into = null
      if (body.forgets) draft.first.delete(body.from)
      for (const id of body.reopened) {
        const left = draft.steps.get(id)?.times.at(-1)
        if (left) left.finished = null
      }
      return
    case 'PlanStopped':
      if (!body.last || (draft.state !== 'responding' && draft.state !== 'contained')) return
      draft.state = 'assessing'
      return reach(draft, 'assessing', at)
    case 'IncidentMoved':
      draft.state = body.to
      return reach(draft, body.to, body.movedAt ?? at)
    case 'IncidentMerged':
      draft.state = 'merged'
      draft.into = body.into
      return reach(draft, 'merged', at)
    case 'IncidentTransferred':
      draft.state = 'transferred'
      return reach(draft, 'transferred', body.handedAt ?? at)
    case 'IncidentWithdrawn':
      draft.withdrawn = true
      return
    case 'IncidentContinued':
      draft.state = 'merged'
      return reach(draft, 'merged', at)
    case 'PrealertSet':
      draft.state = 'prealert'
      return reach(draft, 'prealert', at)
    case 'PrealertEnded':
      draft.state = 'assessing'
      return reach(draft, 'assessing', at)
    case 'PlanActivated':
      draft.state = body.undecided ? 'assessing' : 'responding'
      draft.level = body.level
      reach(draft, draft.state, at)
      reach(draft, 'activated', at)
      draft.runs.push({ plan: body.planId, revision: body.revision })
      for (const id of body.stepIds) draft.steps.set(id, { plan: body.planId, times: [fresh()] })
      return
    case 'LevelChanged':
      draft.level = Number(body.to)
      return
    case 'FactAnswered':
      if (body.source === 'report') return // nobody's answer
      if (body.planId === null) draft.shared.set(body.key, body.value)
      else draft.own.set(`${body.planId}|${body.key}`, body.value)
      return
    case 'StepsChanged':
      for (const { stepId, limit } of body.changes) {
        const changed = draft.steps.get(stepId)?.times.at(-1)
        if (changed) changed.limit = limit
      }
      return
    case 'StepFinished':
      if (open) open.finished = finishedBy(body, at)
      if (isDone(body.outcome) && !body.automatic)
        draft.first.set('step', Math.min(body.doneAt ?? at, draft.first.get('step') ?? Infinity))
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
        const known = draft.steps.get(id)?.times.at(-1)
        if (known) known.finished = null
        else draft.steps.set(id, { plan: body.planId, times: [fresh()] })
      }
      return
    case 'BulletinSent':
      draft.bulletins.push(`${body.kind} ${body.number}`)
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
      draft.alerts.push(alert)
      draft.alertById.set(body.alert.id, alert)
      return
    }
    case 'AttentionChanged':
      for (const end of body.ends) {
        const clock = draft.clocks.get(clockOf(end))
        if (clock) clock[end.taken ? 'done' : 'ended'] = at
        draft.clocks.delete(clockOf(end))
      }
      for (const begun of body.begins) {
        // what somebody has in hand, and what is open by an assumption alone, counts nowhere
        if (begun.kind === 'taken' || begun.assumed) continue
        const clock = { due: at + begun.every, done: null, ended: null }
        draft.clocks.set(clockOf(begun), clock)
        draft.nudges.push(clock)
      }
      return
    case 'AlertAcknowledged': {
      const alert = draft.alertById.get(body.alertId)
      // one that sounds anew is acknowledged again: the first time counts
      if (alert) alert.acknowledged ??= at
      return
    }
    case 'AlertCleared': {
      const alert = draft.alertById.get(body.alertId)
      if (alert) alert.cleared = at
      return
    }
    case 'CasualtiesCounted':
      Object.assign(draft.people, body.counts)
      return
    case 'LossEstimated':
      draft.yuan = body.yuan
      return
    case 'SeverityJudged':
      draft.severity = body.severity
      return
    case 'EvidenceRecorded':
    case 'EvidenceReleased':
    case 'EvidenceMayGo':
      takeEvidence(draft, type, body)
      return
    default:
      takeAfterwards(draft, type, body)
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

const signatureOf = ({ kind, several, options }: Question): string =>
  JSON.stringify([kind, several, options.map(({ value }) => value).sort()])

/**
 * What the plans say about what happened: clauses of limits, and the questions that are asked for
 * statistics alone.
 */
function conclude(draft: Draft, plans: ReadonlyMap<string, PlanText>): PlainIncident {
  const over = overOf(draft)
  const texts = draft.runs
    .map(({ revision }) => plans.get(revision))
    .filter((text) => text !== undefined)
  for (const text of texts) {
    for (const step of text.steps) {
      for (const { limit, finished, lateAt, said } of draft.steps.get(step.id)?.times ?? []) {
        if (!limit) continue
        const done =
          finished && isDone(finished.outcome) && limit.endedAt === null ? finished.at : null
        draft.limits.push({
          step: step.id,
          plan: draft.steps.get(step.id)?.plan ?? '',
          clause: step.clause,
          started: limit.startedAt,
          due: limit.dueAt,
          done,
          ended: done === null ? (limit.endedAt ?? finished?.at ?? over) : null,
          late: lateAt,
          told: done === null ? null : (finished?.told ?? null),
          reason: said ?? finished?.reason ?? null,
          report: reportOf(step),
          proposed: step.proposed,
        })
      }
    }
    for (const question of text.facts) {
      if (!question.recordOnly || question.options.length === 0) continue
      const first =
        texts.flatMap(({ facts }) => facts).find(({ key }) => key === question.key) ?? question
      const value =
        draft.own.get(`${text.id}|${question.key}`) ??
        (signatureOf(first) === signatureOf(question) ? draft.shared.get(question.key) : undefined)
      if (value !== undefined)
        for (const option of [value].flat())
          draft.answers.push({ question: `${text.id}|${question.key}`, option: String(option) })
    }
  }
  return draft
}

function draftOf(id: string, type: string, at: number, body: Body): Draft {
  if (type === 'IncidentTakenOver') return beginTakenOver(id, body.incident)
  return type === 'IncidentImported' ? beginImported(id, body) : begin(id, at, body)
}

/** What only follows from record and clock; in front of what a command did it had been due. */
const FOLLOWS = [
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
  'ReportLate',
  'StepNamed',
]

/** Says of each event in its order whether its command was taken back; an alert did sound. */
function undoneIn(db: DatabaseSync): (type: string, command: unknown) => boolean {
  const undone = new Map(
    db
      .prepare(
        "SELECT json_extract(body, '$.undone') AS id FROM event WHERE type = 'CommandUndone'",
      )
      .all()
      .map(({ id }) => [id as unknown, false]),
  )
  return (type, command) => {
    if (!undone.has(command)) return false
    if (!FOLLOWS.includes(type)) undone.set(command, true)
    return undone.get(command) === true && type !== 'AlertRaised'
  }
}

/**
 * All incidents of the record in this file, in any order, and the zone of its site. `rules`: what
 * the law wants is counted by these, else by the clocks that were recorded.
 */
export function readPlainly(
  file: string,
  rules?: readonly PlainRule[],
): { incidents: PlainIncident[]; zone: string } {
  const countLaw = rules ? countByLaw(rules) : countLawReport
  const db = new DatabaseSync(file, { readOnly: true })
  const drafts = new Map<string, Draft>()
  const plans = new Map<string, PlanText>()
  let zone = ''
  const values = new Map(
    db
      .prepare('SELECT sealed, value FROM personal')
      .all()
      .map(({ sealed, value }) => [String(sealed), String(value)]),
  )
  /** A reason that is sealed is read where the values are. */
  const opened = (key: string, value: unknown): unknown =>
    key === 'reason' && typeof value === 'object' && value !== null
      ? values.get((value as { sealed: string }).sealed)
      : value
  const isUndone = undoneIn(db)
  for (const { stream, type, at, body: text, command } of db
    .prepare('SELECT stream, type, at, body, command_id AS command FROM event ORDER BY seq')
    .iterate()) {
    if (isUndone(String(type), command)) continue
    const [name, instant, body] = [
      String(stream),
      Number(at),
      JSON.parse(String(text), opened) as Body,
    ]
    if (type === 'SiteFounded') zone = body.zone
    if (type === 'PlanKept') plans.set(name.slice('plan.'.length), body as unknown as PlanText)
    if (!name.startsWith('incident.')) continue
    const id = name.slice('incident.'.length)
    const known = drafts.get(id)
    if (known) {
      take(known, String(type), instant, body)
      countLaw(known, String(type), body, instant)
    } else drafts.set(id, draftOf(id, String(type), instant, body))
  }
  db.close()
  const incidents = [...drafts.values()].map((draft) => conclude(draft, plans))
  for (const draft of drafts.values()) passOn(draft, drafts)
  return { incidents, zone }
}
