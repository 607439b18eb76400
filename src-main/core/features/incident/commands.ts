/**
 * Handlers that report an incident and run its plans: from checked input to what the rules change.
 * Personal values are sealed here, before any rule sees them.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { toldOfNothingDone } from '#shared/domain/incident/record/correction-refusals.ts'
import { unknownAlert, unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import type { StepEvidence } from '#shared/domain/incident/record/slices.ts'
import type { OnBehalfOf } from '#shared/domain/incident/record/state.ts'
import { statedOrNull } from '#shared/domain/incident/record/stated.ts'
import { decideReportSource } from '#shared/domain/report-source/decide.ts'
import { reportSourceStream, type Source } from '#shared/domain/report-source/stream.ts'
import { planPutAway } from '#shared/domain/site-document/refusals.ts'
import { planAbolished } from '#shared/domain/site-plan/site-plan-refusals.ts'
import { changesOf, decideIncident, joinChanges, streamChanges } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { acknowledgeFault } from '../board/fault-commands.ts'
import {
  loadIncident,
  typeOfPlan,
  type Handler,
  type LoadedIncident,
  type StationContext,
} from '../handler.ts'
import { withReportsTold } from '../monthly-report/changed.ts'
import { fileReport } from './filing.ts'
import { peopleAnswered } from './people-held.ts'
import { sealedReasons } from './sealed-reasons.ts'

const streamIdOf = ({ system, id }: Source, { vault }: StationContext): string =>
  vault.digest('report-source', JSON.stringify([system, id]))

/**
 * A report of another system, with its id: sent again it is the same incident and the same answer.
 */
const reportOnce: Handler<'incident/report'> = async (input, context) => {
  const { source } = input
  if (!source) return fileReport(input, context)
  const id = streamIdOf(source, context)
  const taken = await context.memory.documents.read('report-source', id)
  if (taken) return changesOf({ reply: taken.answer as Json })
  const reported = await fileReport(input, context)
  if (!reported.ok) return reported
  const [row] = reported.rows
  const { events } = decideReportSource(taken, {
    ...{ type: 'TakeReport', incidentId: row?.id ?? '' },
    answer: reported.reply as object,
  })
  const once = streamChanges(reportSourceStream, id, taken, { events, meta: context.meta })
  return joinChanges([reported, once], reported.reply)
}

/** Why a plan that the site had is not offered; null if it never had it. */
const outOfUse = (planId: string, context: StationContext): Refusal | null => {
  const { sitePlans, siteDocuments, shipped } = context
  const plan = sitePlans.text(planId) ?? shipped.plan(planId)
  if (!plan) return null
  if (sitePlans.isAbolished(planId)) return planAbolished(plan.title)
  return siteDocuments.isPutAway(plan.document) ? planPutAway(plan.title) : null
}

const activate: Handler<'incident/activate'> = async (input, context) => {
  const loaded = await loadIncident(input.incidentId, context)
  if (!loaded.ok) return loaded
  const plan = context.library.plan(input.planId)
  if (!plan) return outOfUse(input.planId, context) ?? unknownPlan(input.planId)
  return decideIncident(loaded, {
    type: 'ActivatePlan',
    plan,
    classify: typeOfPlan(plan, context),
    level: input.level ?? null,
    commander: loaded.sealOrNull(input.commander),
    provisional: input.provisional ?? null,
    supersedes: input.supersedes ?? null,
    reasons: sealedReasons(input.reasons, loaded),
    stated: statedOrNull({
      matter: loaded.sealOrNull(input.matter),
      lastsMinutes: input.lastsMinutes ?? null,
      measures: loaded.sealOrNull(input.measures),
    }),
  })
}

const confirm: Handler<'incident/confirm'> = async (input, context) => {
  const { incidentId, planId, confirmed, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'ConfirmActivation',
        planId,
        confirmed,
        reason: loaded.sealOrNull(reason),
      })
    : loaded
}

const dismiss: Handler<'incident/dismiss'> = async (input, context) => {
  const { incidentId, planId, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'DismissProposal',
        planId,
        reason: loaded.sealOrNull(reason),
      })
    : loaded
}

const answer: Handler<'incident/answer'> = async (input, context) => {
  const { incidentId, fact, planId = null, value, reason, seen = null } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const answered = { key: fact, planId, value }
  return decideIncident(loaded, {
    type: 'AnswerFact',
    ...answered,
    ...peopleAnswered(answered, loaded, context),
    reason: loaded.sealOrNull(reason),
    seen,
  })
}

const onBehalf = (
  input: Parsed<'incident/step'>['onBehalfOf'],
  { seal, sealOrNull }: LoadedIncident,
): OnBehalfOf | null =>
  input
    ? {
        person: seal(input.person),
        channel: sealOrNull(input.channel),
        words: sealOrNull(input.words),
      }
    : null

const securedBy = (
  { evidence }: Parsed<'incident/step'>,
  { seal }: LoadedIncident,
): readonly StepEvidence[] =>
  (evidence ?? []).map(({ what, kind, place, keepUntil = null }) => ({
    what: seal(what),
    kind,
    place: seal(place),
    keepUntil,
  }))

const step: Handler<'incident/step'> = async (input, context) => {
  const loaded = await loadIncident(input.incidentId, context)
  if (!loaded.ok) return loaded
  const { stepId, outcome, doneAt = null, seen = null } = input
  const reason = loaded.sealOrNull(input.reason)
  const onBehalfOf = onBehalf(input.onBehalfOf, loaded)
  const secured = { words: loaded.sealOrNull(input.words), evidence: securedBy(input, loaded) }
  if (outcome === 'accepted')
    return doneAt === null
      ? decideIncident(loaded, {
          ...{ type: 'AcceptStep', stepId, reason, onBehalfOf, seen },
          ...secured,
        })
      : toldOfNothingDone()
  const finish = {
    ...({ type: 'FinishStep', stepId, outcome, doneAt, reason, onBehalfOf, seen } as const),
    ...secured,
  }
  const changes = decideIncident(loaded, finish)
  return doneAt === null ? changes : withReportsTold(changes, loaded.incident, context)
}

const explain: Handler<'incident/explain'> = async ({ incidentId, stepId, reason }, context) => {
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, { type: 'ExplainStep', stepId, reason: loaded.seal(reason) })
    : loaded
}

const correct: Handler<'incident/correct'> = async ({ incidentId, stepId, reason }, context) => {
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, { type: 'CorrectStep', stepId, reason: loaded.seal(reason) })
    : loaded
}

const move: Handler<'incident/move'> = async (input, context) => {
  const { incidentId, to, reason, reasons, verifiedBy, result, seen = null } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'MoveIncident',
        to: to === 'false-report' ? 'falseReport' : to,
        reason: loaded.sealOrNull(reason),
        reasons: sealedReasons(reasons, loaded),
        verifiedBy: loaded.sealOrNull(verifiedBy),
        result: result
          ? { cause: result.cause ?? null, handedTo: loaded.sealOrNull(result.handedTo) }
          : null,
        seen,
      })
    : loaded
}

const addNote: Handler<'incident/note'> = async (input, context) => {
  const { incidentId, words, stepId = null, at: notedAt = null } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, { type: 'AddNote', words: loaded.seal(words), stepId, notedAt })
    : loaded
}

/** An alert is known by its id alone; the id of its incident stands in it before the last dot. */
const incidentOfAlert = (alertId: string): string =>
  alertId.slice(0, Math.max(0, alertId.lastIndexOf('.')))

const acknowledge: Handler<'alert/acknowledge'> = async (input, context) => {
  const alertIds = input.alertIds ?? [input.alertId ?? '']
  const [alertId = ''] = alertIds
  if (context.faults.stands(alertId)) return acknowledgeFault(alertId, context)
  const loaded = await loadIncident(incidentOfAlert(alertId), context)
  return loaded.ok ? decideIncident(loaded, { type: 'AcknowledgeAlert', alertIds }) : unknownAlert()
}

const MINUTE_MS = 60_000

const shelve: Handler<'alert/shelve'> = async ({ alertId, minutes, reason }, context) => {
  const loaded = await loadIncident(incidentOfAlert(alertId), context)
  if (!loaded.ok) return unknownAlert()
  return decideIncident(loaded, {
    type: 'ShelveAlert',
    alertId,
    forMs: minutes * MINUTE_MS,
    reason: loaded.seal(reason),
  })
}

const call: Handler<'incident/call'> = async (input, context) => {
  const { incidentId, stepId = null, to, outcome, words, at = null } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const { seal } = loaded
  return decideIncident(loaded, {
    type: 'RecordCall',
    stepId,
    to: {
      role: to.role ?? null,
      who: to.who ? seal(to.who) : null,
      number: to.number ? seal(to.number) : null,
    },
    outcome,
    words: words ? seal(words) : null,
    calledAt: at,
  })
}

const silence: Handler<'alert/silence'> = async ({ alertId, seconds }, context) => {
  const loaded = await loadIncident(incidentOfAlert(alertId), context)
  return loaded.ok
    ? decideIncident(loaded, { type: 'SilenceAlert', alertId, forMs: seconds * 1000 })
    : unknownAlert()
}

export const incidentCommands = {
  'incident/report': reportOnce,
  'incident/activate': activate,
  'incident/confirm': confirm,
  'incident/dismiss': dismiss,
  'incident/answer': answer,
  'incident/step': step,
  'incident/explain': explain,
  'incident/correct': correct,
  'incident/move': move,
  'incident/note': addNote,
  'incident/call': call,
  'alert/acknowledge': acknowledge,
  'alert/silence': silence,
  'alert/shelve': shelve,
}
