/**
 * Opens the wall's face: installs language and stores, mounts. Whatever it throws goes to whoever
 * has opened it, and it can be closed without a trace.
 */
import { createApp } from 'vue'
import { createPinia, disposePinia } from 'pinia'
import './wall.css'
import './moved.css'
import './night.css'
import { createWords } from '../i18n/index.ts'
import { wallEn } from '../i18n/wall.en.ts'
import { wallZh } from '../i18n/wall.zh.ts'
import { sharedLine } from '../transport/shared-line.ts'
import { STATION, connectStation } from '../transport/station.ts'
import type { WayIn } from './safe/safe-line.ts'
import WallRoot from './WallRoot.vue'

/** One for as long as the page lives: the browser lets its script be named once. */
const line = sharedLine()

/**
 * `fell`: the face has thrown, and what. Returns how to close it.
 */
export function openFace({ key, isSpent }: WayIn, fell: (error: unknown) => void): () => void {
  const station = connectStation({ key, isSpent, role: 'wall', line })
  const pinia = createPinia()
  const app = createApp(WallRoot)
    .provide(STATION, station)
    .use(pinia)
    .use(createWords(wallZh, wallEn))
  app.config.errorHandler = fell
  app.mount('#app')
  return () => {
    try {
      app.unmount()
    } finally {
      disposePinia(pinia)
      station.stop()
    }
  }
}
