/** Handlers on drills: the rules decide on a command made of the input. */
import type { Personal } from '#shared/contract/personal.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { EVALUATION_CONTENTS, stateOfDrill, type Evaluation } from '#shared/domain/drill/drill.ts'
import {
  evaluatesOneself,
  countedAlready,
  notInThisState,
  notPlayedOut,
  unknownDrill,
} from '#shared/domain/drill/refusals.ts'
import type { ScoreItem } from '#shared/domain/drill/scoring.ts'
import { decideScript, drillScriptStream } from '#shared/domain/drill/script-stream.ts'
import { planIdsOf } from '#shared/domain/drill/unarranged.ts'
import type { Arrangement } from '#shared/domain/drill/stream.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { localized } from '#shared/domain/text.ts'
import { exactDuration } from '#shared/domain/wording/duration.ts'
import { decideIncident, joinChanges, recordDecision } from '../../engine/changes.ts'
import { isRefusal, loadIncident, sealer, type Handler, type PreparedHandler } from '../handler.ts'
import { fileReport } from '../incident/filing.ts'
import { latestPlan } from '../plan/data.ts'
import { arrangementIn, injectIn, isLedBy, refusedPeople, scriptIn } from './arranging.ts'
import { decided, drillOf } from './decided.ts'
import { proposedItems } from './items.ts'
import { recordedIncidents, unarrangedIn } from './unarranged.ts'

/** In place of the words of a report that nobody wrote for a drill. */
const UNARRANGED = '接报时作为演练报告' as Personal
const NO_TITLE = localized('', '')

const arrange: Handler<'drill/arrange'> = async ({ planId, ...input }, context) => {
  const plan = latestPlan(planId, context)
  if (!plan) return unknownPlan(planId)
  const refused = await refusedPeople(input, context)
  if (refused) return refused
  const drillId = context.vault.id(context.meta.at)
  const planTitle = { zh: plan.title.zh, en: plan.title.en }
  return decided(
    drillId,
    (sealing) => ({
      type: 'ArrangeDrill',
      ...{ planId, planTitle, setBack: null },
      ...(arrangementIn(input, sealing, context) as Omit<Arrangement, 'setBack'>),
    }),
    context,
    { drillId },
  )
}

/**
 * Only on the word of whoever sends it. What somebody told in it stays in the record of its
 * incident alone: the drill names no words, and of a home no more than its area.
 */
const count: Handler<'drill/count'> = async ({ incidentId, ...input }, context) => {
  const { memory, vault, meta } = context
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const played = await unarrangedIn(loaded.incident, memory)
  if (!played) return notPlayedOut()
  if (recordedIncidents(context).has(incidentId)) return countedAlready()
  const refused = await refusedPeople(input, context)
  if (refused) return refused
  const { plans, ...instants } = played
  const { place, area } = loaded.incident
  const drillId = vault.id(meta.at)
  return decided(
    drillId,
    (sealing) => ({
      type: 'CountDrill',
      ...instants,
      planIds: plans.map(({ id }) => id),
      ...{ planId: plans[0]?.id ?? '', planTitle: plans[0]?.title ?? NO_TITLE },
      day: localDate(played.startedAt, memory.site.zone),
      ...(arrangementIn(
        {
          ...input,
          place: (typeof place === 'string' ? place : (area ?? '')) as Personal,
          narrative: UNARRANGED,
        },
        sealing,
        context,
      ) as Omit<Arrangement, 'setBack' | 'script' | 'day'>),
    }),
    context,
    { drillId },
  )
}

const amend: Handler<'drill/amend'> = async ({ drillId, ...input }, context) =>
  (await refusedPeople(input, context, drillOf(drillId, context))) ??
  decided(
    drillId,
    (sealing) => ({ type: 'AmendDrill', changed: arrangementIn(input, sealing, context) }),
    context,
  )

const callOff: Handler<'drill/call-off'> = async ({ drillId, reason }, context) =>
  decided(drillId, ({ seal }) => ({ type: 'CallOffDrill', reason: seal(reason) }), context)

/**
 * Its report goes the way of every report, as a drill. One whose event is set back says so in its
 * first words: nobody who reads it may take the hours for real (推演).
 */
const start: Handler<'drill/start'> = async ({ drillId }, context) => {
  const { memory, meta } = context
  const drill = drillOf(drillId, context)
  if (!drill) return unknownDrill()
  const state = stateOfDrill(drill)
  if (state !== 'planned') return notInThisState(state)
  await memory.fetchValues([drill.place, drill.narrative])
  const place = (typeof drill.place === 'string' ? drill.place : memory.value(drill.place)) ?? ''
  const narrative = memory.value(drill.narrative) ?? drill.planTitle.zh
  const { setBack } = drill
  const mark = setBack === null ? '' : `【推演：事发时间前移${exactDuration(setBack).zh}】`
  const reported = await fileReport(
    {
      narrative: `${mark}${narrative}` as Personal,
      place: place as Personal,
      drill: true,
      ...(setBack === null ? {} : { occurredAt: meta.at - setBack }),
    },
    context,
  )
  if (!reported.ok) return reported
  const incident = reported.rows[0]?.incident
  const incidentId = incident?.id ?? ''
  const number = incident?.number ?? null
  const started = await decided(
    drillId,
    () => ({ type: 'StartDrill', incidentId, number }),
    context,
  )
  return started.ok ? joinChanges([reported, started], { incidentId, number }) : started
}

const hold: Handler<'drill/hold'> = async ({ drillId, hold: isOnHold }, context) =>
  decided(drillId, () => ({ type: 'HoldInjects', isOnHold }), context)

const pace: Handler<'drill/speed'> = async ({ drillId, speed }, context) =>
  decided(drillId, () => ({ type: 'PaceInjects', speed }), context)

const deliver: Handler<'drill/deliver'> = async ({ drillId, injectId }, context) =>
  decided(drillId, () => ({ type: 'DeliverInject', injectId }), context)

const skip: Handler<'drill/skip'> = async ({ drillId, injectId }, context) =>
  decided(drillId, () => ({ type: 'SkipInject', injectId }), context)

const improvise: Handler<'drill/improvise'> = async ({ drillId, ...input }, context) =>
  decided(
    drillId,
    (sealing) => ({ type: 'ImproviseInject', inject: injectIn(input, sealing) }),
    context,
  )

const recordFinding: Handler<'drill/finding'> = async ({ drillId, words, stepId }, context) =>
  decided(
    drillId,
    ({ seal }) => ({ type: 'RecordFinding', words: seal(words), stepId: stepId ?? null }),
    context,
  )

const withdrawFinding: Handler<'drill/finding-withdraw'> = async (input, context) =>
  decided(
    input.drillId,
    ({ seal }) => ({
      type: 'WithdrawFinding',
      findingId: input.findingId,
      reason: seal(input.reason),
    }),
    context,
  )

const closeReason = (brokenOff: Personal | null | undefined): Personal =>
  brokenOff ?? ('演练结束' as Personal)

/** The plans that ran: a declined start never did. `close`: its incident is over with it. */
const end: Handler<'drill/end'> = async ({ drillId, brokenOff, close = false }, context) => {
  const incidentId = drillOf(drillId, context)?.started?.incidentId
  const loaded = incidentId ? await loadIncident(incidentId, context) : null
  const incident = loaded?.ok ? loaded.incident : null
  const planIds = incident ? planIdsOf(incident) : []
  const ended = await decided(
    drillId,
    ({ sealOrNull }) => ({
      type: 'EndDrill',
      planIds,
      brokenOff: sealOrNull(brokenOff),
    }),
    context,
  )
  if (!close || !loaded?.ok || isRefusal(ended)) return ended
  const reason = loaded.seal(closeReason(brokenOff))
  const closed = decideIncident(loaded, { type: 'CloseDrill', reason })
  return isRefusal(closed) ? closed : joinChanges([closed, ended], {})
}

const evaluate: PreparedHandler<'drill/evaluate', readonly ScoreItem[]> = {
  async prepare({ drillId }, context) {
    const drill = drillOf(drillId, context)
    return drill ? proposedItems(drill, context) : unknownDrill()
  },
  async handle({ drillId, scores, contents, by, reason }, context, items) {
    const drilled = drillOf(drillId, context)
    const evaluator = drilled?.evaluator
    await context.memory.fetchValues(evaluator)
    const person = by ?? context.memory.value(evaluator?.person ?? null) ?? context.meta.by
    if (drilled && (await isLedBy(drilled, person, context))) return evaluatesOneself()
    return decided(
      drillId,
      ({ seal, sealOrNull }) => ({
        type: 'EvaluateDrill',
        items,
        scores: new Map(
          scores.map(({ item, score, reason: why }) => [item, { score, reason: sealOrNull(why) }]),
        ),
        contents: Object.fromEntries(
          EVALUATION_CONTENTS.map((content) => [content, seal(contents[content])]),
        ) as Evaluation['contents'],
        person: seal(person as Personal),
        reason: sealOrNull(reason),
      }),
      context,
      (drill) => {
        const { grade = 'poor', points = 0, most = 0 } = drill?.evaluation ?? {}
        return { grade, points, most }
      },
    )
  },
}

const acknowledge: Handler<'drill/acknowledge'> = async ({ drillId, participantId }, context) =>
  decided(drillId, () => ({ type: 'AcknowledgeDrill', participantId }), context)

const undoAcknowledgement: Handler<'drill/acknowledge-undo'> = async (
  { drillId, participantId },
  context,
) => decided(drillId, () => ({ type: 'UndoAcknowledgement', participantId }), context)

const declare: Handler<'drill/declare'> = async ({ drillId, declare: isDeclared }, context) =>
  decided(drillId, () => ({ type: 'DeclareDrill', isDeclared }), context)

const reportOut: Handler<'drill/report-out'> = async ({ drillId, day, to }, context) =>
  decided(drillId, ({ seal }) => ({ type: 'ReportDrillOut', day, to: seal(to) }), context)

const saveScript: Handler<'drill/script-save'> = async ({ planId, script }, context) => {
  if (!latestPlan(planId, context)) return unknownPlan(planId)
  const { memory, meta, vault } = context
  const { seals, ...sealing } = sealer(vault, drillScriptStream.nameOf(planId))
  const before = { planId, script: memory.documents.get('drill-script', planId) ?? null }
  const decision = decideScript(scriptIn(script, sealing))
  const changes = recordDecision(drillScriptStream, planId, before, decision, meta)
  return isRefusal(changes) ? changes : { ...changes, seals }
}

export const drillCommands = {
  'drill/arrange': arrange,
  'drill/count': count,
  'drill/amend': amend,
  'drill/call-off': callOff,
  'drill/start': start,
  'drill/hold': hold,
  'drill/speed': pace,
  'drill/deliver': deliver,
  'drill/skip': skip,
  'drill/improvise': improvise,
  'drill/finding': recordFinding,
  'drill/finding-withdraw': withdrawFinding,
  'drill/end': end,
  'drill/evaluate': evaluate,
  'drill/acknowledge': acknowledge,
  'drill/acknowledge-undo': undoAcknowledgement,
  'drill/declare': declare,
  'drill/report-out': reportOut,
  'drill/script-save': saveScript,
}
