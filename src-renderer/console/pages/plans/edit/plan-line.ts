/** How the drafts of a plan are asked for, and what the form makes of one. */
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { useBoard } from '#renderer/stores/board.ts'
import type { EditedPlan } from './draft/draft-types.ts'
import { openDraft, writeDraft } from './draft/open-draft.ts'
import type { DraftForm, DraftLine } from './use-stored-draft.ts'

export const planLine = (
  planId: string,
  board: Pick<ReturnType<typeof useBoard>, 'request'>,
): DraftLine<Plan> => ({
  readDraft: () => board.request('plans/draft-read', { planId }),
  async inForce() {
    const [list, documents] = await Promise.all([
      board.request('plans/list', {}),
      board.request('documents/list', {}),
    ])
    // a new plan is asked for by nobody; its document lists one that is for other kinds of site
    const listed = [
      ...(list.ok ? list.reply : []),
      ...(documents.ok ? documents.reply.flatMap(({ otherPlans }) => otherPlans) : []),
    ]
    if (!listed.some(({ id }) => id === planId)) return null
    const read = await board.request('plans/read', { planId })
    return read.ok ? { text: read.reply, revision: read.reply.revision } : null
  },
  source: () => board.request('plans/source', { planId }),
  save: (draft, basedOn) => board.request('plans/draft-save', { planId, draft, basedOn }),
  discard: (basedOn) => board.request('plans/draft-discard', { planId, basedOn }),
})

export const PLAN_FORM: DraftForm<EditedPlan> = {
  empty: { id: '', document: '', title: { zh: '', en: '' }, types: [], facts: {}, steps: [] },
  open: openDraft,
  write: writeDraft,
}
