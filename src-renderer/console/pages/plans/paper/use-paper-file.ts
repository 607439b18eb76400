/**
 * Brings a paper to the station and asks what it would give: one file at a time, with progress, and
 * a way to break off. Nothing is saved by it.
 */
import { onBeforeUnmount, ref, shallowRef } from 'vue'
import type { PaperLook } from '#shared/contract/papers.ts'
import { useText } from '#renderer/i18n/index.ts'
import { fileName } from '#renderer/console/components/files/file-name.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { notPaper, notTakenAsPaper } from './paper-files.ts'
import { usePaperWords } from './paper-words.ts'

export type TakenPaper = { fileId: string; name: string; look: PaperLook }

export function usePaperFile() {
  const t = usePaperWords()
  const { tr } = useText()
  const board = useBoard()
  const taken = shallowRef<TakenPaper | null>(null)
  const coming = shallowRef<{ name: string; reading: boolean } | null>(null)
  const part = ref(0) // of what is being sent, 0 to 1
  const why = ref<string | null>(null)
  let abort = new AbortController()

  /** Null: it was broken off. */
  async function bring(file: File): Promise<TakenPaper | string | null> {
    const not = notPaper(file)
    if (not) return t(`refused.${not}`)
    const sent = await board.sendFile(file, {
      incidentId: null,
      signal: abort.signal,
      onProgress: (done) => (part.value = done),
    })
    if (sent === null) return null
    if (!sent.ok) {
      const other = notTakenAsPaper(sent)
      return other ? t(`refused.${other}`) : tr(sent.message)
    }
    const name = fileName(file)
    coming.value = { name, reading: true }
    const { fileId } = sent
    const looked = await board.request('papers/look', { fileId, name })
    return looked.ok ? { fileId, name, look: looked.reply } : tr(looked.message)
  }

  async function take(file: File): Promise<void> {
    abort.abort()
    const mine = (abort = new AbortController())
    ;[taken.value, why.value, part.value] = [null, null, 0]
    coming.value = { name: file.name, reading: false }
    const result = await bring(file)
    if (mine !== abort || mine.signal.aborted) return
    coming.value = null
    if (typeof result === 'string') why.value = result
    else taken.value = result
  }
  function forget(): void {
    abort.abort()
    ;[taken.value, coming.value, why.value] = [null, null, null]
  }
  onBeforeUnmount(() => abort.abort())
  return { paper: taken, coming, part, why, take, forget }
}
