/**
 * Contact sheets of the wall for docs/walls.md: one a panel, a row for each number of incidents, in
 * Chinese and dark beside English and light, out of the pictures that the matrix has drawn.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import type { Size } from './wall-scenes.ts'

const ACROSS = { lying: 520, upright: 300, wide: 700, small: 520 } as const
export type SheetPanel = keyof typeof ACROSS
export const SHEET_PANELS = Object.keys(ACROSS) as SheetPanel[]
const FACES = ['zh-CN-dark', 'en-light'] as const

/** Returns the pictures that it lacks. @param counts of incidents, a row each */
export async function drawSheet(
  browser: Browser,
  panel: SheetPanel,
  [width, height]: Size,
  counts: readonly number[],
): Promise<string[]> {
  const across = ACROSS[panel]
  const paths = counts.flatMap((count) =>
    FACES.map((face) => pictureNamed(`wall-${count}-${panel}-${face}.png`)),
  )
  const lacking = paths.filter((path) => !existsSync(path))
  if (lacking.length > 0) return lacking
  const cells = paths.map((path, i) => {
    const count = i % FACES.length === 0 ? `<b>${counts[i / FACES.length]}</b>` : ''
    const data = readFileSync(path).toString('base64')
    return `${count}<img src="data:image/png;base64,${data}" width="${across}" height="${Math.round((across * height) / width)}">`
  })
  const { page, close } = await newPage(browser, { width: 2 * across + 72, height: 400 })
  await page.setContent(
    `<style>body{margin:12px;display:grid;grid-template-columns:32px repeat(2,${across}px);gap:8px;` +
      `align-items:center;background:#777;font:700 20px sans-serif;text-align:center}</style>` +
      cells.join(''),
  )
  await page.screenshot({ path: pictureNamed(`walls-${panel}.png`), fullPage: true })
  await close()
  return []
}
