/** Says how long the limit of a step is, and which clocks wait for a step. */
import { judgeDay } from '../../calendar.ts'
import type { DayKind, Due, Step } from '../../plan/plan.ts'
import { readsCalendar } from './condition.ts'
import type { PlannedStep } from './select.ts'
import type { Incident } from './state.ts'
import { calendarOf } from './work-calendar.ts'
import type { World } from './world.ts'

export const isTimed = (step: Step): step is Step & { due: Due } => step.due !== null

/**
 * How long the limit of a step of an incident is (ms) when its clock starts at `start` (UTC ms):
 * the calendar is read at that local date (S09-80). `day` is null where no calendar has a say.
 */
export function lengthOf(
  { due, when }: Step & { due: Due },
  start: number,
  incident: Incident,
  world: World,
): { ms: number; day: DayKind | null; unpublished: boolean } {
  if (typeof due.within === 'number' && !(when && readsCalendar(when)))
    return { ms: due.within, day: null, unpublished: false }
  const assessed = judgeDay(start, world.zone, calendarOf(incident, world))
  return {
    ms: typeof due.within === 'number' ? due.within : due.within[assessed.day],
    day: assessed.day,
    unpublished: assessed.unpublished,
  }
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
