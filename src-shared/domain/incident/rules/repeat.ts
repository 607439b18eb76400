/**
 * Steps that open again each time they are done (续报、复查), until the incident has come far enough.
 * Each time has a limit of its own, which counts for itself in the figures.
 */
import { localized } from '../../text.ts'
import type { Repeat } from '../../plan/plan.ts'
import { reportKind } from '../../plan/report-kind.ts'
import type { IncidentEvent, StepFinished } from '../record/events.ts'
import { notApplicable } from './auto-finish.ts'
import { STATE_NAMES } from '../record/names.ts'
import { isDone, plannedSteps, running, timesDone, type PlannedStep } from '../record/select.ts'
import { isTerminal, type Incident, type IncidentState } from '../record/state.ts'
import type { World } from '../record/world.ts'

const COME_SO_FAR: Readonly<Record<Repeat['until'], readonly IncidentState[]>> = {
  contained: ['contained', 'lifted', 'recovering'],
  lifted: ['lifted', 'recovering'],
}

/**
 * Has the incident come as far as the step repeats? An incident that responds again repeats again.
 */
const isEnough = (until: Repeat['until'], state: IncidentState): boolean =>
  isTerminal(state) || COME_SO_FAR[until].includes(state)

/** Is it a follow-up report of a plan whose final report is made? */
const isChainEnded = ({ step, run }: PlannedStep, steps: readonly PlannedStep[]): boolean =>
  reportKind(step) === 'followUp' &&
  steps.some(
    (other) =>
      other.run.planId === run.planId && reportKind(other.step) === 'final' && isDone(other.state),
  )

/**
 * The next limit of a step that was done: so long after it was done, whatever its first one counted
 * from.
 */
export function repeated(
  steps: readonly PlannedStep[],
  incident: Incident,
): readonly IncidentEvent[] {
  const one = steps.find(
    (each) =>
      each.step.repeat &&
      isDone(each.state) &&
      !isEnough(each.step.repeat.until, incident.state) &&
      !isChainEnded(each, steps),
  )
  if (!one?.step.repeat || !one.state.finish) return []
  const { at } = one.state.finish
  return [
    {
      type: 'StepRepeated',
      stepId: one.step.id,
      limit: {
        startedAt: at,
        dueAt: at + one.step.repeat.every,
        endedAt: null,
        day: null,
        unpublished: false,
      },
    },
  ]
}

/**
 * Open, or waiting, and not owed: a required step that was never done stays as it is and still
 * blocks closing.
 */
const maySkip = ({ step, state }: PlannedStep): boolean =>
  state.finish === null && state.standing !== 'hidden' && (timesDone(state) > 0 || !step.required)

/**
 * The time that is open when the incident comes so far is not done any more: the step stands as
 * often as it was done.
 */
export const endedBy = (
  incident: Incident,
  to: IncidentState,
  world: World,
): readonly StepFinished[] =>
  plannedSteps(incident, world, running(incident))
    .filter((one) => one.step.repeat && isEnough(one.step.repeat.until, to) && maySkip(one))
    .map(({ step }) =>
      notApplicable(
        step.id,
        localized(
          `事件${STATE_NAMES[to].zh}，不再重复`,
          `the incident is ${STATE_NAMES[to].en.toLowerCase()}: no further time`,
        ),
      ),
    )

/**
 * The final report ends the chain of its plan: no follow-up report is open any more. `incident`: as
 * it stands with `finished` done.
 */
export function endedByFinal(
  { step: finished, run }: PlannedStep,
  incident: Incident,
  world: World,
): readonly StepFinished[] {
  if (reportKind(finished) !== 'final') return []
  return plannedSteps(incident, world, [run])
    .filter((one) => reportKind(one.step) === 'followUp' && maySkip(one))
    .map(({ step }) =>
      notApplicable(
        step.id,
        localized('已终报，不再续报', 'the final report is made: no further follow-up'),
      ),
    )
}
