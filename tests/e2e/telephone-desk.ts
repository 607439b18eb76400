/** What the specs of the dispatcher's guide share: what is printed, drawn, chosen and counted. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { pictureNamed } from './demo.ts'
import type { Counted, Hand } from './hand.ts'

const GUIDE = join(import.meta.dirname, '../../docs/dispatching.md')
/** What was printed instead of going to a printer, sheet by sheet. */
export const printing = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const printed: string[] = []
    Object.assign(window, {
      printed,
      print() {
        printed.push(document.querySelector('.printed-now')?.textContent ?? '')
        dispatchEvent(new Event('afterprint'))
      },
    })
  })
}
export const printedBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { printed: string[] }).printed)
export const see = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
/** Whatever pieces the words are drawn in. */
export const shows = (page: Page, words: RegExp) =>
  expect
    .poll(async () => ((await page.locator('body').textContent()) ?? '').replace(/\s+/g, ''))
    .toMatch(words)
export const draw = (page: Page, name: string) =>
  page.screenshot({ path: pictureNamed(`${name}.png`), animations: 'disabled' })
/** To the first of the moves: the focus is there before the next key. */
async function moves({ press }: Hand, page: Page): Promise<void> {
  await page.locator('.moves button:not([aria-disabled=true])').first().waitFor()
  await press('F7')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.moves') !== null))
    .toBe(true)
}
/** By the menu behind the moves: the digit that stands before it. */
export async function choose(hand: Hand, page: Page, name: RegExp): Promise<void> {
  await moves(hand, page)
  await hand.press('F7')
  const entry = page.getByRole('menuitem').filter({ hasText: name })
  await entry.waitFor()
  const digit = (await entry.locator('kbd').first().textContent()) ?? ''
  await hand.press(digit)
}
/**
 * The guide says in both languages what was counted. Stops of Tab are a few more or less by what an
 * alert has put on the screen in that second.
 */
export function expectGuide(chinese: RegExp, english: RegExp, { keys, letters }: Counted): void {
  const guide = readFileSync(GUIDE, 'utf8')
  for (const sentence of [chinese, english]) {
    const [pressed = 0, written] = sentence.exec(guide)?.slice(1).map(Number) ?? []
    expect(written, String(sentence)).toBe(letters)
    expect(Math.abs(pressed - keys), `${keys} keys, ${String(sentence)}`).toBeLessThan(keys / 10)
  }
}
