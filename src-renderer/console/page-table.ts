/**
 * The pages of the console, in the order of the menu; Ctrl+Shift+1…8 opens them in this order. A
 * new page is one line here.
 */
import type { PageTable } from './app/page.ts'
import { lazy } from './components/lazy.ts'
import NowPage from './pages/now/NowPage.vue'

/** Only 当前 is loaded at once. */
export const PAGES: PageTable = {
  menu: [
    { id: 'now', title: 'page.now', heads: ['now'], component: NowPage },
    {
      id: 'history',
      title: 'page.history',
      heads: ['history'],
      component: lazy(() => import('./pages/history/HistoryPage.vue')),
    },
    {
      id: 'plans',
      title: 'page.plans',
      heads: ['plans', 'documents'],
      component: lazy(() => import('./pages/plans/PlansPage.vue')),
    },
    {
      id: 'statistics',
      title: 'page.statistics',
      heads: ['statistics'],
      component: lazy(() => import('./pages/statistics/StatisticsPage.vue')),
    },
    {
      id: 'site',
      title: 'page.site',
      heads: ['site'],
      component: lazy(() => import('./pages/site/SitePage.vue')),
    },
    {
      id: 'handover',
      title: 'page.handover',
      heads: ['handover'],
      component: lazy(() => import('./pages/handover/HandoverPage.vue')),
    },
    {
      id: 'readiness',
      title: 'page.readiness',
      heads: ['readiness'],
      component: lazy(() => import('./pages/readiness/ReadinessPage.vue')),
    },
    {
      id: 'actions',
      title: 'page.actions',
      heads: ['actions'],
      component: lazy(() => import('./pages/actions/ActionsPage.vue')),
    },
  ],
  below: [
    {
      id: 'powerCut',
      menu: 'now',
      path: ['power-cut'],
      component: lazy(() => import('./pages/power-cut/PowerCutPage.vue')),
    },
    {
      id: 'report',
      menu: 'statistics',
      path: ['statistics', 'report'],
      component: lazy(() => import('./pages/report/ReportPage.vue')),
    },
  ],
  alive: ['NowPage'],
}
