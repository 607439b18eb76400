/** What a command on a plan of the site changes; one on a corrective action may begin its draft. */
import type { Refusal } from '#shared/domain/decision.ts'
import {
  decideSitePlan,
  type SitePlanCommand,
  type SitePlanWorld,
} from '#shared/domain/site-plan/decide.ts'
import { sitePlanStream, type SitePlanState } from '#shared/domain/site-plan/stream.ts'
import { streamChanges, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import type { CommandContext } from '../handler.ts'
import { checkDraft, latestPlan } from './data.ts'

/** A draft is approved for the documents in force; what is being written of them does not count. */
const worldOf = (planId: string, context: CommandContext): SitePlanWorld => {
  const { sitePlans, siteDocuments, shipped } = context
  return {
    planId,
    latest: latestPlan(planId, context),
    offered: sitePlans.text(planId) ?? shipped.plan(planId),
    inForce: sitePlans.over(shipped.plans()),
    check: (draft) => checkDraft(draft, context, siteDocuments.inForce()),
  }
}

/**
 * `replyOf` makes the reply of the plan as it is after the command; `part` is what differs of the
 * world where the plan is changed together with its document.
 */
export function planChanges(
  planId: string,
  command: SitePlanCommand,
  context: CommandContext,
  replyOf: (after: SitePlanState) => Json = () => ({}),
  part: Partial<SitePlanWorld> = {},
): Changes | Refusal {
  const { meta, sitePlans } = context
  const state = sitePlans.state(planId)
  const decision = decideSitePlan(state, command, { ...worldOf(planId, context), ...part })
  if (!decision.ok) return decision
  const { events, snapshots } = decision
  const after = events.reduce(
    (before, event) => sitePlanStream.evolve(before, { ...event, ...meta }),
    state,
  )
  return {
    ...streamChanges(sitePlanStream, planId, state, { events, meta, reply: replyOf(after) }),
    startedPlans: snapshots,
  }
}
