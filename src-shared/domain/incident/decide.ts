/**
 * Decides one command on the record of an incident: `decide(state, command, meta, world)` answers
 * with the events and the record after them, or with a refusal.
 */
import { accept, unreachable, type Decision, type Meta, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'
import { activate } from './rules/activate.ts'
import { answerFact } from './rules/answer.ts'
import type {
  FinishStep,
  IncidentCommand,
  MoveIncident,
  ReportIncident,
} from './record/commands.ts'
import { confirmedBy, decideActivation } from './rules/confirm.ts'
import type { Deadline } from './deadlines.ts'
import { evolve } from './evolve.ts'
import { record, type IncidentEvent } from './record/events.ts'
import { notApplicable } from './rules/auto-finish.ts'
import { blocking, canMove, isLate, movesFrom, needsReason } from './rules/moves.ts'
import { importing, isImporting } from './rules/imported.ts'
import { isJudging, judge } from './rules/index.ts'
import { listUnfinished } from './rules/worklist.ts'
import * as no from './record/refusals.ts'
import { endedBy, endedByFinal } from './rules/repeat.ts'
import { plannedSteps, running, timesDone } from './record/select.ts'
import { settle } from './settle.ts'
import { dismiss } from './rules/start-rules.ts'
import { startedBy } from './rules/handover.ts'
import { isTerminal, type Incident } from './record/state.ts'
import type { World } from './record/world.ts'

const DAY_MS = 24 * 3_600_000

function report(incident: Incident, command: ReportIncident, meta: Meta): Decision<IncidentEvent> {
  if (incident.version > 0) return no.alreadyReported()
  if (command.place.trim() === '') return no.placeNeeded()
  if (command.occurredAt !== null && command.occurredAt > meta.at + DAY_MS) return no.tooFarAhead()
  const { place, narrative, channel, reporter, occurredAt, drill, incidentType } = command
  return accept({
    type: 'IncidentReported',
    place: place.trim(),
    narrative,
    channel,
    reporter,
    occurredAt,
    drill,
    incidentType: incidentType?.code ?? null,
    category: incidentType?.category ?? null,
    legalCategory: incidentType?.legal ?? null,
  })
}

const NOT_DONE = {
  closed: localized('结案时未做', 'not done when the incident was closed'),
  falseReport: localized('认定误报时未做', 'not done when the report was found false'),
} as const

/** A step that is done may confirm its plan and start another. */
function finish(
  incident: Incident,
  command: FinishStep,
  meta: Meta,
  world: World,
): Decision<IncidentEvent> {
  const one = plannedSteps(incident, world).find(({ step }) => step.id === command.stepId)
  if (!one) return no.unknownStep(command.stepId)
  if (one.state.finish) return no.stepFinished(one.step.title, one.state.finish.by)
  if (one.state.standing === 'hidden') return no.stepHidden(one.step.title)
  if (command.outcome === 'skipped' && one.step.lifeSafety && !command.reason)
    return no.reasonNeeded(localized('跳过保命步骤', 'Skipping a life-safety step'))
  if (listUnfinished(one) && !command.reason)
    return no.reasonNeeded(
      localized('名单还有未标记的，', 'With entries of its list unmarked, finishing it'),
    )
  const { stepId, outcome, reason, onBehalfOf } = command
  const finished: IncidentEvent = {
    type: 'StepFinished',
    stepId,
    outcome,
    reason,
    onBehalfOf,
    outOfOrder: one.state.standing === 'waiting',
  }
  if (outcome !== 'done' && outcome !== 'already-done') return accept(finished)
  const after = evolve(incident, record(finished, meta))
  return accept(
    finished,
    ...confirmedBy(one, after, world),
    ...startedBy(one, after, world),
    ...endedByFinal(one, after, world),
  )
}

function move(
  incident: Incident,
  { to, reason }: MoveIncident,
  meta: Meta,
  world: World,
): Decision<IncidentEvent> {
  if (!canMove(incident.state, to)) return no.badMove(incident.state, movesFrom(incident.state))
  const moved: IncidentEvent = { type: 'IncidentMoved', from: incident.state, to, reason }
  if (to !== 'closed' && to !== 'falseReport')
    return accept<IncidentEvent>(...endedBy(incident, to, world), moved)
  const left = plannedSteps(incident, world)
    .filter(({ state }) => state.finish === null && state.standing !== 'hidden')
    .map(({ step }) => notApplicable(step.id, NOT_DONE[to]))
  const allowed = movesFrom(incident.state)
  if (to === 'falseReport')
    return reason
      ? accept<IncidentEvent>(...left, moved)
      : no.moveNeedsReason(localized('认定误报', 'A false report'), allowed)
  if (incident.runs.length === 0 && !reason)
    return no.moveNeedsReason(localized('没有启动预案就结案', 'Closing without a plan'), allowed)
  const blocks = blocking(incident, world, meta.at)
  return blocks.length > 0
    ? no.closeBlocked(blocks.map(({ step }) => step))
    : accept<IncidentEvent>(...left, moved)
}

/** What a command asks for by itself. What follows from it is settled afterwards. */
function direct(
  incident: Incident,
  command: IncidentCommand,
  meta: Meta,
  world: World,
): Decision<IncidentEvent> {
  if (command.type === 'ReportIncident') return report(incident, command, meta)
  if (isImporting(command)) return importing(incident, command, meta)
  if (incident.version === 0) return no.unknownIncident()
  if (command.type === 'AddNote') return accept({ type: 'NoteAdded', words: command.words })
  if (command.type === 'MoveIncident') return move(incident, command, meta, world)
  if (command.type === 'CheckDeadlines') return accept()
  if (command.type === 'ExplainStep') {
    const one = plannedSteps(incident, world).find(({ step }) => step.id === command.stepId)
    if (!one) return no.unknownStep(command.stepId)
    if (!isLate(one.state, meta.at) && !needsReason(one, meta.at))
      return no.noReasonNeeded(one.step.title)
    return accept({ type: 'StepExplained', stepId: command.stepId, reason: command.reason })
  }
  if (command.type === 'ActivatePlan') return activate(incident, command, world)
  if (isJudging(command)) return judge(incident, command, world)
  if (isTerminal(incident.state)) return no.incidentOver(incident.state)
  switch (command.type) {
    case 'AnswerFact':
      return answerFact(incident, command, world)
    case 'AcceptStep': {
      const one = plannedSteps(incident, world).find(({ step }) => step.id === command.stepId)
      if (!one) return no.unknownStep(command.stepId)
      if (one.state.finish) return no.stepFinished(one.step.title, one.state.finish.by)
      if (one.state.standing === 'hidden') return no.stepHidden(one.step.title)
      if (one.state.accepted) return no.stepAccepted(one.step.title, one.state.accepted.by)
      return accept({
        type: 'StepAccepted',
        stepId: command.stepId,
        onBehalfOf: command.onBehalfOf,
        ...(command.reason ? { reason: command.reason } : {}),
      })
    }
    case 'FinishStep':
      return finish(incident, command, meta, world)
    case 'ConfirmActivation':
      return decideActivation(incident, command, world)
    case 'DismissProposal':
      return dismiss(incident, command)
    case 'CorrectStep': {
      const one = plannedSteps(incident, world, running(incident)).find(
        ({ step }) => step.id === command.stepId,
      )
      if (!one) return no.unknownStep(command.stepId)
      if (!one.state.finish && timesDone(one.state) === 0) return no.stepNotFinished(one.step.title)
      return accept({ type: 'StepCorrected', stepId: command.stepId, reason: command.reason })
    }
    case 'AcknowledgeAlert': {
      const alert = incident.alerts.find((one) => one.id === command.alertId)
      if (!alert) return no.unknownAlert()
      return alert.acknowledged
        ? no.alertAcknowledged(alert.acknowledged.by)
        : accept({ type: 'AlertAcknowledged', alertId: alert.id })
    }
    case 'SilenceAlert': {
      const alert = incident.alerts.find((one) => one.id === command.alertId)
      return alert
        ? accept({ type: 'AlertSilenced', alertId: alert.id, until: meta.at + command.forMs })
        : no.unknownAlert()
    }
    default:
      return unreachable(command)
  }
}

/** A completion or an acknowledgement at exactly the instant that is due comes in time. */
const inTime = (command: IncidentCommand): boolean =>
  command.type === 'AcknowledgeAlert' ||
  (command.type === 'FinishStep' &&
    (command.outcome === 'done' || command.outcome === 'already-done'))

/**
 * `state`: the record after the events; `deadlines`: what is due in it by itself, in no order.
 */
export type Decided = {
  ok: true
  events: readonly IncidentEvent[]
  state: Incident
  deadlines: readonly Deadline[]
}

/**
 * Decides one command on the record as it stands. Before it, whatever was due earlier is recorded
 * (a limit that lapsed a moment ago is late even if the ticker has not come by); after it, whatever
 * follows. `world` must hold the plan being activated.
 */
export function decide(
  incident: Incident,
  command: IncidentCommand,
  meta: Meta,
  world: World,
): Decided | Refusal {
  const earlier = settle(incident, world, meta, { before: inTime(command) })
  const decision = direct(earlier.state, command, meta, world)
  if (!decision.ok) return decision
  const after = decision.events.reduce(
    (state, event) => evolve(state, record(event, meta)),
    earlier.state,
  )
  const due = command.type === 'CheckDeadlines' ? new Set(command.due) : undefined
  const later = settle(after, world, meta, due ? { due } : {})
  const events = [...earlier.events, ...decision.events, ...later.events]
  return { ok: true, events, state: later.state, deadlines: later.deadlines }
}
