/**
 * The pages of the console, in the order of the menu; Ctrl+Shift+1…7 opens them in this order. A
 * new page is one line here.
 */
import type { Component } from 'vue'
import type { KeyOf } from '../../i18n/index.ts'
import type { ConsoleWords } from '../../i18n/console.zh.ts'
import { hashOf, type Place } from './route.ts'
import NowPage from '../pages/now/NowPage.vue'
import { lazy } from '../components/lazy.ts'

/**
 * `heads`: what an address of this page begins with; the first is the page's own. Only 当前 is loaded
 * at once.
 */
export type Page = {
  id: string
  title: KeyOf<ConsoleWords>
  heads: readonly [string, ...string[]]
  component: Component
}

export const PAGES = [
  { id: 'now', title: 'page.now', heads: ['now'], component: NowPage },
  {
    id: 'history',
    title: 'page.history',
    heads: ['history'],
    component: lazy(() => import('../pages/history/HistoryPage.vue')),
  },
  {
    id: 'plans',
    title: 'page.plans',
    heads: ['plans', 'documents'],
    component: lazy(() => import('../pages/plans/PlansPage.vue')),
  },
  {
    id: 'statistics',
    title: 'page.statistics',
    heads: ['statistics'],
    component: lazy(() => import('../pages/statistics/StatisticsPage.vue')),
  },
  {
    id: 'site',
    title: 'page.site',
    heads: ['site'],
    component: lazy(() => import('../pages/site/SitePage.vue')),
  },
] as const satisfies readonly Page[]

/**
 * Pages below one of the menu, without an entry of their own there: `below` names it, `path` is how
 * their address begins.
 */
const BELOW = [
  {
    id: 'report',
    below: 'statistics',
    path: ['statistics', 'report'],
    component: lazy(() => import('../pages/report/ReportPage.vue')),
  },
] as const

/** What is shown: its own id, and the page of the menu that it belongs to. */
export type Shown = { id: string; menu: string; component: Component }

/** The page of a place; an address that names none means the first. */
export function pageOf({ path }: Place): Shown {
  const below = BELOW.find((one) => one.path.every((part, at) => path[at] === part))
  if (below) return { id: below.id, menu: below.below, component: below.component }
  const { id, component } =
    PAGES.find(({ heads }) => (heads as readonly string[]).includes(path[0] ?? '')) ?? PAGES[0]
  return { id, menu: id, component }
}

export const linkOf = ({ heads: [head] }: Page): string => hashOf([head])
