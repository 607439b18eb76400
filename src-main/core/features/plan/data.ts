/** Reads what is known of a plan: its latest text, its file, and what is found in a draft of it. */
import type { SavedDraft } from '#shared/contract/plans.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import {
  checkedForSite,
  parseDraft,
  type CheckedDraft,
  type PlanDraft,
} from '#shared/domain/site-plan/draft.ts'
import type { SitePlanDraft } from '#shared/domain/site-plan/stream.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { DocumentText } from '../../ports.ts'
import type { StationContext } from '../handler.ts'

/**
 * What is found in a draft in the company of all plans, and the plan that it would be. `documents`:
 * the site's own, by default with what is being written of them.
 */
export function checkDraft(
  draft: PlanDraft,
  { memory, sitePlans, planSources, siteDocuments }: StationContext,
  documents: readonly DocumentText[] = siteDocuments.written(),
): CheckedDraft {
  // of whatever kind of site: ids must differ over all of them
  const inForce = sitePlans.over(planSources.plans())
  return checkedForSite(planSources.check(draft, inForce, documents), memory.site.kinds)
}

/** The text of a plan that is in force or was abolished; null if there never was one. */
export const latestPlan = (
  planId: string,
  {
    sitePlans,
    planSources,
    shipped,
  }: Pick<StationContext, 'sitePlans' | 'planSources' | 'shipped'>,
): Plan | null =>
  sitePlans.text(planId) ??
  shipped.plan(planId) ??
  planSources.plans().find(({ id }) => id === planId) ??
  null

/** The file of a plan as it stands: the site's own, else the shipped one. */
export const sourceOf = (
  planId: string,
  { sitePlans, planSources }: StationContext,
): PlanDraft | null => {
  const { current } = sitePlans.state(planId).plan ?? {}
  return current ? parseDraft(current.draft) : planSources.source(planId)
}

/** What is being written of a plan or a document; `basedOn` names that text of it. */
export const savedDraft = (
  draft: SitePlanDraft | null,
  basedOn: string | null,
): SavedDraft | null => {
  const saved = draft?.saved
  return saved && basedOn !== null
    ? { draft: parseDraft(saved.draft), basedOn, savedAt: saved.savedAt, by: saved.by }
    : null
}

/** The title of a draft of a plan or a document, as far as it has one. */
export function titleOf({ title }: PlanDraft): LocalizedText | null {
  const { zh, en } =
    typeof title === 'object' && title !== null ? (title as { zh?: unknown; en?: unknown }) : {}
  const [chinese, english] = [zh, en].map((words) => (typeof words === 'string' ? words : ''))
  const only = chinese || english
  return only ? localized(chinese || only, english || only) : null
}

export const replied = <T>(reply: T): { ok: true; reply: T } => ({ ok: true, reply })
