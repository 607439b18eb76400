/**
 * No page of the console touches another: every page looks the same right after a reload and after
 * all the others were visited, on screen and on paper, in both languages. Compared are the computed
 * styles of every element that both have and the sizes of the printed sheets, on the built faces
 * over the sample data.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Served } from '../kit/served.ts'
import { launchBrowser, newPage } from './browser.ts'
import { fillPages, NOW, settled } from './console-scenes.ts'
import { serveSample } from './demo.ts'

let served: Served
let browser: Browser
let page: Page
let hashes: readonly string[]

beforeAll(async () => {
  served = await serveSample(NOW)
  hashes = Object.values(await fillPages(served))
  browser = await launchBrowser()
  page = (await newPage(browser)).page
  await page.goto(served.http.consoleUrl)
  await page.locator('main').first().waitFor() // signed in
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

type Styles = Record<string, string>

/** The styles of every element, by its way from the root: tags, classes, place among its like. */
const stylesOf = (): Promise<Styles> =>
  page.evaluate(() => {
    // left out is what words decide, which change with the time, and what counts dialogs
    const USED =
      /^(width|height|(inline|block)-size|(perspective|transform)-origin|(top|right|bottom|left)|z-index|inset.*|margin.*|grid-template-.*|-webkit-locale)$/
    const DRAWN = /^(d|transform)$/ // of a chart, by the room that it has
    const names = [...getComputedStyle(document.body)].filter((name) => !USED.test(name))
    const plain = document.createElement('div')
    document.body.append(plain)
    const base = getComputedStyle(plain)
    const usual = new Map(names.map((name) => [name, base.getPropertyValue(name)]))
    plain.remove()
    const styles: Record<string, string> = {}
    const text = (style: CSSStyleDeclaration, drawn = false): string =>
      names
        .filter((name) => !drawn || !DRAWN.test(name))
        .flatMap((name) => {
          const value = style.getPropertyValue(name)
          return value === usual.get(name) ? [] : `${name}: ${value}`
        })
        .join('; ')
    const read = (element: Element, way: string): void => {
      const counts = new Map<string, number>()
      for (const child of element.children) {
        const name = [child.tagName.toLowerCase(), ...child.classList].join('.')
        const index = counts.get(name) ?? 0
        counts.set(name, index + 1)
        const place = `${way} > ${name}${index > 0 ? `[${index}]` : ''}`
        styles[place] = text(getComputedStyle(child), child instanceof SVGElement)
        for (const pseudo of ['::before', '::after'])
          if (getComputedStyle(child, pseudo).content !== 'none')
            styles[`${place}${pseudo}`] = text(getComputedStyle(child, pseudo))
        read(child, place)
      }
    }
    read(document.querySelector('#app')!, '#app')
    return styles
  })

/** On 当前 with the dialog of outcomes, which has choices of its own. */
async function shownStyles(hash: string): Promise<Styles> {
  if (hash !== '#/now') return stylesOf()
  await page.keyboard.press('Shift+F4')
  await page.getByRole('dialog').waitFor()
  await page.getByLabel(/代他人记录|Recorded on behalf of somebody else/).check()
  const styles = await stylesOf()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.mouse.move(0, 0) // away from what the next page has there
  return styles
}

/** So that no ring is compared: what is hidden on paper loses the focus some time after. */
const dropFocus = (): Promise<void> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())

/** On screen and, after `print`, on paper; under `sheets` the sizes (PDF points) of the sheets. */
async function looksOf(hash: string): Promise<Styles> {
  await dropFocus()
  const screen = await shownStyles(hash)
  await dropFocus()
  await page.emulateMedia({ media: 'print' })
  const print = await stylesOf()
  await page.emulateMedia({ media: null })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = new Set(pdf.match(/MediaBox \[[^\]]*\]/g))
  const onPaper = Object.entries(print).map(([way, styles]) => [`print ${way}`, styles] as const)
  return { ...screen, ...Object.fromEntries(onPaper), sheets: [...sheets].join('; ') }
}

it.each(['zh', 'en'])(
  'every page looks the same alone and after all the others: %s',
  async (lang) => {
    const visit = async (hash: string): Promise<void> => {
      await page.evaluate((to) => {
        location.hash = to
      }, hash)
      await settled(page)
    }
    await page.goto(`${served.http.url}/?lang=${lang}#/now`)
    await settled(page)
    const fresh = new Map<string, Styles>()
    for (const hash of hashes) {
      await visit(hash)
      await page.reload() // nothing of the pages before it is left
      await settled(page)
      fresh.set(hash, await looksOf(hash))
    }
    for (const hash of hashes) await visit(hash)
    const changed: string[] = []
    for (const hash of hashes) {
      await visit(hash)
      const [alone, after] = [fresh.get(hash)!, await looksOf(hash)]
      expect(alone['sheets'], `${hash}: sheets of one size`).toMatch(/^MediaBox [^;]*$/)
      const both = Object.keys(alone).filter((way) => way in after)
      expect(both.length, `elements of ${hash}`).toBeGreaterThan(0.9 * Object.keys(alone).length)
      for (const way of both)
        if (alone[way] !== after[way])
          changed.push(`${hash} ${way}\n${difference(alone[way]!, after[way]!)}`)
    }
    expect(changed.slice(0, 20).join('\n'), `${changed.length} elements`).toBe('')
  },
  600_000,
)

function difference(alone: string, after: string): string {
  const [before, now] = [alone, after].map((text) => new Set(text.split('; ')))
  const only = (set: Set<string>, other: Set<string>): string[] =>
    [...set].filter((value) => !other.has(value))
  return `  alone: ${only(before!, now!).join('; ')}\n  after: ${only(now!, before!).join('; ')}`
}
