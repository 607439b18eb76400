/** The revision record of a document: made, revised, abolished, by whom and why; newest first. */
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { DocumentRecord } from '#shared/contract/documents.ts'
import { dateText } from '#renderer/ui/figure.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import { useEditWords } from '../../../edit/editor-words.ts'

/** An entry that has a text: it can be compared. */
export type DocumentText = DocumentRecord & { revision: string }
export type DocumentRecords = {
  list: ShallowRef<readonly DocumentRecord[]>
  read: () => Promise<void>
  /** Those with a text of their own, newest first. */
  texts: ComputedRef<readonly DocumentText[]>
  /** The number that comes next. */
  next: ComputedRef<string>
  /** `第2版 11月24日 周二` */
  nameOf: (entry: DocumentRecord) => string
}

/** @param known whether the site has the document: of a new one there is no record yet. */
export function useDocumentRecord(documentId: string, known: () => boolean): DocumentRecords {
  const board = useBoard()
  const t = useEditWords()
  const { lang } = useText()
  const { zone } = useDisplayClock()
  const list = shallowRef<readonly DocumentRecord[]>([])

  async function read(): Promise<void> {
    const answer = await board.request('documents/revisions', { document: documentId })
    if (answer.ok) list.value = answer.reply
  }
  watch(
    () => board.live && known(),
    (ready) => {
      if (ready) void read()
    },
    { immediate: true },
  )

  return {
    list,
    read,
    texts: computed(() =>
      list.value.filter(
        (entry): entry is DocumentText => entry.revision !== null && entry.kind !== 'abolished',
      ),
    ),
    next: computed(() => {
      const numbers = list.value.flatMap(({ number }) =>
        /^\d+$/.test(number ?? '') ? [Number(number)] : [],
      )
      return String(Math.max(0, ...numbers) + 1)
    }),
    nameOf: ({ number, at }) =>
      t('record.name', {
        number: number ?? '—',
        date: at === null ? '' : dateText(at, zone.value, lang.value),
      }),
  }
}
