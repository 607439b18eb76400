/**
 * Backups from the console, driven as a person would: the place is chosen, one is made, and a new
 * folder is restored from it, with both last events side by side; the station then runs on it.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, served } from '../hosts/cli.ts'
import { launchBrowser, newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const faults = (page: Page): Promise<unknown> =>
  page.evaluate(
    `${axe}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')))`,
  )

/** A picture of docs/restore.md. */
const picture = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: pictureNamed(`${name}.png`) })

it('the place is chosen, a backup is made, and the station goes on with a folder restored from it', async () => {
  const station = await served(newFolder(), ['--port', '0', '--site', 'gas-customer-service'])
  const disk = join(newFolder(), 'disk')
  mkdirSync(disk)
  const desk = await newPage(browser)
  const { page } = desk
  await page.goto(station.consoleUrl)
  await page.getByRole('link', { name: '未设置备份位置' }).click()
  const part = page.getByRole('region', { name: '备份', exact: true })
  await part.getByText('未设置备份位置').waitFor()
  const place = part.getByRole('textbox', { name: /^文件夹/ })
  await place.fill(join(disk, 'none'))
  await place.press('Enter')
  await part.getByText(/没有.*这个文件夹/).waitFor()
  await place.fill(disk)
  await place.press('Enter')
  await part.getByText('已有的备份').waitFor()
  await picture(page, 'backup')

  const report = { narrative: '热线打不进', place: '热线中心' }
  const reported = await station.ask('incident/report', report, crypto.randomUUID())
  expect(reported).toMatchObject({ ok: true })
  const to = join(newFolder(), 'restored')
  await part
    .getByRole('button', { name: /^恢复.*的备份$/ })
    .first()
    .click()
  await part.getByRole('textbox', { name: /^新文件夹/ }).fill(to)
  await part.getByRole('button', { name: '恢复到新文件夹' }).click()
  await part.getByRole('heading', { name: '已恢复，核对无误' }).waitFor()
  await part.getByRole('row', { name: /^现在的记录/ }).waitFor()
  await part.getByRole('row', { name: /^恢复的记录/ }).waitFor()
  await part.getByText(/会缺最近\d+条/).waitFor()
  await part.getByText(`station serve --data ${to}`).waitFor()
  expect(await faults(page), 'axe, backups').toEqual([])
  await part.getByRole('heading', { name: '已恢复，核对无误' }).scrollIntoViewIfNeeded()
  await picture(page, 'restore')
  desk.expectQuiet(/409/) // the folder that is not there
  await desk.close()

  const link = (await (
    await fetch(`${station.url}/api/link`, {
      method: 'POST',
      headers: { authorization: `Bearer ${station.token}` },
    })
  ).json()) as { reply: { consoleUrl: string } }
  const english = await newPage(browser, { locale: 'en-US', colorScheme: 'light' })
  await english.page.goto(link.reply.consoleUrl.replace('/#', '/?lang=en&theme=light#'))
  await english.page.getByRole('link', { name: 'Settings' }).click()
  const region = english.page.getByRole('region', { name: 'Backups', exact: true })
  await region.getByText('Restored and checked').scrollIntoViewIfNeeded()
  expect(await faults(english.page), 'axe, backups in the light').toEqual([])
  await picture(english.page, 'restore-en')
  await english.close()

  await station.signal('SIGTERM')
  const again = await served(to)
  expect(await again.board()).toMatchObject({ incidents: [], site: { setUp: true } })
})
