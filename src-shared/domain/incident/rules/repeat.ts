/**
 * Opens steps again each time they are done (续报、复查), until the incident has come far enough. Each
 * time has a limit of its own, which counts for itself in the figures.
 */
import { localized } from '../../text.ts'
import type { Repeat } from '../../plan/plan.ts'
import { reportKind } from '../../plan/report-kind.ts'
import type { Recorded, StepFinished, StepRepeated } from '../record/events.ts'
import { notApplicable } from './auto-finish.ts'
import { STATE_NAMES } from '../record/names.ts'
import {
  isDone,
  runningSteps,
  stepsOfPlans,
  timesDone,
  type PlannedStep,
} from '../record/select.ts'
import { isTerminal, withStep, type Incident, type IncidentState } from '../record/state.ts'
import type { World } from '../record/world.ts'

const REACHED_STATES: Readonly<Record<Repeat['until'], readonly IncidentState[]>> = {
  contained: ['contained', 'lifted', 'recovering'],
  lifted: ['lifted', 'recovering'],
}

/**
 * Has the incident come as far as the step repeats? An incident that responds again repeats again.
 */
const isEnough = (until: Repeat['until'], state: IncidentState): boolean =>
  isTerminal(state) || REACHED_STATES[until].includes(state)

/** Is it a follow-up report of a plan whose final report is made? */
const isChainEnded = ({ step, run }: PlannedStep, steps: readonly PlannedStep[]): boolean =>
  reportKind(step) === 'followUp' &&
  steps.some(
    (other) =>
      other.run.planId === run.planId && reportKind(other.step) === 'final' && isDone(other.state),
  )

/**
 * The next time of the first step that was done and repeats. Its limit runs from when it was done,
 * not from the anchor of the first one.
 */
export function stepRepeats(
  steps: readonly PlannedStep[],
  incident: Incident,
): readonly StepRepeated[] {
  const due = steps.find(
    (planned) =>
      planned.step.repeat &&
      isDone(planned.state) &&
      !isEnough(planned.step.repeat.until, incident.state) &&
      !isChainEnded(planned, steps),
  )
  if (!due?.step.repeat || !due.state.finish) return []
  const { at } = due.state.finish
  return [
    {
      type: 'StepRepeated',
      stepId: due.step.id,
      limit: {
        startedAt: at,
        dueAt: at + due.step.repeat.every,
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
  runningSteps(incident, world)
    .filter(
      (planned) =>
        planned.step.repeat && isEnough(planned.step.repeat.until, to) && maySkip(planned),
    )
    .map(({ step }) =>
      notApplicable(
        step.id,
        localized(
          `事件${STATE_NAMES[to].zh}，不再重复`,
          `the incident is ${STATE_NAMES[to].en.toLowerCase()}: it does not come again`,
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
  return stepsOfPlans(incident, world, [run])
    .filter((planned) => reportKind(planned.step) === 'followUp' && maySkip(planned))
    .map(({ step }) =>
      notApplicable(
        step.id,
        localized('已终报，不再续报', 'the final report has been made: no further follow-up'),
      ),
    )
}

/** The time that was done stays as it ended; the next one begins without a mark. */
export function stepRepeated(
  incident: Incident,
  { stepId, limit, at }: Recorded<StepRepeated>,
): Incident {
  const step = incident.steps[stepId]
  if (!step?.finish) return incident
  const { finish, lateAt, explained } = step
  const again = withStep(incident, stepId, {
    past: [...(step.past ?? []), { limit: step.limit, finish, lateAt, explained }],
    openedAt: finish.toldAt === at ? limit.startedAt : at,
    accepted: null,
    finish: null,
    limit,
    lateAt: null,
    unrecordedAt: null,
    explained: null,
  })
  return withoutNamed(again, stepId)
}

/** Who must hear of the next time is named anew. */
function withoutNamed(incident: Incident, stepId: string): Incident {
  const step = incident.steps[stepId]
  if (!step?.named) return incident
  const unnamed = { ...step }
  delete unnamed.named
  return { ...incident, steps: { ...incident.steps, [stepId]: unnamed } }
}
