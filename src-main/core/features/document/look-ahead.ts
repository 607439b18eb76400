/**
 * Looks at a document with its plans before a command on it is decided, one plan a turn: a hundred
 * of them take a second, in which the desk's commands and the limits that run out go on. What was
 * looked at is known then, so that the decision, which looks at the same, costs little.
 */
import { lintPlan } from '#shared/domain/plan/lint.ts'
import type { PlanDraft } from '#shared/domain/site-plan/draft.ts'
import type { DocumentText } from '../../ports.ts'
import type { QueryContext } from '../handler.ts'
import { draftsOf, plansInForce, writtenPlansOf } from './data.ts'

/** These drafts as `text` would make them, and all plans that they will stand beside. */
export async function lookAtDrafts(
  drafts: readonly PlanDraft[],
  text: DocumentText | null,
  context: QueryContext,
): Promise<void> {
  const { planSources, siteDocuments, pause } = context
  const before = siteDocuments.inForce()
  const after = planSources.withText(before, text)
  for (const draft of drafts) {
    planSources.merge(draft, before)
    const plan = planSources.merge(draft, after)
    if (plan) lintPlan(plan)
    await pause()
  }
  for (const plan of plansInForce(context)) {
    lintPlan(plan)
    await pause()
  }
}

/** The plans of the document of `text`, in force and as they are being written. */
export const lookAhead = (text: DocumentText, context: QueryContext): Promise<void> => {
  const { id } = text.data
  const written = [...writtenPlansOf(id, context), ...draftsOf(id, context)]
  return lookAtDrafts(
    written.map(({ draft }) => draft),
    text,
    context,
  )
}
