/**
 * A list of earlier years becomes history, driven as a person would: the built page in a real
 * browser, a GBK file with two rows that are wrong, columns and values looked at, a preview, the
 * import, and the same figures before and after it is withdrawn (issue 5, item 7).
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gbk } from '../kit/gbk.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage } from './browser.ts'
import { accessibilityIssues } from './demo.ts'

let browser: Browser
let served: Served
beforeAll(async () => {
  browser = await launchBrowser()
  served = await serveStation('2026-11-24T12:00:00+08:00', ['gas-customer-service'])
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const consoleUrl = async (): Promise<string> =>
  (
    (await (
      await fetch(`${served.http.url}/api/link`, {
        method: 'POST',
        headers: { authorization: 'Bearer e2e-local-token' },
      })
    ).json()) as { reply: { consoleUrl: string } }
  ).reply.consoleUrl

const LIST = `2025年事件台账,,,,,,,
序号,发生时间,地点,类别,经过,轻伤,演练,备注
1,2025年11月3日9时15分,一号营业厅,人身安全,"客户滑倒，扶起后送医",1人,,
2,2025/11/5 14:30,客服热线中心,系统故障,热线打不进，"恢复"后回访,,,
3,2025/11/31,二号营业厅,系统故障,收费系统停,,,
4,2025/11/18 10:00,二号营业厅,跑冒滴漏,阀门漏气,若干,,
5,2025/11/20 16:00,一号营业厅,人身安全,疏散演练,,是,
6,2025/11/3 9:15,一号营业厅,人身安全,同一起又记了一遍,,,
`

it('a GBK list with two wrong rows is looked at, imported, found in the history, counted in its month, and withdrawn', async () => {
  const desk = await newPage(browser)
  const { page } = desk
  await page.goto(await consoleUrl())
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByRole('link', { name: '补录历史事件' }).click()
  await page.getByRole('heading', { name: '补录历史事件' }).waitFor()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '2025台账.csv', mimeType: 'text/csv', buffer: Buffer.from(gbk(LIST)) })

  // what was recognised, and what has to be said
  await page.getByText('2025台账.csv，6行').waitFor()
  expect(await page.getByLabel('文字编码').inputValue()).toBe('gb18030')
  expect(await page.getByLabel('表头在第几行').inputValue()).toBe('2')
  const columns = page.getByRole('region', { name: '列的含义' })
  expect(
    await columns.getByLabel('发生时间', { exact: true }).locator('option:checked').textContent(),
  ).toBe('发生时间')
  expect(
    await columns.getByLabel('类别', { exact: true }).locator('option:checked').textContent(),
  ).toBe('类别')
  const values = page.getByRole('region', { name: '内容对应' })
  await values.getByText('还有1个没有选').waitFor()
  await values.getByLabel('类别 跑冒滴漏').selectOption({ label: '不归类' })

  const preview = page.getByRole('region', { name: '预览' })
  await preview.getByText('有误的行').waitFor()
  const wrong = await preview
    .getByRole('group', { name: '有误的行' })
    .getByRole('row')
    .allTextContents()
  expect(wrong.slice(1).map((line) => line.replace(/\s+/g, ''))).toEqual([
    '5发生时间2025/11/31不是日期。写成2024-03-0514:30这样。',
    '6轻伤若干不是人数。写整数，不详就空着。',
  ])
  await preview.getByText('与第3行时间、地点相同').waitFor()
  expect(await accessibilityIssues(page), 'axe, before').toEqual([])

  // nothing before it is said
  const go = page.getByRole('button', { name: '导入3起' })
  expect(await go.isDisabled()).toBe(true)
  expect((await served.ask('history/search', {})).total).toBe(0)
  await page.getByLabel('跳过有误的2行').check()
  await go.click()
  await page.getByText('已导入3起。').waitFor()
  expect(await served.ask('statistics/month', { month: '2025-11' })).toMatchObject({
    incidents: 2,
    drills: 1,
  })

  await page.getByRole('link', { name: '到“历史”查看' }).click()
  await page.getByText('共3起').waitFor()
  await page
    .getByRole('link', { name: /一号营业厅.*补录/ })
    .first()
    .waitFor()
  await page.getByRole('link', { name: '补录历史事件' }).click()

  const past = page.getByRole('region', { name: '以往的补录' })
  await past.getByRole('button', { name: '撤回2025台账.csv的补录' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('类别对错了')
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await past.getByText('已撤回：类别对错了').waitFor()
  expect(await accessibilityIssues(page), 'axe, after').toEqual([])
  expect(await served.ask('statistics/month', { month: '2025-11' })).toMatchObject({
    incidents: 0,
    drills: 0,
    falseReports: 0,
  })
  desk.expectQuiet()
  expect(served.errors).toEqual([])
  await desk.close()
})

const ROSTER = `一号营业厅2026年11月值班表,,,,,,,,
序号,姓名,23,24,25,26,27,28,29
,,一,二,三,四,五,六,日
1,赵铁柱,白,白,休,白,白,休,白
2,钱多多,夜,夜,夜,夜,休,夜,休
3,牛魔王,休,D,白,休,夜,白,休
注：D=白班，休息日另行通知,,,,,,,,
`

it('a GBK duty roster as the office keeps it is asked about, imported whole, and the gap that it leaves is filled by keys', async () => {
  const person = async (name: string): Promise<string> =>
    (await served.ask('people/person-set', { name, phones: [], posts: ['duty-officer'] })).id
  const [, qian] = [await person('赵铁柱'), await person('钱多多')]
  const shift = async (name: string, begins: string, ends: string): Promise<string> =>
    (await served.ask('duty/shift-set', { name, begins, ends, posts: ['duty-officer'] })).id
  const [, night] = [await shift('白班', '08:00', '20:00'), await shift('夜班', '20:00', '08:00')]
  const week = { from: '2026-11-23', until: '2026-11-29' }
  const gaps = async () =>
    (await served.ask('duty/read', week)).gaps.map(({ date, shiftId }) => [date, shiftId])

  const desk = await newPage(browser)
  const { page } = desk
  await page.goto(await consoleUrl())
  await page.getByRole('link', { name: '设置', exact: true }).waitFor()
  await page.evaluate(() => {
    location.hash = '#/site/import/duty'
  })
  await page.getByRole('heading', { name: '导入值班表' }).waitFor()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '值班表.csv', mimeType: 'text/csv', buffer: Buffer.from(gbk(ROSTER)) })

  await page.getByText('日期横排，2026年11月23日至2026年11月29日，共7天').waitFor()
  await page.getByText('还有1条没有选').waitFor()
  // the browser draws its own signs, as the calendar of a month, for the theme that is shown
  const scheme = (): string => getComputedStyle(document.documentElement).colorScheme
  expect(await page.evaluate(scheme)).toBe('dark')
  expect(await accessibilityIssues(page), 'axe, with a question').toEqual([])
  await page.getByLabel('人员 牛魔王').selectOption({ label: '新人员：牛魔王' })
  const go = page.getByRole('button', { name: '导入13行' })
  await go.waitFor()
  expect(await gaps(), 'nothing before it is said').toHaveLength(14)
  await go.click()
  await page.getByText('已导入：新增13，修改0。').waitFor()
  expect(await gaps()).toEqual([['2026-11-29', night]])

  await page.getByRole('link', { name: '回到列表查看' }).click()
  await page.locator('[data-state=gap][data-at]').click()
  await page.keyboard.type('钱多多')
  await page.keyboard.press('Enter')
  await expect.poll(gaps).toEqual([])
  expect((await served.ask('duty/read', week)).days).toContainEqual({
    ...{ date: '2026-11-29', shiftId: night, postId: 'duty-officer' },
    persons: [{ id: qian, name: '钱多多' }],
  })
  desk.expectQuiet()
  expect(served.errors).toEqual([])
  await desk.close()
})
