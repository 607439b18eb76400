/**
 * The plan linter: reads plans as a planner would and says what cannot work. Pure; it changes
 * nothing and loads nothing. It refuses (errors) what would leave a running incident without an
 * owner, a way or an end, and warns of what is merely missing.
 */
import { asking, everyBranch } from './lint/asking.ts'
import { cycles } from './lint/cycles.ts'
import type { Finding, LintedLibrary, PlanRule } from './lint/finding.ts'
import { libraryRules } from './lint/library.ts'
import { reach } from './lint/reach.ts'
import { clauses, levels, names, roles, stepsAndFacts } from './lint/references.ts'
import { facts, steps } from './lint/shape.ts'
import { setting } from './lint/setting.ts'
import { starting } from './lint/starting.ts'
import { numbers } from './lint/numbers.ts'
import { words } from './lint/words.ts'
import type { Plan } from './plan.ts'

export type { Finding, LintedDocument, LintedLibrary, Severity } from './lint/finding.ts'

const planRules: readonly PlanRule[] = [
  words,
  numbers,
  names,
  roles,
  clauses,
  levels,
  stepsAndFacts,
  steps,
  facts,
  starting,
  asking,
  everyBranch,
  setting,
  cycles,
  reach,
]

/** All findings of one plan by itself. */
export const lintPlan = (plan: Plan): readonly Finding[] =>
  planRules.flatMap((rule) =>
    rule(plan).map((draft) => ({ ...draft, document: plan.document, planId: plan.id })),
  )

/** All findings of a library: each plan by itself, then all together. */
export const lintLibrary = (library: LintedLibrary): readonly Finding[] => [
  ...library.plans.flatMap(lintPlan),
  ...libraryRules.flatMap((rule) => rule(library)),
]
