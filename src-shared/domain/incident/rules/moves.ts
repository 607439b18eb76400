/**
 * The state chain of an incident and what keeps it from being closed. (突发事件应对法 art. 60–94 as model;
 * design §2 Moves)
 */
import type { LimitEnd } from '../../statistics/incident-stats.ts'
import { limitStanding } from '../../statistics/month.ts'
import { isDone, plannedSteps, timesDone, type PlannedStep } from '../record/select.ts'
import {
  isTerminal,
  type Incident,
  type IncidentState,
  type Limit,
  type Occurrence,
  type StepRun,
} from '../record/state.ts'
import type { World } from '../record/world.ts'

const FROM: Partial<Record<IncidentState, readonly IncidentState[]>> = {
  verifying: ['reported'],
  assessing: ['reported', 'verifying'],
  contained: ['responding'],
  lifted: ['responding', 'contained'],
  recovering: ['lifted'],
  archived: ['closed'],
}

/** Closed and false report come from any state before closed, so they are not in the table. */
export const canMove = (from: IncidentState, to: IncidentState): boolean =>
  to === 'closed' || to === 'falseReport' ? !isTerminal(from) : (FROM[to]?.includes(from) ?? false)

/** Every state that an incident can be moved to by a person now, in the order of the chain. */
export const movesFrom = (from: IncidentState): readonly IncidentState[] =>
  (
    [
      'verifying',
      'assessing',
      'contained',
      'lifted',
      'recovering',
      'closed',
      'archived',
      'falseReport',
    ] as const
  ).filter((to) => canMove(from, to))

export const canActivate = (from: IncidentState): boolean =>
  ['reported', 'verifying', 'assessing', 'prealert', 'responding', 'contained'].includes(from)

/**
 * How a limit ended, if it did. One that rests because its step does not apply ended there,
 * whatever becomes of the step meanwhile.
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
  }
}

/**
 * Late on the board and late in the figures are one thing: unfinished and `now` ≥ dueAt, or
 * finished after dueAt (design §2).
 */
export const isLate = (state: Pick<StepRun, 'finish' | 'lateAt' | 'limit'>, now: number): boolean =>
  state.limit !== null && limitStanding(endOf(state, state.limit), now) === 'late'

/** The times of a repeating step, before the one that is open, that were done late. */
export const lateOccurrences = (state: StepRun, now: number): readonly Occurrence[] =>
  (state.past ?? []).filter((one) => isLate(one, now))

/**
 * Late (this time or before), skipped, or a life-safety step that a person found not applicable,
 * and nobody has said why.
 */
export function needsReason({ step, state }: PlannedStep, now: number): boolean {
  const { finish } = state
  if (lateOccurrences(state, now).some((one) => !one.explained && !one.finish.reason)) return true
  if (state.explained || finish?.reason) return false
  return (
    isLate(state, now) ||
    finish?.outcome === 'skipped' ||
    (finish?.outcome === 'not-applicable' && step.lifeSafety && !finish.automatic)
  )
}

/**
 * Must be finished before the incident closes: what is required or concerns life, unless its
 * condition is false. A question that nobody answered is no way past it.
 */
const mustBeFinished = ({ step, state }: PlannedStep): boolean =>
  state.finish === null &&
  timesDone(state) === 0 &&
  state.standing !== 'hidden' &&
  (step.required || step.lifeSafety)

/**
 * The steps that keep an incident from being closed: those that must be finished, and those in need
 * of a reason.
 */
export const blocking = (incident: Incident, world: World, now: number): readonly PlannedStep[] =>
  plannedSteps(incident, world).filter((one) => mustBeFinished(one) || needsReason(one, now))
