/** The pages of the console that the browser specs look at, over the sample data and a fire. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Served } from '../kit/served.ts'

export const NOW = '2026-11-24T14:32:00+08:00'
const REPORT = '在三楼档案室有浓烟，有人被困'

/** Every page; the address of some has an id in it. */
export const PAGES = [
  'now',
  'history',
  'history-incident',
  'history-replay',
  'plans',
  'plans-by-type',
  'plans-open',
  'plan',
  'plan-card',
  'plan-edit',
  'document',
  'statistics',
  'report',
  'report-month',
  'site',
  'site-import',
  'site-import-people',
  'site-import-duty',
  'site-import-contacts',
  'site-import-places',
  'handover',
  'actions',
] as const
export type PageName = (typeof PAGES)[number]

/** Lets a fire run until it is late, and answers with the addresses of all pages. */
export async function fillPages(served: Served): Promise<Readonly<Record<PageName, string>>> {
  const [past] = (await served.ask('history/search', {})).rows
  const [plan] = await served.ask('plans/list', {})
  const [document] = await served.ask('documents/list', {})
  const [proposal] = (await served.ask('incident/propose', { narrative: REPORT })).proposals
  const { incidentId } = await served.ask('incident/report', {
    narrative: REPORT,
    place: '三楼档案室',
    type: proposal!.type,
    drill: false,
  })
  await served.ask('incident/activate', { incidentId, planId: proposal!.planId })
  await served.ask('action/open', {
    what: '更换三楼东侧防火卷帘',
    why: '报警后卷帘没有落下',
    owner: { person: '李工' },
    due: '2026-12-20',
    source: { incidentId: past!.incidentId },
    planId: proposal!.planId,
  })
  await served.pass('25 min') // late, and with alerts
  return {
    now: '#/now',
    history: '#/history',
    'history-incident': `#/history/${past!.incidentId}`,
    'history-replay': `#/history/${past!.incidentId}/replay`,
    plans: '#/plans',
    'plans-by-type': '#/plans?by=type',
    'plans-open': '#/plans?by=open',
    plan: `#/plans/${plan!.id}`,
    'plan-card': `#/plans/${plan!.id}/card`,
    'plan-edit': `#/plans/${plan!.id}/edit`,
    document: `#/documents/${document!.id}`,
    statistics: '#/statistics?month=2026-11',
    report: '#/statistics/report',
    'report-month': '#/statistics/report/2026-11',
    site: '#/site',
    'site-import': '#/site/import',
    'site-import-people': '#/site/import/people',
    'site-import-duty': '#/site/import/duty',
    'site-import-contacts': '#/site/import/contacts',
    'site-import-places': '#/site/import/places',
    handover: '#/handover',
    actions: '#/actions',
  }
}

/** When it has all its content and its fonts. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  const size = (): Promise<number> => page.locator('*').count()
  let before = -1
  await expect
    .poll(
      async () => {
        const [last, now] = [before, await size()]
        before = now
        return last === now
      },
      { interval: 200, timeout: 20_000 },
    )
    .toBe(true)
  await page.evaluate(() => document.fonts.ready)
}
