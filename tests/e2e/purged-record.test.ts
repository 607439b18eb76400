/**
 * An incident with a photo, archived and purged by rule, in the real browser with moved time: what
 * its record still proves. Its chain is whole, its counts are the same, its words and its file are
 * gone from the page and from the package, and both say so.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import {
  accessible,
  daysPass,
  dialogNamed,
  figuresOf,
  goTo,
  packageOf,
  shot,
} from './story-faces.ts'

const START = '2026-11-24T12:00:00+08:00'
const NAME = '金雀儿'
const PLACE = '海岬营业厅'
const MONTH = '2026-11'
const FIGURES = [
  { box: '伤亡和损失', row: '轻伤', printed: '轻伤（人）' },
  { box: '伤亡和损失', row: '直接经济损失', printed: '直接经济损失（元）' },
]

let demo: Demo
let served: Served
let page: Page
let incidentId = ''
let figures: readonly string[] = []
let counted: unknown

beforeAll(async () => {
  demo = await openConsole(serveStation(START))
  ;({ served, page } = demo)
})
afterAll(() => demo?.close())

const statistics = () => served.ask('statistics/month', { month: MONTH })
/** A photo as browsers read it. */
const drawn = async (): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(() => {
      const canvas = document.createElement('canvas')
      ;[canvas.width, canvas.height] = [60, 40]
      canvas.getContext('2d')!.fillRect(8, 8, 24, 24)
      return canvas.toDataURL('image/png').split(',')[1]!
    }),
    'base64',
  )

it('before the purge its record, its package and the figures have all of it', async () => {
  ;({ incidentId } = await served.ask('incident/report', {
    ...{ narrative: `${NAME}的包被偷了`, reporter: NAME, place: PLACE },
  }))
  await served.ask('incident/assess', { incidentId, casualties: { minor: 1 }, loss: 800 })
  await served.ask('incident/note', { incidentId, words: `${NAME}追出去时擦伤` })
  await page.getByText(PLACE).first().click()
  await page.locator('.moves [aria-haspopup]').click()
  await page.getByRole('menuitem', { name: '附件与证据…' }).click()
  const form = dialogNamed(page, /^附件与证据/)
  const photo = { name: `${NAME}的包.png`, mimeType: 'image/png', buffer: await drawn() }
  await form.locator('input[type=file]').setInputFiles([photo])
  const files = async () => (await served.ask('history/read', { incidentId })).incident.files
  await expect.poll(async () => (await files())?.length).toBe(1)
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  for (const to of ['closed', 'archived'] as const)
    await served.ask('incident/move', { incidentId, to, reason: '已追回' })
  counted = await statistics()
  figures = await figuresOf(demo, MONTH, FIGURES)
  expect(figures[0]).toBe('1')
  const { words, paths } = await packageOf(demo, incidentId)
  expect(words).toContain(`${NAME}追出去时擦伤`)
  expect(paths.filter((path) => path.startsWith('files/'))).toHaveLength(1)
})

it('it is purged by the rule that the site has set', async () => {
  await goTo(page, '#/site?at=retention')
  await page.locator('#retention-days').fill('30')
  const part = page.locator('[data-part=retention]')
  await part.getByLabel('修改原因').fill('评估后定')
  await part.getByRole('button', { name: '保存清除天数' }).click()
  await part.getByText('已保存').waitFor()
  await daysPass(demo, 31)
  await goTo(page, `#/history/${incidentId}`)
  await page
    .getByText(/按规定清除\d+处、附件1个/)
    .first()
    .waitFor()
  await page
    .getByText(/^附件（.+）已按规定清除$/)
    .first()
    .waitFor()
  await page.getByText('（内容已按规定清除）').first().waitFor()
  expect(await page.getByText(NAME).count()).toBe(0)
  await accessible(page, 'purged record')
  await shot(page, 'purged-with-file.png')
})

it('the chain is whole, and the month has the figures that it had on every face', async () => {
  expect(await served.ask('journal/verify', null)).toMatchObject({ ok: true })
  expect(await statistics()).toEqual(counted)
  expect(await figuresOf(demo, MONTH, FIGURES)).toEqual(figures)
})

it('its package is whole without what was purged, and says that it is the same but for it', async () => {
  const { words, paths } = await packageOf(demo, incidentId)
  expect(words).toMatch(/与原件相同，仅\d+处、附件1个已按规定清除/)
  expect(words).not.toContain(NAME)
  expect(words).toContain(PLACE)
  expect(paths.filter((path) => path.startsWith('files/'))).toEqual([])
})

it('showed no error', () => {
  demo.desk.expectQuiet()
  expect(served.errors).toEqual([])
})
