/**
 * Contact sheets of the wall for docs/walls.md: one a panel, a row for each number of incidents, in
 * Chinese and dark beside English and light, out of the pictures that the matrix has drawn.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import type { Size } from './wall-scenes.ts'

/** CSS px of a picture. */
const ACROSS = { lying: 520, upright: 230, wide: 700, small: 520 } as const
export type SheetPanel = keyof typeof ACROSS
export const SHEET_PANELS = Object.keys(ACROSS) as SheetPanel[]
const FACES = ['zh-CN-dark', 'en-light'] as const

/**
 * Returns the pictures that it lacks. Upright ones stand beside each other.
 * @param counts of incidents, in their order
 */
export async function drawSheet(
  browser: Browser,
  panel: SheetPanel,
  [width, height]: Size,
  counts: readonly number[],
): Promise<string[]> {
  const across = ACROSS[panel]
  const pathOf = (count: number, face: string): string =>
    pictureNamed(`wall-${count}-${panel}-${face}.png`)
  const paths = counts.flatMap((count) => FACES.map((face) => pathOf(count, face)))
  const lacking = paths.filter((path) => !existsSync(path))
  if (lacking.length > 0) return lacking
  const down = Math.round((across * height) / width)
  const cellOf = (count: number): string => {
    const pictures = FACES.map((face) => {
      const data = readFileSync(pathOf(count, face)).toString('base64')
      return `<img src="data:image/png;base64,${data}" width="${across}" height="${down}">`
    })
    return `<div><b>${count}</b>${pictures.join('')}</div>`
  }
  const isUpright = panel === 'upright'
  const turned = isUpright ? 'column' : 'row'
  const { page, close } = await newPage(browser, {
    width: 24 + (isUpright ? counts.length * (across + 8) : 2 * across + 60),
    height: 400,
  })
  await page.setContent(
    `<style>body{margin:12px;display:flex;gap:8px;flex-direction:${isUpright ? 'row' : 'column'};` +
      `background:#777;font:700 20px sans-serif;text-align:center}b{min-width:32px}` +
      `div{display:flex;gap:8px;align-items:center;flex-direction:${turned}}</style>` +
      counts.map(cellOf).join(''),
  )
  await page.screenshot({
    ...{ path: pictureNamed(`walls-${panel}.jpg`), fullPage: true },
    ...({ type: 'jpeg', quality: 78 } as const),
  })
  await close()
  return []
}
