/** Starts the pages of HQ. */
import { createApp } from 'vue'
import { createPinia } from 'pinia'
import '../ui/fonts.ts'
import '../ui/tokens.css'
import '../ui/controls.css'
import './hq.css'
import { createWords } from '../i18n/index.ts'
import { hqPagesEn } from '../i18n/hq-pages.en.ts'
import { hqPagesZh } from '../i18n/hq-pages.zh.ts'
import HqRoot from './HqRoot.vue'

createApp(HqRoot).use(createPinia()).use(createWords(hqPagesZh, hqPagesEn)).mount('#app')
