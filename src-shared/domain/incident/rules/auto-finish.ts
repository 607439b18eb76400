/**
 * Marks steps as done or not applicable, on behalf of the station, as a consequence of what a
 * person asked for.
 */
import type { Plan } from '../../plan/plan.ts'
import { localized, type LocalizedText } from '../../text.ts'
import type { StepFinished } from '../record/events.ts'
import type { Incident } from '../record/state.ts'

/**
 * The words say why; they are nobody's reason, so a lateness that was not explained before stays
 * so.
 */
const finished = (
  stepId: string,
  outcome: StepFinished['outcome'],
  automatic: LocalizedText,
): StepFinished => ({
  type: 'StepFinished',
  stepId,
  outcome,
  reason: null,
  onBehalfOf: null,
  outOfOrder: false,
  automatic,
})

export const notApplicable = (
  stepId: string,
  automatic: LocalizedText,
  replacedBy?: string,
): StepFinished => ({
  ...finished(stepId, 'not-applicable', automatic),
  ...(replacedBy ? { replacedBy } : {}),
})

/** The steps of a plan, of these, that ask for nothing but its start. */
export const doneByStart = ({ steps }: Plan, stepIds: readonly string[]): readonly StepFinished[] =>
  steps
    .filter(({ id, activates }) => activates && stepIds.includes(id))
    .map(({ id }) => finished(id, 'done', localized('预案已启动', 'the plan was started')))

/** Every unfinished step of these plans, whatever its standing. */
export const unfinishedOf = (incident: Incident, planIds: readonly string[]): readonly string[] =>
  Object.entries(incident.steps)
    .filter(([, step]) => planIds.includes(step.planId) && step.finish === null)
    .map(([stepId]) => stepId)
