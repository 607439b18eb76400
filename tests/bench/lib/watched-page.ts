/** A page that notes when something first stands on it, painted, by the value of an attribute. */
import type { Page } from 'playwright-core'
import { median } from './figures.ts'

type Noting = { painted: Map<string, number>; waiting: Map<string, (at: number) => void> }
declare global {
  interface Window {
    benchNotes: Noting
  }
}

/** Runs in the page, before its own scripts. */
function noteIn(attribute: string): void {
  const notes: Noting = { painted: new Map(), waiting: new Map() }
  window.benchNotes = notes
  const known = new Set<string>()
  const look = (): void => {
    const fresh: string[] = []
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      const value = element.getAttribute(attribute) ?? ''
      if (known.has(value)) continue
      known.add(value)
      fresh.push(value)
    }
    if (fresh.length === 0) return
    requestAnimationFrame(() => {
      // its task comes after the frame has been drawn
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        const at = performance.timeOrigin + performance.now()
        for (const value of fresh) {
          notes.painted.set(value, at)
          notes.waiting.get(value)?.(at)
        }
      }
      port2.postMessage(null)
    })
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: [attribute],
  })
}

/** The page's clock less ours (ms): both have run on their own since they began. */
async function skew(page: Page): Promise<number> {
  const offsets: number[] = []
  for (let n = 0; n < 15; n++) {
    const from = performance.timeOrigin + performance.now()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    offsets.push(there - (from + performance.timeOrigin + performance.now()) / 2)
  }
  return median(offsets)
}

export type WatchedFor = {
  /** When an element with this value was painted first (our wall clock, UTC ms). */
  painted: (value: string) => Promise<number>
}

/** Opens `url` in the page and notes from then on. */
export async function watchFor(page: Page, attribute: string, url: string): Promise<WatchedFor> {
  await page.addInitScript(noteIn, attribute)
  await page.goto(url)
  const ahead = await skew(page)
  return {
    async painted(value) {
      const at = await page.evaluate(
        (value) =>
          window.benchNotes.painted.get(value) ??
          new Promise<number>((resolve) => window.benchNotes.waiting.set(value, resolve)),
        value,
      )
      return at - ahead
    },
  }
}
