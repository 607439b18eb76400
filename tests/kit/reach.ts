/**
 * Leads an incident to where a step of a shipped plan is open and its clock starts at a given
 * instant. For tests that walk the library; it asserts nothing.
 */
import type { Condition, FactValue, Plan, Step } from '#shared/domain/plan/plan.ts'
import { MINUTE } from './plan.ts'
import { incidentAt, type Scenario } from './incident.ts'
import { allPlans, shippedCalendar } from './library.ts'

/**
 * The answers under which a condition holds. Only facts are answered: a calendar is met by the day
 * on which the clock starts.
 */
export function answersFor(condition: Condition | null): Readonly<Record<string, FactValue>> {
  if (condition === null) return {}
  if ('all' in condition)
    return Object.assign({}, ...condition.all.map(answersFor)) as Record<string, FactValue>
  if ('any' in condition)
    return answersFor(condition.any.find((part) => 'fact' in part) ?? condition.any[0] ?? null)
  if (!('fact' in condition)) return {}
  const value =
    'is' in condition
      ? typeof condition.is === 'string'
        ? condition.is
        : condition.is[0]
      : condition.over + 1
  return value === undefined ? {} : { [condition.fact]: value }
}

/** Answers in the way the fact is asked: a list where several options may hold at once. */
export const answer = (scenario: Scenario, plan: Plan, key: string, value: FactValue): void =>
  void scenario.answer(
    key,
    plan.facts.find((fact) => fact.key === key)?.several && typeof value === 'string'
      ? [value]
      : value,
    plan.id,
  )

function finishWithPredecessors(scenario: Scenario, plan: Plan, id: string): void {
  const step = plan.steps.find((candidate) => candidate.id === id)
  for (const [key, value] of Object.entries(answersFor(step?.when ?? null)))
    answer(scenario, plan, key, value)
  for (const before of step?.after ?? [])
    if (['open', 'waiting'].includes(scenario.step(before).state))
      finishWithPredecessors(scenario, plan, before)
  scenario.finish(id)
}

/**
 * The clock of the step starts at `instant` (UTC ms). What it counts from a step was started a
 * minute before.
 */
export function reach(plan: Plan, step: Step, instant: number): Scenario {
  const from = step.due?.from
  const anchor = typeof from === 'object' && 'step' in from ? from.step : null
  const scenario = incidentAt(
    new Date(anchor === null ? instant : instant - MINUTE).toISOString(),
    {
      calendar: shippedCalendar(),
      library: allPlans(),
      occurredAt: instant,
    },
  )
  scenario.activate(plan)
  for (const [key, value] of Object.entries(answersFor(step.when)))
    answer(scenario, plan, key, value)
  if (anchor !== null) {
    scenario.setClock(MINUTE)
    finishWithPredecessors(scenario, plan, anchor)
  }
  return scenario
}
