/**
 * A plan of a site's own document is written by keys in a real browser: a lift plan of seven steps,
 * three questions and two limits, in Chinese only. Every key and click that is no letter of its
 * words is counted; docs/planning.md says the figures. Approved, it is proposed for the words of a
 * caller, runs, counts in its own category and is printed as cards. It draws the pictures of
 * writing there.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BY, LIFT, liftDocument } from '../kit/lift.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { type WatchedPage } from './browser.ts'
import { coveredByTab, issuesInBothThemes, openConsole, pictureNamed, type Demo } from './demo.ts'
import { overflowZoomed } from './desk-view.ts'

const TUESDAY = '2026-11-24T14:00:00+08:00'
const PLAN = 'dian-ti-kun-ren'
const MOST = 180
/** As a person is held to it: the same plan on the form as it was before. */
const GUIDE = join(import.meta.dirname, '../../docs/planning.md')
const IN_CHINESE = /七步、三个问题、两个时限.*(\d{2,3})次按键和点击（从前(\d{3})次）/
const IN_ENGLISH =
  /seven steps, three questions and two limits takes (\d{2,3}) keys and clicks \((\d{3}) before\)/

let demo: Demo
let served: Served
let desk: WatchedPage
let page: Page

/** Counts in the page itself: a key that acts, a key that types part of a name, a click. */
const countIn = (on: Page): Promise<void> =>
  on.evaluate(() => {
    const counted = { keys: 0, clicks: 0 }
    Object.assign(window, { counted })
    const isModifier = ({ key }: KeyboardEvent): boolean => /^(Control|Alt|Shift)$/.test(key)
    addEventListener(
      'keydown',
      (event) => void (counted.keys += event.repeat || isModifier(event) ? 0 : 1),
      true,
    )
    addEventListener('pointerdown', () => void counted.clicks++, true)
  })
const counted = (): Promise<{ keys: number; clicks: number }> =>
  page.evaluate(() => (window as unknown as { counted: { keys: number; clicks: number } }).counted)

/** Words of the plan, as an input method gives them: their letters are not counted. */
const write = (words: string): Promise<void> => page.keyboard.insertText(words)
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
const focus = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
/** On by Tab, to the field of this name. */
async function tabTo(name: string): Promise<void> {
  for (let stop = 0; stop < 12; stop++) {
    if ((await focus()) === name) return
    await press('Tab')
  }
  throw new Error(`no ${name} by Tab: ${await focus()}`)
}
/** In a list that is found by pinyin: the initials, and Enter. */
async function choose(name: string, initials: string, whole: string): Promise<void> {
  await tabTo(name)
  await page.keyboard.type(initials)

  await page.getByRole('option', { name: whole }).first().waitFor()
  await press('Enter')
}
/** The number of the paper, which is a clause from then on. */
async function cite(number: string): Promise<void> {
  await tabTo('依据条款')
  await write(number)
  await page.getByRole('option', { name: number }).first().waitFor()
  await press('Enter')
  await page.locator('.clause .says', { hasText: number }).waitFor()
}
const offered = (words: string | RegExp) =>
  page.getByRole('group', { name: '文字里已经说了' }).getByText(words).first().waitFor()
const picture = (name: string): Promise<Buffer> =>
  page.screenshot({ path: pictureNamed(`${name}.png`), animations: 'disabled' })

beforeAll(async () => {
  demo = await openConsole(serveStation(TUESDAY, ['gas-customer-service']), async ({ ask }) => {
    await ask('documents/draft-save', { document: LIFT, draft: liftDocument({ clauses: {} }) })
  })
  ;({ served, desk, page } = demo)
  await page.evaluate(() => {
    location.hash = '#/plans'
  })
  await page.getByRole('button', { name: '新预案…' }).waitFor()
  await countIn(page)
})
afterAll(() => demo?.close())

it('asks a new plan for its name only, and begins in its first line', async () => {
  await page.getByRole('button', { name: '新预案…' }).click()
  await expect.poll(focus).toBe('名称 中文')
  await write('电梯困人')
  await page.getByText(`编号 ${PLAN}`).waitFor()
  await press('Control+Enter')
  await page.getByRole('navigation', { name: '预案结构' }).waitFor()
  await expect.poll(focus).toBe('名称')
  expect(await page.locator('[data-language=en]').count()).toBe(0)
  expect(await page.locator('.field.faulty, li.error').count()).toBe(0)
})

it('is written as a list, with what its words say taken by one key', async () => {
  await write('安抚乘客并问清人数')
  await choose('谁做', 'jks', '监控室值班员')
  await cite('三（一）')
  await press('Control+Enter')
  await expect.poll(focus).toBe('名称')
  await write('通知维保单位')
  await press('Enter')
  await write('维保30分钟内到场')
  await offered('接报后30分钟内')
  await picture('planning-offers')
  await press('Alt+Enter')
  await cite('三（二）')
  await press('Control+Enter')
  await expect.poll(focus).toBe('名称')
  await write('到场前每10分钟联系一次')
  await offered(/每10分钟/)
  await press('Alt+Enter')
  await tabTo('什么情况下做')
  await write('维保到了吗')
  await page.getByRole('option', { name: '新问题“维保到了吗？”答否' }).waitFor()
  await press('ArrowDown', 'Enter', 'Control+Enter')
  await expect.poll(focus).toBe('名称')
  await write('禁止自行撬门')
  await offered('禁止事项')
  await press('Alt+Enter', 'Enter')
  await write('维保超时或困人满1小时拨119')
  await offered('119')
  await press('Alt+Enter')
  await cite('三（三）')
  await tabTo('还有什么情况下做')
  await write('有人受伤或发病吗')
  await page.getByRole('option', { name: '新问题“有人受伤或发病吗？”答是' }).waitFor()
  await press('Enter', 'Control+Enter')
  await expect.poll(focus).toBe('名称')
  await write('解救后复盘')
  await choose('谁做', 'dtaq', '电梯安全管理员')
  await cite('四')
  await tabTo('什么情况下做')
  await write('人救出来了吗')
  await page.getByRole('option', { name: '新问题“人救出来了吗？”答是' }).waitFor()
  await press('Enter')
  await picture('planning-write-list')
})

it('its head asks for what callers say', async () => {
  await page.getByRole('navigation', { name: '预案结构' }).getByText('概要').click()
  await tabTo('来电关键词')
  await write('客梯困人')
  await press('Enter')
  await write('电梯 困')
  await press('Enter')
})

it('is whole, in Chinese only, and can be approved', async () => {
  await page.getByRole('region', { name: '检查' }).getByText('未发现问题').first().waitFor()
  const saved = async () =>
    ((await served.ask('plans/draft-read', { planId: PLAN }))?.draft ?? {}) as Record<string, never>
  await expect.poll(async () => (await saved()).triggers).toEqual(['客梯困人', '电梯 困'])
  const draft = await saved()
  const { steps, facts } = draft as Record<string, object>
  for (const part of Object.values({ ...steps, ...facts }) as Record<string, object>[])
    expect(
      [part['title'] ?? part['question'], part['short']],
      'in Chinese only',
    ).not.toContainEqual(expect.objectContaining({ en: expect.anything() }))
  expect(draft).toMatchObject({
    title: { zh: '电梯困人' },
    short: { zh: '电梯困人' },
    document: LIFT,
    types: ['lift.trapped'],
    facts: {
      question_1: { question: { zh: '维保到了吗？' }, inDoubt: { answer: 'no' } },
      question_2: { question: { zh: '有人受伤或发病吗？' }, short: { zh: '有人受伤或发病' } },
      question_3: { question: { zh: '人救出来了吗？' } },
    },
    steps: [
      { stage: 'respond', short: { zh: '安抚乘客' }, role: 'lift-guard', clause: 'lift-01' },
      { short: { zh: '通知维保单位' }, role: 'lift-guard', clause: 'lift-01' },
      {
        short: { zh: '维保到场' },
        due: { within: '30m', from: 'reported' },
        late: [{ notify: 'lift-manager' }],
        clause: 'lift-02',
      },
      {
        short: { zh: '到场前联系一次' },
        when: { fact: 'question_1', is: 'no' },
        due: { within: '10m' },
        late: [{ notify: 'lift-manager' }],
        repeat: { every: '10m', until: 'contained' },
      },
      { prohibits: true, short: { zh: '禁止自行撬门' } },
      {
        when: {
          any: [
            { step: 'dtkr-03', is: 'late' },
            { elapsed: '1h', from: 'reported' },
            { fact: 'question_2', is: 'yes' },
          ],
        },
        calls: [{ number: '119' }],
        lifeSafety: true,
      },
      {
        stage: 'review',
        role: 'lift-manager',
        when: { fact: 'question_3', is: 'yes' },
        clause: 'lift-04',
      },
    ],
  })
})

it('took as few keys and clicks as the guide says, beside the words themselves', async () => {
  const { keys, clicks } = await counted()
  expect(keys + clicks).toBeLessThanOrEqual(MOST)
  const guide = readFileSync(GUIDE, 'utf8')
  for (const says of [IN_CHINESE, IN_ENGLISH])
    expect(says.exec(guide)?.[1], `${keys} keys, ${clicks} clicks`).toBe(String(keys + clicks))
})

it('moves, repeats and takes out lines by keys, and undo brings them back', async () => {
  await page.getByRole('navigation', { name: '预案结构' }).getByText('通知维保单位').click()
  await press('Alt+ArrowDown')
  const lines = () =>
    page
      .locator('nav section [data-row]')
      .evaluateAll((rows) =>
        rows.map(
          (row) => row.querySelector('textarea')?.value ?? row.querySelector('.name')?.textContent,
        ),
      )
  await expect
    .poll(async () => (await lines()).slice(0, 3))
    .toEqual(['安抚乘客并问清人数', '维保30分钟内到场', '通知维保单位'])
  const isFirm = (line: string | null | undefined): boolean => line === '通知维保单位'
  await press('Control+D')
  await expect.poll(async () => (await lines()).filter(isFirm)).toHaveLength(2)
  await press('Control+Delete')
  await page.getByText('已删除步骤“通知维保单位”').waitFor()
  await press('Control+Z')
  await expect.poll(async () => (await lines()).filter(isFirm)).toHaveLength(2)
  await press('Control+Z', 'Control+Z')
  await expect
    .poll(async () => (await lines()).slice(0, 2))
    .toEqual(['安抚乘客并问清人数', '通知维保单位'])
})

it('can be read by everybody, at its usual size and at 200 %, in both themes', async () => {
  for (const row of ['plan', 'start', 'fact 1', 'step 5']) {
    await page.locator(`nav [data-row="${row}"]`).click()
    expect([row, await issuesInBothThemes(page)]).toEqual([row, []])
  }
  expect(await coveredByTab(page)).toEqual([])
  expect(await overflowZoomed(page)).toBe(0)
  await picture('planning-write-zoomed')
  await page.setViewportSize({ width: 1440, height: 900 })
})

it('approved with its document, is proposed for 客梯困人, runs, counts in its own category, and is on cards by the number of its paper', async () => {
  await page.getByRole('button', { name: '批准…' }).click()
  const dialog = page.getByRole('dialog')
  const isWithDocument = dialog.getByLabel('连同预案文件《电梯应急预案》一起批准')
  await expect.poll(() => isWithDocument.isChecked()).toBe(true)
  await dialog.getByLabel('修订原因').fill(BY.why)
  await dialog.getByLabel('批准人').fill(BY.approvedBy)
  await dialog.getByRole('button', { name: '批准，启用这一版' }).click()
  await page.getByRole('row').nth(1).getByText(BY.why).waitFor()
  const { proposals } = await served.ask('incident/propose', { narrative: '客梯困人' })
  expect(proposals[0]?.planId).toBe(PLAN)
  const { incidentId } = await served.ask('incident/report', {
    narrative: '客梯困人',
    place: '一号楼',
  })
  await served.ask('incident/activate', { incidentId, planId: PLAN })
  const board = await served.station.board()
  const { steps } = board.incidents.find(({ id }) => id === incidentId)!
  expect(steps).toHaveLength(7)
  expect(steps[0]).toMatchObject({ title: { zh: '安抚乘客并问清人数' } })
  const month = await served.ask('statistics/period', {
    from: '2026-11-01',
    to: '2026-11-30',
  })
  expect(JSON.stringify(month)).toContain('lift-trapped')
  await page.evaluate((plan) => {
    location.hash = `#/plans/${plan}/card`
  }, PLAN)
  const sheet = page.locator('main')
  await sheet.getByText('维保30分钟内到场').first().waitFor()
  await sheet.getByText('三（二）').first().waitFor()
  await picture('planning-lift-card')
})

it('shows no error, and the station logs none', () => {
  desk.expectQuiet()
  expect(served.errors).toEqual([])
})
