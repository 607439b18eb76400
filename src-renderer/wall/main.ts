/**
 * Starts the wall's page: signs in with the key of its address, installs language and stores,
 * mounts.
 */
import { createApp } from 'vue'
import { createPinia } from 'pinia'
import '../ui/fonts.ts'
import '../ui/tokens.css'
import './wall.css'
import './moved.css'
import './night.css'
import { createWords } from '../i18n/index.ts'
import { wallEn } from '../i18n/wall.en.ts'
import { wallZh } from '../i18n/wall.zh.ts'
import { takeKey } from '../transport/key.ts'
import { sharedLine } from '../transport/shared-line.ts'
import { STATION, connectStation } from '../transport/station.ts'
import WallRoot from './WallRoot.vue'

createApp(WallRoot)
  .provide(STATION, connectStation({ key: takeKey(), role: 'wall', line: sharedLine() }))
  .use(createPinia())
  .use(createWords(wallZh, wallEn))
  .mount('#app')
