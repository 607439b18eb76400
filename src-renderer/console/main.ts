/**
 * Starts the console: the line to the station, the words, the page. The page is drawn at once
 * and says itself that it is connecting.
 */
import { createApp } from 'vue'
import { createPinia } from 'pinia'
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-overlay.css'
import 'element-plus/theme-chalk/el-dialog.css'
import 'element-plus/theme-chalk/el-popper.css'
import 'element-plus/theme-chalk/el-scrollbar.css'
import 'element-plus/theme-chalk/el-select.css'
import 'element-plus/theme-chalk/el-select-dropdown.css'
import 'element-plus/theme-chalk/el-option.css'
import 'element-plus/theme-chalk/el-dropdown.css'
import '../ui/fonts.ts'
import '../ui/tokens.css'
import '../ui/controls.css'
import './app/console.css'
import './app/element.css'
import { createWords } from '../i18n/index.ts'
import { consoleEn } from '../i18n/console.en.ts'
import { consoleZh } from '../i18n/console.zh.ts'
import { connectBridge } from '../transport/bridge.ts'
import { onKey, takeKey } from '../transport/key.ts'
import { connectStation, STATION } from '../transport/station.ts'
import App from './app/App.vue'
import { followDesktop } from './app/desktop.ts'
import { PAGES } from './page-table.ts'

const bridge = window.station // under Electron only; else the station is asked over HTTP
const words = createWords(consoleZh, consoleEn)
const pinia = createPinia()

createApp(App, { pages: PAGES })
  .use(pinia)
  .use(words)
  .provide(
    STATION,
    bridge ? connectBridge(bridge) : connectStation({ key: takeKey(), onKey, role: 'console' }),
  )
  .mount('#app')

if (bridge) followDesktop(bridge, pinia, words.global.locale)
