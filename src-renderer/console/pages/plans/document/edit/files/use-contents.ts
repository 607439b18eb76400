/** Sends the attachments of a whole document to the station, one by one, before its text. */
import { ref } from 'vue'
import { useBoard } from '#renderer/stores/board.ts'
import type { PackedContent } from './package-file.ts'

/** `done` of `of` have been sent. */
export type Arriving = { done: number; of: number }

export function useContents() {
  const board = useBoard()
  const arriving = ref<Arriving | null>(null)
  const leaving = new AbortController()

  /**
   * What is damaged is not sent, and what the station does not take is not there: it names both
   * when it is asked to import the text. What is not what the file says is another file there.
   */
  async function sendContents(contents: readonly PackedContent[]): Promise<void> {
    for (const [done, { content }] of contents.entries()) {
      arriving.value = { done, of: contents.length }
      if (!content || content.size === 0) continue
      const sending = { incidentId: null, onProgress: () => undefined, signal: leaving.signal }
      await board.sendFile(content, sending)
    }
    arriving.value = null
  }
  return { arriving, sendContents }
}
