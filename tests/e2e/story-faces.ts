/**
 * What the stories of an incident share: days that pass unseen, the figures of its month on the
 * page, in the monthly report and in the file, and its archive package, opened by a browser alone
 * and checked on another folder.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { unzip } from '#main/adapters/export/zip-archive.ts'
import { verifyPackage } from '#main/hosts/node/verify-package.ts'
import { readWorkbook } from '../adapters/export/workbook.ts'
import { newPage } from './browser.ts'
import { issuesInBothThemes, pictureNamed, type Demo } from './demo.ts'

/**
 * A figure by its name in a box of the statistics page, or among the five `big` ones, and by its
 * name on paper; `filed`: in the file, where that is another.
 */
export type NamedFigure = ({ box: string; row: string } | { big: string }) & {
  printed: string
  filed?: string
}
/** What a face has of each figure that was asked for, in their order. */
type Values = readonly string[]

export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)
/** In both themes, also where a dialog covers the button that changes them. */
export async function accessible(page: Page, name: string): Promise<void> {
  expect(await issuesInBothThemes(page), name).toEqual([])
}
export const shot = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: pictureNamed(name), animations: 'disabled' })
export const dialogNamed = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('dialog', { name })

/** Nobody sits at the desk meanwhile; a sign-in does not outlast them, so there is a new one. */
export async function daysPass({ served, page }: Demo, days: number): Promise<void> {
  await page.goto('about:blank')
  served.clock.leap(`${days} d`)
  await served.pass('5 s')
  const answer = await fetch(`${served.http.url}/api/link`, {
    method: 'POST',
    headers: { authorization: 'Bearer e2e-local-token' },
  })
  const { reply } = (await answer.json()) as { reply: { consoleUrl: string } }
  await page.goto(reply.consoleUrl)
  await page.locator('main').first().waitFor()
}

async function download(page: Page, button: Locator, file: string): Promise<string> {
  const [sent] = await Promise.all([page.waitForEvent('download'), button.click()])
  await sent.saveAs(file)
  return file
}

async function onPage(page: Page, month: string, figures: readonly NamedFigure[]): Promise<Values> {
  await goTo(page, `#/statistics?month=${month}`)
  const [year = '', of = ''] = month.split('-')
  const heading = { name: `${year}年${Number(of)}月`, level: 2, exact: true }
  await page.getByRole('heading', heading).waitFor()
  return Promise.all(
    figures.map(async (figure) => {
      if ('big' in figure)
        return (await page.locator(`[data-figure=${figure.big}] .big`).innerText()).replace(
          /\D/g,
          '',
        )
      const { box, row } = figure
      const line = page
        .getByRole('region', { name: box, exact: true })
        .locator('tbody tr')
        .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${row}`) }) })
      return (await line.locator('td').first().innerText()).trim()
    }),
  )
}

/** The first table of the rows that names it: at the left of its figure, or above it. */
function inRows(rows: readonly (readonly string[])[], printed: string): string {
  const beside = rows.find(([first, second = '']) => first === printed && /^\d/.test(second))
  if (beside) return beside[1] ?? ''
  const head = rows.findIndex((cells) => cells.includes(printed))
  return rows[head + 1]?.[rows[head]?.indexOf(printed) ?? -1] ?? 'not there'
}

async function inReport(
  page: Page,
  month: string,
  figures: readonly NamedFigure[],
): Promise<Values> {
  await goTo(page, `#/statistics/report/${month}`)
  const [year = '', of = ''] = month.split('-')
  await page.getByRole('heading', { name: `月报（${year}年${Number(of)}月）` }).waitFor()
  const rows = await page
    .locator(':is([data-table=compared], [data-table=action-figures]) tr')
    .evaluateAll((lines) =>
      lines.map((line) =>
        [...line.querySelectorAll<HTMLElement>('th, td')].map((cell) => cell.innerText.trim()),
      ),
    )
  return figures.map(({ printed }) => inRows(rows, printed))
}

async function inFile(page: Page, file: string, figures: readonly NamedFigure[]): Promise<Values> {
  const bar = page.getByRole('group', { name: '导出' })
  await expect.poll(() => bar.locator('[aria-disabled=true]').count()).toBe(0)
  await download(page, bar.getByRole('button', { name: 'XLSX' }), file)
  const rows = readWorkbook(file).flatMap(({ rows: lines }) =>
    [...lines.values()].map((cells) => Object.values(cells).map(({ value }) => String(value))),
  )
  return figures.map(({ printed, filed = printed }) => inRows(rows, filed))
}

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-e2e-story-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** What page, monthly report and file say of a month; they have to say the same. */
export async function figuresOf(
  { page }: Demo,
  month: string,
  figures: readonly NamedFigure[],
): Promise<Values> {
  const report = await inReport(page, month, figures)
  await expect.poll(() => onPage(page, month, figures)).toEqual(report)
  const file = join(newFolder(), 'month.xlsx')
  expect(await inFile(page, file, figures), month).toEqual(report)
  return report
}

/**
 * Makes the package on the page of the record; it is whole on another folder, one flipped bit in it
 * is found, and a browser alone opens it: no script, nothing from outside, A4 on paper.
 * @returns the words of its record and the paths in it
 */
export async function packageOf(
  { browser, page }: Demo,
  incidentId: string,
): Promise<{ words: string; paths: readonly string[] }> {
  await goTo(page, `#/history/${incidentId}`)
  await page.getByLabel('打印和导出带个人信息').check()
  const file = join(newFolder(), 'package.zip')
  await download(page, page.getByRole('button', { name: 'ZIP', exact: true }), file)
  expect(verifyPackage(file)).toMatchObject({ exit: 0 })
  const bytes = readFileSync(file)
  const elsewhere = newFolder()
  writeFileSync(join(elsewhere, 'package.zip'), bytes)
  expect(verifyPackage(join(elsewhere, 'package.zip'))).toMatchObject({ exit: 0 })
  const flipped = Buffer.from(bytes)
  const at = bytes.length >> 1
  flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at)
  writeFileSync(join(elsewhere, 'flipped.zip'), flipped)
  const { exit, line } = verifyPackage(join(elsewhere, 'flipped.zip'))
  expect([exit, JSON.parse(line)]).toMatchObject([2, { why: 'package-damaged' }])
  const entries = unzip(bytes)
  for (const [path, content] of entries) {
    mkdirSync(dirname(join(elsewhere, path)), { recursive: true })
    writeFileSync(join(elsewhere, path), content)
  }
  const alone = await newPage(browser, { width: 1200, height: 1600 })
  const requests: string[] = []
  alone.page.on('request', (request) => requests.push(request.url()))
  const address = pathToFileURL(join(elsewhere, 'record.html')).href
  await alone.page.goto(address)
  expect(requests).toEqual([address])
  expect(await alone.page.locator('script').count()).toBe(0)
  expect(await alone.page.locator('link, img, iframe, object').count()).toBe(0)
  expect(await alone.page.evaluate(() => document.characterSet)).toBe('UTF-8')
  const words = await alone.page.locator('body').innerText()
  const pdf = (await alone.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf, 'A4').toMatch(/\/MediaBox ?\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  alone.expectQuiet()
  await alone.close()
  return { words, paths: [...entries.keys()] }
}
