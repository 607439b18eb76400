/**
 * A drill in the real browser with moved time: arranged from what is due, played with injects and a
 * hold, scored, its finding turned into a revision of the plan, shown to who took part and
 * reported; the next due day has moved, and the month's figures of real incidents have not. It
 * draws the pictures of docs/drills.md.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { issuesInBothThemes, openConsole, type Demo } from './demo.ts'
import { arrangement, endDrill, measureOfFinding, score, startDrill } from './readiness-acts.ts'
import { accessible, daysPass, dialogNamed, goTo, shot } from './story-faces.ts'

const FOUNDED = '2026-11-14T09:10:00+08:00'
const PLAN = 'gas-hotline-failure'
const GAS = ['gas-customer-service']
const FINDING = '值班表上的号码打不通'
const MEASURE = '每月核对一次号码'

let demo: Demo
let served: Served
let page: Page
let real: unknown

const figures = async (): Promise<unknown> => {
  const { incidents, byType, limits, falseReports } = await served.ask('statistics/month', {
    month: '2026-11',
  })
  return { incidents, byType, limits, falseReports }
}
const dueDay = async (): Promise<string | null | undefined> =>
  (await served.ask('drill/list', {})).due.find(({ planId }) => planId === PLAN)?.due
const drill = async () => (await served.ask('drill/list', {})).drills[0]!
const panel = (): Locator => page.getByRole('region', { name: '导调' })

beforeAll(async () => {
  demo = await openConsole(serveStation(FOUNDED, GAS))
  ;({ served, page } = demo)
  await daysPass(demo, 10)
  await served.ask('incident/report', { narrative: '表具损坏', place: '湾心营业厅' })
  await served.pass('5 s')
  real = await figures()
})
afterAll(() => demo?.close())

it('is arranged from what is due, with the script that the plan proposes', async () => {
  expect(await dueDay()).toBe('2027-05-14')
  const form = await arrangement(page, PLAN)
  await accessible(page, 'arranging')
  await form.getByRole('button', { name: '安排', exact: true }).click()
  await page.getByRole('button', { name: '开始演练' }).waitFor()
  const { script, state } = await drill()
  expect([state, script.length > 4]).toEqual(['planned', true])
  await accessible(page, 'planned')
})

it('its script is changed, and it starts as a drill that every screen marks', async () => {
  await page.getByRole('button', { name: '改脚本' }).click()
  const form = dialogNamed(page, '改脚本')
  await form.getByLabel('第1条情景').fill('热线全部占线，打不进来')
  await accessible(page, 'script')
  await form.getByRole('button', { name: '保存脚本' }).click()
  await form.waitFor({ state: 'detached' })
  await startDrill(page)
  await panel().waitFor()
  const { started } = await drill()
  expect(started).toMatchObject({ number: '演2026-001' })
  const { incidents } = await served.ask('board/read', {})
  expect(incidents.find(({ id }) => id === started!.incidentId)).toMatchObject({ drill: true })
})

it('plays its injects, is held and goes on, while no clock of a step stops', async () => {
  const incidentId = (await drill()).started!.incidentId
  await served.ask('incident/activate', { incidentId, planId: PLAN })
  await served.pass('70 s')
  await panel().locator('[data-delivered=n1]').waitFor()
  await panel().getByRole('button', { name: '暂停情景' }).click()
  await panel().getByRole('button', { name: '继续', exact: true }).waitFor()
  await served.pass('10 min')
  expect(await panel().locator('[data-delivered]').count()).toBe(1)
  const { incidents } = await served.ask('board/read', {})
  const { steps } = incidents.find(({ id }) => id === incidentId)!
  expect(steps.some(({ late }) => late)).toBe(true)
  await panel().getByRole('button', { name: '继续', exact: true }).click()
  await panel().getByRole('button', { name: '给出下一条' }).click()
  await panel().locator('[data-delivered=n2]').waitFor()
  await panel().getByRole('button', { name: '2倍', exact: true }).click()
  const improvised = panel().getByRole('form', { name: '临时加一条' })
  await improvised.getByLabel('情景').fill('记者来电询问')
  await improvised.getByRole('button', { name: '加上并给出' }).click()
  await panel().getByText('记者来电询问').waitFor()
  await page.getByText('有真实事件在进行').waitFor()
  await accessible(page, 'panel')
  await panel().evaluate((part) => part.scrollIntoView({ block: 'start' }))
  await shot(page, 'drills-panel.png')
  const open = steps.filter(({ state }) => state === 'open').slice(0, 4)
  for (const { id: stepId } of open)
    await served.ask('incident/step', { incidentId, stepId, outcome: 'done' })
})

it('has a finding recorded, ends, and is scored with the reasons of what was changed', async () => {
  const form = await endDrill(page, panel(), FINDING)
  await score(form)
  await accessible(page, 'evaluating')
  await form.evaluate((part) => part.scrollIntoView({ block: 'start' }))
  await shot(page, 'drills-evaluation.png')
  await form.getByRole('button', { name: '完成评估' }).click()
  await page.getByRole('button', { name: '重新评估' }).waitFor()
  const { evaluation, state } = await drill()
  expect(state).toBe('evaluated')
  expect(evaluation).toMatchObject({ person: '王主任', contents: { execution: '基本达到' } })
  expect(evaluation!.items[0]).toMatchObject({ score: 0, reason: '靠提醒才受理' })
})

it('is shown to who took part and reported to the authority', async () => {
  await page.getByRole('button', { name: /^已阅/ }).click()
  await page.getByText('2026-11-24已阅').waitFor()
  const form = page.getByRole('form', { name: '报送主管部门' })
  await form.getByLabel('报送给').fill('区应急管理局')
  await form.getByRole('button', { name: '记下报送' }).click()
  await page.getByText('2026-11-24已报送区应急管理局').waitFor()
  await accessible(page, 'evaluated')
})

it('its finding is turned into a revision of the plan', async () => {
  await measureOfFinding(page, MEASURE)
  const action = page.locator('[data-action="整2026-001"]')
  await action.getByRole('link', { name: /演2026-001/ }).waitFor()
  await action.getByRole('button', { name: '开预案草稿' }).click()
  await page.getByRole('navigation', { name: '预案结构' }).waitFor()
  const { draft } = await served.ask('plans/source', { planId: PLAN })
  const changed = { ...(draft as object), triggers: ['热线打不通', '演练后补的说法'] }
  await served.ask('plans/draft-save', { planId: PLAN, draft: changed })
  const why = { why: '按整2026-001修订', approvedBy: '陈国栋' }
  await served.ask('plans/approve', { planId: PLAN, ...why })
  const [opened] = (await served.ask('action/list', {})).actions
  expect(opened).toMatchObject({
    ...{ source: { kind: 'drill', number: '演2026-001', finding: 'f1' } },
    carried: [{ planId: PLAN, number: '1' }],
  })
})

it('moves the next due day, and leaves the figures of real incidents as they were', async () => {
  expect(await dueDay()).toBe('2027-05-24')
  await goTo(page, '#/readiness/drills')
  const row = page.locator(`[data-plan=${PLAN}]`)
  await row.getByText('2026-11-24').waitFor()
  await page.getByText('今年已演练1次').waitFor()
  await page
    .getByRole('link', { name: /李强|演2026-001/ })
    .first()
    .waitFor()
  await accessible(page, 'programme')
  await shot(page, 'drills.png')
  expect(await figures()).toEqual(real)
})

it('stands in English in light on a narrow screen, and showed no error', async () => {
  await goTo(page, '#/now')
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  await goTo(page, '#/readiness/drills')
  await page.setViewportSize({ width: 720, height: 900 })
  await page.getByText('Next drill of each plan').waitFor()
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(wide).toBeLessThanOrEqual(0)
  expect(await issuesInBothThemes(page)).toEqual([])
  demo.desk.expectQuiet()
  expect(served.errors).toEqual([])
})
