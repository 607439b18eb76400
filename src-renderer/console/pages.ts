/** The pages of the console, in the order of the menu; Ctrl+Shift+1…7 opens them in this order. A new page is one line here. */
import type { Component } from 'vue'
import type { KeyOf } from '../i18n/index.ts'
import type { ConsoleWords } from '../i18n/console.zh.ts'
import NowPage from './now/NowPage.vue'

export type Page = { id: string; title: KeyOf<ConsoleWords>; component: Component }

export const PAGES = [
  { id: 'now', title: 'page.now', component: NowPage }
] as const satisfies readonly Page[]

export type PageId = (typeof PAGES)[number]['id']
