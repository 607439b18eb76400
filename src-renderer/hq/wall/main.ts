/** Starts the wall of HQ. */
import { createApp } from 'vue'
import { createPinia } from 'pinia'
import '../../ui/fonts.ts'
import '../../ui/tokens.css'
import '../../ui/controls.css'
import './wall.css'
import './row.css'
import { createWords } from '../../i18n/index.ts'
import { hqWallEn } from '../../i18n/hq-wall.en.ts'
import { hqWallZh } from '../../i18n/hq-wall.zh.ts'
import HqWallRoot from './HqWallRoot.vue'

createApp(HqWallRoot).use(createPinia()).use(createWords(hqWallZh, hqWallEn)).mount('#app')
