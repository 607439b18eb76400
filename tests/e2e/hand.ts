/**
 * A person at the keyboard of a console: every key is counted, what is typed apart, and nothing is
 * reached but by keys.
 */
import type { Page } from 'playwright-core'

export type Counted = { keys: number; letters: number }
export type Hand = {
  counted: () => Counted
  /** One key after the other, each once the last has been heard. */
  press: (...keys: string[]) => Promise<void>
  /** Words as an input method gives them: their letters are counted, not its keys. */
  write: (words: string) => Promise<void>
  /** Moves the focus on until it is on what is called so. */
  to: (name: RegExp, key?: string) => Promise<void>
  /** Until what has changed may be acted on: it was painted, and 0.8 s to read it are over. */
  rest: () => Promise<void>
}

const MOST_STOPS = 90
/** What has changed is painted some frames later, and read for 0.8 s before the next key. */
const READ_MS = 1_500

/** What the focus is on, as it is called; of a field its label. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ''
    const named = element.getAttribute('aria-labelledby')
    const label =
      element.getAttribute('aria-label') ??
      (named === null ? null : document.getElementById(named)?.textContent) ??
      (element as HTMLInputElement).labels?.[0]?.textContent ??
      element.textContent
    return (label ?? '').replace(/\s+/g, ' ').trim()
  })

export function handAt(page: Page): Hand {
  const counted: Counted = { keys: 0, letters: 0 }
  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      counted.keys += 1
      await page.keyboard.press(key)
    }
  }
  return {
    counted: () => ({ ...counted }),
    press,
    async write(words) {
      counted.letters += words.length
      await page.keyboard.insertText(words)
    },
    async to(name, key = 'Tab') {
      const passed: string[] = []
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        const now = await focused(page)
        if (name.test(now)) return
        passed.push(now.slice(0, 24))
        await press(key)
      }
      throw new Error(`no ${name} by ${key}: ${passed.join(' | ')}`)
    },
    async rest() {
      const since = await page.evaluate(() => performance.now())
      await page.waitForFunction(
        ([from, readMs]) => performance.now() - from! > readMs!,
        [since, READ_MS],
      )
    },
  }
}
