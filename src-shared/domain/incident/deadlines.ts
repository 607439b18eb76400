/**
 * Every instant at which something has to happen in an incident by itself, worked out from the
 * record alone. A restart, a sleep or a second look changes nothing: what has happened is no longer
 * in the list.
 */
import { judgeDay } from '../calendar.ts'
import type { DayKind, Due, Step } from '../plan/plan.ts'
import { notifyDueAt } from './rules/ladder.ts'
import { readsCalendar, thresholdKey, thresholdsOf } from './record/condition.ts'
import { retained } from './rules/evidence.ts'
import {
  anchorAt,
  isOpen,
  plannedSteps,
  running,
  timesDone,
  type PlannedStep,
} from './record/select.ts'
import { openRules } from './rules/start-rules.ts'
import { isTerminal, type Incident, type StepRun } from './record/state.ts'
import type { World } from './record/world.ts'

/**
 * What fires: a step's limit, "not recorded" of a step, an elapsed-time threshold, the next post of
 * an alert's ladder, or the end of keeping evidence.
 */
export type Fires = 'limit' | 'unrecorded' | 'passed' | 'post' | 'kept'
/**
 * `key` is its name in the heap, `of` the id of the step, threshold, alert or piece of evidence.
 * `dueAt` in UTC ms.
 */
export type Deadline = { key: string; fires: Fires; of: string; dueAt: number }

const deadline = (fires: Fires, of: string, dueAt: number, round = ''): Deadline => ({
  key: `${fires}:${of}${round}`,
  fires,
  of,
  dueAt,
})

/**
 * How long the limit of a step is when its clock starts at `start`: the calendar is judged at that
 * local date (S09-80). `day` is null where no calendar has a say.
 */
export function lengthOf(
  { due, when }: Step & { due: Due },
  start: number,
  world: World,
): { ms: number; day: DayKind | null; unpublished: boolean } {
  const judged = judgeDay(start, world.zone, world.calendar)
  if (typeof due.within === 'number' && !(when && readsCalendar(when)))
    return { ms: due.within, day: null, unpublished: false }
  return {
    ms: typeof due.within === 'number' ? due.within : due.within[judged.day],
    day: judged.day,
    unpublished: judged.unpublished,
  }
}

export const isTimed = (step: Step): step is Step & { due: Due } => step.due !== null

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

/**
 * A step from which other clocks count, but which nobody ticks, would keep them from ever starting.
 * So if it is still open when the shortest of those limits, counted from its opening, would have
 * run out, the step itself alarms.
 */
function unrecorded(
  one: PlannedStep,
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): Deadline[] {
  if (
    !isOpen(incident, one.state) ||
    one.state.openedAt === null ||
    one.state.unrecordedAt !== null ||
    timesDone(one.state) > 0
  )
    return []
  const openedAt = one.state.openedAt
  const waiting = waitingOn(one.step.id, steps)
  if (waiting.length === 0) return []
  const shortest = Math.min(
    ...waiting.map(({ step }) => (isTimed(step) ? lengthOf(step, openedAt, world).ms : Infinity)),
  )
  return [deadline('unrecorded', one.step.id, openedAt + shortest)]
}

/**
 * The open time of a step that repeats has a name of its own: a clock that was set for the one
 * before fires nothing.
 */
const time = ({ past }: StepRun): string => (past?.length ? `:${past.length + 1}` : '')

/**
 * All deadlines of an incident that have not fired, in no order. Once it is over, only what is kept
 * as evidence has a clock.
 */
export function deadlinesOf(incident: Incident, world: World): readonly Deadline[] {
  if (isTerminal(incident.state))
    return retained(incident).map(({ evidence, until }) => deadline('kept', evidence.id, until))
  const runs = running(incident)
  const steps = plannedSteps(incident, world, runs)
  const limits = steps.flatMap(({ step, state }) =>
    isOpen(incident, state) && state.limit && state.lateAt === null
      ? [deadline('limit', step.id, state.limit.dueAt, time(state))]
      : [],
  )
  const conditions = [
    ...steps.flatMap(({ step, run, state }) =>
      state.finish || !step.when ? [] : [{ run, when: step.when }],
    ),
    ...openRules(incident, world).map(({ run, rule }) => ({ run, when: rule.when })),
  ]
  const passing = conditions.flatMap(({ run, when }) =>
    thresholdsOf(when).flatMap(({ elapsed, from }) => {
      const threshold = thresholdKey(run.planId, elapsed, from)
      const start = anchorAt(incident, run, from, world)
      return start === null || incident.passed.includes(threshold)
        ? []
        : [deadline('passed', threshold, start + elapsed)]
    }),
  )
  const posts = incident.alerts.flatMap((alert) => {
    const dueAt = notifyDueAt(alert, alert.told.length)
    return dueAt === null ? [] : [deadline('post', alert.id, dueAt, `:${alert.told.length}`)]
  })
  return [
    ...limits,
    ...passing,
    ...posts,
    ...steps.flatMap((one) => unrecorded(one, steps, incident, world)),
  ]
}
