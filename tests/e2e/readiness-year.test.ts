/**
 * A year of a site in the real browser with moved time, as its people live it: a document filed
 * and made known, training held and signed, a medicine that expires, a drill whose finding becomes
 * an approved revision, a check whose hazard is put right, and a three-minute drill that a real
 * report breaks off. After each the list of what is due and its two counts are as they should be,
 * and of all of it the figures of real incidents know the one real report.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DrillRead } from '#shared/domain/drill/draw.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import {
  allGood,
  arrangement,
  endDrill,
  fill,
  measureOfFinding,
  passExam,
  readDue,
  score,
  send,
  signCheck,
  startDrill,
  type DueRead,
} from './readiness-acts.ts'
import { daysPass, dialogNamed, figuresOf, goTo } from './story-faces.ts'

const START = '2026-01-06T09:10:00+08:00' // a Tuesday
const DOCUMENT = 'gas-customer-service'
const TITLE = '燃气客户服务预案'
const PLAN = 'gas-hotline-failure'
const PLAN_TITLE = '客服热线故障处置预案'
const MEDICINE = '碘伏消毒液'
const PEOPLE = ['李工', '王芳']
const FINDING = '组别负责人的号码打不通'
const TYPED = '三楼有人说闻到'

let demo: Demo
let served: Served
let page: Page
let course = ''

beforeAll(async () => {
  demo = await openConsole(serveStation(START, [DOCUMENT]), async (station) => {
    const { posts, title } = await station.ask('training/proposal', { planId: PLAN })
    course = title.zh
    for (const name of PEOPLE)
      await station.ask('people/person-set', { name, phones: [], posts: posts.slice(0, 1) })
    await station.ask('supply/enter', {
      ...{ name: MEDICINE, class: 'medical', unit: '瓶', minimum: 2 },
      place: { words: '药品柜' },
      batches: [
        { number: 'A1', expiry: '2026-06-30', count: 2 },
        { number: 'A2', expiry: '2027-11-30', count: 3 },
      ],
    })
  })
  ;({ served, page } = demo)
})
afterAll(() => demo?.close())

const button = (name: string | RegExp, within: Locator | Page = page): Locator =>
  within.getByRole('button', { name, exact: true }).first()
const action = (number: string): Locator => page.locator(`[data-action="${number}"]`)
const linesOf = ({ lines }: DueRead, words: string): readonly string[] =>
  lines.filter((line) => line.includes(words))

/** How many sign-offs of plans the post of these people still owes, by its one line. */
const openSignOffs = (read: DueRead): number =>
  linesOf(read, '待签收预案').reduce((sum, line) => sum + Number(/(\d+)份/.exec(line)?.[1]), 0)

/** Real incidents, their late limits, and drills: of a month on its page, report and file. */
const month = (name: string) =>
  figuresOf(demo, name, [
    { big: 'incidents', printed: '突发事件（起）', filed: '突发事件' },
    { big: 'late', printed: '其中超时（项）', filed: '超时' },
    { big: 'drills', printed: '演练（次，不计入）', filed: '演练' },
  ])

/** What the counts lose while something is done, and the lines that are there before and after. */
async function settling(what: () => Promise<void>): Promise<{
  before: DueRead
  after: DueRead
  settled: readonly [critical: number, due: number]
}> {
  const before = await readDue(demo)
  await what()
  const after = await readDue(demo)
  return { before, after, settled: [before.critical - after.critical, before.due - after.due] }
}

/** Each of them reads the card of the post and signs for the plan. */
async function cardsSigned(): Promise<void> {
  await goTo(page, '#/readiness/training/sign-off')
  const plan = page.locator(`[data-plan="${PLAN}"]`)
  if ((await plan.locator('details').getAttribute('open')) === null)
    await plan.locator('summary').click()
  for (const name of PEOPLE) {
    await plan.getByRole('button', { name: new RegExp(`^读卡签收：${name}`) }).click()
    const card = dialogNamed(page, `${name}的应急处置卡`)
    await card.getByRole('listitem').first().waitFor()
    await send(card, '我已读过，签收', {})
  }
}

/** An action is reported as done by who had to, and checked by somebody else. */
async function doneAndChecked(number: string, words: string): Promise<void> {
  await goTo(page, '#/actions')
  await action(number)
    .getByRole('button', { name: new RegExp(`^${number}`) })
    .click()
  await button('报完成', action(number)).click()
  await send(dialogNamed(page, `${number}报完成`), '报完成', { 做了什么: words, 完成人: '李工' })
  await button('复查', action(number)).click()
  await send(dialogNamed(page, `复查${number}`), '记下复查', { 复查人: '周敏' })
  const { actions } = await served.ask('action/list', {})
  expect(actions.find((each) => each.number === number)?.state).toBe('closed')
}

it('January: its plan document is issued', async () => {
  const { before, after, settled } = await settling(async () => {
    await goTo(page, `#/readiness/upkeep/document.${DOCUMENT}`)
    await button('登记印发').click()
    await send(dialogNamed(page, `登记印发《${TITLE}》`), '登记', {
      ...{ '签发人（主要负责人）': '陈总', 内容和原因: '首次印发' },
    })
  })
  expect(linesOf(before, TITLE)).toEqual([`《${TITLE}》没有登记印发`])
  expect([linesOf(after, TITLE), settled]).toEqual([[], [0, 1]])
})

it('February: neither filed nor made known, it breaks the law until it is both', async () => {
  await daysPass(demo, 31)
  const { before, after, settled } = await settling(async () => {
    await goTo(page, `#/readiness/upkeep/document.${DOCUMENT}`)
    await button('登记备案').click()
    const authority = { 备案机关: '市应急管理局', '备案编号（有回执再填）': '备2026-018' }
    await send(dialogNamed(page, /^登记《.*》备案/), '登记', authority)
    await button('登记告知').click()
    const staff = { '哪些人、哪些单位': '全体员工', 怎样告知: '班前会' }
    await send(dialogNamed(page, '登记告知'), '登记', staff)
    await button('登记告知').click()
    const dialog = dialogNamed(page, '登记告知')
    await dialog.getByLabel('没有可能受影响的单位').check()
    await send(dialog, '登记', { 为什么没有: '独立院落' })
  })
  expect(linesOf(before, TITLE).toSorted()).toEqual([`《${TITLE}》告知`, `《${TITLE}》备案`])
  expect([linesOf(after, TITLE), settled]).toEqual([[], [2, 2]])
})

it('a course is held for all who had none, each passes, and signs the card of the post', async () => {
  await goTo(page, '#/readiness/training/courses')
  await button('新课程').click()
  const form = dialogNamed(page, '新课程')
  await form.getByLabel('从预案生成').selectOption({ label: course })
  await form.getByRole('status').getByText('已按').waitFor()
  await send(form, '保存课程', {})
  const { before, after, settled } = await settling(async () => {
    await goTo(page, '#/readiness/training/sessions')
    await button('登记一场').click()
    const session = dialogNamed(page, '登记一场培训')
    for (const name of PEOPLE) {
      await session.getByRole('combobox', { name: '到场的人' }).fill(name)
      await page.keyboard.press('Enter')
    }
    await send(session, '保存', { 地点: '二楼会议室', 主讲: '外请教员' })
    const { courses } = await served.ask('training/read', {})
    for (const name of PEOPLE) {
      await goTo(page, '#/readiness/training')
      await passExam(page, name, courses[0]?.questions ?? [])
    }
    await cardsSigned()
  })
  const trained = `培训《${course}》：2人`
  expect(before.lines).toContain(trained)
  expect(after.lines).not.toContain(trained)
  expect(openSignOffs(after)).toBe(openSignOffs(before) - PEOPLE.length)
  expect(settled).toEqual([1, 1])
  for (const name of ['2026-01', '2026-02']) expect(await month(name)).toEqual(['0', '0', '0'])
})

it('July: a medicine that has expired is disposed of', async () => {
  await daysPass(demo, 145)
  const { before, after, settled } = await settling(async () => {
    await goTo(page, '#/readiness/supplies')
    const medicine = page.locator('[data-supply="物0001"]')
    await medicine.getByRole('button', { name: /^物0001/ }).click()
    await button('报废', medicine).click()
    await send(dialogNamed(page, /^报废/), '报废', {})
    await medicine.getByText('报废2瓶，过期').waitFor()
  })
  const line = `${MEDICINE}到期（2瓶）`
  expect(before.lines).toContain(line)
  expect([linesOf(after, line), settled]).toEqual([[], [1, 1]])
})

it('a drill that is overdue is arranged, played with its injects, scored and reported', async () => {
  await daysPass(demo, 7)
  const { before, after, settled } = await settling(async () => {
    await button('安排', await arrangement(page, PLAN)).click()
    await startDrill(page)
    const panel = page.getByRole('region', { name: '导调' })
    await panel.waitFor()
    const [drill] = (await served.ask('drill/list', {})).drills
    const { incidentId } = drill!.started!
    await served.ask('incident/activate', { incidentId, planId: PLAN })
    await served.pass('70 s')
    await panel.locator('[data-delivered=n1]').waitFor()
    await button('给出下一条', panel).click()
    await panel.locator('[data-delivered=n2]').waitFor()
    await served.pass('10 min') // its limits are late, in the drill
    const form = await endDrill(page, panel, FINDING)
    await score(form)
    await button('完成评估', form).click()
    await button('重新评估').waitFor()
    const report = page.getByRole('form', { name: '报送主管部门' })
    await fill(report, { 报送给: '区应急管理局' })
    await button('记下报送', report).click()
    await page.getByText('2026-07-08已报送区应急管理局').waitFor()
    const [{ evaluation, ended }] = (await served.ask('drill/list', {})).drills as [DrillRead]
    expect(ended?.planIds).toEqual([PLAN])
    expect(evaluation?.items.map(({ score: points }) => points)).toContain(5)
    expect(evaluation?.items[0]).toMatchObject({ score: 0, reason: '靠提醒才受理' })
    expect(Object.values(evaluation?.contents ?? {})).toEqual(Array(6).fill('基本达到'))
    // its incident was closed with it, and the desk is calm again
    expect((await served.ask('history/read', { incidentId })).incident.state).toBe('closed')
  })
  const line = `演练：${PLAN_TITLE}`
  expect(before.lines).toContain(line)
  expect([linesOf(after, PLAN_TITLE), settled]).toEqual([[], [1, 1]])
})

it('its finding becomes an approved revision of the plan, which its readers sign again', async () => {
  const [drill] = (await served.ask('drill/list', {})).drills
  await goTo(page, `#/readiness/drills/${drill!.id}`)
  await measureOfFinding(page, '打不通时改打备用号码')
  await button('开预案草稿', action('整2026-001')).click()
  const outline = page.getByRole('navigation', { name: '预案结构' })
  await outline.getByRole('button', { name: /^报组别负责人/ }).click()
  const named = (language: string) =>
    page.getByRole('textbox', { name: `名称 ${language}`, exact: true })
  await named('中文').fill('报组别负责人，打不通改打备用号码')
  await named('英文').fill('Report to the group leader, on the spare number if need be')
  await page.getByText(/\d已存，值班员/).waitFor()
  await button('批准…').click()
  const form = page.getByRole('dialog')
  const written = form.getByRole('group', { name: '这次修订写入的整改' }).getByRole('checkbox')
  await expect.poll(() => written.isChecked()).toBe(true)
  await send(form, '批准，启用这一版', { 修订原因: '按整2026-001修订', 批准人: '陈国栋' })
  await doneAndChecked('整2026-001', '已写入预案')
  const { actions } = await served.ask('action/list', {})
  expect(actions[0]?.carried).toMatchObject([{ planId: PLAN, number: '1' }])
  const { before, after, settled } = await settling(cardsSigned)
  expect(openSignOffs(after)).toBe(openSignOffs(before) - PEOPLE.length)
  expect(settled).toEqual([0, 0])
  expect(await month('2026-07')).toEqual(['0', '0', '1'])
})

it('September: what failed in a check is a hazard, put right late and checked by another', async () => {
  await daysPass(demo, 55)
  await goTo(page, '#/readiness/checks/lists')
  await page.locator('[data-shipped=fire-equipment]').getByText('启用').click()
  const list = dialogNamed(page, /^启用“消防设施月检”/)
  await send(list, '启用', { 责任人: '李工' })
  await goTo(page, '#/readiness/checks')
  await button('开始检查', page.locator('[data-list-name="消防设施月检"]')).click()
  await button('开始', dialogNamed(page, /^开始检查/)).click()
  const items = page.locator('[data-item]')
  await items.first().locator('[data-focus]').focus()
  const all = await items.all()
  const pressure = page.locator('[data-item=hydrant-pressure]')
  await allGood(page, all.slice(0, 2))
  await pressure.getByRole('textbox').first().fill('0.5')
  await page.keyboard.press('Enter')
  await all[3]!.locator('[data-focus]').focus()
  await allGood(page, all.slice(3, -1))
  await items.last().locator('[data-focus]').focus()
  await page.keyboard.press('n')
  await button('登记隐患', items.last()).click()
  await send(dialogNamed(page, '登记一项隐患'), '登记隐患', { 责任人: '李工' })
  await page.getByText('隐患：整2026-002').waitFor()
  await signCheck(page)

  await daysPass(demo, 20)
  const { before, after, settled } = await settling(() =>
    doneAndChecked('整2026-002', '换了蓄电池，能切换'),
  )
  expect([linesOf(before, '隐患：').length, linesOf(after, '隐患').length]).toEqual([1, 0])
  expect(settled).toEqual([0, 1])
  expect(await month('2026-09')).toEqual(['0', '0', '0'])
})

it('November: a three-minute drill is gone for a real report, and the words typed stay', async () => {
  await daysPass(demo, 64)
  const { before, after, settled } = await settling(async () => {
    await goTo(page, '#/now')
    await page.getByRole('button', { name: /三分钟演练/ }).click()
    const strip = page.getByRole('region', { name: '三分钟演练', exact: true })
    await strip.waitFor()
    await page.keyboard.press('F2')
    await page.keyboard.type(TYPED)
    await served.ask('incident/report', { narrative: '热线打不通', place: '前厅' })
    await served.pass('1 s')
    await strip.waitFor({ state: 'detached' })
    await page.locator('.incidents .row', { hasText: '前厅' }).first().waitFor()
    expect(await page.locator('.narrative input').first().inputValue()).toBe(TYPED)
  })
  expect([after.lines, settled]).toEqual([before.lines, [0, 0]])
  expect(await month('2026-11')).toEqual(['1', '0', '0'])
})

it('the year has one real incident and one drill, and July is what it was', async () => {
  expect(await month('2026-07')).toEqual(['0', '0', '1'])
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const { incidents, drills, limits } = (await served.ask('statistics/period', year)).now
  expect([incidents, drills, limits.late]).toEqual([1, 1, 0])
  expect(await served.ask('journal/verify', null)).toMatchObject({ ok: true })
  demo.desk.expectQuiet()
  expect(served.errors).toEqual([])
})
