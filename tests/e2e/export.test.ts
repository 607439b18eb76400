/**
 * A file from a page in the real browser: asked for with the keyboard, made by the station's
 * thread, kept under its name, and what the page says of it.
 */
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { readWorkbook } from '../adapters/export/workbook.ts'
import { chromePath, launchBrowser, newPage } from './browser.ts'

let browser: Browser
let served: Served
const dir = mkdtempSync(join(tmpdir(), 'vigil-e2e-export-'))
beforeAll(async () => {
  const [program, named] = [join(dir, 'browser'), await chromePath()]
  // as the browser of the tests is started
  writeFileSync(program, `#!/bin/sh\nexec "${named}" --no-sandbox --disable-dev-shm-usage "$@"\n`)
  chmodSync(program, 0o755)
  process.env.VIGIL_BROWSER = program
  browser = await launchBrowser()
  served = await serveStation('2026-11-24T10:00:00+08:00')
  await served.ask('incident/report', {
    narrative: '=1+1 大厅冒烟',
    place: '=HYPERLINK("x")大厅',
    type: null,
  })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  rmSync(dir, { recursive: true, force: true })
})

it('the statistics page gives a workbook and a PDF of what it shows', async () => {
  const desk = await newPage(browser)
  const { page } = desk
  await page.goto(served.http.consoleUrl)
  await page.keyboard.press('Control+Shift+Digit2')
  await page.evaluate(() => {
    location.hash = '#/statistics?month=2026-11'
  })
  const bar = page.getByRole('group', { name: '导出' })
  await bar.getByRole('button', { name: 'XLSX' }).waitFor()
  await expect.poll(() => bar.locator('[aria-disabled=true]').count()).toBe(0)
  const [workbook] = await Promise.all([
    page.waitForEvent('download'),
    bar.getByRole('button', { name: 'XLSX' }).press('Enter'),
  ])
  expect(workbook.suggestedFilename()).toBe('2026年11月突发事件统计.xlsx')
  const file = join(dir, 'a.xlsx')
  await workbook.saveAs(file)
  const register = readWorkbook(file).find(({ name }) => name === '事件登记')
  expect(register?.rows.get(2)).toMatchObject({
    B: { type: 'number', format: 'yyyy-mm-dd hh:mm:ss' },
    C: { value: '=HYPERLINK("x")大厅', type: 'text', formula: false },
  })
  await bar.getByText('已交给浏览器：2026年11月突发事件统计.xlsx').waitFor()

  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    bar.getByRole('button', { name: 'PDF' }).click(),
  ])
  expect(pdf.suggestedFilename()).toBe('2026年11月突发事件统计.pdf')
  desk.expectQuiet()
  await desk.close()
})
