/** Handlers that change plans: the site's rules decide on a command made of the input. */
import { DraftSchema } from '#shared/contract/plans.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { basisOf } from '#shared/domain/site-plan/decide.ts'
import { documentNotApproved } from '#shared/domain/site-document/refusals.ts'
import { errorsIn, isPlanId, parseDraft, type PlanDraft } from '#shared/domain/site-plan/draft.ts'
import { draftTooLarge, notAPlan } from '#shared/domain/site-plan/site-plan-refusals.ts'
import { joinChanges, type Changes } from '../../engine/changes.ts'
import { carriedBy, draftDropped } from '../action/decided.ts'
import type { CommandContext, CommandHandler, Handler, PreparedHandler } from '../handler.ts'
import { heldPlan } from '../paper/data.ts'
import { checkDraft } from './data.ts'
import { planChanges } from './decided.ts'

function save(
  planId: string,
  draft: PlanDraft,
  basedOn: string | null,
  context: CommandContext,
): Changes | Refusal {
  return planChanges(planId, { type: 'SaveDraft', draft, basedOn }, context, (after) => ({
    findings: checkDraft(draft, context).findings,
    basedOn: basisOf(after, null),
  }))
}

const saveDraft: Handler<'plans/draft-save'> = async ({ planId, draft, basedOn = null }, context) =>
  save(planId, draft, basedOn, context)

/** What a file says goes the same way as what a page sends; it is read beside the station. */
const importFile: PreparedHandler<'plans/import', { planId: string; draft: PlanDraft }> = {
  async prepare({ yaml }, { planSources, planFiles }) {
    const parsed = await planFiles.readPlan(yaml)
    if (!parsed.ok) return notAPlan(parsed.findings)
    const { planId } = parsed
    if (!isPlanId(planId)) {
      const { findings } = planSources.check({ id: planId }, [])
      return notAPlan(findings.filter(({ path }) => path === 'id'))
    }
    const draft = DraftSchema.safeParse(parsed.draft)
    return draft.success ? { planId, draft: draft.data } : draftTooLarge()
  },
  async handle({ basedOn = null }, context, { planId, draft }) {
    const changes = save(planId, draft, basedOn, context)
    return changes.ok ? { ...changes, reply: { planId, ...(changes.reply as object) } } : changes
  },
}

const discardDraft: Handler<'plans/draft-discard'> = async (
  { planId, basedOn = null },
  context,
) => {
  const changes = planChanges(planId, { type: 'DiscardDraft', basedOn }, context)
  return changes.ok ? joinChanges([changes, ...draftDropped(planId, context)]) : changes
}

/**
 * A draft that would hold only with what is being written of its document waits for that; also one
 * of a document that is abolished.
 */
function waitsForDocument(planId: string, context: CommandContext): Refusal | null {
  const { siteDocuments, sitePlans } = context
  const saved = sitePlans.state(planId).draft?.saved
  const draft = saved && parseDraft(saved.draft)
  const id = draft?.['document']
  if (!draft || typeof id !== 'string') return null
  const written = siteDocuments.written().find(({ data }) => data.id === id)
  const document = siteDocuments.text(id) ?? written
  if (!document || written === siteDocuments.text(id)) return null
  const isSound = (documents = siteDocuments.inForce()): boolean =>
    errorsIn(checkDraft(draft, context, documents).findings).length === 0
  const isInForce = siteDocuments.inForce().some(({ data }) => data.id === id)
  return !isInForce || (!isSound() && isSound(siteDocuments.written()))
    ? documentNotApproved(document.page.title)
    : null
}

/** The corrective actions that it carries say so in the same commit. */
const approve: Handler<'plans/approve'> = async (
  { planId, number = null, why, approvedBy, basedOn = null, actions },
  context,
) => {
  const waits = waitsForDocument(planId, context)
  if (waits) return waits
  const refused = await heldPlan(planId, context)
  if (refused) return refused
  const changes = planChanges(
    planId,
    { type: 'ApproveDraft', number, why, approvedBy, basedOn },
    context,
    ({ plan }) => ({
      revision: plan?.current?.revision ?? '',
      number: plan?.record.at(-1)?.number ?? '',
    }),
  )
  if (!changes.ok) return changes
  const { revision, number: entered } = changes.reply as { revision: string; number: string }
  const carried = carriedBy({ planId, revision, number: entered }, actions, context)
  if ('ok' in carried) return carried
  return joinChanges([changes, ...carried], { revision })
}

const abolish: Handler<'plans/abolish'> = async ({ planId, why, approvedBy }, context) =>
  planChanges(planId, { type: 'AbolishPlan', why, approvedBy }, context)

type PlanCommandName =
  'plans/draft-save' | 'plans/draft-discard' | 'plans/import' | 'plans/approve' | 'plans/abolish'

export const planCommands: { [N in PlanCommandName]: CommandHandler<N> } = {
  'plans/draft-save': saveDraft,
  'plans/draft-discard': discardDraft,
  'plans/import': importFile,
  'plans/approve': approve,
  'plans/abolish': abolish,
}
