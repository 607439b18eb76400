/** The stores of a page that a test mounts: they end with it. */
import { createPinia, disposePinia } from 'pinia'
import type { Plugin } from 'vue'

/**
 * Stores of their own, as every page has them. Without their end the clock of each page would tick
 * on under all pages that follow.
 */
export const pageStores = (): Plugin => ({
  install(app) {
    const pinia = createPinia()
    app.use(pinia)
    // the parts are taken down after this, and some tell a store
    app.onUnmount(() => queueMicrotask(() => disposePinia(pinia)))
  },
})
