/** What is known of a document of the site, and what is found in a draft of it. */
import { concerns } from '#shared/domain/plan/concerns.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type {
  CheckedDocument,
  DocumentDraft,
  FollowingPlan,
} from '#shared/domain/site-document/draft.ts'
import {
  errorsIn,
  storedDraft,
  type PlanDraft,
  type PlanFinding,
} from '#shared/domain/site-plan/draft.ts'
import { SITE_POSTS } from '#shared/domain/roster/site-posts.ts'
import { localized } from '#shared/domain/text.ts'
import type { DocumentText } from '../../ports.ts'
import { siteRoles } from '../../engine/known-names.ts'
import type { StationContext } from '../handler.ts'

type Around = Pick<StationContext, 'planSources' | 'siteDocuments'>

export const shippedDocument = (id: string, { planSources }: Pick<Around, 'planSources'>) =>
  planSources.documents().find((document) => document.id === id) ?? null

/** The pages of a document of the program, in use or put away, or of the site, in force or not. */
export const pageOf = (id: string, context: Around): PlanDocument | null =>
  shippedDocument(id, context) ?? context.siteDocuments.text(id)?.page ?? null

/** Every plan in force, of whatever kind of site, in use or put away. */
export const plansInForce = ({ sitePlans, planSources }: StationContext): readonly Plan[] =>
  sitePlans.over(planSources.plans())

export const plansOf = (documentId: string, context: StationContext): readonly Plan[] =>
  plansInForce(context).filter(({ document }) => document === documentId)

/** Plans of other documents in use that extend a plan of this one. */
export function annexesOf(documentId: string, context: StationContext): readonly Plan[] {
  const ids = new Set(plansOf(documentId, context).map(({ id }) => id))
  return context.library
    .plans()
    .filter(({ document, extends: base }) => document !== documentId && base && ids.has(base))
}

/** The drafts of plans that say that they are of this document, by the plan's id. */
export const draftsOf = (
  documentId: string,
  { sitePlans }: Pick<StationContext, 'sitePlans'>,
): readonly { planId: string; draft: PlanDraft }[] =>
  sitePlans.ids().flatMap((planId) => {
    const { saved } = sitePlans.state(planId).draft ?? {}
    const draft = saved && storedDraft(saved)
    return draft?.['document'] === documentId ? [{ planId, draft }] : []
  })

const broken = (plan: Plan, { code, path, message }: PlanFinding): PlanFinding => ({
  severity: 'error',
  code,
  path: `plans.${plan.id}.${path}`,
  message: localized(
    `现行预案《${plan.title.zh}》会出错：${message.zh}`,
    `It would break “${plan.title.en}”, which is in force: ${message.en}`,
  ),
})
const goesWith = (plan: Plan): PlanFinding => ({
  severity: 'warning',
  code: 'approve-together',
  path: `plans.${plan.id}`,
  message: localized(
    `《${plan.title.zh}》要改：请与它的草稿一起批准`,
    `“${plan.title.en}” has to change: approve its draft together with this`,
  ),
})
const ELSEWHERE: PlanFinding = {
  severity: 'warning',
  code: 'not-for-this-site',
  path: 'siteKinds',
  message: localized(
    '“适用单位”里没有本单位的类型：批准后只列在预案页末尾，不建议、不能启动；要用就在“适用单位”里加上',
    'Its kinds of site leave this one out: once approved it only stands at the end of the page of plans, and is not offered, unless you add this kind',
  ),
}

/** The plans in force of a document as they were written, but for those that it names. */
export const writtenPlansOf = (
  documentId: string,
  context: StationContext,
  named: ReadonlySet<string> = new Set(),
): readonly { plan: Plan; draft: PlanDraft }[] =>
  plansOf(documentId, context).flatMap((plan) => {
    const { current } = context.sitePlans.state(plan.id).plan ?? {}
    return current && !named.has(plan.id) ? [{ plan, draft: storedDraft(current) }] : []
  })

/** What an approval of `text` makes of its plans in force, `named` left out: those come with it. */
export function followed(
  text: DocumentText,
  context: StationContext,
  named: ReadonlySet<string> = new Set(),
): { follows: readonly FollowingPlan[]; findings: readonly PlanFinding[] } {
  const { planSources, siteDocuments } = context
  const inUse = siteDocuments.inForce()
  const documents = planSources.withText(inUse, text)
  const changed = writtenPlansOf(text.data.id, context, named).filter(({ draft }) => {
    // not against the text in force: an older program may have merged it otherwise
    const [before, after] = [inUse, documents].map((of) => planSources.merge(draft, of))
    return !before || before.revision !== after?.revision
  })
  const all = plansInForce(context)
  const { drafts, broken: others } = planSources.checkTogether(
    changed.map(({ draft }) => draft),
    { plans: all, documents, before: inUse },
  )
  const faulty = changed.map(({ plan }, index) => ({
    plan,
    errors: errorsIn(drafts[index]?.findings ?? []),
  }))
  const documentOf = new Map(all.map(({ id, document }) => [id, document]))
  return {
    follows: faulty
      .filter(({ errors }) => errors.length === 0)
      .map(({ plan: { id, title } }) => ({ planId: id, title })),
    findings: [
      ...faulty.flatMap(({ plan, errors }) => errors.map((finding) => broken(plan, finding))),
      // its own are judged by what is approved with it
      ...others
        .filter(({ planId }) => documentOf.get(planId) !== text.data.id)
        .map(({ finding }) => finding),
    ],
  }
}

/** Errors of a plan in force are warnings where its draft, approved with it, has none. */
function mendedByDrafts(
  findings: readonly PlanFinding[],
  text: DocumentText,
  context: StationContext,
): readonly PlanFinding[] {
  if (findings.length === 0) return findings
  const { planSources, siteDocuments } = context
  const before = siteDocuments.inForce()
  const documents = planSources.withText(before, text)
  const drafts = draftsOf(text.data.id, context)
  const checked = planSources.checkTogether(
    drafts.map(({ draft }) => draft),
    { plans: plansInForce(context), documents, before },
  )
  const mended = drafts.flatMap(({ planId }, index) => {
    const { plan = null, findings: ofDraft = [] } = checked.drafts[index] ?? {}
    return plan && errorsIn(ofDraft).length === 0 ? [{ planId, plan }] : []
  })
  const isOf = (planId: string, { path }: PlanFinding): boolean =>
    path.startsWith(`plans.${planId}.`)
  return [
    ...findings.filter((finding) => !mended.some(({ planId }) => isOf(planId, finding))),
    ...mended
      .filter(({ planId }) => findings.some((finding) => isOf(planId, finding)))
      .map(({ plan }) => goesWith(plan)),
  ]
}

/**
 * Posts that the site has under another id: whoever is on duty there would not be at this one, so
 * that duty had to be given twice.
 */
function namesakes({ roles }: PlanDocument, { library, memory }: StationContext) {
  const known = new Map(
    [
      ...library.roles().filter(({ id }) => !roles.some((role) => role.id === id)),
      ...siteRoles(memory.register()),
      ...Object.entries(SITE_POSTS).map(([id, name]) => ({ id, name })),
    ].map(({ id, name }) => [name.zh, id]),
  )
  return roles.flatMap(({ id, name, kind }): readonly PlanFinding[] => {
    const other = known.get(name.zh)
    if (other === undefined || other === id || kind === 'anyone') return []
    return [
      {
        severity: 'warning',
        code: 'post-elsewhere',
        path: `roles.${id}`,
        message: localized(
          `本单位已有岗位“${name.zh}”（${other}）；请改用它，否则值班要排两次`,
          `The site has a post “${name.en}” already (${other}): under the same id it is put on duty once`,
        ),
      },
    ]
  })
}

/** The findings of the document alone, beside its plans in force or being written. */
export function checkAlone(draft: DocumentDraft, context: StationContext): CheckedDocument {
  const { memory, planSources, siteDocuments } = context
  const text = planSources.documentText(draft)
  const inUse = siteDocuments.inForce()
  const id = String(draft['id'])
  const written = new Map(plansOf(id, context).map((plan) => [plan.id, plan]))
  for (const { planId, draft: plan } of draftsOf(id, context)) {
    const merged = planSources.merge(plan, planSources.withText(inUse, text))
    if (merged) written.set(planId, merged)
  }
  const checked = planSources.checkDocument(draft, {
    documents: inUse,
    plans: [...written.values()],
  })
  if (!checked.document) return checked
  const isElsewhere = !concerns(checked.document.siteKinds, memory.site.kinds)
  return {
    ...checked,
    findings: [
      ...checked.findings,
      ...namesakes(checked.document, context),
      ...(isElsewhere ? [ELSEWHERE] : []),
    ],
  }
}

/** What is found in a draft, and which plans in force it would change. */
export function checkDocument(
  draft: DocumentDraft,
  context: StationContext,
): CheckedDocument & { follows: readonly FollowingPlan[] } {
  const checked = checkAlone(draft, context)
  const text = context.planSources.documentText(draft)
  if (!text) return { ...checked, follows: [] }
  const { follows, findings } = followed(text, context)
  return {
    ...checked,
    findings: [...checked.findings, ...mendedByDrafts(findings, text, context)],
    follows,
  }
}
