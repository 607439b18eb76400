/** Says how long the limit of a step is, and which clocks wait for a step. */
import { judgeDay } from '../../calendar.ts'
import { isByAnswer, isByDay, lengthBy, usualLength } from '../../plan/due.ts'
import type { Due, Step } from '../../plan/plan.ts'
import { readsCalendar } from './condition.ts'
import { answerFor, type PlannedStep } from './select.ts'
import type { Incident, Limit, Run } from './state.ts'
import { calendarOf } from './work-calendar.ts'
import type { World } from './world.ts'

export const isTimed = (step: Step): step is Step & { due: Due } => step.due !== null

/**
 * How long the limit of a step of an incident is (ms) when its clock starts at `start` (UTC ms):
 * the calendar is read at that local date (S09-80). `day` is null where no calendar has a say.
 * `asks`: the question whose answer would say how long; until then the shortest counts.
 */
export function lengthOf(
  { due, when }: Step & { due: Due },
  run: Run,
  start: number,
  incident: Incident,
  world: World,
): Pick<Limit, 'day' | 'unpublished' | 'asks'> & { ms: number } {
  const { within } = due
  const assessed =
    isByDay(within) || (when && readsCalendar(when))
      ? judgeDay(start, world.zone, calendarOf(incident, world))
      : { day: null, unpublished: false }
  const { day, unpublished } = assessed
  if (!isByAnswer(within))
    return { ms: day && isByDay(within) ? within[day] : usualLength(due), day, unpublished }
  const answer = answerFor(incident, run, within.fact, world)
  const { ms, known } = lengthBy(within, answer?.value ?? null)
  return { ms, day, unpublished, ...(known ? {} : { asks: within.fact }) }
}

/**
 * The steps whose clocks wait for this one: unfinished, not hidden, counting from its completion
 * and not running yet.
 */
export const waitingOn = (stepId: string, steps: readonly PlannedStep[]): readonly PlannedStep[] =>
  steps.filter(
    ({ step, state }) =>
      state.finish === null &&
      state.standing !== 'hidden' &&
      state.limit === null &&
      step.due !== null &&
      typeof step.due.from === 'object' &&
      'step' in step.due.from &&
      step.due.from.step === stepId,
  )
