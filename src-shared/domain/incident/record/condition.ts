/**
 * Evaluates the conditions of plans over the record, in three values: true, false, or null for "not
 * known yet".
 */
import { judgeDay } from '../../calendar.ts'
import { unreachable } from '../../decision.ts'
import { liesUnder } from '../../plan/type-tree.ts'
import {
  REACHED_STATES,
  type Anchor,
  type Condition,
  type ReachedState,
  type Step,
} from '../../plan/plan.ts'
import {
  anchorAt,
  anchorKey,
  answerFor,
  casualtiesOver,
  countsOf,
  timesDone,
  wasLate,
} from './select.ts'
import { isTerminal, type Answer, type Incident, type Run } from './state.ts'
import { calendarOf } from './work-calendar.ts'
import type { World } from './world.ts'

export type Truth = true | false | null

/**
 * The name of an elapsed-time threshold in the record. Plans may share an anchor, but not an
 * activation.
 */
export const thresholdKey = (planId: string, ms: number, from: Anchor): string =>
  `${planId}/${anchorKey(from)}/${ms}`

export const all = (parts: readonly Truth[]): Truth =>
  parts.includes(false) ? false : parts.includes(null) ? null : true
export const any = (parts: readonly Truth[]): Truth =>
  parts.includes(true) ? true : parts.includes(null) ? null : false

function factIs(answer: Answer | undefined, options: string | readonly string[]): Truth {
  if (!answer) return null
  const values = Array.isArray(answer.value)
    ? (answer.value as readonly string[])
    : [String(answer.value)]
  return (typeof options === 'string' ? [options] : options).some((option) =>
    values.includes(option),
  )
}

/** Strictly: 5000 does not exceed 5000 (S09-50). */
const factOver = (answer: Answer | undefined, bound: number): Truth =>
  answer ? Number(answer.value) > bound : null

/** A code lies under another if it begins with it and a dot: `other.fire` under `other`. */
const isOfType = ({ type }: Incident, codes: readonly string[]): Truth =>
  type === null ? null : codes.some((code) => liesUnder(type, code))

/** Whether the incident has come so far, or is over. */
export const hasReached = ({ state }: Pick<Incident, 'state'>, reached: ReachedState): boolean =>
  REACHED_STATES.some((known) => known === state)
    ? REACHED_STATES.findIndex((known) => known === state) >= REACHED_STATES.indexOf(reached)
    : isTerminal(state)

/** Does it hang on a state that the incident has not come to, whatever else is answered? */
export function isBeforeItsState(condition: Condition, incident: Incident): boolean {
  if ('state' in condition) return !hasReached(incident, condition.state)
  if ('all' in condition) return condition.all.some((part) => isBeforeItsState(part, incident))
  return 'any' in condition && condition.any.every((part) => isBeforeItsState(part, incident))
}

/**
 * Evaluates a condition for one step of one run. A calendar is read at the local date on which
 * the step's clock starts; until it has started, or if the step has none, at the date of activation
 * (S09-80).
 */
export function evaluate(
  condition: Condition,
  step: Step,
  run: Run,
  incident: Incident,
  world: World,
): Truth {
  const inner = (part: Condition): Truth => evaluate(part, step, run, incident, world)
  if ('all' in condition) return all(condition.all.map(inner))
  if ('any' in condition) return any(condition.any.map(inner))
  if ('not' in condition) {
    if ('state' in condition.not) return !hasReached(incident, condition.not.state)
    const truth = inner(condition.not)
    return truth === null ? null : !truth
  }
  if ('fact' in condition) {
    const answer = answerFor(incident, run, condition.fact, world)
    return 'is' in condition ? factIs(answer, condition.is) : factOver(answer, condition.over)
  }
  if ('step' in condition) {
    const other = incident.steps[condition.step]
    return condition.is === 'done' ? timesDone(other) > 0 : wasLate(other)
  }
  if ('elapsed' in condition)
    return incident.passed.includes(thresholdKey(run.planId, condition.elapsed, condition.from))
  if ('type' in condition) return isOfType(incident, condition.type)
  if ('level' in condition)
    return incident.level === null ? null : incident.level <= condition.level
  if ('casualties' in condition)
    return casualtiesOver(
      countsOf(incident),
      condition.casualties,
      condition.over,
      incident.atLeastOne,
    )
  // not yet is not no: what opens then waits, and is seen to wait
  if ('state' in condition) return hasReached(incident, condition.state) || null
  if ('calendar' in condition) {
    const start =
      (step.due ? anchorAt(incident, run, step.due.from, world) : null) ?? run.activatedAt
    return judgeDay(start, world.zone, calendarOf(incident, world)).day === condition.calendar
  }
  return unreachable(condition)
}

/** Every elapsed-time threshold that a condition names. */
export function thresholdsOf(condition: Condition): readonly { elapsed: number; from: Anchor }[] {
  if ('all' in condition) return condition.all.flatMap(thresholdsOf)
  if ('any' in condition) return condition.any.flatMap(thresholdsOf)
  if ('not' in condition) return thresholdsOf(condition.not)
  return 'elapsed' in condition ? [condition] : []
}

/** Every step whose completion a condition reads. */
export function stepsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(stepsIn)
  if ('any' in condition) return condition.any.flatMap(stepsIn)
  if ('not' in condition) return stepsIn(condition.not)
  return 'step' in condition ? [condition.step] : []
}

/** Every fact that a condition reads. */
export function factsOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(factsOf)
  if ('any' in condition) return condition.any.flatMap(factsOf)
  if ('not' in condition) return factsOf(condition.not)
  return 'fact' in condition ? [condition.fact] : []
}

/**
 * Does the calendar decide whether the step applies? Then its limit too says how the day was
 * judged.
 */
export function readsCalendar(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(readsCalendar)
  if ('any' in condition) return condition.any.some(readsCalendar)
  if ('not' in condition) return readsCalendar(condition.not)
  return 'calendar' in condition
}
