/**
 * A three-minute drill at a calm desk in the browser with moved time: begun by one key,
 * on the same console, its result against the limits; another one is broken off by a real report,
 * with the words that were being typed still there, and no figure has moved.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { issuesInBothThemes, openConsole, type Demo } from './demo.ts'
import { accessible, shot } from './story-faces.ts'

const START = '2026-11-24T09:10:00+08:00'
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

let demo: Demo
let served: Served
let page: Page

beforeAll(async () => {
  demo = await openConsole(serveStation(START))
  ;({ served, page } = demo)
})
afterAll(() => demo?.close())

const figures = async () => (await served.ask('statistics/period', NOVEMBER)).now
const running = async () => (await served.ask('practice/read', {})).running
const strip = () => page.getByRole('region', { name: '三分钟演练', exact: true })

it('begins by one key, plays its injects, and shows its times at the end', async () => {
  const before = await figures()
  await page.getByRole('button', { name: /三分钟演练/ }).waitFor()
  await accessible(page, 'calm')
  await page.keyboard.press('Alt+Shift+F9')
  await strip().getByText('来电：').waitFor()
  const drill = await running()
  const planId = drill?.script.planId ?? ''
  await served.pass('20 s')
  await served.ask('incident/activate', { incidentId: drill?.incidentId ?? '', planId })
  await served.pass('30 s')
  await strip().getByText('现场来电：').first().waitFor()
  // the mark of every drill lies behind all words, and is not read
  expect((await issuesInBothThemes(page)).filter((issue) => !issue.includes('.watermark'))).toEqual(
    [],
  )
  await shot(page, 'three-minute-drill-running.png')
  await served.pass('140 s')
  const result = page.getByRole('region', { name: '三分钟演练结果' })
  await result
    .getByRole('row')
    .filter({ hasText: '启动预案' })
    .getByText(/^\d+秒$/)
    .waitFor()
  await accessible(page, 'result')
  await shot(page, 'three-minute-drill.png')
  expect(await strip().count()).toBe(0)
  expect(await figures()).toEqual(before)
})

it('is gone for a real report, and the words that were being typed stay', async () => {
  await page.getByRole('button', { name: /三分钟演练/ }).click()
  await strip().waitFor()
  const drill = await running()
  await page.keyboard.press('F2')
  await page.keyboard.type('三楼有人说闻到')
  const report = { narrative: '热线打不通', place: '前厅' }
  const { incidentId } = await served.ask('incident/report', report)
  await served.pass('1 s')
  await strip().waitFor({ state: 'detached' })
  const { incidents } = await served.ask('board/read', {})
  expect(incidents.map(({ id }) => id)).toEqual([incidentId])
  expect(await page.locator('.narrative input').first().inputValue()).toBe('三楼有人说闻到')
  await page.locator('.incidents .row', { hasText: '前厅' }).first().waitFor()
  expect(await served.ask('practice/read', {})).toMatchObject({
    ...{ isCalm: false, running: null },
    last: { incidentId: drill?.incidentId, why: 'real-report' },
  })
  expect(await figures()).toMatchObject({ incidents: 1, drills: 0 })
})
