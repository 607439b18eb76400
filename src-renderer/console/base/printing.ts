/**
 * Prints a document from any page: the frame shows it to the printer alone, and it goes once it is
 * printed or called off.
 */
import { defineStore } from 'pinia'
import { nextTick, shallowRef } from 'vue'
import type { ReportDocument } from '#shared/domain/document/document.ts'

export const usePrinting = defineStore('printing', () => {
  const document = shallowRef<ReportDocument | null>(null)
  const gone = (): void => {
    document.value = null
  }
  addEventListener('afterprint', gone)
  return {
    document,
    /** Opens the printer's window, once the document is laid out. */
    async print(next: ReportDocument): Promise<void> {
      document.value = next
      await nextTick()
      window.print()
    },
  }
})
