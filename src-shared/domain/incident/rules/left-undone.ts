/**
 * Holds a plan back from ending as long as something of it that lives depend on is undone, is not
 * in another plan's hands, and nobody has said why it is left.
 */
import { accept, type Decision } from '../../decision.ts'
import type { Plan, Step } from '../../plan/plan.ts'
import type { Guarded } from '../../sealed.ts'
import type { LocalizedText } from '../../text.ts'
import { evaluate } from '../record/condition.ts'
import type { StepFinished } from '../record/events.ts'
import { lifeSafetyOpen } from '../record/gate-refusals.ts'
import { runningSteps, type PlannedStep } from '../record/select.ts'
import type { Incident, Run } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { notApplicable, unfinishedOf } from './auto-finish.ts'
import { isUndone, passedOver, subjectOfStep } from './gates.ts'
import { numbersOf } from './same-call.ts'

/** A plan that does not run, as far as a condition can look at it: its clock is the report's. */
export const asRun = (plan: Plan, incident: Incident): Run => ({
  planId: plan.id,
  revision: plan.revision,
  activatedAt: incident.receivedAt,
  by: '',
  provisional: false,
  supersededBy: null,
})

/** Whether a plan that goes on, or comes, has the same step, or the same call. */
function goesOn(step: Step, others: readonly Step[]): boolean {
  const numbers = numbersOf(step)
  return others.some(
    (other) =>
      other.title.zh === step.title.zh ||
      (numbers.length > 0 && numbers.every((number) => numbersOf(other).includes(number))),
  )
}

/** `ending`: ids of the plans that end; `coming`: the plans that start as they do. */
export function leftUndone(
  incident: Incident,
  ending: readonly string[],
  coming: readonly Plan[],
  world: World,
): readonly PlannedStep[] {
  const all = runningSteps(incident, world)
  const others = [
    ...all
      .filter(({ run, state }) => !ending.includes(run.planId) && state.standing !== 'hidden')
      .map(({ step }) => step),
    ...coming.flatMap((plan) =>
      plan.steps.filter(
        (step) =>
          !step.when || evaluate(step.when, step, asRun(plan, incident), incident, world) !== false,
      ),
    ),
  ]
  // to go over to another plan is what such a step asks for
  const isMet = ({ starts }: Step): boolean => coming.length > 0 && starts?.handsOver === true
  return all.filter(
    (planned) =>
      ending.includes(planned.run.planId) &&
      isUndone(planned) &&
      !isMet(planned.step) &&
      !goesOn(planned.step, others),
  )
}

/**
 * What is left of plans that end does not apply: automatically by `why`, or for the reason that was
 * given. Refused: a step that lives depend on without one, unless it stood at a gate
 * (`life-safety-open`).
 */
export function endSteps(
  incident: Incident,
  plans: { ending: readonly string[]; coming: readonly Plan[] },
  answer: { why: LocalizedText; reasons: Readonly<Record<string, Guarded>> },
  world: World,
): Decision<StepFinished> {
  const undone = leftUndone(incident, plans.ending, plans.coming, world)
  const missing = undone.filter(
    (planned) => !answer.reasons[planned.step.id] && !passedOver(incident, subjectOfStep(planned)),
  )
  if (missing.length > 0)
    return lifeSafetyOpen(missing.map(({ step }) => ({ name: step.id, what: step.title })))
  return accept(
    ...unfinishedOf(incident, plans.ending).map((stepId): StepFinished => {
      const reason = answer.reasons[stepId]
      const automatic = notApplicable(stepId, answer.why)
      if (!reason || !undone.some(({ step }) => step.id === stepId)) return automatic
      const explained: StepFinished = { ...automatic, reason }
      delete explained.automatic
      return explained
    }),
  )
}
