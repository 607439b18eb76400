/** Puts the desk of a document's editor together, and hands it to the parts of the page. */
import { computed, nextTick, provide, ref, shallowRef, watch, type Ref } from 'vue'
import { DOCUMENT_SHAPE } from '#shared/contract/plan-shape.ts'
import type { PlanFinding, TypeSummary } from '#shared/contract/plans.ts'
import type { Post } from '#shared/contract/site.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { isUnwritten, under } from '../../edit/find/findings-by-place.ts'
import { focusField } from '../../edit/find/focus-field.ts'
import { FRAME_DESK } from '../../edit/frame-desk.ts'
import { useDraft } from '../../edit/use-draft.ts'
import { DOCUMENT_DESK, type DocumentDesk, type GoneRow } from './document-desk.ts'
import { documentLine } from './document-line.ts'
import { DOCUMENT_FORM } from './draft/document-draft.ts'

/** @param form where the fields are. @param write brings the form into sight. */
export function provideDocumentDesk(
  documentId: string,
  form: Ref<HTMLElement | undefined>,
  write: () => void,
): DocumentDesk {
  const board = useBoard()
  const { lang } = useText()
  const draft = useDraft({
    line: documentLine(documentId, board),
    form: DOCUMENT_FORM,
    check: (written) => board.request('documents/check', { draft: written }),
  })
  const posts = shallowRef<readonly Post[]>([])
  const types = shallowRef<readonly TypeSummary[]>([])
  const both = ref(false)
  const gone = shallowRef<GoneRow | null>(null)

  watch(
    () => board.live,
    async (live) => {
      if (!live) return
      const [site, listed] = await Promise.all([
        board.request('site/read', {}),
        board.request('types/list', {}),
      ])
      if (site.ok) posts.value = site.reply.posts
      if (listed.ok) types.value = listed.reply
    },
    { immediate: true },
  )
  // what was written in the other language is never hidden; levels and names of the register come
  // in both
  watch(draft.phase, (phase) => {
    if (phase !== 'ready') return
    const other = lang.value === 'zh' ? 'en' : 'zh'
    const { title, types, clauses, purpose, scope } = draft.draft.value
    both.value = new RegExp(`"${other}":"[^"]`).test(
      JSON.stringify([title, types, clauses, purpose, scope]),
    )
  })

  const isToWrite = (finding: PlanFinding): boolean =>
    isUnwritten(draft.draft.value, finding, DOCUMENT_SHAPE)

  async function jump(at: string): Promise<void> {
    write()
    await nextTick()
    await nextTick() // the view, then its form
    if (form.value) focusField(form.value, at)
  }

  const desk: DocumentDesk = {
    ...draft,
    documentId,
    posts,
    types,
    both,
    gone,
    takeOut(row, what) {
      draft.act(what)
      gone.value = row
    },
    jump: (at) => void jump(at),
    errorsIn: computed(() => {
      const counts = new Map<string, number>()
      for (const finding of draft.check.errors.value) {
        if (isToWrite(finding)) continue
        const [head = ''] = finding.path.split('.')
        counts.set(head, (counts.get(head) ?? 0) + 1)
      }
      return counts
    }),
  }
  provide(DOCUMENT_DESK, desk)
  provide(FRAME_DESK, {
    ...desk,
    isUnwritten: isToWrite,
    foundAt: (at, deep = false) =>
      draft.check.findings.value.filter((finding) => under(finding.path, at, deep)),
  })
  return desk
}
