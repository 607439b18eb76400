/**
 * After a power cut: the wall's address opens a wall in a profile that has never seen it, and a
 * console is there again in a new tab. In a real Chromium, over the real command line.
 */
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { newFolder, served, type Served } from '../hosts/cli.ts'
import { launchBrowser, newPage } from './browser.ts'

const PLACE = '三楼厨房'
const shows = (page: Page): Promise<void> => page.getByText(PLACE).first().waitFor()

/** Ends every console that is signed in, as the administrator would. */
async function endConsoles(station: Served): Promise<void> {
  const { reply } = await station.ask('session/list', {})
  const { sessions } = reply as { sessions: { session: string; role: string }[] }
  const consoles = sessions.filter(({ role }) => role === 'dispatcher')
  expect(consoles).toHaveLength(1)
  for (const { session } of consoles)
    expect(await station.ask('session/end', { session })).toMatchObject({ ok: true })
}

it('the wall opens in a fresh profile, the console in a new tab; a session that is ended stays ended', async () => {
  const dir = newFolder()
  const first = await served(dir, ['--port', '0', '--site', 'mall'])
  await first.ask(
    'incident/report',
    { narrative: `${PLACE}冒烟`, place: PLACE },
    crypto.randomUUID(),
  )
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const desk = await newPage(browser)
  await desk.page.goto(first.consoleUrl)
  await shows(desk.page)
  const tab = async (): Promise<Page> => {
    const page = await desk.page.context().newPage()
    await page.goto(first.url)
    return page
  }
  const second = await tab()
  await shows(second)
  await second.close()
  await desk.page.close()
  await first.signal('SIGKILL')

  const again = await served(dir)
  expect([again.url, again.wallUrl]).toEqual([first.url, first.wallUrl])
  const wall = await newPage(browser, { width: 1920, height: 1080 })
  await wall.page.goto(first.wallUrl)
  await shows(wall.page)
  wall.expectQuiet()
  const third = await tab()
  await shows(third)

  await endConsoles(again)
  for (const page of [third, await tab()]) {
    await page.getByText('这个浏览器没有登录').first().waitFor()
    await page.getByText('请叫管理员来').first().waitFor()
  }
  await again.signal('SIGTERM')
})
