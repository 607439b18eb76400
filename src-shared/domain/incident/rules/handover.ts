/**
 * Starts the plan that a step names when it is done (转入其他预案), in the same command, or records why
 * it did not start.
 */
import { localized, type LocalizedText } from '../../text.ts'
import { activateByPlan } from './activate.ts'
import type { IncidentEvent, PlanNotStarted, Recorded } from '../record/events.ts'
import { unknownPlan } from '../record/refusals.ts'
import { running, type PlannedStep } from '../record/select.ts'
import { withStep, type Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'

export const EMPTY_SLOT: LocalizedText = localized(
  '原文没有写明是哪份预案，请从预案列表中选',
  'the source names no plan: choose one from the list of plans',
)

/**
 * What follows from a step that is done. `incident` is the record with the step finished. A plan
 * that runs already is not started again, and nothing is said of it; one that hands over then still
 * ends this plan only by a person's wish.
 */
export function startedBy(
  { step, plan: leading }: PlannedStep,
  incident: Incident,
  world: World,
): readonly IncidentEvent[] {
  const { starts } = step
  if (!starts) return []
  const notStarted = (why: LocalizedText): readonly IncidentEvent[] => [
    { type: 'PlanNotStarted', stepId: step.id, planId: starts.plan, what: starts.what, why },
  ]
  if (starts.plan === null) return notStarted(EMPTY_SLOT)
  if (running(incident).some((run) => run.planId === starts.plan)) return []
  const plan = world.offered?.(starts.plan) ?? null
  if (!plan) return notStarted(unknownPlan(starts.plan).message)
  const why = localized(
    `完成“${step.title.zh}”：${starts.what.zh}`,
    `"${step.title.en}" is done: ${starts.what.en}`,
  )
  const started = activateByPlan(
    incident,
    { plan, why, supersedes: starts.handsOver ? leading.id : null },
    { world },
  )
  return started.ok ? started.events : notStarted(started.message)
}

export const planNotStarted = (
  incident: Incident,
  { stepId, planId, why }: Recorded<PlanNotStarted>,
): Incident =>
  stepId !== null
    ? withStep(incident, stepId, { notStarted: why })
    : {
        ...incident,
        unstarted: [...(incident.unstarted ?? []), ...(planId === null ? [] : [planId])],
      }
