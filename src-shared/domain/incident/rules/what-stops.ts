/** Says what a move ends: steps and their limits, and what is announced. */
import type { LocalizedText } from '../../text.ts'
import { hasReached } from '../record/condition.ts'
import { isDone, isOpen, plannedSteps, type PlannedStep } from '../record/select.ts'
import type { Incident, IncidentState } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { stopping } from './moves.ts'

/**
 * Announcements say what is so: those of steps that somebody has taken or done, until the response
 * is lifted. What lives hang on (people are leaving) is over once the incident is contained.
 */
export const announcements = (
  incident: Pick<Incident, 'state'>,
  steps: readonly PlannedStep[],
): readonly LocalizedText[] =>
  steps.flatMap(({ step, state }) => {
    const taken = state.finish
      ? isDone(state)
      : state.standing === 'open' && state.accepted !== null
    return taken && step.announce && !hasReached(incident, step.lifeSafety ? 'contained' : 'lifted')
      ? [step.announce]
      : []
  })

/**
 * `steps`: ids of those that become not applicable; `limits`: ids of those of them whose limit
 * runs; `announcements`: those that come down.
 */
export type Stops = {
  steps: readonly string[]
  limits: readonly string[]
  announcements: readonly LocalizedText[]
}

export function whatStops(incident: Incident, to: IncidentState, world: World): Stops {
  const all = plannedSteps(incident, world)
  const left = announcements({ state: to }, all)
  const steps = stopping(incident, to, world).map(({ stepId }) => stepId)
  return {
    steps,
    limits: all
      .filter(
        ({ step, state }) =>
          steps.includes(step.id) && isOpen(incident, state) && state.limit?.endedAt === null,
      )
      .map(({ step }) => step.id),
    announcements: announcements(incident, all).filter((text) => !left.includes(text)),
  }
}
