/**
 * What the stories of readiness share: the list of what is due as a person reads it, and the forms
 * of drills, checks, upkeep and corrective actions as a person fills them.
 */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Demo } from './demo.ts'
import { dialogNamed, goTo } from './story-faces.ts'

type Fields = Readonly<Record<string, string>>

/** What stands in the list of what is due (到期事项), and its two counts. */
export type DueRead = { critical: number; due: number; lines: readonly string[] }

/** A button of the list that names a count. */
const countOf = async (page: Page, named: RegExp): Promise<number> =>
  Number((await page.getByRole('button', { name: named }).innerText()).replace(/\D/g, ''))

/** The list with its counts; each of them opens as many lines as it says. */
export async function readDue({ page, served }: Demo): Promise<DueRead> {
  await goTo(page, '#/readiness')
  const rows = page.locator('[data-obligation]')
  const { critical, due } = await served.ask('readiness/counts', {})
  await expect.poll(() => countOf(page, /^到期\d+项/)).toBe(due)
  expect(await countOf(page, /^要紧\d+项/)).toBe(critical)
  for (const [name, count] of [
    [/^要紧/, critical],
    [/^到期/, due],
  ] as const) {
    await page.getByRole('button', { name }).click()
    await expect.poll(() => rows.count()).toBe(count)
  }
  await page.getByRole('button', { name: /^全部/ }).click()
  const { obligations } = await served.ask('readiness/list', {})
  await expect.poll(() => rows.count()).toBe(obligations.length)
  return { critical, due, lines: await rows.locator('th a').allInnerTexts() }
}

/** Fills what a form asks for by its labels. */
export async function fill(form: Locator, fields: Fields): Promise<void> {
  for (const [label, words] of Object.entries(fields))
    await form.getByLabel(label).first().fill(words)
}

/** Fills what a dialog asks for by its labels, and sends it by the button named. */
export async function send(dialog: Locator, button: string, fields: Fields): Promise<void> {
  await fill(dialog, fields)
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The form in which a drill of the plan is arranged, filled but for its day; still open. */
export async function arrangement(page: Page, planId: string): Promise<Locator> {
  await goTo(page, '#/readiness/drills')
  const plan = page.locator(`[data-plan=${planId}]`)
  await plan.getByRole('button', { name: /^安排演练/ }).click()
  const form = dialogNamed(page, '安排演练')
  await form.getByLabel('地点').fill('热线中心')
  await form.getByLabel(/^组织人/).fill('周敏')
  await form.getByLabel(/^评估人/).fill('王主任')
  await form.getByLabel('第1人姓名').fill('李强')
  await expect.poll(() => form.getByLabel(/^开场的报告/).inputValue()).toMatch(/^有人报告：/)
  return form
}

export async function startDrill(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始演练' }).click()
  await dialogNamed(page, '现在开始演练？').getByRole('button', { name: '开始演练' }).click()
}

/** A finding is recorded while the drill runs, and the drill ends: its evaluation is open. */
export async function endDrill(page: Page, panel: Locator, finding: string): Promise<Locator> {
  const findings = page.getByRole('form', { name: '记一个问题' })
  await findings.getByLabel('看到什么问题').fill(finding)
  await findings.getByRole('button', { name: '记下', exact: true }).click()
  await page.locator('[data-finding=f1]').waitFor()
  await panel.getByRole('button', { name: '结束演练' }).click()
  await dialogNamed(page, '结束演练？').getByRole('button', { name: '结束演练' }).click()
  const form = page.getByRole('form', { name: '评估' })
  await form.waitFor()
  return form
}

/** Every item has a score, the first one changed with a reason, and every content its words. */
export async function score(form: Locator): Promise<void> {
  for (const row of await form.locator('tr[data-item]').all()) {
    const points = row.getByRole('combobox')
    if ((await points.locator('option').first().innerText()).trim() === '请打分')
      await points.selectOption('5')
  }
  const first = form.locator('tr[data-item]').first()
  await first.getByRole('combobox').selectOption('0')
  await first.getByLabel(/改分原因$/).fill('靠提醒才受理')
  for (const area of await form.locator('.contents textarea').all()) await area.fill('基本达到')
}

/** Its finding f1 becomes a measure that is to change the plan; it is opened on its own page. */
export async function measureOfFinding(page: Page, measure: string): Promise<void> {
  const finding = page.locator('[data-finding=f1]')
  await finding.getByRole('button', { name: '开整改并改预案' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('措施').fill(measure)
  await form.getByLabel(/^责任人/).fill('李工')
  await form.getByRole('button', { name: '记下' }).click()
  await finding.getByRole('link', { name: '整2026-001' }).click()
}

/** Somebody of the list of people takes the exam by keyboard alone, and has every answer right. */
export async function passExam(
  page: Page,
  name: string,
  questions: readonly { text: string; right: number }[],
): Promise<void> {
  await page.getByRole('row').filter({ hasText: name }).getByRole('link').click()
  await page.getByRole('button', { name: '开始' }).click()
  for (const { text, right } of questions) {
    await page.locator('legend', { hasText: text }).waitFor()
    await page.keyboard.press(String(right + 1))
    await page.keyboard.press('Enter')
  }
  await page.getByRole('status').getByText('合格').first().waitFor()
}

/** Each of these items of a running check is good, by its key; the focus is on the first. */
export async function allGood(page: Page, items: readonly Locator[]): Promise<void> {
  for (const item of items) {
    await page.keyboard.press('y')
    const good = item.getByText('合格', { exact: true })
    await expect.poll(() => good.getAttribute('aria-pressed')).toBe('true')
  }
}

export async function signCheck(page: Page): Promise<void> {
  await page.getByLabel('签字人').fill('李工')
  await page.keyboard.press('Enter')
  await page.locator('.signed', { hasText: '李工签字' }).waitFor()
}
