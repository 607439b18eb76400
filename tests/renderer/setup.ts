/**
 * Runs before each renderer test file, because the files share a page: whatever a test mounts is
 * unmounted after it, so that listeners never pile up; then what its tab keeps and its address go.
 * What a file has put in place of the browser's own goes with the file.
 */
import { afterAll, afterEach, vi } from 'vitest'
import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { getCurrentInstance } from 'vue'

// the hook that is registered last runs first
afterEach(() => {
  // specs of no page have none of these
  globalThis.sessionStorage?.clear()
  globalThis.localStorage?.clear()
  globalThis.history?.replaceState(null, '', '/')
})
/**
 * A part that falls while it is drawn leaves itself behind as the one that is being drawn, and
 * every later test asks its stores.
 */
afterEach(() => {
  const { __name: fallen } = (getCurrentInstance()?.type ?? {}) as { __name?: string }
  if (getCurrentInstance()) throw new Error(`${fallen ?? 'a part'} fell while it was drawn`)
})
/**
 * happy-dom writes an element out with all that is in it, and popper asks each element of a page
 * for its text again and again, for a third of the time of a page of forms: a browser says its
 * class.
 */
if ('Element' in globalThis)
  Element.prototype.toString = function (this: Element) {
    return `[object ${this.constructor.name}]`
  }
afterAll(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
disableAutoUnmount() // of the file before
enableAutoUnmount(afterEach)
