/**
 * The document of the shown plan: as somebody is writing it, else as it is in force. One of the
 * site's own takes a new clause while a plan is written, so that nobody has to leave the plan.
 */
import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import { clauseName } from '#shared/domain/plan/clause.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { newClauseId } from '../document/edit/draft/new-rows.ts'

export type PlanDocumentDesk = {
  document: ShallowRef<PlanDocument | null>
  /** Its title, also while its draft cannot be read as a document yet; null: it has none. */
  title: ShallowRef<LocalizedText | null>
  /** The site's own, in force or only a draft. */
  isOfSite: Ref<boolean>
  /** Once the document that is named now was read, or could not be. */
  whenRead: () => Promise<void>
  /**
   * The id of the clause with this number of the paper (`第三条`), which is added to the draft of
   * the document if it has none; a refusal where it could not be.
   */
  clauseNumbered: (number: string, says: LocalizedText) => Promise<string | Refused>
}

/** As a draft has it. */
type WrittenClause = { number?: unknown }

/** As a draft has it, where one language may be missing. */
function titleIn(title: unknown): LocalizedText | null {
  const { zh = '', en = '' } = (title ?? {}) as Partial<LocalizedText>
  return zh || en ? localized(zh || en, en || zh) : null
}

/** @param id of the document; '' while the plan names none. */
export function useDocument(id: () => string): PlanDocumentDesk {
  const board = useBoard()
  const document = shallowRef<PlanDocument | null>(null)
  const title = shallowRef<LocalizedText | null>(null)
  const isOfSite = ref(false)
  let reading = Promise.resolve()

  async function writtenDraft(of: string) {
    const draft = await board.request('documents/draft-read', { document: of })
    return draft.ok ? draft.reply : null
  }
  async function read(of: string): Promise<void> {
    const draft = await writtenDraft(of)
    const checked = draft ? await board.request('documents/check', { draft: draft.draft }) : null
    const written = checked?.ok ? checked.reply.document : null
    // a document that nobody has approved is asked for by nobody
    const inForce = draft ? null : await board.request('documents/read', { document: of })
    if (of !== id()) return // another was chosen meanwhile
    document.value = written ?? (inForce?.ok ? inForce.reply : null)
    title.value = document.value?.title ?? titleIn(draft?.draft['title'])
    isOfSite.value = draft !== null || (inForce?.ok === true && inForce.reply.own)
  }

  async function addClause(number: string, says: LocalizedText): Promise<string | Refused> {
    const of = id()
    const draft = await writtenDraft(of)
    const source = draft ? null : await board.request('documents/source', { document: of })
    if (source && !source.ok) return source
    const written = { ...(draft?.draft ?? (source?.ok ? source.reply.draft : {})) }
    const clauses = { ...(written['clauses'] as Record<string, WrittenClause> | undefined) }
    // the draft may have it though the page could not read that draft as a document
    const [there] = Object.entries(clauses).find(([, known]) => known.number === number) ?? []
    if (there !== undefined) return there
    const clause = newClauseId({ id: of, clauses })
    const inForce = draft ? null : await board.request('documents/read', { document: of })
    const answer = await board.request('documents/draft-save', {
      document: of,
      draft: {
        ...written,
        clauses: { ...clauses, [clause]: { chapter: { zh: number }, number, says } },
      },
      basedOn: draft?.basedOn ?? (inForce?.ok ? inForce.reply.revision : null),
    })
    if (!answer.ok) return answer
    await read(of)
    return clause
  }

  watch(
    [id, () => board.live],
    ([of, live]) => {
      if (of !== '' && live && document.value?.id !== of) reading = read(of)
    },
    { immediate: true },
  )

  return {
    document,
    title,
    isOfSite,
    whenRead: () => reading,
    clauseNumbered: async (number, says) =>
      document.value?.clauses.find((clause) => clauseName(clause).zh === number)?.id ??
      addClause(number, says),
  }
}
