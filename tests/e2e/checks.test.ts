/**
 * Checks in the real browser with moved time: a patrol list taken into use, a round ticked by the
 * codes of its points and signed, the next one missed; a venue check before a conference by the
 * keyboard, whose critical failure is an incident by one key and whose other one a hazard, until
 * the event is ready. It draws the pictures of docs/checks.md.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import { allGood, signCheck } from './readiness-acts.ts'
import { accessible, daysPass, dialogNamed, goTo, shot } from './story-faces.ts'

const START = '2026-11-24T08:30:00+08:00' // a Tuesday
const HOUR = 1 / 24

let demo: Demo
let served: Served
let page: Page

beforeAll(async () => {
  demo = await openConsole(serveStation(START))
  ;({ served, page } = demo)
})
afterAll(() => demo?.close())

const button = (name: string, within: Locator | Page = page): Locator =>
  within.getByRole('button', { name, exact: true })
const takeUp = (id: string): Locator => page.locator(`[data-shipped=${id}]`).getByText('启用')
const today = async () => (await served.ask('check/list', {})).standings[0]?.slots ?? []
const items = (): Locator => page.locator('[data-item]')
const event = (): Locator => page.locator('[data-event="年会"]')

it('a patrol list is taken into use with its points, each with a code to be printed', async () => {
  await goTo(page, '#/readiness/checks')
  await page.getByText('还没有在用的检查表').waitFor()
  await page.getByRole('link', { name: '去启用' }).click()
  await takeUp('fire-patrol').click()
  const form = dialogNamed(page, /^启用“防火巡查”/)
  await form.getByLabel(/^责任人/).fill('保安老赵')
  await form.getByLabel('点位1').fill('东门')
  await button('加一个点', form).click()
  await form.getByLabel('点位2').fill('配电房')
  await accessible(page, 'checklist')
  await form.getByLabel('每几分钟一次').fill('180')
  await button('启用', form).click()
  await form.getByText(/间隔比规定的长/).waitFor()
  await form.getByLabel('每几分钟一次').fill('120')
  await button('启用', form).click()
  await form.waitFor({ state: 'detached' })
  await page.locator('[data-checklist="防火巡查"]').getByText('打印点位码').click()
  await page.getByText('配电房').waitFor()
  await accessible(page, 'labels')
})

it('a round is ticked by scanning, signed, and the next one is missed', async () => {
  const codes = await page.locator('code').allInnerTexts()
  expect(codes).toHaveLength(2)
  await daysPass(demo, HOUR)
  await goTo(page, '#/readiness/checks')
  const field = page.getByLabel(/^扫点位二维码/)
  await field.fill('P-12345678')
  await page.keyboard.press('Enter')
  await page.getByText('没有这个巡查点').waitFor()
  await field.fill(codes[0] ?? '')
  await page.keyboard.press('Enter')
  await page.getByText(/到点：东门，还剩1个点/).waitFor()
  await field.fill(codes[1] ?? '')
  await page.keyboard.press('Enter')
  await page.getByText(/全部到齐，请签字/).waitFor()
  await page.getByRole('link', { name: '去签字' }).click()
  await signCheck(page)
  expect((await today())[0]?.state).toBe('done')

  await daysPass(demo, 4 * HOUR)
  await goTo(page, '#/readiness/checks')
  await page.locator('[data-list-name="防火巡查"] .missed').waitFor()
  await accessible(page, 'checks today')
  await shot(page, 'checks-today.png')
  expect((await today()).map(({ state }) => state).slice(0, 3)).toEqual(['done', 'missed', 'due'])
  await goTo(page, '#/readiness')
  const due = (words: string): Locator => page.locator('[data-obligation]', { hasText: words })
  await due('防火巡查漏巡1次').waitFor()
  await due('防火巡查该巡了').getByRole('link').click()
  await page.locator('[data-list-name="防火巡查"]').waitFor()
})

it('an event says what it lacks', async () => {
  await goTo(page, '#/readiness/checks/lists')
  await takeUp('venue-check').click()
  const list = dialogNamed(page, /^启用“会场安全检查”/)
  await button('启用', list).click()
  await list.waitFor({ state: 'detached' })
  await goTo(page, '#/readiness/checks/events')
  await button('登记一项活动').click()
  const form = dialogNamed(page, '登记一项活动')
  await form.getByLabel('名称').fill('年会')
  await form.getByLabel('会场', { exact: true }).fill('一号厅')
  await form.getByLabel('预计人数').fill('1200')
  await form.getByLabel('向公众开放').check()
  await form.getByText(/要有公安机关许可/).waitFor()
  await form.getByLabel('许可文号').fill('公治许〔2026〕3号')
  await form.getByLabel(/^总指挥/).fill('王总')
  await accessible(page, 'event')
  await button('保存', form).click()
  await form.waitFor({ state: 'detached' })
  await event().getByText('缺4项').waitFor()
  await event().getByText('会场检查没有签字').waitFor()
  await accessible(page, 'events')
  await shot(page, 'checks-events.png')
})

it('its venue check goes by the keys; what failed is an incident or a hazard', async () => {
  await button('会场检查', event()).click()
  const start = dialogNamed(page, /^开始检查/)
  expect(await start.getByLabel('地点').inputValue()).toBe('一号厅')
  await button('开始', start).click()
  await items().first().waitFor()
  await items().first().locator('[data-focus]').focus()
  await page.keyboard.press('n')
  await items()
    .first()
    .getByText(/要紧项不合格/)
    .waitFor()
  await items().first().getByLabel('哪里不合格').fill('东侧出口上锁')
  await page.keyboard.press('Enter')
  await button('报事件', items().first()).click()
  await page.getByText(/^已报事件2026-001/).waitFor()

  await items().nth(1).locator('[data-focus]').focus()
  await allGood(page, (await items().all()).slice(1, -1))
  await items().last().locator('[data-focus]').focus()
  await page.keyboard.press('n')
  await button('登记隐患', items().last()).click()
  const hazard = dialogNamed(page, '登记一项隐患')
  await hazard.getByLabel(/^责任人/).fill('李工')
  await accessible(page, 'hazard')
  await button('登记隐患', hazard).click()
  await hazard.waitFor({ state: 'detached' })
  await page.getByText('隐患：整2026-001').waitFor()
  await accessible(page, 'check')
  await shot(page, 'checks-run.png')
  await signCheck(page)

  const [incident] = (await served.ask('board/read', {})).incidents
  expect(incident).toMatchObject({ place: '一号厅', drill: false })
  await goTo(page, '#/readiness/checks/hazards')
  await page.locator('[data-hazard="整2026-001"]').getByText('一号厅').waitFor()
  await accessible(page, 'hazards')
})

it('is checked again once all is put right, and the month has its figures', async () => {
  await goTo(page, '#/readiness/checks/events')
  await event().getByText('会场检查有不合格未消除').waitFor()
  await button('复检', event()).click()
  await button('开始', dialogNamed(page, /^开始检查/)).click()
  await items().first().waitFor()
  await items().first().locator('[data-focus]').focus()
  await allGood(page, await items().all())
  await signCheck(page)
  await goTo(page, '#/readiness/checks/events')
  await event()
    .getByText(/^会场检查.*签字$/)
    .waitFor()
  expect((await served.ask('action/list', {})).open).toBe(1)

  await goTo(page, '#/readiness/checks/records')
  await page.getByText('应做2次，做了1次（晚0次），漏1次；另做2次').waitFor()
  await page.getByText('不合格2项（要紧1项），漏点0个').waitFor()
  await page.getByText('隐患新增1项（重大0项），消除0项，未消除1项（逾期0项）').waitFor()
  await accessible(page, 'records')
})
