/**
 * Brings the part of the page that the address names into sight and gives it the focus, as soon as
 * it is drawn.
 */
import { nextTick, watch } from 'vue'

/** @param at id of the part, without `at-`. @param ready true once the page is drawn. */
export function useShowAt(at: () => string | undefined, ready: () => boolean): void {
  watch(
    [at, ready],
    async ([id, drawn]) => {
      if (id === undefined || !drawn) return
      await nextTick()
      const part = document.getElementById(`at-${id}`)
      part?.scrollIntoView({ block: 'start' })
      part?.focus({ preventScroll: true })
    },
    { immediate: true, flush: 'post' },
  )
}
