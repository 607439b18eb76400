/** Says what a move ends: steps and their limits, and what is announced. */
import type { LocalizedText } from '../../text.ts'
import { isDone, isOpen, plannedSteps, type PlannedStep } from '../record/select.ts'
import type { Incident, IncidentState } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { stopping } from './moves.ts'

const ANNOUNCING: readonly IncidentState[] = ['responding', 'contained']

/** Announcements of steps that are open or done, as long as the response is not lifted. */
export const announcements = (
  { state }: Pick<Incident, 'state'>,
  steps: readonly PlannedStep[],
): readonly LocalizedText[] =>
  ANNOUNCING.includes(state)
    ? steps.flatMap(({ step, state: run }) => {
        const live = run.finish ? isDone(run) : run.standing === 'open' && !run.assumed
        return live && step.announce ? [step.announce] : []
      })
    : []

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
  const steps = stopping(incident, to, world).map(({ stepId }) => stepId)
  return {
    steps,
    limits: all
      .filter(
        ({ step, state }) =>
          steps.includes(step.id) && isOpen(incident, state) && state.limit?.endedAt === null,
      )
      .map(({ step }) => step.id),
    announcements: ANNOUNCING.includes(to) ? [] : announcements(incident, all),
  }
}
