/** Reads the plans of a document and which of them are being written, whenever it is asked to. */
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { DocumentDraftSummary } from '#shared/contract/documents.ts'
import type { DraftSummary, PlanSummary } from '#shared/contract/plans.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { plansOfDocument, type PlanOfDocument } from './plans-of-document.ts'

export function usePlansOf(document: string): {
  plans: ComputedRef<readonly PlanOfDocument[]>
  read: () => Promise<void>
} {
  const board = useBoard()
  const listed = shallowRef<readonly PlanSummary[]>([])
  const drafts = shallowRef<readonly DraftSummary[]>([])
  const documents = shallowRef<readonly DocumentDraftSummary[]>([])

  async function read(): Promise<void> {
    const [list, draftList, documentList] = await Promise.all([
      board.request('plans/list', {}),
      board.request('plans/drafts', {}),
      board.request('documents/drafts', {}),
    ])
    if (list.ok) listed.value = list.reply
    if (draftList.ok) drafts.value = draftList.reply
    if (documentList.ok) documents.value = documentList.reply
  }
  watch(
    () => board.live,
    (live) => {
      if (live) void read()
    },
    { immediate: true },
  )
  const drafting = computed(
    () => documents.value.find((summary) => summary.document === document)?.plans ?? [],
  )
  return {
    plans: computed(() => plansOfDocument(document, listed.value, drafts.value, drafting.value)),
    read,
  }
}
