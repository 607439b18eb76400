/**
 * Handing up to HQ in the real browser, over the real station and an HQ in memory: paired by the
 * text of HQ, an incident handed up, the line cut and back, an order read and answered.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, served } from '../hosts/cli.ts'
import { openProxy } from '../kit/cutting-proxy.ts'
import { openHqDouble } from '../kit/hq-double.ts'
import { launchBrowser, newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('a site is paired, hands up, goes on without a line, and answers what comes down', async () => {
  const hq = await openHqDouble()
  const proxy = await openProxy(hq.url)
  const station = await served(newFolder(), ['--site', 'mall', '--port', '0'])
  const desk = await newPage(browser)
  const { page } = desk
  await page.goto(station.consoleUrl)
  await page.getByRole('heading', { name: '没有进行中的事件' }).waitFor()
  await page.goto(`${station.url}/#/site?at=hq`)
  const part = page.getByRole('region', { name: '总部' })
  await part.getByText('未与总部配对').waitFor()
  await part.getByRole('button', { name: '配对…' }).click()
  const dialog = page.getByRole('dialog', { name: '与总部配对' })
  await dialog.getByLabel('配对文字').fill(`${proxy.url}#wrong-code`)
  await page.keyboard.press('Control+Enter')
  await dialog.getByText('配对码不对、已用过或已过期').waitFor()
  await page.screenshot({ path: pictureNamed('hq-pair.png'), animations: 'disabled' })
  await dialog.getByLabel('配对文字').fill(`${proxy.url}#${await hq.invite()}`)
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await part.getByText(/已上交至第\d+号 · 待上交0条 · 总部在线/).waitFor()

  const [push] = hq.pushes()
  const [first] = push?.events ?? []
  const site = `site-${first?.hash.slice(0, 12) ?? ''}`
  const at = Date.now()
  const words = '今晚18时前收好户外物品，关好门窗。'
  await hq.handDown(site, { id: '1', kind: 'order', title: '台风蓝色预警', body: words, at })
  await part.getByRole('button', { name: '查看台风蓝色预警' }).waitFor()
  await page.screenshot({ path: pictureNamed('hq-online.png'), animations: 'disabled' })
  await part.getByRole('button', { name: '查看台风蓝色预警' }).click()
  const order = page.getByRole('dialog', { name: '台风蓝色预警' })
  await order.getByText(words).waitFor()
  await page.screenshot({ path: pictureNamed('hq-order.png'), animations: 'disabled' })
  await order.getByRole('button', { name: '采用' }).click()
  await part.getByText(/已采用/).waitFor()

  proxy.be('down')
  const report = { narrative: '二楼中庭冒烟', place: '二楼中庭' }
  await station.ask('incident/report', report, crypto.randomUUID())
  await part.getByText(/总部不通，自.*起，会自动再试/).waitFor()
  await page.screenshot({ path: pictureNamed('hq-offline.png'), animations: 'disabled' })
  proxy.be('up')
  await part.getByText(/待上交0条 · 总部在线/).waitFor({ timeout: 70_000 })
  const { events } = await hq.read(site)
  expect(JSON.stringify(events)).toContain('IncidentReported')
  expect(JSON.stringify(events)).not.toContain(report.narrative)
  await desk.close()
  await station.signal('SIGTERM')
  await proxy.stop()
  await hq.stop()
}, 180_000)
