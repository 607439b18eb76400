/**
 * The plan linter: reads plans as a planner would and says what cannot work. Pure; it changes
 * nothing and loads nothing. It refuses (errors) what would leave a running incident without an
 * owner, a way or an end, and warns of what is merely missing.
 */
import { asking, everyBranch } from './lint/asking.ts'
import { cycles } from './lint/cycles.ts'
import type {
  Finding,
  FindingDraft,
  LintedDocument,
  LintedLibrary,
  PlanRule,
} from './lint/finding.ts'
import { lintDocument, tooMany, undecidedPosts, unusedRoles } from './lint/document.ts'
import { libraryRules, types } from './lint/library.ts'
import { reach } from './lint/reach.ts'
import { clauses, levels, names, roles, stepsAndFacts } from './lint/references.ts'
import { facts, steps } from './lint/shape.ts'
import { setting } from './lint/setting.ts'
import { starting } from './lint/starting.ts'
import { numbers } from './lint/numbers.ts'
import { words } from './lint/words.ts'
import type { PlanDocument } from './document.ts'
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

const known = new WeakMap<Plan, readonly Finding[]>()

/** All findings of one plan by itself. The same plan is looked at once: it never changes. */
export function lintPlan(plan: Plan): readonly Finding[] {
  const findings =
    known.get(plan) ??
    planRules.flatMap((rule) =>
      rule(plan).map((draft) => ({ ...draft, document: plan.document, planId: plan.id })),
    )
  known.set(plan, findings)
  return findings
}

/** All findings of a library: each plan by itself, then all together. */
export const lintLibrary = (library: LintedLibrary): readonly Finding[] => [
  ...library.plans.flatMap(lintPlan),
  ...libraryRules.flatMap((rule) => rule(library)),
]

/**
 * All findings of a document that the site wrote itself, beside those of its plans. `others`: every
 * other document, since types and categories are the same for all. `plans`: its plans, in force or
 * being written.
 */
export function lintSiteDocument(
  document: PlanDocument,
  others: readonly LintedDocument[],
  plans: readonly Plan[],
): readonly FindingDraft[] {
  const excess = tooMany(document)
  if (excess.length > 0) return excess
  const ofTypes = types({ documents: [...others, document], plans })
  return [
    ...lintDocument(document, plans),
    ...unusedRoles(document, plans),
    ...undecidedPosts(document, plans),
    ...ofTypes
      .filter((finding) => finding.planId === null && finding.document === document.id)
      .map(({ severity, code, path, message }) => ({ severity, code, path, message })),
  ]
}

/** Findings of the pages of a document that came with the program, beside those of its library. */
export const lintPages = (document: PlanDocument, plans: readonly Plan[]): readonly Finding[] =>
  lintDocument(
    document,
    plans.filter((plan) => plan.document === document.id),
  ).map((draft) => ({
    ...draft,
    document: document.id,
    planId: null,
  }))
