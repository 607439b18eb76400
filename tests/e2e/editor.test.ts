/**
 * A plan is changed while an incident runs it, in a real browser over a real station: written,
 * checked as it is typed, tried, compared and approved. What runs keeps its text and says that
 * there is a newer one; what starts later has the new one.
 * It draws the pictures of docs/planning.md.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { type WatchedPage } from './browser.ts'
import { issuesInBothThemes, openConsole, pictureNamed, type Demo } from './demo.ts'

const TUESDAY = '2026-11-24T14:00:00+08:00'
const PLAN = 'gas-hotline-failure'
const MINUTE = 60_000

let demo: Demo
let served: Served
let desk: WatchedPage
let page: Page
let running: string

beforeAll(async () => {
  demo = await openConsole(serveStation(TUESDAY))
  ;({ served, desk, page } = demo)
  running = await start('热线中心')
  await page.getByText('热线故障').first().waitFor()
})
afterAll(() => demo?.close())

/** Reports that nobody gets through, and runs the plan. */
async function start(place: string): Promise<string> {
  const { incidentId } = await served.ask('incident/report', { narrative: '热线打不进来', place })
  await served.ask('incident/activate', { incidentId, planId: PLAN })
  await served.ask('incident/answer', { incidentId, fact: 'fault_kind', value: 'no-calls' })
  return incidentId
}
async function incident(id: string) {
  const entry = (await served.station.board()).incidents.find((candidate) => candidate.id === id)
  if (!entry) throw new Error('not on the board')
  return entry
}
/** Minutes from the report to the limit of the step that repairs the hotline. */
async function minutesToRepair(id: string): Promise<number> {
  const { receivedAt, steps } = await incident(id)
  return ((steps.find((step) => step.id === 'hl-14')?.dueAt ?? 0) - receivedAt) / MINUTE
}

const open = (name: string | RegExp) =>
  page.getByRole('navigation', { name: '预案结构' }).getByRole('button', { name }).click()
const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
const findings = () => page.getByRole('region', { name: '检查' })
const write = async (label: string, zh: string, en: string): Promise<void> => {
  await page.getByRole('textbox', { name: `${label} 中文`, exact: true }).fill(zh)
  await page.getByRole('textbox', { name: `${label} 英文`, exact: true }).fill(en)
}
async function pick(label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(words)
  await page.getByRole('option', { name: words }).first().click()
}
const picture = (name: string): Promise<Buffer> =>
  page.screenshot({ path: pictureNamed(`planning-${name}.png`), animations: 'disabled' })
async function expectAccessible(what: string): Promise<void> {
  expect(await issuesInBothThemes(page), what).toEqual([])
}

it('opens the text in force, finds no fault in it, and makes no draft of it by looking', async () => {
  await page.evaluate((plan) => {
    location.hash = `#/plans/${plan}/edit`
  }, PLAN)
  await findings().getByText('未发现问题').first().waitFor()
  await page.getByText('没有草稿，与现行版相同').waitFor()
  await expectAccessible('writing')
  expect(await served.ask('plans/draft-read', { planId: PLAN })).toBeNull()
})

it('takes a shorter limit, and saves it by itself', async () => {
  await open(/^10分钟内恢复电话接入/)
  await page.getByRole('textbox', { name: '时限 数', exact: true }).fill('8')
  await page.getByText('读作：接报后8分钟内').waitFor()
  await page.getByText(/\d已存，值班员/).waitFor()
  const stored = await served.ask('plans/draft-read', { planId: PLAN })
  expect(
    (stored?.draft.steps as { id: string; due?: unknown }[]).find(({ id }) => id === 'hl-14')?.due,
  ).toEqual({ within: '8m', from: 'reported' })
})

it('takes a question, and a step that depends on it', async () => {
  await open('增加问题')
  await write('问句', '有没有客户在厅里等？', 'Are customers waiting in a hall?')
  await page.getByText('短名、判断标准、何时问').click()
  await page.getByRole('textbox', { name: '编号', exact: true }).fill('customers_waiting')
  await page.getByRole('textbox', { name: '编号', exact: true }).press('Enter')
  await pick('谁回答', '营业厅同事')
  await open(/^请信息中心来修/)
  await open('增加步骤')
  await write('名称', '到厅里安抚等候的客户', 'Look after the customers who wait in the hall')
  await write('大屏短名', '到各营业厅安抚客户', 'Calm customers') // one character too many, and one more
  await pick('谁做', '营业厅同事')
  await page.getByRole('button', { name: '只在某种情况下做' }).click()
  await pick('条件的问题', '有没有客户在厅里等')
  await pick('条件的答案', '是')
  await page.getByText('读作：“有没有客户在厅里等？”答是').waitFor()

  const title = { zh: '到厅里安抚等候的客户', en: 'Look after the customers who wait in the hall' }
  const saved = async () => {
    const draft = (await served.ask('plans/draft-read', { planId: PLAN }))?.draft
    const { facts, steps } = draft as unknown as {
      facts: Record<string, { question: unknown }>
      steps: { title: { zh: string }; role: string; when?: unknown }[]
    }
    return {
      question: facts.customers_waiting?.question,
      step: steps.find((step) => step.title.zh === title.zh),
    }
  }
  await expect.poll(saved).toMatchObject({
    question: { zh: '有没有客户在厅里等？', en: 'Are customers waiting in a hall?' },
    step: { title, role: 'hall-staff', when: { fact: 'customers_waiting', is: 'yes' } },
  })
})

it('finds the planted fault as it is typed, beside its field and in the list, and leads back to it', async () => {
  await findings().getByText('1处错误').waitFor()
  const field = page.locator('[data-path$=".short"]')
  await field.getByText('最多7个字符，多了2个').waitFor()
  await tab('推演')
  await page.getByText('草稿有1处错误，改好后才能推演。').waitFor()
  await tab('编写')
  await open('概要')
  await findings()
    .getByRole('button', { name: /最多7个字符/ })
    .click()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('大屏短名 中文')
  await expectAccessible('a fault')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('安抚厅内客户')
  await findings().getByText('未发现问题').first().waitFor()
})

it('tries it: late after eight minutes now, and nothing is recorded by it', async () => {
  await tab('推演')
  await page.getByText('工作日', { exact: true }).first().waitFor()
  await page.getByRole('group', { name: '故障表现？' }).getByLabel('电话无法接入').check()
  const late = page.locator('.late', { hasText: '10分钟内恢复电话接入' })
  await late.waitFor()
  expect(await page.locator('ol > li', { has: late }).locator('.figure').textContent()).toBe('8分')
  await picture('dry-run')
  await expectAccessible('a dry run')
  expect((await served.station.board()).incidents).toHaveLength(1)
})

it('shows what is different from the text in force, grouped by what it concerns', async () => {
  await tab('差异')
  const limit = page.locator('dl', { hasText: '时限' })
  await limit.getByText('接报后8分钟内').waitFor()
  expect(await limit.locator('.before').allTextContents()).toEqual([
    expect.stringContaining('接报后10分钟内'),
  ])
  expect(await page.locator('.changes h3').allTextContents()).toEqual([
    expect.stringMatching(/问题.*有没有客户在厅里等？.*新增/),
    expect.stringMatching(/步骤.*到厅里安抚等候的客户.*新增/),
    expect.stringMatching(/步骤.*10分钟内恢复电话接入/),
  ])
  await expectAccessible('differences')
})

it('approves it with a reason and a name, and shows the record', async () => {
  await page.getByRole('button', { name: '批准…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('与现行版有3处不同').waitFor()
  await page.keyboard.press('Escape') // closes the dialog, and nothing else
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '批准…' }).click()
  await dialog.getByLabel('修订原因').fill('按演练总结缩短抢修时限')
  await dialog.getByLabel('批准人').fill('陈国栋')
  await picture('approve')
  await expectAccessible('approving')
  await dialog.getByRole('button', { name: '批准，启用这一版' }).click()
  const newest = page.getByRole('row').nth(1)
  await newest.getByText('按演练总结缩短抢修时限').waitFor()
  expect(await newest.textContent()).toMatch(/1修订按演练总结缩短抢修时限陈国栋值班员/)
  await page.getByText('有1起事件仍用启动时的旧版').waitFor()
  await page.getByText('没有草稿，与现行版相同').waitFor()
  await expectAccessible('the record')
})

it('the running incident keeps its text, and says that a newer one exists', async () => {
  expect(await minutesToRepair(running)).toBe(10)
  expect((await incident(running)).plans[0]).toMatchObject({ planId: PLAN, newer: true })
  await page.getByRole('navigation', { name: '页面' }).getByText('当前').click()
  await page.getByText('有新版').waitFor()
})

it('a new incident runs the new text', async () => {
  const fresh = await start('城西营业厅')
  expect(await minutesToRepair(fresh)).toBe(8)
  const { plans, steps, facts } = await incident(fresh)
  expect(plans[0]).toMatchObject({ newer: false })
  expect(facts.map(({ key }) => key)).toContain('customers_waiting')
  expect(steps.find(({ title }) => title.zh === '到厅里安抚等候的客户')).toMatchObject({
    state: 'waiting',
  })
})

it('shows no error, and the station logs none', () => {
  desk.expectQuiet()
  expect(served.errors).toEqual([])
})
