/**
 * Handlers that read plans: documents and types, drafts, the revision record, what a draft would
 * change and what a plan would do.
 */
import type { DraftSummary, PlanRevision, PlanSummary } from '#shared/contract/plans.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { dryRun } from '#shared/domain/incident/dry-run.ts'
import { unknownPlan, unknownType } from '#shared/domain/incident/record/refusals.ts'
import { concerns } from '#shared/domain/plan/concerns.ts'
import { isAccidentType, isDangerous, isDiscreetType } from '#shared/domain/plan/danger.ts'
import { diffPlans } from '#shared/domain/plan/diff.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { attachmentsAt } from '#shared/domain/plan-attachment/draw.ts'
import { localized } from '#shared/domain/text.ts'
import { basisOf } from '#shared/domain/site-plan/decide.ts'
import { errorsIn, parseDraft, type PlanDraft } from '#shared/domain/site-plan/draft.ts'
import { draftFaulty, noDraft } from '#shared/domain/site-plan/site-plan-refusals.ts'
import { checkDraft, latestPlan, replied, savedDraft, sourceOf, titleOf } from './data.ts'
import { knownType } from '../../engine/known-names.ts'
import { attachmentsOf } from '../attachment/data.ts'
import { oneOfBoth, unknownRevision } from './refusals.ts'
import { isRefusal, typeOfPlan, type QueryHandler, type QueryContext } from '../handler.ts'
import { opened } from '../opened.ts'

const summary = (plan: Plan, { library, sitePlans, shipped }: QueryContext): PlanSummary => ({
  id: plan.id,
  title: plan.title,
  short: plan.short,
  document: plan.document,
  documentTitle: plan.documentTitle,
  steps: plan.steps.length,
  timed: plan.steps.filter((step) => step.due !== null).length,
  completeness: plan.completeness,
  openPoints: plan.openPoints,
  types: plan.types,
  typeNames: plan.types.map((code) => knownType(library, code)?.name ?? localized(code, code)),
  siteKinds: plan.siteKinds,
  extends: plan.extends ?? null,
  revision: plan.revision,
  own: plan !== shipped.plan(plan.id),
  proposed: plan.steps.filter((step) => step.proposed).length,
  draft: Boolean(sitePlans.state(plan.id).draft?.saved),
  abolished: sitePlans.isAbolished(plan.id),
})

/** Those in force, then the abolished ones that the site would have. */
function listed(context: QueryContext): readonly PlanSummary[] {
  const { library, sitePlans, memory } = context
  const abolished = sitePlans
    .ids()
    .filter(sitePlans.isAbolished)
    .flatMap((id) => latestPlan(id, context) ?? [])
  return [
    ...library.plans(),
    ...abolished.filter((plan) => concerns(plan.siteKinds, memory.site.kinds)),
  ].map((plan) => summary(plan, context))
}

/** The text of a plan in a revision that the record has, or that is shipped now. */
async function revision(
  planId: string,
  requested: string,
  { journal, planSources, shipped }: QueryContext,
): Promise<Plan | Refusal> {
  const snapshot = (await journal.document('plan', requested)) as unknown as Plan | null
  if (snapshot?.id === planId) return snapshot
  return (
    [shipped.plan(planId), ...planSources.plans()].find(
      (plan) => plan?.id === planId && plan.revision === requested,
    ) ?? unknownRevision(planId, requested)
  )
}

/**
 * Without a revision: what this site has, or had until it was abolished or put away; and its own
 * that is for other kinds of site.
 */
function present(planId: string, context: QueryContext): Plan | Refusal {
  const { library, sitePlans, siteDocuments } = context
  const last = latestPlan(planId, context)
  const isOut =
    last !== null &&
    (sitePlans.isAbolished(planId) ||
      sitePlans.text(planId) !== null ||
      siteDocuments.isPutAway(last.document))
  return library.plan(planId) ?? (isOut ? last : unknownPlan(planId))
}

const read: QueryHandler<'plans/read'> = async ({ planId, revision: requested }, context) => {
  const plan = requested ? await revision(planId, requested, context) : present(planId, context)
  return isRefusal(plan) ? plan : replied(plan)
}

/** What a draft of a plan says of itself, as far as it does. */
const headOf = (draft: PlanDraft): Pick<DraftSummary, 'title' | 'document'> => {
  const { document } = draft
  return { title: titleOf(draft), document: typeof document === 'string' ? document : null }
}

/** The plan that a draft would be, or why it cannot be tried. */
function tried(draft: PlanDraft, context: QueryContext): Plan | Refusal {
  const { findings, plan } = checkDraft(draft, context)
  return plan && errorsIn(findings).length === 0 ? plan : draftFaulty(errorsIn(findings))
}

async function side(planId: string, which: string, context: QueryContext): Promise<Plan | Refusal> {
  if (which !== 'draft') return revision(planId, which, context)
  const { saved } = context.sitePlans.state(planId).draft ?? {}
  if (!saved) return noDraft(planId)
  const { findings, plan } = checkDraft(parseDraft(saved.draft), context)
  return plan ?? draftFaulty(errorsIn(findings))
}

const diff: QueryHandler<'plans/diff'> = async ({ planId, from, to }, context) => {
  const [before, after] = [await side(planId, from, context), await side(planId, to, context)]
  if (isRefusal(before)) return before
  return isRefusal(after) ? after : replied({ changes: diffPlans(before, after) })
}

const dryRunOf: QueryHandler<'plans/dry-run'> = async (
  { planId, draft, type, startsAt, facts },
  context,
) => {
  if (Boolean(planId) === Boolean(draft)) return oneOfBoth()
  const plan = draft
    ? tried(draft, context)
    : (context.library.plan(planId ?? '') ?? unknownPlan(planId ?? ''))
  if (isRefusal(plan)) return plan
  const kind = type
    ? context.library.types().find(({ code }) => code === type)
    : typeOfPlan(plan, context)
  if (kind === undefined) return unknownType(type ?? '')
  const run = dryRun(plan, startsAt, facts ?? {}, context.memory.world(startsAt), kind)
  return 'ok' in run ? run : replied(run)
}

/** The corrective actions that each revision carried, and the incidents and drills behind them. */
async function carriedByRevision(
  planId: string,
  context: QueryContext,
): Promise<(revision: string) => Pick<PlanRevision, 'actions'>> {
  const { memory } = context
  const all = new Map<string, NonNullable<PlanRevision['actions']>[number][]>()
  for (const { id, number, source, carried } of memory.documents.all('action').values()) {
    const by = carried.filter((revision) => revision.planId === planId)
    if (by.length === 0) continue
    const drill = 'drillId' in source ? memory.documents.get('drill', source.drillId) : null
    const incidentId =
      'incidentId' in source ? source.incidentId : (drill?.started?.incidentId ?? null)
    const incident = incidentId === null ? null : await memory.incident(incidentId)
    const incidentNumber = (incident && memory.numbering.of(incident)) ?? null
    for (const { revision } of by)
      all.set(revision, [
        ...(all.get(revision) ?? []),
        { actionId: id, number, incidentId, incidentNumber },
      ])
  }
  return (revision) => {
    const actions = all.get(revision)
    return actions ? { actions } : {}
  }
}

const revisions: QueryHandler<'plans/revisions'> = async ({ planId }, context) => {
  const shipped =
    [context.shipped.plan(planId), ...context.planSources.plans()].find(
      (plan) => plan?.id === planId,
    ) ?? null
  const record = context.sitePlans.state(planId).plan?.record ?? []
  if (!shipped && record.length === 0) return unknownPlan(planId)
  const first: readonly PlanRevision[] = shipped
    ? [
        {
          number: null,
          kind: 'shipped',
          at: null,
          by: null,
          why: null,
          approvedBy: null,
          revision: shipped.revision,
          steps: shipped.steps.length,
        },
      ]
    : []
  const carried = await carriedByRevision(planId, context)
  const attachments = attachmentsOf({ planId }, context)
  const reply = [
    ...record.toReversed().map((entry): PlanRevision => {
      const attached = attachmentsAt(attachments, entry.at)
      return {
        ...entry,
        ...carried(entry.revision),
        ...(attached.length > 0 ? { attachments: attached } : {}),
      }
    }),
    ...first,
  ]
  return replied(await opened(reply, context))
}

type Asking =
  | 'types/list'
  | 'types/accident-kinds'
  | 'plans/list'
  | 'plans/read'
  | 'plans/drafts'
  | 'plans/draft-read'
  | 'plans/source'
  | 'plans/check'
  | 'plans/revisions'
  | 'plans/diff'
  | 'plans/dry-run'
  | 'plans/export'

export const planQueries: { [N in Asking]: QueryHandler<N> } = {
  'types/list': async (_input, { library }) =>
    replied(
      library.types().map(({ code, name, category, legal, words }) => ({
        code,
        name,
        category,
        categoryName:
          library.categories().find((candidate) => candidate.code === category)?.name ??
          localized(category, category),
        legal,
        words,
        danger: isDangerous(code, library.types()),
        discreet: isDiscreetType(code, library.types()),
        accident: isAccidentType(code, library.types()),
        plans: library
          .plans()
          .filter(({ types }) => types.includes(code))
          .map(({ id }) => id),
      })),
    ),
  'types/accident-kinds': async (_input, { library }) => replied(library.accidentKinds()),
  'plans/list': async (_input, context) => replied(listed(context)),
  'plans/read': read,
  'plans/drafts': async (_input, context) =>
    replied(
      context.sitePlans.ids().flatMap((planId) => {
        const { saved } = context.sitePlans.state(planId).draft ?? {}
        return saved
          ? [
              {
                planId,
                ...headOf(parseDraft(saved.draft)),
                isNew: latestPlan(planId, context) === null,
                savedAt: saved.savedAt,
                by: saved.by,
              },
            ]
          : []
      }),
    ),
  'plans/draft-read': async ({ planId }, context) => {
    const state = context.sitePlans.state(planId)
    return replied(savedDraft(state.draft, basisOf(state, null)))
  },
  'plans/source': async ({ planId }, context) => {
    const draft = sourceOf(planId, context)
    return draft ? replied({ draft }) : unknownPlan(planId)
  },
  'plans/check': async ({ draft }, context) => replied(checkDraft(draft, context)),
  'plans/revisions': revisions,
  'plans/diff': diff,
  'plans/dry-run': dryRunOf,
  'plans/export': async ({ planId }, context) => {
    const draft = sourceOf(planId, context)
    return draft
      ? replied({ fileName: `${planId}.yaml`, yaml: await context.planFiles.writePlan(draft) })
      : unknownPlan(planId)
  },
}
