/**
 * What follows from a theft, in the real browser with moved time: a measure is opened from the
 * lesson of its review, the lesson becomes a revision of the plan whose history names the incident,
 * and the measure is done and checked in the next month; the figures of both months are the same on
 * every face. It draws the pictures of docs/aftermath.md.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { issuesInBothThemes, openConsole, type Demo } from './demo.ts'
import {
  accessible,
  daysPass,
  dialogNamed,
  figuresOf,
  goTo,
  packageOf,
  shot,
} from './story-faces.ts'

const START = '2026-11-24T09:10:00+08:00'
const PLACE = '湾心营业厅'
const PLAN = 'gas-property-loss-company'
const TITLE = '公司财产损失处置预案'
const LESSON = '下班前没有人核对柜门和验钞机'
const MEASURE = '下班两人核对，柜门加锁，拍照留底'

let demo: Demo
let served: Served
let page: Page
let incidentId = ''

beforeAll(async () => {
  demo = await openConsole(serveStation(START))
  ;({ served, page } = demo)
  const report = { narrative: `${PLACE}的验钞机被偷了`, place: PLACE }
  ;({ incidentId } = await served.ask('incident/report', report))
  await served.ask('incident/activate', { incidentId, planId: PLAN })
})
afterAll(() => demo?.close())

const see = (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor()
const incident = async () => (await served.ask('history/read', { incidentId })).incident
const actions = async () => (await served.ask('action/list', {})).actions
const measure = (): Locator => page.locator('[data-action="整2026-001"]')

it('its compensation is agreed and paid, it is closed, and reviewed at the console', async () => {
  await served.ask('incident/step', { incidentId, stepId: 'pc-03', outcome: 'done' })
  const rest = (await incident()).steps.filter(({ state }) => ['open', 'waiting'].includes(state))
  for (const { id: stepId } of rest)
    await served.ask('incident/step', {
      ...{ incidentId, stepId, outcome: 'not-applicable', reason: '当场追回' },
    })
  await served.ask('incident/move', { incidentId, to: 'closed', reason: '追回' })
  await page.locator('.incidents .row', { hasText: PLACE }).first().click()
  await page.locator('.case').getByRole('button', { name: '善后', exact: true }).click()
  const aftermath = dialogNamed(page, /^善后：/)
  await aftermath.getByRole('button', { name: '登记善后事项' }).click()
  const entry = dialogNamed(page, /^登记善后事项/)
  await entry.getByLabel('事项').selectOption({ label: '赔偿' })
  await entry.getByLabel(/^对谁/).fill('柜台商户雀大甲')
  await entry.getByLabel(/^谁办/).fill('何东')
  await entry.getByLabel(/^议定金额/).fill('1500')
  await accessible(page, 'aftercare')
  await entry.getByRole('button', { name: '登记', exact: true }).click()
  await entry.waitFor({ state: 'detached' })
  await aftermath.getByRole('button', { name: /^办结/ }).click()
  const done = dialogNamed(page, /^办结/)
  await done.getByLabel(/^实付金额/).fill('1499.50')
  await accessible(page, 'aftercare done')
  await done.getByRole('button', { name: '记为办结' }).click()
  await aftermath.getByText('赔偿议定1500元，已付1499.50元').waitFor()

  await aftermath.getByRole('button', { name: '写复盘' }).click()
  const review = dialogNamed(page, /^复盘/)
  await review.getByLabel('原因', { exact: true }).fill('柜门没有锁')
  await review.getByLabel('做得好的').fill('三分钟内报到主管领导')
  await review.getByLabel(/^教训/).fill(LESSON)
  await review.getByLabel('参加的人').fill('何东、陆北')
  await accessible(page, 'review')
  await shot(page, 'aftermath-review.png')
  await review.getByRole('button', { name: '保存' }).click()
  await review.waitFor({ state: 'detached' })
  expect((await incident()).aftermath).toMatchObject({
    ...{ agreedFen: 150_000, paidFen: 149_950 },
    reviews: [{ kind: 'review', lessons: [{ text: LESSON }] }],
  })
})

it('a measure is opened from its lesson, with what was found and the plan that is to say it', async () => {
  const aftermath = dialogNamed(page, /^善后：/)
  await aftermath.getByRole('button', { name: '定整改措施' }).click()
  const form = dialogNamed(page, '开一项整改')
  expect(await form.getByLabel('问题或教训').inputValue()).toBe(LESSON)
  await form.getByLabel('措施', { exact: true }).fill(MEASURE)
  await form.getByLabel(/^责任人/).fill('李工')
  await form.getByLabel('要改的预案').selectOption({ label: TITLE })
  await accessible(page, 'measure')
  await shot(page, 'aftermath-measure.png')
  await form.getByRole('button', { name: '记下' }).click()
  await form.waitFor({ state: 'detached' })
  await aftermath.getByText(MEASURE).waitFor()
  await accessible(page, 'aftermath')
  await shot(page, 'aftermath.png')
  await page.keyboard.press('Escape')
  await aftermath.waitFor({ state: 'detached' })
  expect(await actions()).toMatchObject([
    { number: '整2026-001', state: 'open', due: '2026-12-24', planId: PLAN },
  ])
})

it('its lesson becomes a revision of the plan, and each names the other', async () => {
  await goTo(page, '#/actions')
  await measure()
    .getByRole('button', { name: /^整2026-001/ })
    .click()
  await measure().getByRole('button', { name: '开预案草稿' }).click()
  const why = page.getByRole('region', { name: '起因' })
  await why.getByText(LESSON).waitFor()
  await why.getByText(/事件2026-001/).waitFor()
  const outline = page.getByRole('navigation', { name: '预案结构' })
  await outline.getByRole('button', { name: /^沉住气，初查原因/ }).click()
  const title = {
    zh: '沉住气，初查原因，看柜门锁没锁',
    en: 'Stay calm, look for the cause and at locks',
  }
  await page.getByRole('textbox', { name: '名称 中文', exact: true }).fill(title.zh)
  await page.getByRole('textbox', { name: '名称 英文', exact: true }).fill(title.en)
  await page.getByText(/\d已存，值班员/).waitFor()
  await accessible(page, 'draft')
  await page.getByRole('button', { name: '批准…' }).click()
  const form = page.getByRole('dialog')
  const ticked = form.getByRole('group', { name: '这次修订写入的整改' }).getByRole('checkbox')
  await expect.poll(() => ticked.isChecked()).toBe(true)
  await form.getByLabel('修订原因').fill('按整2026-001修订')
  await form.getByLabel('批准人').fill('陈国栋')
  await accessible(page, 'approval')
  await shot(page, 'aftermath-approve.png')
  await form.getByRole('button', { name: '批准，启用这一版' }).click()
  await page.getByRole('link', { name: '整2026-001 2026-001' }).waitFor()

  await goTo(page, `#/plans/${PLAN}`)
  const history = page.getByRole('row', { name: /按整2026-001修订/ })
  await history.getByRole('link', { name: '起因：事件2026-001' }).waitFor()
  await history.getByRole('link', { name: '整2026-001' }).click()
  await measure().getByRole('link', { name: '已写入预案，修订第1号' }).waitFor()
  expect(await actions()).toMatchObject([{ carried: [{ planId: PLAN, number: '1' }] }])
})

it('in the next month it is done and checked by another', async () => {
  await daysPass(demo, 14)
  await goTo(page, '#/actions')
  await measure()
    .getByRole('button', { name: /^整2026-001/ })
    .click()
  await measure().getByRole('button', { name: '报完成' }).click()
  const done = dialogNamed(page, '整2026-001报完成')
  expect(await done.getByLabel('做了什么').inputValue()).toBe(`已写入《${TITLE}》，修订第1号`)
  await done.getByLabel(/^佐证/).fill('照片存值班室')
  await accessible(page, 'done')
  await done.getByRole('button', { name: '报完成' }).click()
  await done.waitFor({ state: 'detached' })
  await measure().getByRole('button', { name: '复查', exact: true }).click()
  const check = dialogNamed(page, '复查整2026-001')
  await check.getByLabel(/^复查人/).fill('周敏')
  await check.getByLabel('复查情况').fill('抽查三天，都有照片')
  await accessible(page, 'check')
  await check.getByRole('button', { name: '记下复查' }).click()
  await check.waitFor({ state: 'detached' })
  await measure().getByText('周敏复查合格').waitFor()
  await accessible(page, 'closed measure')
  await shot(page, 'aftermath-closed.png')
  expect(await actions()).toMatchObject([
    { state: 'closed', late: false, done: { person: '李工' }, check: { person: '周敏' } },
  ])
})

const box = '整改措施'
const FIGURES = [
  { box, row: '期初结转', printed: '期初结转' },
  { box, row: '开出', printed: '开出' },
  { box, row: '复查合格', printed: '复查合格' },
  { box, row: '其中逾期完成', printed: '逾期完成' },
  { box, row: '未完成', printed: '未完成' },
]

it.each([
  ['2026-11', ['0', '1', '0', '0', '1']],
  ['2026-12', ['1', '0', '1', '0', '0']],
] as const)(
  'the figures of %s are the same on the page, in the monthly report and in the file',
  async (month, values) => {
    expect(await figuresOf(demo, month, FIGURES)).toEqual(values)
  },
)

it('archived, its package tells of the measure, and is whole on another folder', async () => {
  await served.ask('incident/move', { incidentId, to: 'archived' })
  const { words } = await packageOf(demo, incidentId)
  for (const part of [PLACE, '整2026-001', MEASURE, '复查合格', '1499.50', LESSON])
    expect(words).toContain(part)
})

it('stands in English in light on a narrow screen, and showed no error', async () => {
  await goTo(page, '#/now')
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  await goTo(page, '#/actions?show=all')
  await page.setViewportSize({ width: 720, height: 900 })
  await see('Checked')
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(wide).toBeLessThanOrEqual(0)
  expect(await issuesInBothThemes(page)).toEqual([])
  demo.desk.expectQuiet()
  expect(served.errors).toEqual([])
})
