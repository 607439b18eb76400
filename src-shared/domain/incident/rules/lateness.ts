/** Says when a limit is missed and what needs a reason, and records what time alone brings. */
import { accept, type Decision } from '../../decision.ts'
import type { LimitEnd } from '../../statistics/incident-stats.ts'
import { limitResult } from '../../statistics/limit.ts'
import type { Recorded, StepLate, TimePassed } from '../record/events.ts'
import { isDone, type PlannedStep } from '../record/select.ts'
import {
  withStep,
  type Incident,
  type Limit,
  type Occurrence,
  type StepRun,
} from '../record/state.ts'

/**
 * How a limit ended, if it did. One that rests because its step does not apply ended there, even if
 * the step is finished later.
 */
export function endOf(
  state: Pick<StepRun, 'finish' | 'lateAt'>,
  { dueAt, endedAt }: Limit,
): LimitEnd {
  const finishedAt = state.finish?.at ?? null
  const done = isDone(state) && endedAt === null
  return {
    dueAt,
    doneAt: done ? finishedAt : null,
    endedAt: done ? null : (endedAt ?? finishedAt),
    lateAt: state.lateAt,
    ...(done && state.finish?.toldAt !== undefined ? { toldAt: state.finish.toldAt } : {}),
  }
}

/**
 * Late on the board and late in the figures are the same: unfinished and `now` ≥ dueAt, or finished
 * after dueAt.
 */
export const isLate = (state: Pick<StepRun, 'finish' | 'lateAt' | 'limit'>, now: number): boolean =>
  state.limit !== null && limitResult(endOf(state, state.limit), now) === 'late'

/** The times of a repeating step, before the one that is open, that were done late. */
export const lateOccurrences = (state: StepRun, now: number): readonly Occurrence[] =>
  (state.past ?? []).filter((occurrence) => isLate(occurrence, now))

/**
 * Late (this time or before), skipped, or a life-safety step that a person found not applicable,
 * and nobody has said why.
 */
export function needsReason({ step, state }: PlannedStep, now: number): boolean {
  const { finish } = state
  if (
    lateOccurrences(state, now).some(({ explained, finish: { reason } }) => !explained && !reason)
  )
    return true
  if (state.explained || finish?.reason) return false
  return (
    isLate(state, now) ||
    finish?.outcome === 'skipped' ||
    (finish?.outcome === 'not-applicable' && step.lifeSafety && !finish.automatic)
  )
}

/** The clock asks for nothing of itself: what is due is settled with every command. */
export const checkDeadlines = (): Decision<never> => accept()

export const stepLate = (incident: Incident, { stepId, at }: Recorded<StepLate>): Incident =>
  withStep(incident, stepId, { lateAt: at })

export const timePassed = (incident: Incident, { threshold }: TimePassed): Incident => ({
  ...incident,
  passed: [...incident.passed, threshold],
})
