/** Looks whether a wall cuts ink off: its texts as they are against those that nothing cuts. */
import type { Page } from 'playwright-core'
import type { Pixels } from './pixels.ts'
import { linesOn, type DrawnLine } from './wall-text.ts'

/** Lets everything be drawn that is cut off; each part keeps its size, so that nothing moves. */
const letAllBeSeen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const cutting = [...document.querySelectorAll('.wall *')].flatMap((element) =>
      element instanceof HTMLElement && getComputedStyle(element).overflowX !== 'visible'
        ? [element]
        : [],
    )
    const sizes = cutting.map((element) => element.getBoundingClientRect())
    // what gave way to the rest of its line is not cut, it is not there
    cutting.forEach((element, i) => {
      const { bottom = Infinity, height = 0 } = sizes[i] ?? {}
      const below = bottom - height / 4 // a line that begins there is the next one
      for (const child of element.children)
        if (child instanceof HTMLElement && child.getBoundingClientRect().top >= below)
          child.style.visibility = 'hidden'
    })
    cutting.forEach((element, i) => {
      const { width = 0, height = 0 } = sizes[i] ?? {}
      Object.assign(element.style, {
        boxSizing: 'border-box',
        flex: 'none',
        width: `${width}px`,
        height: `${height}px`,
        minWidth: '0',
        minHeight: '0',
        maxWidth: 'none',
        maxHeight: 'none',
      })
    })
    for (const element of cutting) element.style.overflow = 'visible'
  })

/** By how much the picture is moved against burn-in, CSS px. */
const shiftOf = (page: Page): Promise<{ x: number; y: number }> =>
  page.$eval('.wall', (wall) => {
    const [x = 0, y = x] = getComputedStyle(wall).translate.split(' ').map(parseFloat)
    return { x, y }
  })

/** Digits go on from one picture to the next, and have no tails. */
const isCounting = ({ text }: DrawnLine): boolean => /^[\d:+\s/%]*$/.test(text)
/** Of its height, how far a letter reaches below the line, with air: with a tail, without one. */
const [TAIL, FOOT] = [0.24, 0.14]
const reachOf = ({ text }: DrawnLine): number => (/[gjpqyQ,;()[\]]/.test(text) ? TAIL : FOOT)
const INK = 3 // px that two pictures of one text may differ by

/** A line that has become late, or graver, is drawn in other colours: it is another one. */
const nameOf = ({ of, text, contrast }: DrawnLine): string => `${of} ${text} ${contrast.toFixed(1)}`

/** A page as it stands: its lines, and its picture. */
async function taken(page: Page): Promise<{ lines: DrawnLine[]; picture: Buffer }> {
  for (;;) {
    const lines = await linesOn(page)
    const picture = await page.screenshot({ animations: 'disabled' })
    const texts = (all: readonly DrawnLine[]): string =>
      all
        .filter((line) => !isCounting(line))
        .map(nameOf)
        .join()
    if (texts(await linesOn(page)) === texts(lines)) return { lines, picture }
  }
}

/**
 * The lines of a page with ink that is cut off, in words; the page is of no use afterwards.
 * @param unit CSS px a unit
 */
export async function cutInk(page: Page, pixels: Pixels, unit: number): Promise<string[]> {
  await page.screenshot() // whatever its texts still lack of the font is asked for
  await page.evaluate(() => document.fonts.ready)
  const before = await taken(page)
  await letAllBeSeen(page)
  const after = await taken(page)
  const places = new Map(after.lines.map((line) => [nameOf(line), line]))
  const lines = before.lines.filter((line) => {
    const again = places.get(nameOf(line))
    // a part of a pixel is enough for letters to be drawn anew, a whole one off
    const stays = again && Math.abs(again.top - line.top) + Math.abs(again.left - line.left) < 0.1
    return stays && !isCounting(line)
  })
  const { x, y } = await shiftOf(page)
  const boxes = lines.map((line) => ({
    left: line.left * unit + x,
    right: line.right * unit + x,
    top: (line.top - 0.04 * line.size) * unit + y,
    bottom: (line.base + reachOf(line) * line.size) * unit + y,
  }))
  const counts = await pixels.differing(before.picture, after.picture, boxes)
  return lines.flatMap(({ of, text }, i) =>
    (counts[i] ?? 0) > INK ? [`cut: “${text}” (${of}) by ${counts[i]} px`] : [],
  )
}
