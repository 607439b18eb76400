/** Reads what can be seen of the console as it is drawn, for the specs that look at its layout. */
import type { Page } from 'playwright-core'

export type Sight = {
  all: number
  seen: number // wholly: in the window, cut off by no box, under nothing
  unseen: string[] // the words of the others
}

/** Which of the elements that a selector finds are in sight. */
export const sightOf = (page: Page, selector: string): Promise<Sight> =>
  page.evaluate((query) => {
    const SLACK = 2 // px: rules and roundings
    const clipped = (element: Element): boolean => {
      const { top, bottom, left, right } = element.getBoundingClientRect()
      if (bottom - top < 1) return true
      for (let box = element.parentElement; box; box = box.parentElement) {
        const { overflowY } = getComputedStyle(box)
        if (overflowY === 'visible') continue
        const edge = box.getBoundingClientRect()
        if (top < edge.top - SLACK || bottom > edge.bottom + SLACK) return true
      }
      return (
        top < -SLACK || bottom > innerHeight + SLACK || left < -SLACK || right > innerWidth + SLACK
      )
    }
    const covered = (element: Element): boolean => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const there = document.elementFromPoint(left + Math.min(width / 2, 60), top + height / 2)
      return (
        there === null || !(there === element || element.contains(there) || there.contains(element))
      )
    }
    const elements = [...document.querySelectorAll(query)]
    const unseen = elements.filter((element) => clipped(element) || covered(element))
    return {
      all: elements.length,
      seen: elements.length - unseen.length,
      unseen: unseen.map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim()),
    }
  }, selector)

export type Box = { left: number; right: number; top: number; bottom: number }

/** The box of the first element that a selector finds, in px of the window. */
export const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.$eval(selector, (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return { left, right, top, bottom }
  })

/** How far the page, a bar of it or a pane of the desk reaches over its edge to the side, in px. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      document.documentElement.scrollWidth - innerWidth,
      ...[...document.querySelectorAll('.console > :is(header, main, .desk, footer)')].map(
        (bar) => Math.floor(bar.getBoundingClientRect().right) - innerWidth,
      ),
      ...[...document.querySelectorAll('.desk > *, .steps, .log, .next')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    ),
  )

/** How far a page of the console reaches over its edge at 200 %, in px; the page stays zoomed. */
export async function overflowZoomed(page: Page): Promise<number> {
  await page.setViewportSize({ width: 720, height: 450 })
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
