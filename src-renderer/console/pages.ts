/** The pages of the console, in the order of the menu; Ctrl+Shift+1…7 opens them in this order. A new page is one line here. */
import type { Component } from 'vue'
import type { KeyOf } from '../i18n/index.ts'
import type { ConsoleWords } from '../i18n/console.zh.ts'
import { hashOf, type Place } from './desk/route.ts'
import NowPage from './now/NowPage.vue'
import { lazy } from './parts/lazy.ts'

/** `heads`: what an address of this page begins with; the first is the page's own. Only 当前 is loaded at once. */
export type Page = { id: string; title: KeyOf<ConsoleWords>; heads: readonly [string, ...string[]]; component: Component }

export const PAGES = [
  { id: 'now', title: 'page.now', heads: ['now'], component: NowPage },
  { id: 'history', title: 'page.history', heads: ['history'], component: lazy(() => import('./history/HistoryPage.vue')) },
  { id: 'plans', title: 'page.plans', heads: ['plans', 'documents'], component: lazy(() => import('./plans/PlansPage.vue')) },
  { id: 'statistics', title: 'page.statistics', heads: ['statistics'], component: lazy(() => import('./statistics/StatisticsPage.vue')) },
  { id: 'site', title: 'page.site', heads: ['site'], component: lazy(() => import('./site/SitePage.vue')) }
] as const satisfies readonly Page[]

export type PageId = (typeof PAGES)[number]['id']

/** The page of a place; an address that names none means the first. */
export const pageOf = ({ path: [head] }: Place): (typeof PAGES)[number] =>
  PAGES.find(({ heads }) => (heads as readonly string[]).includes(head ?? '')) ?? PAGES[0]

export const linkOf = ({ heads: [head] }: Page): string => hashOf([head])
