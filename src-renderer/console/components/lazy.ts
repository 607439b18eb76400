/**
 * A page, or a part of one, that is loaded when it is first shown. If that fails it is tried again
 * by itself: no recovery waits for a click.
 */
import { defineAsyncComponent, watch, type Component, type Ref } from 'vue'
import PageLoading from './PageLoading.vue'

const AGAIN_MS = 1_000
const SHOW_AFTER_MS = 200 // a page that comes at once needs no word

export const lazy = <C extends Component>(load: () => Promise<C>): C =>
  defineAsyncComponent({
    loader: load,
    loadingComponent: PageLoading,
    delay: SHOW_AFTER_MS,
    onError: (_error, again) => {
      setTimeout(again, AGAIN_MS)
    },
  })

/** The same without a word while it loads: for a part that is opened by a person. */
export const lazyPart = <C extends Component>(load: () => Promise<C>): C =>
  defineAsyncComponent({
    loader: load,
    onError: (_error, again) => {
      setTimeout(again, AGAIN_MS)
    },
  })

/** A part whose field for files is opened from outside. */
export type Picking = { pick: () => void }

/** Opens it; one that is still being loaded, as soon as it is there: the click is not lost. */
export function pickOnceLoaded(part: Ref<Picking | undefined>): void {
  if (part.value) part.value.pick()
  else watch(part, (loaded) => loaded?.pick(), { once: true })
}
