/**
 * Handlers for changing plans, each alone in its turn: a draft is saved, faulty or not; approving
 * it makes it the plan of later runs. They touch no incident: what runs keeps its text.
 */
import { Draft as DraftShape, DRAFT_BYTES, type PlanDraft } from '#shared/contract/plans.ts'
import type { Meta, Refusal } from '#shared/domain/decision.ts'
import { concerns } from '#shared/domain/plan/concerns.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import type { StationContext, Handler } from '../handler.ts'
import {
  asDraft,
  asText,
  foldPlanText,
  planTextStream,
  versionOf,
  type PlanState,
  type PlanTextEvent,
} from './record.ts'
import * as no from './refusals.ts'
import type { CheckedDraft, Json, StoredDocument, PlanFinding } from '../../ports.ts'
import type { Changes } from '../../engine/changes.ts'

/** All plans in force, of whatever kind of site: ids must differ over all of them. */
const inForce = ({ sitePlans, planSources }: StationContext): readonly Plan[] =>
  sitePlans.over(planSources.plans())

const ELSEWHERE: PlanFinding = {
  severity: 'warning',
  code: 'not-for-this-site',
  path: 'siteKinds',
  message: localized(
    '按siteKinds，本单位用不到这份预案，批准后也不会提出',
    'By its siteKinds this site does not have the plan: approved, it is not offered either',
  ),
}

/** What is found in a draft, and the plan that it would be. */
export function judge(draft: PlanDraft, context: StationContext): CheckedDraft {
  const checked = context.planSources.check(draft, inForce(context))
  const { findings, plan } = checked
  return plan && !concerns(plan.siteKinds, context.memory.site.kinds)
    ? { findings: [...findings, ELSEWHERE], plan }
    : checked
}

/** The text of a plan that is in force or was abolished; null if there never was one. */
export const lastText = (
  planId: string,
  { sitePlans, planSources, shipped }: StationContext,
): Plan | null =>
  sitePlans.text(planId) ??
  shipped.plan(planId) ??
  planSources.plans().find(({ id }) => id === planId) ??
  null

/**
 * The name of what somebody has before him who opens the plan to edit it: its draft, else the text
 * in force or abolished; null if there is neither.
 */
export const basisOf = ({ draft }: PlanState, last: Plan | null): string | null =>
  draft?.saved ? `draft-${draft.version}` : (last?.revision ?? null)

/**
 * Refused if the plan is not what whoever sends this had before him. Whoever does not say gets no
 * such help.
 */
function staleness(
  planId: string,
  basedOn: string | null | undefined,
  context: StationContext,
): Refusal | null {
  if (basedOn === null || basedOn === undefined) return null
  const state = context.sitePlans.state(planId)
  return basisOf(state, lastText(planId, context)) === basedOn
    ? null
    : no.draftStale(state.draft?.saved?.by ?? null)
}

/**
 * What one event on a plan's stream has to save. `begun`: texts that the record keeps from now on.
 */
function drafted(
  planId: string,
  { sitePlans }: StationContext,
  event: PlanTextEvent,
  meta: Meta,
  reply: Json,
  begun: readonly Plan[] = [],
): Changes {
  const [before, stream] = [sitePlans.state(planId), planTextStream(planId)]
  const after = foldPlanText(before, event, meta)
  const { type, ...body } = event
  const kept: StoredDocument[] = [
    ...(after.own && after.own !== before.own
      ? [{ kind: 'own-plan' as const, id: planId, body: after.own }]
      : []),
    ...(after.draft && after.draft !== before.draft
      ? [{ kind: 'draft' as const, id: planId, body: after.draft }]
      : []),
  ]
  return {
    ok: true,
    expect: { [stream]: versionOf(before) },
    events: [{ stream, type, ...meta, body }],
    seals: [],
    rows: [],
    documents: kept,
    startedPlans: begun,
    reply,
  }
}

/**
 * Bytes in UTF-8: one for ASCII, two up to U+07FF, three for most of the rest, four for a pair of
 * surrogates.
 */
const bytesOf = (written: string): number =>
  [...written].reduce((sum, sign) => {
    const point = sign.codePointAt(0) ?? 0
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
  }, 0)

type Saving = { planId: string; draft: PlanDraft; basedOn: string | null | undefined }

function save(
  { planId, draft, basedOn }: Saving,
  meta: Meta,
  context: StationContext,
  more: { planId?: string } = {},
): Changes | Refusal {
  const written = asText(draft)
  if (bytesOf(written) > DRAFT_BYTES) return no.draftTooLarge()
  const stale = staleness(planId, basedOn, context)
  if (stale) return stale
  const { findings } = judge(draft, context)
  const basis = `draft-${versionOf(context.sitePlans.state(planId)) + 1}`
  return drafted(
    planId,
    context,
    { type: 'DraftSaved', draft: written, basedOn: basedOn ?? null },
    meta,
    { ...more, findings, basedOn: basis },
  )
}

const draftSave: Handler<'plans/draft-save'> = async ({ planId, draft, basedOn }, context) =>
  draft.id === planId
    ? save({ planId, draft, basedOn }, context.meta, context)
    : no.draftIdDiffers(planId)

const PLAN_ID = /^[a-z][a-z0-9._-]{0,59}$/

/** What a file says goes the same way as what a page sends. */
const importFile: Handler<'plans/import'> = async ({ yaml, basedOn }, context) => {
  const parsed = context.planSources.parse(yaml)
  if (!parsed.ok) return no.notAPlan(parsed.findings)
  if (!PLAN_ID.test(parsed.planId))
    return no.notAPlan(
      context.planSources
        .check({ id: parsed.planId }, [])
        .findings.filter(({ path }) => path === 'id'),
    )
  const draft = DraftShape.safeParse(parsed.draft)
  return draft.success
    ? save({ planId: parsed.planId, draft: draft.data, basedOn }, context.meta, context, {
        planId: parsed.planId,
      })
    : no.draftTooLarge()
}

const draftDiscard: Handler<'plans/draft-discard'> = async ({ planId, basedOn }, context) => {
  if (!context.sitePlans.state(planId).draft?.saved) return no.noDraft(planId)
  return (
    staleness(planId, basedOn, context) ??
    drafted(planId, context, { type: 'DraftDiscarded' }, context.meta, {})
  )
}

export const errorsIn = (findings: readonly PlanFinding[]): readonly PlanFinding[] =>
  findings.filter(({ severity }) => severity === 'error')

const approve: Handler<'plans/approve'> = async (
  { planId, number, why, approvedBy, basedOn },
  context,
) => {
  const state = context.sitePlans.state(planId)
  if (!state.draft?.saved) return no.noDraft(planId)
  const stale = staleness(planId, basedOn, context)
  if (stale) return stale
  const { findings, plan } = judge(asDraft(state.draft.saved.draft), context)
  if (!plan || errorsIn(findings).length > 0) return no.draftFaulty(errorsIn(findings))
  const last = lastText(planId, context)
  const standing = context.sitePlans.isAbolished(planId) ? null : last
  if (standing?.revision === plan.revision) return no.nothingChanged()
  const made = state.own?.record.filter(({ kind }) => kind !== 'abolished').length ?? 0
  return drafted(
    planId,
    context,
    {
      type: 'PlanApproved',
      kind: standing ? 'revised' : 'made',
      number: number ?? String(made + 1),
      why,
      approvedBy,
      revision: plan.revision,
      steps: plan.steps.length,
      draft: state.draft.saved.draft,
    },
    context.meta,
    { revision: plan.revision },
    last ? [last, plan] : [plan],
  ) // what it was before can be read and compared for ever
}

const abolish: Handler<'plans/abolish'> = async ({ planId, why, approvedBy }, context) => {
  const { sitePlans } = context
  const last = sitePlans.text(planId) ?? context.shipped.plan(planId)
  if (!last) return unknownPlan(planId)
  if (sitePlans.isAbolished(planId)) return no.alreadyAbolished(last.title)
  const annexes = sitePlans.over(context.shipped.plans()).filter((plan) => plan.extends === planId)
  if (annexes.length > 0) return no.planInUse(last.title, annexes)
  return drafted(
    planId,
    context,
    { type: 'PlanAbolished', why, approvedBy, revision: last.revision, steps: last.steps.length },
    context.meta,
    {},
    [last],
  )
}

type Changing =
  'plans/draft-save' | 'plans/draft-discard' | 'plans/import' | 'plans/approve' | 'plans/abolish'

export const planTexts: { [N in Changing]: Handler<N> } = {
  'plans/draft-save': draftSave,
  'plans/draft-discard': draftDiscard,
  'plans/import': importFile,
  'plans/approve': approve,
  'plans/abolish': abolish,
}
