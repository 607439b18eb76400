/**
 * The spare in the real browser, over two real processes: paired by the text of 设置→备机, one key
 * on its page takes over and leads to its console; the first desk says who goes on.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { followed, newFolder, served } from '../hosts/cli.ts'
import { launchBrowser, newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('one key takes over, and the desk of before says where to go', async () => {
  const station = await served(newFolder(), ['--site', 'mall', '--port', '0'])
  const desk = await newPage(browser)
  const { page } = desk
  await page.goto(station.consoleUrl)
  await page.getByRole('heading', { name: '没有进行中的事件' }).waitFor()
  await page.goto(`${station.url}/#/site?at=spare`)
  const part = page.getByRole('region', { name: '备机' })
  await part.getByText('还没有备机').waitFor()
  await part.getByRole('button', { name: '接入备机…' }).click()
  const text = (await part.locator('.copy-line .text').textContent()) ?? ''
  expect(text).toMatch(/^https:\/\/[\d.]+:\d+#[0-9a-f]{64}\/[\w-]+$/)
  await station.ask(
    'incident/report',
    { narrative: '中庭冒烟', place: '中庭' },
    crypto.randomUUID(),
  )

  const here = text.replace(/\/\/[\d.]+:/, '//127.0.0.1:')
  const spare = await followed(newFolder(), ['--from', here, '--port', '0'])
  await part.getByText(/有到第\d+条 · 差0条/).waitFor()
  await page.screenshot({ path: pictureNamed('spare-desk.png'), animations: 'disabled' })

  const other = await newPage(browser)
  await other.page.goto(spare.url)
  await other.page.getByText(/一条不差.*接管可能缺最近1秒/).waitFor()
  await other.page.screenshot({ path: pictureNamed('spare-page.png'), animations: 'disabled' })
  await other.page.keyboard.press('Enter') // the station still answers
  await other.page.getByText('主机还在线').waitFor()
  await other.page.keyboard.press('Enter')
  await other.page.getByText('中庭').first().waitFor({ timeout: 30_000 })
  await other.page.screenshot({ path: pictureNamed('spare-took-over.png'), animations: 'disabled' })

  await page.goto(`${station.url}/#/now`)
  await page
    .getByText(/已接管，这台机器不再记录/)
    .first()
    .waitFor()
  await page.screenshot({ path: pictureNamed('spare-fenced.png'), animations: 'disabled' })
  await desk.close()
  await other.close()
  await station.signal('SIGTERM')
  await spare.signal('SIGTERM')
}, 180_000)
