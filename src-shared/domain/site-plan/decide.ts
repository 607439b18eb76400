/**
 * Decides how the site's own plans change: a draft is saved, faulty or not; approving it makes it
 * the plan of later runs. What runs keeps its text.
 */
import { unreachable, type Accepted, type Refusal } from '../decision.ts'
import { unknownPlan } from '../incident/record/refusals.ts'
import type { Plan } from '../plan/plan.ts'
import {
  draftText,
  errorsIn,
  isTooLarge,
  parseDraft,
  type CheckedDraft,
  type PlanDraft,
} from './draft.ts'
import {
  alreadyAbolished,
  draftFaulty,
  draftIdDiffers,
  draftStale,
  draftTooLarge,
  noDraft,
  nothingChanged,
  planInUse,
} from './site-plan-refusals.ts'
import type { SitePlanEvent, SitePlanState } from './stream.ts'

/**
 * `basedOn` is the text that the author had before him (see {@link basisOf}); null: he does not
 * say.
 */
export type BasedOn = { basedOn: string | null }
/** `number`: of the revision; null: the next one. */
export type Approval = { number: string | null; why: string; approvedBy: string } & BasedOn
export type SaveDraft = { type: 'SaveDraft'; draft: PlanDraft } & BasedOn
export type DiscardDraft = { type: 'DiscardDraft' } & BasedOn
export type ApproveDraft = { type: 'ApproveDraft' } & Approval
/** Its document is approved as `check` has it; the file in force is merged anew. */
export type FollowDocument = { type: 'FollowDocument'; why: string; approvedBy: string }
export type AbolishPlan = { type: 'AbolishPlan'; why: string; approvedBy: string }
export type SitePlanCommand = SaveDraft | DiscardDraft | ApproveDraft | FollowDocument | AbolishPlan

/**
 * `latest`: the last text of the plan, in force or abolished, for whatever kind of site; null if
 * there never was one. `offered`: the same of what this site has. `inForce`: all plans that this
 * site has. `check`: the findings of a draft in the company of all plans.
 */
export type SitePlanWorld = {
  planId: string
  latest: Plan | null
  offered: Plan | null
  inForce: readonly Plan[]
  check: (draft: PlanDraft) => CheckedDraft
}

/**
 * `snapshots`: the texts that the record keeps from now on, so that they can be compared for ever.
 */
export type SitePlanDecision = (Accepted<SitePlanEvent> & { snapshots: readonly Plan[] }) | Refusal

const accept = (
  event: SitePlanEvent | null,
  snapshots: readonly Plan[] = [],
): SitePlanDecision => ({
  ok: true,
  events: event ? [event] : [],
  snapshots,
})

/**
 * The name of the text that a person who opens the plan to edit it has before him: its draft, else
 * the text in force or abolished; null if there is neither.
 */
export const basisOf = (
  { draft }: Pick<SitePlanState, 'draft'>,
  latest: Pick<Plan, 'revision'> | null,
): string | null => (draft?.saved ? `draft-${draft.version}` : (latest?.revision ?? null))

/**
 * Refused if the text is not the one that the author had before him (see {@link basisOf}). An
 * author who does not say gets no such help.
 */
export const staleness = (
  state: Pick<SitePlanState, 'draft'>,
  { basedOn }: BasedOn,
  latest: Pick<Plan, 'revision'> | null,
): Refusal | null =>
  basedOn === null || basisOf(state, latest) === basedOn
    ? null
    : draftStale(state.draft?.saved?.by ?? null)

function saveDraft(
  state: SitePlanState,
  command: SaveDraft,
  world: SitePlanWorld,
): SitePlanDecision {
  const { draft, basedOn } = command
  if (draft['id'] !== world.planId) return draftIdDiffers(world.planId)
  const written = draftText(draft)
  if (isTooLarge(written)) return draftTooLarge()
  return (
    staleness(state, command, world.latest) ??
    accept({ type: 'DraftSaved', draft: written, basedOn })
  )
}

/** The number of a revision to which nobody gives another. */
const nextNumber = ({ plan }: SitePlanState): string =>
  String((plan?.record.filter(({ kind }) => kind !== 'abolished').length ?? 0) + 1)

function approve(
  state: SitePlanState,
  command: ApproveDraft,
  world: SitePlanWorld,
): SitePlanDecision {
  const saved = state.draft?.saved
  if (!saved) return noDraft(world.planId)
  const stale = staleness(state, command, world.latest)
  if (stale) return stale
  const { findings, plan } = world.check(parseDraft(saved.draft))
  if (!plan || errorsIn(findings).length > 0) return draftFaulty(errorsIn(findings))
  const inForce = state.plan?.abolished ? null : world.latest
  if (inForce?.revision === plan.revision) return nothingChanged()
  const { number, why, approvedBy } = command
  return accept(
    {
      type: 'PlanApproved',
      kind: inForce ? 'revised' : 'made',
      number: number ?? nextNumber(state),
      why,
      approvedBy,
      revision: plan.revision,
      steps: plan.steps.length,
      draft: saved.draft,
    },
    world.latest ? [world.latest, plan] : [plan],
  )
}

/** Nothing happens to a plan that names nothing of what changed in its document. */
function follow(
  state: SitePlanState,
  { why, approvedBy }: FollowDocument,
  world: SitePlanWorld,
): SitePlanDecision {
  const { current, abolished: isOver } = state.plan ?? {}
  if (!current || isOver) return accept(null)
  const { findings, plan } = world.check(parseDraft(current.draft))
  if (!plan || errorsIn(findings).length > 0) return draftFaulty(errorsIn(findings))
  if (plan.revision === current.revision) return accept(null)
  const number = nextNumber(state)
  const { revision, steps } = plan
  return accept(
    { type: 'PlanFollowed', number, why, approvedBy, revision, steps: steps.length },
    world.latest ? [world.latest, plan] : [plan],
  )
}

function abolish(
  state: SitePlanState,
  { why, approvedBy }: AbolishPlan,
  { planId, offered, inForce }: SitePlanWorld,
): SitePlanDecision {
  if (!offered) return unknownPlan(planId)
  if (state.plan?.abolished) return alreadyAbolished(offered.title)
  const annexes = inForce.filter((plan) => plan.extends === planId)
  if (annexes.length > 0) return planInUse(offered.title, annexes)
  const { revision, steps } = offered
  return accept({ type: 'PlanAbolished', why, approvedBy, revision, steps: steps.length }, [
    offered,
  ])
}

/**
 * Refusals: `bad-input` (the draft has another id), `draft-too-large`, `draft-stale`, `no-draft`,
 * `draft-faulty`, `nothing-changed`, `unknown-plan`, `plan-abolished`, `plan-in-use`.
 */
export function decideSitePlan(
  state: SitePlanState,
  command: SitePlanCommand,
  world: SitePlanWorld,
): SitePlanDecision {
  switch (command.type) {
    case 'SaveDraft':
      return saveDraft(state, command, world)
    case 'DiscardDraft':
      if (!state.draft?.saved) return noDraft(world.planId)
      return staleness(state, command, world.latest) ?? accept({ type: 'DraftDiscarded' })
    case 'ApproveDraft':
      return approve(state, command, world)
    case 'FollowDocument':
      return follow(state, command, world)
    case 'AbolishPlan':
      return abolish(state, command, world)
    default:
      return unreachable(command)
  }
}
