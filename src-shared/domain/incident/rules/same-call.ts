/**
 * Counts a call that was made for every plan that runs: a step of another plan that is nothing
 * but the same call is marked as already done, and says by which.
 */
import { localized } from '../../text.ts'
import type { Step } from '../../plan/plan.ts'
import type { StepFinished } from '../record/events.ts'
import { isOpen, runningSteps, type PlannedStep } from '../record/select.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'

export const numbersOf = ({ calls }: Step): readonly string[] =>
  calls.flatMap(({ number }) => (number === null ? [] : [number]))

/** Nothing is left of it once the call is made: no list, no evidence, no plan that it starts. */
const isOnlyCall = (step: Step): boolean =>
  step.calls.length > 0 &&
  step.calls.every(({ number }) => number !== null) &&
  !step.list &&
  !step.evidence &&
  !step.starts &&
  !step.repeat &&
  !step.confirms &&
  !step.discloses

/** `incident`: as it stands with the step done. */
export function madeByCall(
  { step, plan, run }: PlannedStep,
  incident: Incident,
  world: World,
): readonly StepFinished[] {
  const numbers = numbersOf(step)
  if (numbers.length === 0) return []
  return runningSteps(incident, world)
    .filter(
      (other) =>
        other.run.planId !== run.planId &&
        isOpen(incident, other.state) &&
        !other.state.assumed && // nobody knows whether it has to be made at all
        isOnlyCall(other.step) &&
        numbersOf(other.step).every((number) => numbers.includes(number)),
    )
    .map((other) => ({
      type: 'StepFinished',
      stepId: other.step.id,
      outcome: 'already-done',
      reason: null,
      onBehalfOf: null,
      outOfOrder: false,
      automatic: localized(
        `《${plan.title.zh}》里已经打过`,
        `the call was made for "${plan.title.en}"`,
      ),
    }))
}
