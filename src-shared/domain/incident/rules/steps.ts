/** Accepts and finishes steps; a step that is done may confirm its plan and start another. */
import { accept, type Decision, type Refusal } from '../../decision.ts'
import { localized } from '../../text.ts'
import type { AcceptStep, FinishStep } from '../record/commands.ts'
import {
  record,
  type IncidentEvent,
  type Recorded,
  type StepAccepted,
  type StepFinished,
} from '../record/events.ts'
import * as no from '../record/refusals.ts'
import { plannedStep, type PlannedStep } from '../record/select.ts'
import { withStep, type Incident } from '../record/state.ts'
import type { RuleContext, World } from '../record/world.ts'
import { confirmedBy } from './confirm.ts'
import { evidenceOfStep } from './evidence.ts'
import { startedBy } from './handover.ts'
import { endedByFinal } from './repeat.ts'
import { madeByCall } from './same-call.ts'
import { refusedTelling, toldIn, toldParts } from './told.ts'
import { TASKS } from '../record/tasks.ts'
import { notAllHeard } from '../record/task-refusals.ts'
import { unheard } from './tasks.ts'
import { listUnfinished } from './worklist.ts'

/** A step that applies and is not finished, or why it is none. */
function openStep(incident: Incident, stepId: string, world: World): PlannedStep | Refusal {
  const planned = plannedStep(incident, stepId, world)
  if (!planned) return no.unknownStep(stepId)
  const { step, state } = planned
  if (state.finish) return no.stepFinished(step.title, state.finish.by)
  return state.standing === 'hidden' ? no.stepHidden(step.title) : planned
}

/**
 * Refused: a step that is not of these plans (`unknown-step`), is finished (`step-finished`), does
 * not apply (`step-hidden`) or is accepted already (`step-accepted`).
 */
export function acceptStep(
  incident: Incident,
  { stepId, onBehalfOf, reason, words, evidence = [] }: AcceptStep,
  { world }: RuleContext,
): Decision<IncidentEvent> {
  const planned = openStep(incident, stepId, world)
  if ('ok' in planned) return planned
  const { step, state } = planned
  if (state.accepted) return no.stepAccepted(step.title, state.accepted.by)
  return accept<IncidentEvent>(
    { type: 'StepAccepted', stepId, onBehalfOf, ...(reason ? { reason } : {}) },
    ...(words ? [{ type: 'NoteAdded' as const, words, stepId }] : []),
    ...evidenceOfStep(planned, evidence, incident),
  )
}

export const stepAccepted = (
  incident: Incident,
  { stepId, onBehalfOf, reason, at, by }: Recorded<StepAccepted>,
): Incident =>
  withStep(incident, stepId, {
    accepted: {
      at,
      by,
      ...(reason ? { reason } : {}),
      // with a channel it may be an older program's, whose rows do not have it
      ...(onBehalfOf?.channel === null ? { onBehalfOf } : {}),
    },
  })

/**
 * Refused as {@link acceptStep}, and `reason-needed`: skipping a step of life safety, finishing one
 * whose list has unmarked entries, doing one that lifts discretion, or turning late into met,
 * without a reason, or cancelling a task; a task that not all who are named have heard
 * (`not-all-heard`), without a reason; a time of completion that cannot be (`bad-input`).
 */
export function finishStep(
  incident: Incident,
  command: FinishStep,
  { world, meta }: RuleContext,
): Decision<IncidentEvent> {
  const { stepId, outcome, reason, onBehalfOf, words, evidence = [] } = command
  const planned = openStep(incident, stepId, world)
  if ('ok' in planned) return planned
  const { step, state } = planned
  if (outcome === 'skipped' && step.lifeSafety && !reason)
    return no.reasonNeeded(localized('跳过保命步骤', 'Skipping a life-safety step'))
  if (listUnfinished(planned) && !reason)
    return no.reasonNeeded(
      localized('名单还有未标记的，', 'Finishing it with entries of its list unmarked'),
    )
  const isDoing = outcome === 'done' || outcome === 'already-done'
  if (isDoing && step.discloses && !reason)
    return no.reasonNeeded(localized('解除静默处置', 'Lifting discretion'))
  const silent = isDoing ? unheard(incident, stepId) : []
  if (silent.length > 0 && !reason) return notAllHeard(silent.map(({ id }) => id))
  if (!isDoing && state.planId === TASKS && !reason)
    return no.reasonNeeded(localized('取消临时任务', 'Cancelling a task'))
  const untold = refusedTelling(planned, command, incident, meta.at)
  if (untold) return untold
  const finished: StepFinished = {
    type: 'StepFinished',
    stepId,
    outcome,
    reason,
    onBehalfOf,
    outOfOrder: state.standing === 'waiting',
    ...toldParts(command.doneAt, meta.at),
    ...(words ? { words } : {}),
  }
  const secured = evidenceOfStep(planned, evidence, incident)
  if (!isDoing) return accept<IncidentEvent>(finished, ...secured)
  const after = stepFinished(incident, record(finished, meta))
  return accept<IncidentEvent>(
    finished,
    ...secured,
    ...confirmedBy(planned, after, world),
    ...startedBy(planned, after, world),
    ...endedByFinal(planned, after, world),
    ...madeByCall(planned, after, world),
  )
}

export function stepFinished(incident: Incident, event: Recorded<StepFinished>): Incident {
  const { stepId, outcome, by, reason, onBehalfOf, outOfOrder, automatic, replacedBy, words } =
    event
  const when = toldIn(event)
  const after = withStep(incident, stepId, {
    finish: {
      outcome,
      ...when,
      by,
      reason,
      onBehalfOf,
      outOfOrder,
      ...(automatic ? { automatic } : {}),
      ...(replacedBy ? { replacedBy } : {}),
      ...(words ? { words } : {}),
    },
  })
  // what the station marks is nobody's first step, and a task is no step of a plan
  const isFirst = !automatic && incident.steps[stepId]?.planId !== TASKS
  return (outcome === 'done' || outcome === 'already-done') && isFirst
    ? {
        ...after,
        moments: {
          ...after.moments,
          firstStep: Math.min(when.at, after.moments.firstStep ?? Infinity),
        },
      }
    : after
}
