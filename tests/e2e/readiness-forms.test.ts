/**
 * Forms of readiness as a person fills them in the real browser: a risk that is assessed again and
 * withdrawn, a table of risks and a sign-in table by file, a talk that is put right, and the hall
 * whose contact person is somebody's post.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import { send } from './readiness-acts.ts'
import { accessible, dialogNamed, goTo, shot } from './story-faces.ts'

const START = '2026-11-24T09:10:00+08:00'
const SITE = 'gas-customer-service' // its plans demand a contact person of each hall

let demo: Demo
let served: Served
let page: Page
beforeAll(async () => {
  demo = await openConsole(serveStation(START, [SITE]), async ({ ask }) => {
    const { id: post } = await ask('people/post-set', { name: '大堂经理' })
    await ask('people/person-set', { name: '王芳', phones: [], posts: [post] })
    await ask('people/person-set', { name: '赵铁柱', phones: [], posts: [] })
    await ask('places/set', { name: '一号营业厅', kind: 'hall', size: 80 })
    const { courseId } = await ask('training/course-set', {
      ...{ title: '灭火器使用', words: '', posts: [], everybody: true, passMark: 80 },
      questions: [],
    })
    await ask('training/session-set', {
      ...{ courseId, heldAt: Date.parse('2026-11-20T14:00:00+08:00'), minutes: 60, place: '' },
      ...{ leader: { person: '李工' }, attendees: [] },
    })
  })
  ;({ served, page } = demo)
})
afterAll(() => demo?.close())

const button = (name: string, within: Locator | Page = page): Locator =>
  within.getByRole('button', { name, exact: true })
const risk = (what: string): Locator => page.getByRole('row').filter({ hasText: what })
async function tableOf(name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${text}`) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('heading', { name: /^读成了什么/ }).waitFor()
}

it('a risk is entered by keys, assessed again with its earlier grade on record, and withdrawn', async () => {
  await goTo(page, '#/readiness/checks/risks')
  await page.getByText('还没有登记风险').waitFor()
  await button('登记一项风险').click()
  const form = dialogNamed(page, '登记一项风险')
  await expect
    .poll(() => form.locator('[data-first]').evaluate((field) => document.activeElement === field))
    .toBe(true)
  await page.keyboard.type('窗口前人群拥挤')
  await form.getByLabel('等级').selectOption({ label: '较大风险（橙）' })
  await form.getByLabel('类别').selectOption({ label: '社会安全事件' })
  await form.getByLabel('责任人（可不填）').fill('大堂经理')
  await form.getByLabel('管控措施').fill('叫号，隔离带')
  await accessible(page, 'risk')
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
  await risk('窗口前人群拥挤').getByText('较大风险（橙）').waitFor()
  await risk('窗口前人群拥挤').getByText('2027-11-24').waitFor()

  await button('复评：窗口前人群拥挤').click()
  await send(dialogNamed(page, '复评风险'), '保存', { 管控措施: '叫号，隔离带，分时段' })
  await risk('窗口前人群拥挤').getByText('分时段').waitFor()
  await accessible(page, 'risks')
  await shot(page, 'checks-risks.png')
  await button('撤销风险：窗口前人群拥挤').click()
  await send(dialogNamed(page, /^撤销风险/), '撤销', { 为什么撤销: '改为预约办理' })
  await risk('窗口前人群拥挤').waitFor({ state: 'detached' })
})

it('a table of risks asks for the grade that it names otherwise, and is taken whole', async () => {
  await page.getByRole('link', { name: '导入表格' }).click()
  await tableOf(
    '风险清单.csv',
    '序号,风险点,风险等级,类别,管控措施,责任人\n1,后厨燃气泄漏,Ⅱ级,事故灾难,装报警器,大堂经理\n2,屋面积雪,蓝色,自然灾害,清雪,\n',
  )
  await page.getByLabel('风险等级 Ⅱ级').selectOption({ label: '较大风险（橙）' })
  await accessible(page, 'import of risks')
  await shot(page, 'import-risks.png')
  await button('导入2行').click()
  await page.getByText('已导入：新增2').waitFor()
  await page.getByRole('link', { name: '回到列表查看' }).click()
  await risk('后厨燃气泄漏').getByText('大堂经理').waitFor()
  await risk('屋面积雪').getByText('低风险（蓝）').waitFor()
})

it('a sign-in table asks who the stranger is; who was away is shown and stays out', async () => {
  await goTo(page, '#/readiness/training/sessions')
  await page.getByRole('link', { name: '导入签到表' }).click()
  await tableOf(
    '签到表.csv',
    '姓名,岗位,签到,成绩\n赵铁柱,,√,85\n牛魔王,外协,到,\n王芳,大堂经理,请假,\n',
  )
  await page.getByLabel(/^哪一场/).selectOption({ label: '2026-11-20 灭火器使用' })
  await page.getByText('没有读的行（1）').click()
  await page.getByText('王芳 请假').waitFor()
  await page.getByLabel('人员 牛魔王').selectOption({ label: '名册以外：牛魔王' })
  await accessible(page, 'import of attendance')
  await shot(page, 'import-attendance.png')
  await button('导入2行').click()
  await page.getByRole('link', { name: '回到列表查看' }).click()
  await page.getByText('赵铁柱、牛魔王').waitFor()
  const { sessions, courses } = await served.ask('training/read', {})
  expect(sessions).toHaveLength(1)
  expect(courses[0]?.exams).toMatchObject([{ learner: { name: '赵铁柱' }, right: 85 }])
})

it('a talk is recorded, put right, and struck out with a reason', async () => {
  await goTo(page, '#/readiness/upkeep/talks')
  await page.getByText('还没有记过往来').waitFor()
  await button('记一次往来').click()
  const form = dialogNamed(page, '记一次往来')
  await accessible(page, 'talk')
  await send(form, '登记', {
    '和谁（单位）': '辖区消防救援站',
    本单位谁去的: '王芳',
    谈了什么: '一起看了消火栓',
  })
  await button('改2026-11-24与辖区消防救援站的往来').click()
  await send(dialogNamed(page, '改这次往来'), '登记', { '约定了什么（可不填）': '每季度来一次' })
  await page.getByText('约定：每季度来一次').waitFor()
  await accessible(page, 'talks')
  await button('作废2026-11-24与辖区消防救援站的往来').click()
  await send(dialogNamed(page, /^作废/), '作废', { 为什么作废: '记重了' })
  await page.getByText('还没有记过往来').waitFor()
})

it('a hall without a contact person is due until its post is chosen, and the place shows who it is (S09-124)', async () => {
  await goTo(page, '#/readiness')
  const line = page.locator('[data-obligation]').filter({ hasText: '一号营业厅' })
  await line.getByRole('link').click()
  await button('修改一号营业厅').click()
  const form = dialogNamed(page, '修改一号营业厅')
  await form.getByLabel('联络人由哪个岗位担任（可不选）').selectOption({ label: '大堂经理' })
  await accessible(page, 'place')
  await button('保存地点', form).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('联络人：王芳').waitFor()
  await goTo(page, '#/readiness')
  await page.locator('[data-obligation]').first().waitFor()
  await expect.poll(() => line.count()).toBe(0)
  demo.desk.expectQuiet()
})
