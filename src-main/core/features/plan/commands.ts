/** Handlers that change plans: the site's rules decide on a command made of the input. */
import { DraftSchema } from '#shared/contract/plans.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import {
  basisOf,
  decideSitePlan,
  type SitePlanCommand,
  type SitePlanWorld,
} from '#shared/domain/site-plan/decide.ts'
import { isPlanId, type PlanDraft } from '#shared/domain/site-plan/draft.ts'
import { draftTooLarge, notAPlan } from '#shared/domain/site-plan/site-plan-refusals.ts'
import { sitePlanStream, type SitePlanState } from '#shared/domain/site-plan/stream.ts'
import { streamChanges, type Changes } from '../../engine/changes.ts'
import type { CommandContext, Handler } from '../handler.ts'
import type { Json } from '../../ports.ts'
import { checkDraft, latestPlan } from './data.ts'

const worldOf = (planId: string, context: CommandContext): SitePlanWorld => {
  const { sitePlans, shipped } = context
  return {
    planId,
    latest: latestPlan(planId, context),
    offered: sitePlans.text(planId) ?? shipped.plan(planId),
    inForce: sitePlans.over(shipped.plans()),
    check: (draft) => checkDraft(draft, context),
  }
}

/** `replyOf` makes the reply of the plan as it is after the command. */
function change(
  planId: string,
  command: SitePlanCommand,
  context: CommandContext,
  replyOf: (after: SitePlanState) => Json = () => ({}),
): Changes | Refusal {
  const { meta, sitePlans } = context
  const state = sitePlans.state(planId)
  const decision = decideSitePlan(state, command, worldOf(planId, context))
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

function save(
  planId: string,
  draft: PlanDraft,
  basedOn: string | null,
  context: CommandContext,
): Changes | Refusal {
  return change(planId, { type: 'SaveDraft', draft, basedOn }, context, (after) => ({
    findings: checkDraft(draft, context).findings,
    basedOn: basisOf(after, null),
  }))
}

const saveDraft: Handler<'plans/draft-save'> = async ({ planId, draft, basedOn = null }, context) =>
  save(planId, draft, basedOn, context)

/** What a file says goes the same way as what a page sends. */
const importFile: Handler<'plans/import'> = async ({ yaml, basedOn = null }, context) => {
  const { planSources } = context
  const parsed = planSources.parse(yaml)
  if (!parsed.ok) return notAPlan(parsed.findings)
  const { planId } = parsed
  if (!isPlanId(planId)) {
    const { findings } = planSources.check({ id: planId }, [])
    return notAPlan(findings.filter(({ path }) => path === 'id'))
  }
  const draft = DraftSchema.safeParse(parsed.draft)
  if (!draft.success) return draftTooLarge()
  const changes = save(planId, draft.data, basedOn, context)
  return changes.ok ? { ...changes, reply: { planId, ...(changes.reply as object) } } : changes
}

const discardDraft: Handler<'plans/draft-discard'> = async ({ planId, basedOn = null }, context) =>
  change(planId, { type: 'DiscardDraft', basedOn }, context)

const approve: Handler<'plans/approve'> = async (
  { planId, number = null, why, approvedBy, basedOn = null },
  context,
) =>
  change(
    planId,
    { type: 'ApproveDraft', number, why, approvedBy, basedOn },
    context,
    ({ plan }) => ({ revision: plan?.current?.revision ?? '' }),
  )

const abolish: Handler<'plans/abolish'> = async ({ planId, why, approvedBy }, context) =>
  change(planId, { type: 'AbolishPlan', why, approvedBy }, context)

type PlanCommandName =
  'plans/draft-save' | 'plans/draft-discard' | 'plans/import' | 'plans/approve' | 'plans/abolish'

export const planCommands: { [N in PlanCommandName]: Handler<N> } = {
  'plans/draft-save': saveDraft,
  'plans/draft-discard': discardDraft,
  'plans/import': importFile,
  'plans/approve': approve,
  'plans/abolish': abolish,
}
