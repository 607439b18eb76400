/** The marks of the steps on the stage rail. */
import { STAGES, type Stage } from '#shared/domain/plan/plan.ts'
import type { BoardPlan, BoardStep } from '#shared/domain/board/types.ts'
import type { StepState } from '#shared/domain/incident/record/state.ts'
import { unreachable } from '#shared/domain/decision.ts'

export type Mark = 'done' | 'current' | 'waiting' | 'late' | 'skipped'
export type RailStage = { stage: Stage; marks: { id: string; mark: Mark }[] }

const finished: ReadonlySet<StepState> = new Set([
  'done',
  'already-done',
  'not-applicable',
  'skipped',
])

/** Nobody has to do anything about it any more. */
export const isFinished = (state: StepState): boolean => finished.has(state)

/**
 * The mark of one step, null where none is drawn (its condition is false). A finished step that
 * was late is done.
 */
export function markOf(step: Pick<BoardStep, 'state' | 'late'>): Mark | null {
  switch (step.state) {
    case 'hidden':
      return null
    case 'waiting':
      return step.late ? 'late' : 'waiting'
    case 'open':
    case 'accepted':
      return step.late ? 'late' : 'current'
    case 'done':
    case 'already-done':
      return 'done'
    case 'not-applicable':
    case 'skipped':
      return 'skipped'
    default:
      return unreachable(step.state)
  }
}

/**
 * A plan runs until another one takes its place, or until its provisional activation is declined.
 */
export const isRunning = (plan: Pick<BoardPlan, 'supersededBy' | 'declined'>): boolean =>
  plan.supersededBy === null && plan.declined === null

/**
 * The seven stages in order, each with the marks of its steps. Steps of a plan that is over are
 * left out.
 */
export function railOf(
  steps: readonly BoardStep[],
  plans: readonly Pick<BoardPlan, 'planId' | 'supersededBy' | 'declined'>[] = [],
): RailStage[] {
  const over = new Set(plans.filter((plan) => !isRunning(plan)).map((plan) => plan.planId))
  const shown = steps.filter((step) => !over.has(step.planId))
  return STAGES.map((stage) => ({
    stage,
    marks: shown
      .filter((step) => step.stage === stage)
      .flatMap((step) => {
        const mark = markOf(step)
        return mark ? [{ id: step.id, mark }] : []
      }),
  }))
}
