/**
 * Finds the step or the answer that starts the clock of a limit that has not begun, as its plan
 * says.
 */
import type { BoardQuestion, BoardStep } from '#shared/domain/board/types.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { LocalizedText } from '#shared/domain/text.ts'

export type Starts = { by: 'step' | 'fact'; what: LocalizedText }

/** Null where the plan does not say it, or counts from an event that the incident itself brings. */
export function startsWith(
  stepId: string,
  plan: Pick<Plan, 'steps'>,
  steps: readonly Pick<BoardStep, 'id' | 'title'>[],
  facts: readonly Pick<BoardQuestion, 'key' | 'question'>[],
): Starts | null {
  const from = plan.steps.find(({ id }) => id === stepId)?.due?.from
  if (from === undefined || typeof from === 'string') return null
  if ('step' in from) {
    const step = steps.find(({ id }) => id === from.step)
    return step ? { by: 'step', what: step.title } : null
  }
  const fact = facts.find(({ key }) => key === from.fact)
  return fact ? { by: 'fact', what: fact.question } : null
}
