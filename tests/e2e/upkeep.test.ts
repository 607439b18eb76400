/**
 * A plan document kept alive, in the real browser with moved time: issued and filed, made known, a
 * plan of it revised so that it must be filed again, its package taken, and evaluated after three
 * years. It draws the pictures of docs/plan-upkeep.md.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { unzip } from '#main/adapters/export/zip-archive.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import { send } from './readiness-acts.ts'
import { accessible, daysPass, dialogNamed, goTo, shot } from './story-faces.ts'

const START = '2026-11-24T09:10:00+08:00'
const DOCUMENT = 'gas-customer-service'
const TITLE = '燃气客户服务预案'
const PLAN = 'gas-hotline-failure'
const PLAN_TITLE = '客服热线故障处置预案'
const about = { documentId: DOCUMENT }

let demo: Demo
let served: Served
let page: Page

beforeAll(async () => {
  demo = await openConsole(serveStation(START, [DOCUMENT]))
  ;({ served, page } = demo)
})
afterAll(() => demo?.close())

const upkeep = async () => (await served.ask('upkeep/read', { about })).upkeep
const due = (name: string): Locator => page.locator(`[data-due="${name}"]`)
/** The page of the document; that of its upkeep, which leads there, has the same words. */
const book = (): Locator => page.locator('main.plans')
const press = (name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()
const record = (dialog: Locator, fields: Readonly<Record<string, string>>): Promise<void> =>
  send(dialog, '登记', fields)

it('is issued: two periods of 20 workdays begin, and both are told on the page', async () => {
  await goTo(page, '#/readiness/upkeep')
  await page
    .getByRole('row', { name: new RegExp(TITLE) })
    .getByText('没有登记印发')
    .waitFor()
  await accessible(page, 'board')
  await page.getByRole('link', { name: TITLE }).click()
  await due('issue').waitFor()
  await press('登记印发')
  const dialog = dialogNamed(page, `登记印发《${TITLE}》`)
  await accessible(page, 'issue')
  await shot(page, 'upkeep-issue.png')
  await record(dialog, { '签发人（主要负责人）': '陈总', 内容和原因: '首次印发' })
  await due('filing').getByText('2026-12-22前').waitFor()
  await due('known').getByText('2026-12-22前').waitFor()
  await due('evaluation').getByText('2029-11-24前').waitFor()
})

it('the document has its annexes, its rules and its revision record, and leads here', async () => {
  await press('改附件和附则')
  const dialog = dialogNamed(page, '附件和附则')
  await dialog.getByRole('button', { name: '用常见的四个附件' }).click()
  await dialog.getByLabel('监督检查').fill('安全部每季检查')
  await dialog.getByLabel('内容和原因').fill('补附则')
  await accessible(page, 'supplement')
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '看预案文件' }).click()
  await book().getByText('安全部每季检查').waitFor()
  await book().getByRole('row', { name: /陈总/ }).getByText('制定').waitFor()
  await accessible(page, 'document')
  expect((await upkeep()).supplement).toMatchObject({ number: 1 })
  await page.getByRole('link', { name: '预案维护' }).click()
  await due('filing').waitFor()
})

it('is filed with a receipt, and made known to both who must be told', async () => {
  await press('登记备案')
  await record(dialogNamed(page, /^登记《.*》备案/), {
    ...{ 备案机关: '市应急管理局', '备案编号（有回执再填）': '备2026-018' },
  })
  await due('filing').waitFor({ state: 'detached' })
  await press('登记告知')
  await record(dialogNamed(page, '登记告知'), {
    '哪些人、哪些单位': '全体员工',
    怎样告知: '班前会',
  })
  await press('登记告知')
  const dialog = dialogNamed(page, '登记告知')
  await dialog.getByLabel('没有可能受影响的单位').check()
  await record(dialog, { 为什么没有: '独立院落' })
  await due('known').waitFor({ state: 'detached' })
  expect(await upkeep()).toMatchObject({
    filings: [{ authority: '市应急管理局', receipt: { number: '备2026-018' } }],
    known: [{ to: 'staff' }, { to: 'affected', nobody: true }],
  })
})

it('a plan of it is revised in its procedure: the page says that it must be filed again, and which change is why', async () => {
  await daysPass(demo, 30)
  const { draft } = await served.ask('plans/source', { planId: PLAN })
  const steps = (draft['steps'] as { id: string }[]).map((step) =>
    step.id === 'hl-06' ? { ...step, due: { within: '5m', from: 'activated' } } : step,
  )
  await served.ask('plans/draft-save', { planId: PLAN, draft: { ...draft, steps } })
  await served.ask('plans/approve', { planId: PLAN, why: '演练后放宽', approvedBy: '李强' })
  await goTo(page, `#/readiness/upkeep/document.${DOCUMENT}`)
  await due('refiling').waitFor()
  const verdict = page.locator('[data-verdict="refile"]')
  await verdict.getByText(/^须重新备案/).waitFor()
  const change = page.getByRole('region', { name: PLAN_TITLE })
  await change.getByText('应急处置程序').first().waitFor()
  await change.getByText('启动预案后5分钟内').waitFor()
  await accessible(page, 'refiling')
  await page.getByRole('heading', { name: '要修订的' }).scrollIntoViewIfNeeded()
  await shot(page, 'upkeep-refiling.png')
  await daysPass(demo, 20)
  await goTo(page, '#/readiness?part=upkeep')
  await page.getByRole('link', { name: `《${TITLE}》修订后重新备案` }).waitFor()
})

it('its package holds text, explanation, record and checklist; filed, nothing is due any more', async () => {
  await goTo(page, `#/readiness/upkeep/document.${DOCUMENT}`)
  await press('写编制说明')
  const dialog = dialogNamed(page, '编制说明')
  await dialog.getByLabel('风险评估结果').fill('热线中断：中')
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  const dir = mkdtempSync(join(tmpdir(), 'vigil-e2e-filing-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const [sent] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'ZIP', exact: true }).click(),
  ])
  await sent.saveAs(join(dir, 'filing.zip'))
  const entries = unzip(readFileSync(join(dir, 'filing.zip')))
  expect(entries.get('02-statement.txt')?.toString()).toMatch(
    /热线中断：中[\s\S]*启动预案后5分钟内/,
  )
  expect(entries.get('01-plan.txt')?.toString()).toContain(PLAN_TITLE)
  await press('登记备案')
  await record(dialogNamed(page, /^登记《.*》备案/), { 备案机关: '市应急管理局' })
  await due('refiling').waitFor({ state: 'detached' })
  await page.getByText('与上次备案的文本相同').waitFor()
})

it('after three years it is evaluated, overdue by a day; what the evaluation wants is settled by a revision', async () => {
  await daysPass(demo, 1_047)
  await goTo(page, '#/readiness/upkeep')
  await page
    .getByRole('row', { name: new RegExp(TITLE) })
    .getByText('2029-11-24到期，已逾期')
    .waitFor()
  await shot(page, 'upkeep-board.png')
  await page.getByRole('link', { name: TITLE }).click()
  await press('登记评估')
  const dialog = dialogNamed(page, '登记评估')
  await dialog.getByLabel('结论').selectOption({ label: '要修订' })
  await dialog.getByLabel('同时开一项整改').check()
  await record(dialog, {
    ...{ 评估人: '安全部', 情况: '外部号码已过时', 措施: '核对全部号码' },
    '责任人（岗位或姓名）': '李工',
  })
  await due('evaluation').getByText('2032-11-25前').waitFor()
  await page.getByText('外部号码已过时').first().waitFor()
  const [action] = (await served.ask('action/list', {})).actions
  expect(action).toMatchObject({ what: '核对全部号码', why: '外部号码已过时' })
  await press('了结')
  const settling = dialogNamed(page, '了结修订要求')
  await settling.getByLabel(/^由哪份预案/).selectOption({ label: PLAN_TITLE })
  await settling.getByRole('button', { name: '了结', exact: true }).click()
  await settling.waitFor({ state: 'detached' })
  await page.getByText(`已由《${PLAN_TITLE}》的修订了结`).waitFor()
  expect((await upkeep()).dues.revisions).toEqual([])
  await page.getByRole('link', { name: '看预案文件' }).click()
  const row = book().getByRole('row', { name: new RegExp(PLAN_TITLE) })
  await row.getByText('修订').first().waitFor()
  demo.desk.expectQuiet()
})
