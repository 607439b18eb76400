/**
 * A step that starts another plan when it is done (转入其他预案): it starts in the same command, or the
 * record says why it did not.
 */
import { localized, type LocalizedText } from '../../text.ts'
import { activate } from './activate.ts'
import type { IncidentEvent } from '../record/events.ts'
import { unknownPlan } from '../record/refusals.ts'
import { running, type PlannedStep } from '../record/select.ts'
import type { Incident } from '../record/state.ts'
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
  { step, plan: own }: PlannedStep,
  incident: Incident,
  world: World,
): readonly IncidentEvent[] {
  const { starts } = step
  if (!starts) return []
  const not = (why: LocalizedText): readonly IncidentEvent[] => [
    { type: 'PlanNotStarted', stepId: step.id, planId: starts.plan, what: starts.what, why },
  ]
  if (starts.plan === null) return not(EMPTY_SLOT)
  if (running(incident).some((run) => run.planId === starts.plan)) return []
  const plan = world.offered?.(starts.plan) ?? null
  if (!plan) return not(unknownPlan(starts.plan).message)
  const why = localized(
    `完成“${step.title.zh}”：${starts.what.zh}`,
    `"${step.title.en}" is done: ${starts.what.en}`,
  )
  const started = activate(
    incident,
    { plan, why, supersedes: starts.handsOver ? own.id : null },
    world,
  )
  return started.ok ? started.events : not(started.message)
}
