/**
 * The one set-up of the browser specs: a station, empty or with the sample data of the demo, the
 * built console in a real browser, the folder of pictures, and the check of accessibility.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { fillWithSample } from '#main/hosts/node/demo/demo.ts'
import { findInstallation } from '#main/hosts/node/install-paths.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'

const PICTURES = resolve(import.meta.dirname, '../../reports/pictures')

/** Path of a picture that is kept with the reports of a run. */
export function pictureNamed(name: string): string {
  mkdirSync(PICTURES, { recursive: true })
  return join(PICTURES, name)
}

/** A station of every kind of site over the sample data. @param start wall time, ISO with offset */
export const serveSample = (start: string): Promise<Served> =>
  serveStation(start, ['all'], (dir) =>
    fillWithSample({
      dir,
      now: Date.parse(start),
      zone: 'Asia/Shanghai',
      place: findInstallation(),
      log: {
        info: () => undefined,
        error: (event, error) => {
          throw new Error(event, { cause: error })
        },
      },
    }),
  )

export type Demo = {
  served: Served
  browser: Browser
  desk: WatchedPage
  page: Page
  close: () => Promise<void>
}

/**
 * The console, signed in on its first page, over a station.
 * @param prepare what is done before the console opens
 */
export async function openConsole(
  serving: Promise<Served>,
  prepare: (served: Served) => Promise<void> = () => Promise.resolve(),
): Promise<Demo> {
  const served = await serving
  await prepare(served)
  const browser = await launchBrowser()
  const desk = await newPage(browser)
  await desk.page.goto(served.http.consoleUrl)
  await desk.page.locator('main').first().waitFor()
  return {
    served,
    browser,
    desk,
    page: desk.page,
    async close() {
      await browser.close()
      await served.stop()
    },
  }
}

/** The console over the sample data. @param start wall time, ISO with offset */
export const openDemo = (
  start: string,
  prepare?: (served: Served) => Promise<void>,
): Promise<Demo> => openConsole(serveSample(start), prepare)

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// of what is right, and of what nobody can tell, nothing is gathered
const HOW = JSON.stringify({ runOnly: TAGS, resultTypes: ['violations'] })
// what a dialog covers in part is nobody's target until it is closed
const CHECK = `axe.run(document, ${HOW}).then(({ violations }) => {
  const dialog = document.querySelector('[role=dialog]')
  const isCovered = ({ target }) => dialog && !dialog.contains(document.querySelector(target[0]))
  return violations
    .map(({ id, nodes }) => ({
      id,
      nodes: id === 'target-size' ? nodes.filter((node) => !isCovered(node)) : nodes,
    }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) =>
      id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | '))
})`

/**
 * What WCAG 2.0 to 2.2, levels A and AA, and good practice find wrong with the page as it stands:
 * the rule, up to three places of each.
 */
export async function accessibilityIssues(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  return page.evaluate<string[]>(CHECK)
}

/**
 * What is wrong in each theme, also where a dialog covers the button that changes them; leaves the
 * page dark.
 */
export async function issuesInBothThemes(page: Page): Promise<string[]> {
  const issues: string[] = []
  for (const theme of ['light', 'dark']) {
    await page.evaluate((shown) => {
      document.documentElement.dataset['theme'] = shown
    }, theme)
    issues.push(...(await accessibilityIssues(page)).map((issue) => `${theme}: ${issue}`))
  }
  return issues
}

/** What has the focus of a keyboard while something lies over it (WCAG 2.2, 2.4.11). */
const coveredFocus = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const on = document.activeElement
    const box = on?.closest('.el-select, .el-input, label') ?? on
    if (!on || !box) return []
    const { left, top, width, height } = on.getBoundingClientRect()
    const above = document.elementFromPoint(left + width / 2, top + height / 2)
    const over = above?.outerHTML.slice(0, 120) ?? 'the edge of the window'
    return box.contains(above) ? [] : [`covered: ${on.outerHTML.slice(0, 120)} by ${over}`]
  })

/** The same wherever Tab leads from the field that has it, until it is there again. */
export async function coveredByTab(page: Page): Promise<string[]> {
  const all = await coveredFocus(page)
  const first = await page.evaluateHandle(() => document.activeElement)
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((on) => on === document.activeElement, first)) return all
    all.push(...(await coveredFocus(page)))
  }
  return [...all, 'Tab does not come back']
}
