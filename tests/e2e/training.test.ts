/**
 * A year of training at the console with moved time: a course made from a plan, its session, an
 * exam by keyboard, the card of a post signed, what expires a year later and stands in the list of
 * what is due. It draws the picture of docs/training.md.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import { passExam } from './readiness-acts.ts'
import { accessible, daysPass, dialogNamed, goTo, shot } from './story-faces.ts'

const START = '2026-02-27T09:10:00+08:00'
const PLAN = 'gas-hotline-failure'

let demo: Demo
let page: Page
let post = ''
let title = ''

beforeAll(async () => {
  demo = await openConsole(serveStation(START), async (served) => {
    const proposal = await served.ask('training/proposal', { planId: PLAN })
    post = proposal.posts[0] ?? ''
    title = proposal.title.zh
    for (const name of ['李工', '王芳'])
      await served.ask('people/person-set', { name, phones: [], posts: [post] })
  })
  ;({ page } = demo)
})
afterAll(() => demo?.close())

const read = () => demo.served.ask('training/read', {})
const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name })

it('a course is made from a plan, with questions of its limits and numbers', async () => {
  await goTo(page, '#/readiness/training/courses')
  await page.getByRole('button', { name: '新课程' }).click()
  const form = dialogNamed(page, '新课程')
  await form.getByLabel('从预案生成').selectOption({ label: title })
  await form.getByRole('status').getByText('已按').waitFor()
  await accessible(page, 'course')
  await form.getByRole('button', { name: '保存课程' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('12个月一次').waitFor()
  const [course] = (await read()).courses
  expect(course).toMatchObject({ planId: PLAN, title })
  expect(course?.questions.length).toBeGreaterThan(0)
})

it('a session is entered with who was there', async () => {
  await goTo(page, '#/readiness/training/sessions')
  await page.getByRole('button', { name: '登记一场' }).click()
  const form = dialogNamed(page, '登记一场培训')
  await accessible(page, 'session')
  await form.getByLabel('地点').fill('二楼会议室')
  await form.getByLabel('主讲').fill('外请教员')
  await form.getByRole('combobox', { name: '到场的人' }).fill('李工')
  await page.keyboard.press('Enter')
  await form.getByLabel(/^名册以外/).fill('实习生甲、实习生乙')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('3人', { exact: true }).waitFor()
  expect((await read()).figures).toMatchObject({ sessions: 1, attendances: 3, lacking: 2 })
})

it('somebody passes by keyboard alone, and stands as valid', async () => {
  await goTo(page, '#/readiness/training')
  await rowOf('李工').getByText('未培训').waitFor()
  await accessible(page, 'who lacks what')
  const [course] = (await read()).courses
  await passExam(page, '李工', course?.questions ?? [])
  await accessible(page, 'result')
  await page.getByRole('link', { name: '回到名单' }).click()
  await rowOf('李工').getByText('至2027-02-27').waitFor()
  await shot(page, 'training.png')
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('heading', { name: '培训记录' }).waitFor()
  expect(await page.getByRole('button', { name: '只看缺的' }).isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
})

it('the card of the post is read and signed', async () => {
  await goTo(page, '#/readiness/training/sign-off')
  const plan = page.locator(`[data-plan="${PLAN}"]`)
  const isOpen = await plan.locator('details').getAttribute('open')
  if (isOpen === null) await plan.locator('summary').click()
  await plan.getByRole('button', { name: /^读卡签收：李工/ }).click()
  const card = dialogNamed(page, '李工的应急处置卡')
  await card.getByRole('listitem').first().waitFor()
  await accessible(page, 'card')
  await card.getByRole('button', { name: '我已读过，签收' }).click()
  await card.waitFor({ state: 'detached' })
  await plan.getByText('已签 2026-02-27').waitFor()
})

it('a year later it has expired, and the list of what is due leads to it', async () => {
  await daysPass(demo, 366)
  await goTo(page, '#/readiness')
  await page.getByText(`培训《${title}》`).first().waitFor()
  await goTo(page, '#/readiness/training')
  await rowOf('李工').getByText('已过期').waitFor()
  expect((await read()).owed.map(({ state }) => state)).toEqual(['expired', 'missing'])
})
