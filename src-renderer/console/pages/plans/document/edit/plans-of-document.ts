/** The plans of a document as its page lists them: those in force, and those that are written. */
import type { DraftSummary, PlanSummary } from '#shared/contract/plans.ts'
import type { LocalizedText } from '#shared/domain/text.ts'

/** `title` null: its draft has none. `draft`: somebody is writing it. */
export type PlanOfDocument = {
  id: string
  title: LocalizedText | null
  inForce: boolean
  abolished: boolean
  draft: boolean
}

/** @param drafting ids of the plans of the document of which there are drafts. */
export function plansOfDocument(
  document: string,
  plans: readonly PlanSummary[],
  drafts: readonly DraftSummary[],
  drafting: readonly string[],
): readonly PlanOfDocument[] {
  const listed = plans.filter((plan) => plan.document === document)
  const fresh = drafting.filter((id) => !listed.some((plan) => plan.id === id))
  return [
    ...listed.map(({ id, title, abolished }) => ({
      ...{ id, title, abolished, inForce: !abolished },
      draft: drafting.includes(id),
    })),
    ...fresh.map((id) => ({
      ...{ id, inForce: false, abolished: false, draft: true },
      title: drafts.find(({ planId }) => planId === id)?.title ?? null,
    })),
  ]
}
