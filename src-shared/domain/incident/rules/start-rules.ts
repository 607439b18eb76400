/**
 * Follows the rules by which plans say themselves when they are to be started, as long as a plan
 * can be activated. The station proposes such a plan once, or starts it, and says why in both
 * cases.
 */
import type { Condition, Plan, StartRule, Step } from '../../plan/plan.ts'
import { accept, type Decision } from '../../decision.ts'
import { activateByPlan } from './activate.ts'
import type { DismissProposal } from '../record/commands.ts'
import { all, any, evaluate, factsOf, type Truth } from '../record/condition.ts'
import type { IncidentEvent, PlanProposed, ProposalDismissed, Recorded } from '../record/events.ts'
import { asRun } from './left-undone.ts'
import { canActivate } from './moves.ts'
import * as no from '../record/refusals.ts'
import { isRunning, plansAsking, running } from '../record/select.ts'
import type { Incident, Proposed, Run } from '../record/state.ts'
import type { World } from '../record/world.ts'

/**
 * No step stands behind a rule: only the calendar would ask one, and then the day of the report
 * counts.
 */
const NO_STEP = { due: null } as Step

/** Facts are those of the plans that run: one of them that says yes is enough. */
function holds(condition: Condition, plan: Plan, incident: Incident, world: World): Truth {
  const inner = (part: Condition): Truth => holds(part, plan, incident, world)
  if ('all' in condition) return all(condition.all.map(inner))
  if ('any' in condition) return any(condition.any.map(inner))
  if ('not' in condition) {
    const truth = inner(condition.not)
    return truth === null ? null : !truth
  }
  if (!('fact' in condition))
    return evaluate(condition, NO_STEP, asRun(plan, incident), incident, world)
  const asking = plansAsking(incident, condition.fact, world).filter(({ run }) => isRunning(run))
  return asking.length === 0
    ? null
    : any(asking.map(({ run }) => evaluate(condition, NO_STEP, run, incident, world)))
}

/**
 * The rules that can still do something: their plan never ran, and what they ask for has not been
 * tried.
 */
export const openRules = (
  incident: Incident,
  world: World,
): readonly { plan: Plan; rule: StartRule; run: Run }[] =>
  incident.version === 0 || !canActivate(incident.state)
    ? []
    : (world.starters ?? [])
        .filter((plan) => !incident.runs.some((run) => run.planId === plan.id))
        .flatMap((plan) =>
          (plan.start ?? [])
            .filter(({ then }) =>
              then === 'activate'
                ? !incident.unstarted?.includes(plan.id)
                : !incident.proposed?.some(({ planId }) => planId === plan.id),
            )
            .map((rule) => ({ plan, rule, run: asRun(plan, incident) })),
        )

/**
 * The plan that a rule which hands over takes the place of: the first that asks what made the rule
 * true, else the first that runs; never a base of the plan itself.
 */
function superseding(
  plan: Plan,
  { handsOver, when }: StartRule,
  incident: Incident,
  world: World,
): string | null {
  if (!handsOver) return null
  const live = running(incident).filter(({ planId }) => planId !== plan.extends)
  const keys = factsOf(when)
  const asking = live.find(({ planId }) =>
    keys.some((key) => plansAsking(incident, key, world).some(({ run }) => run.planId === planId)),
  )
  return (asking ?? live[0])?.planId ?? null
}

function follow(
  plan: Plan,
  rule: StartRule,
  incident: Incident,
  world: World,
): readonly IncidentEvent[] {
  const { then, why, clause } = rule
  const supersedes = superseding(plan, rule, incident, world)
  if (then === 'propose') {
    const proposed = { planId: plan.id, title: plan.title, why, clause }
    return [{ type: 'PlanProposed', ...proposed, ...(supersedes ? { supersedes } : {}) }]
  }
  const started = activateByPlan(incident, { plan, why, itself: true, supersedes }, { world })
  return started.ok
    ? started.events
    : [{ type: 'PlanNotStarted', stepId: null, planId: plan.id, what: why, why: started.message }]
}

/** What the first rule that has come true asks for, or nothing. */
export function startedByRule(incident: Incident, world: World): readonly IncidentEvent[] {
  const due = openRules(incident, world).find(
    ({ plan, rule }) => holds(rule.when, plan, incident, world) === true,
  )
  return due ? follow(due.plan, due.rule, incident, world) : []
}

/** Another plan has taken the place of the one that this proposal was to take over. */
const isTakenOver = ({ supersedes }: Proposed, { runs }: Incident): boolean =>
  supersedes !== undefined &&
  runs.some((run) => run.planId === supersedes && run.supersededBy !== null)

/**
 * The proposals that still wait for an answer: not activated, not dismissed, not overtaken by a
 * sister plan, and the plan could still be activated.
 */
export const openProposals = (incident: Incident): readonly Proposed[] =>
  !canActivate(incident.state)
    ? []
    : (incident.proposed ?? []).filter(
        (proposal) =>
          !proposal.dismissed &&
          !incident.runs.some((run) => run.planId === proposal.planId) &&
          !isTakenOver(proposal, incident),
      )

/** Whether the answers that a plan was proposed for have been corrected since. */
export const isOutdated = ({ planId }: Proposed, incident: Incident, world: World): boolean => {
  const plan = world.starters?.find(({ id }) => id === planId)
  const rules = plan?.start?.filter(({ then }) => then === 'propose') ?? []
  return (
    plan !== undefined &&
    rules.length > 0 &&
    rules.every((rule) => holds(rule.when, plan, incident, world) === false)
  )
}

export function dismissProposal(
  incident: Incident,
  { planId, reason }: DismissProposal,
): Decision<ProposalDismissed> {
  const proposal = openProposals(incident).find((open) => open.planId === planId)
  return proposal
    ? accept({ type: 'ProposalDismissed', planId, title: proposal.title, reason })
    : no.notProposed(planId)
}

export const planProposed = (
  incident: Incident,
  { planId, title, why, clause, supersedes, at }: Recorded<PlanProposed>,
): Incident => ({
  ...incident,
  proposed: [
    ...(incident.proposed ?? []),
    { planId, title, why, clause, at, ...(supersedes ? { supersedes } : {}) },
  ],
})

export const proposalDismissed = (
  incident: Incident,
  { planId, reason, at, by }: Recorded<ProposalDismissed>,
): Incident => ({
  ...incident,
  proposed: (incident.proposed ?? []).map((proposal) =>
    proposal.planId === planId ? { ...proposal, dismissed: { at, by, reason } } : proposal,
  ),
})
