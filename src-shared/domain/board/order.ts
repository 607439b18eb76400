/** Orders by attention the steps of an incident. */
import type { BoardStep } from './types.ts'

const isUnfinished = (step: BoardStep): boolean =>
  step.state === 'open' || step.state === 'accepted'

/** The unfinished step whose limit is nearest, or longest past. */
export function nearestStep(steps: readonly BoardStep[]): BoardStep | null {
  const limited = steps.filter((step) => isUnfinished(step) && step.dueAt !== null)
  return limited.reduce<BoardStep | null>(
    (best, step) => (best === null || (step.dueAt ?? 0) < (best.dueAt ?? 0) ? step : best),
    null,
  )
}

const rank = (step: BoardStep): readonly number[] => [
  step.lifeSafety ? 0 : 1,
  step.state === 'accepted' ? 1 : 0, // somebody has it in hand
  step.urgency === 'immediate' ? 0 : 1,
  step.dueAt ?? Number.MAX_SAFE_INTEGER,
]

/**
 * The unfinished steps in order of attention: life safety first, then what nobody has accepted,
 * then "at once", then the nearest limit, then the plan's order.
 */
export const byAttention = (steps: readonly BoardStep[]): BoardStep[] =>
  steps.filter(isUnfinished).sort((a, b) => {
    const [rankA, rankB] = [rank(a), rank(b)]
    // -1: the plan's order stands
    const differs = rankA.findIndex((value, index) => value !== rankB[index])
    return (rankA[differs] ?? 0) - (rankB[differs] ?? 0)
  })

/** The next action: the first of {@link byAttention}. */
export const nextStep = (steps: readonly BoardStep[]): BoardStep | null =>
  byAttention(steps)[0] ?? null
