/** Collects what a post of a plan has to do, for a card in its pocket (应急处置卡). */
import {
  STAGES,
  type Question,
  type Plan,
  type EscalationStep,
  type Step,
} from '#shared/domain/plan/plan.ts'
import { POST_UNDECIDED } from '#shared/domain/plan/lint/document.ts'
import { stepsBefore } from '#shared/domain/plan/walk.ts'

export type CardStep = { step: Step; helps: boolean } // helps: another post owns it
export type Card = {
  role: string
  // in the order of the stages, then of the plan, none before what it waits for; prohibitions are
  // apart
  steps: readonly CardStep[]
  // what this post must not do, and what the paper forbids without saying whom
  never: readonly Step[]
  questions: readonly Question[] // what this post answers
  // of whose lateness it is told, and what it is asked to do
  notices: readonly { step: Step; level: EscalationStep }[]
}

/**
 * The stage of a step, or the later one of a step that it waits for: who reports after hanging up
 * reads it below hanging up.
 */
function rank(step: Step, steps: readonly Step[], seen: ReadonlySet<string> = new Set()): number {
  const before = steps.filter(({ id }) => !seen.has(id) && stepsBefore(step).includes(id))
  return Math.max(
    STAGES.indexOf(step.stage),
    ...before.map((earlier) => rank(earlier, steps, new Set([...seen, step.id]))),
  )
}

export function cardOf(plan: Pick<Plan, 'steps' | 'facts' | 'roles'>, role: string): Card {
  const undecided = plan.roles.find(({ name }) => name.zh === POST_UNDECIDED)?.id
  const mine = plan.steps
    .filter(
      (step) =>
        step.role === role ||
        step.helpers.includes(role) ||
        (step.prohibits && step.role === undecided),
    )
    .toSorted((step, other) => rank(step, plan.steps) - rank(other, plan.steps))
  return {
    role,
    steps: mine
      .filter((step) => !step.prohibits)
      .map((step) => ({ step, helps: step.role !== role })),
    never: mine.filter((step) => step.prohibits),
    questions: plan.facts.filter((fact) => fact.kind !== 'calendar' && fact.decidedBy === role),
    notices: plan.steps.flatMap((step) =>
      step.late.filter((level) => level.notify === role).map((level) => ({ step, level })),
    ),
  }
}

/**
 * Posts for which there is a card: whoever owns a step or helps with one, and whoever is told when
 * one is late; in the order of the plan.
 */
export function postsOf(plan: Pick<Plan, 'steps' | 'facts'>): readonly string[] {
  const owners = plan.steps.map(({ role }) => role)
  const helpers = plan.steps.flatMap((step) => step.helpers)
  const notified = plan.steps.flatMap((step) => step.late.map(({ notify }) => notify))
  return [...new Set([...owners, ...helpers, ...notified])]
}
