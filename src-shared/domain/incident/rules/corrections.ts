/** Takes reasons for what was late or left out, and corrections of steps marked wrongly. */
import { accept, type Decision } from '../../decision.ts'
import type { CorrectStep, ExplainStep } from '../record/commands.ts'
import type { Recorded, StepCorrected, StepExplained } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import { plannedStep, running, timesDone } from '../record/select.ts'
import { withStep, type Incident, type StepRun } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import { isLate, needsReason } from './lateness.ts'

/** Refused: `unknown-step`, and a step that is neither late nor in need of a reason. */
export function explainStep(
  incident: Incident,
  { stepId, reason }: ExplainStep,
  { world, meta }: RuleContext,
): Decision<StepExplained> {
  const planned = plannedStep(incident, stepId, world)
  if (!planned) return no.unknownStep(stepId)
  if (!isLate(planned.state, meta.at) && !needsReason(planned, meta.at))
    return no.noReasonNeeded(planned.step.title)
  return accept({ type: 'StepExplained', stepId, reason })
}

/**
 * A reason goes to every time of a repeating step that has none yet. The open time takes it only if
 * it is late itself.
 */
export function stepExplained(
  incident: Incident,
  { stepId, reason, at, by }: Recorded<StepExplained>,
): Incident {
  const step = incident.steps[stepId]
  const why = { reason, at, by }
  if (!step?.past?.length) return withStep(incident, stepId, { explained: why })
  const past = step.past.map((occurrence) =>
    occurrence.explained || occurrence.finish.reason
      ? occurrence
      : { ...occurrence, explained: why },
  )
  return withStep(incident, stepId, {
    past,
    ...(step.lateAt !== null || step.finish ? { explained: why } : {}),
  })
}

/** Refused: a step of no running plan (`unknown-step`), one that was never done. */
export function correctStep(
  incident: Incident,
  { stepId, reason }: CorrectStep,
  { world }: RuleContext,
): Decision<StepCorrected> {
  const planned = plannedStep(incident, stepId, world, running(incident))
  if (!planned) return no.unknownStep(stepId)
  const { step, state } = planned
  if (!state.finish && timesDone(state) === 0) return no.stepNotFinished(step.title)
  return accept({ type: 'StepCorrected', stepId, reason })
}

/**
 * A finished step opens again. One that repeats and is open already takes back the last time that
 * it was done; a lateness that came since stays.
 */
export function stepCorrected(incident: Incident, { stepId }: Recorded<StepCorrected>): Incident {
  const step = incident.steps[stepId]
  if (!step) return incident
  const reopened: StepRun = {
    ...step,
    finish: null,
    accepted: null,
    corrections: step.corrections + 1,
  }
  delete reopened.notStarted
  const last = step.finish ? undefined : step.past?.at(-1)
  const corrected: StepRun = last
    ? {
        ...reopened,
        past: step.past?.slice(0, -1) ?? [],
        limit: last.limit,
        lateAt: last.lateAt ?? step.lateAt,
        explained: last.explained ?? step.explained,
      }
    : reopened
  return { ...incident, steps: { ...incident.steps, [stepId]: corrected } }
}
