/**
 * Uses the desktop program as a person does, and tries the locks that a page can feel: the same on
 * the double and on the real Electron. A face is looked at through its own window: the console over
 * the bridge, the wall over HTTP.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { BRIDGE } from './kit/checks.ts'
import { elsewhere, type Elsewhere } from './kit/elsewhere.ts'
import type { Opened } from './kit/opened.ts'

/**
 * `why`: the reason for which it cannot be opened here, null if it can. `open` gets the settings to
 * begin with.
 */
export function desktopStory(
  how: string,
  why: string | null,
  open: (settings: object) => Promise<Opened>,
): void {
  describe(how, () => {
    let opened: Opened
    let there: Elsewhere
    beforeAll(async () => {
      if (why !== null) return
      there = await elsewhere()
      opened = await open({
        wallWindow: { display: null, kiosk: true, windowed: true, bounds: null },
      })
    }, 60_000)
    afterAll(async () => {
      await opened?.end()
      there?.stop()
    })
    const see = (page: Page, words: string): Promise<void> =>
      page.getByText(words).first().waitFor({ timeout: 20_000 })
    /** Presses until it is `done`: a key within 0.8 s of a change is taken for a heavy hand. */
    const press = async (page: Page, key: string, done: () => Promise<boolean>): Promise<void> =>
      expect
        .poll(
          async () => {
            if (await done()) return true
            await page.keyboard.press(key)
            return done()
          },
          { interval: 2000, timeout: 20_000 },
        )
        .toBe(true)
    /** A spec that cannot run is counted as left out, with its reason. */
    const spec = (name: string, run: () => Promise<void>): void =>
      it(name, async (context: TestContext) => {
        if (why !== null) context.skip(why)
        await run()
      })

    spec('opens calm on both faces: the console by its bridge, the wall over HTTP', async () => {
      await see(await opened.console(), '没有进行中的事件')
      await see(await opened.wall(), '无事件')
    })

    spec(
      'gives the console the named functions of its bridge, the wall none, and neither anything of Node',
      async () => {
        const has = (page: Page): Promise<unknown> =>
          page.evaluate(() => {
            const { station } = globalThis as unknown as { station?: Record<string, unknown> }
            return [
              station && Object.keys(station).sort(),
              [typeof globalThis.process, typeof (globalThis as { require?: unknown }).require],
            ]
          })
        expect(await has(await opened.console())).toEqual([
          [...BRIDGE].sort(),
          ['undefined', 'undefined'],
        ])
        expect(await has(await opened.wall())).toEqual([undefined, ['undefined', 'undefined']])
      },
    )

    spec('goes from the words of the caller to a running plan, and the wall shows it', async () => {
      const page = await opened.console()
      await page.keyboard.press('F2')
      await page.keyboard.type('热线中心热线打不进来，客户一直占线')
      await see(page, '客服热线故障处置预案')
      await page.keyboard.press('Enter')
      await see(await opened.wall(), '热线故障')
    })

    spec('records what is done by key, and the wall shows what is next', async () => {
      const page = await opened.console()
      const opens = page.getByText('当即报职能线负责人').first()
      await press(page, 'Alt+Shift+Digit2', () => opens.isVisible()) // calls do not come in
      await see(await opened.wall(), '报组别负责人')
      const first = page.getByRole('heading', { name: '报组别负责人' }).first()
      await press(page, 'F4', async () => !(await first.isVisible()))
      await (
        await opened.wall()
      )
        .getByText('报组别负责人')
        .first()
        .waitFor({ state: 'detached', timeout: 10_000 })
    })

    spec('stays where it is, opens nothing and reaches nobody, whatever a page tries', async () => {
      for (const page of [await opened.console(), await opened.wall()]) {
        const address = page.url()
        expect(
          await page.evaluate(
            (away) =>
              new Promise((done) =>
                setTimeout(
                  () =>
                    void (async () => {
                      const tried: unknown[] = [window.open(`${away}/window`)]
                      const link = Object.assign(document.createElement('a'), {
                        href: `${away}/link`,
                        target: '_blank',
                      })
                      document.body.append(link)
                      link.click()
                      link.target = '_self'
                      link.click()
                      link.remove()
                      tried.push(
                        await fetch(`${away}/fetch`, { mode: 'no-cors' }).then(
                          () => 'reached',
                          () => 'refused',
                        ),
                      )
                      try {
                        ;(0, eval)('1')
                        tried.push('ran')
                      } catch {
                        tried.push('refused')
                      }
                      done(tried)
                    })(),
                ),
              ),
            there.url,
          ),
        ).toEqual([null, 'refused', 'refused'])
        expect(page.url()).toBe(address)
      }
      expect(there.hits).toEqual([])
    })

    spec('R01: is back with everything on it after its page has crashed', async () => {
      await opened.crash()
      await expect
        .poll(() => opened.log().filter(({ event }) => event === 'page-trouble').length)
        .toBe(1)
      await expect.poll(() => opened.consoleWords()).toContain('热线中心')
      await see(await opened.wall(), '热线故障')
    })

    spec(
      'quits when told to: code 0, last phase first, and nothing left that others would find',
      async () => {
        expect(await opened.quit()).toBe(0)
        const undone = opened
          .log()
          .filter(({ event }) => event === 'phase-undone')
          .map(({ name }) => name)
        expect([undone[0], undone.at(-1)]).toEqual(['notifications', 'folder'])
        for (const name of ['station.json', 'local-token'])
          expect(existsSync(join(opened.dir, name)), name).toBe(false)
      },
    )
  })
}
