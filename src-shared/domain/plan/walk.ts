/**
 * Ways through a plan that several readers need: the leaves of a condition, the steps and roles
 * that something names.
 */
import type { Anchor, Condition, Plan, Question, Step } from './plan.ts'

/** A condition that has no parts: what somebody answered, did, or let pass. */
export type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

/** Every leaf of a condition, in the order in which it is written. */
export function leavesOf(condition: Condition | null): readonly Leaf[] {
  if (condition === null) return []
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  return [condition]
}

const stepOf = (anchor: Anchor): readonly string[] =>
  typeof anchor === 'object' && 'step' in anchor ? [anchor.step] : []

/** The steps that a condition reads: by their state, or as the start of an elapsed time. */
export const stepsRead = (condition: Condition | null): readonly string[] =>
  leavesOf(condition).flatMap((leaf) =>
    'step' in leaf ? [leaf.step] : 'elapsed' in leaf ? stepOf(leaf.from) : [],
  )

/** Every step without which this one cannot open or cannot start its clock. */
export const stepsBefore = (step: Step): readonly string[] => [
  ...step.after,
  ...stepsRead(step.when),
  ...(step.due ? stepOf(step.due.from) : []),
]

/** The questions that a step reads: in its condition, or as the start of its clock. */
export const factsRead = (step: Pick<Step, 'when' | 'due'>): readonly string[] => [
  ...leavesOf(step.when).flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : [])),
  ...(step.due && typeof step.due.from === 'object' && 'fact' in step.due.from
    ? [step.due.from.fact]
    : []),
]

/**
 * The questions of a plan that decide: a step of life safety, or one with a limit, reads them.
 */
export const decidingFacts = (plan: Pick<Plan, 'steps' | 'facts'>): readonly Question[] => {
  const read = new Set(
    plan.steps.filter((step) => step.lifeSafety || step.due !== null).flatMap(factsRead),
  )
  return plan.facts.filter((fact) => fact.kind !== 'calendar' && read.has(fact.key))
}

/**
 * Every role that a plan names: owners, helpers, posts of escalations, whom to call, who answers,
 * who commands. Substitutes are not among them.
 */
export const rolesNamed = (
  plan: Pick<Plan, 'steps' | 'facts' | 'commander' | 'activation'>,
): ReadonlySet<string> =>
  new Set([
    plan.commander,
    ...(plan.activation ? [plan.activation.by, plan.activation.confirmedBy] : []),
    ...plan.facts.map((fact) => fact.decidedBy),
    ...plan.steps.flatMap((step) => [
      step.role,
      ...step.helpers,
      ...step.late.map((level) => level.notify),
      ...step.calls.flatMap((call) => call.role ?? []),
    ]),
  ])

/** Every clause that a plan cites. */
export const clausesCited = (
  plan: Pick<Plan, 'steps' | 'facts' | 'activation' | 'start'>,
): ReadonlySet<string> =>
  new Set([
    ...(plan.activation ? [plan.activation.clause] : []),
    ...(plan.start?.map((rule) => rule.clause) ?? []),
    ...plan.facts.map((fact) => fact.clause),
    ...plan.steps.flatMap((step) => [step.clause, ...step.clauses]),
  ])
