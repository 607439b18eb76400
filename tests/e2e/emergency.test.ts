/**
 * A record that is damaged at night: both faces say so, what was running is taken over by a key,
 * and the next morning it is all in the restored record. In a real Chromium, over the real command
 * line.
 */
import { cpSync, readdirSync, truncateSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, runProgram, served, tamper, type Served } from '../hosts/cli.ts'
import { launchBrowser, newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A picture of docs/reliability.md. */
const picture = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: pictureNamed(`${name}.png`) })

async function send(
  station: Served,
  name: string,
  input: unknown,
): Promise<{ incidentId: string }> {
  const answer = await station.ask(name, input, crypto.randomUUID())
  expect(answer).toMatchObject({ ok: true })
  return answer['reply'] as { incidentId: string }
}

/** A mall in which a fire runs, and somebody has fainted. */
async function evening(dir: string): Promise<void> {
  const station = await served(dir, ['--port', '0', '--site', 'mall'])
  await send(station, 'roster/set', {
    posts: { 'duty-leader': [{ person: '周敏', phone: '8001' }] },
  })
  const { incidentId } = await send(station, 'incident/report', {
    narrative: '三楼厨房冒烟',
    place: '三楼厨房',
  })
  await send(station, 'incident/activate', { incidentId, planId: 'mall-fire', level: 2 })
  await send(station, 'incident/report', { narrative: '有人晕倒', place: '一号门' })
  await station.signal('SIGTERM')
}

const eventsDamaged = (file: string): void =>
  tamper(file, "DELETE FROM anchor; UPDATE event SET body = replace(body, '一号门', '二号门')")

it('damaged at night, taken over by a key, adopted the next morning', async () => {
  const dir = newFolder()
  const backup = newFolder()
  await evening(dir)
  cpSync(dir, backup, { recursive: true })
  eventsDamaged(join(dir, 'journal.db'))

  const station = await served(dir)
  const wall = await newPage(browser, { width: 1920, height: 1080 })
  const desk = await newPage(browser)
  await wall.page.goto(station.wallUrl)
  await desk.page.goto(station.consoleUrl)
  await wall.page.getByText('应急记录').first().waitFor()
  await wall.page.getByText('时限未运行').first().waitFor()
  await desk.page.getByText('三楼厨房').first().waitFor()
  await picture(wall.page, 'emergency-wall')
  await picture(desk.page, 'emergency-console')

  await desk.page.keyboard.press('Shift+F9')
  await desk.page.getByRole('main').getByText('三楼厨房').first().waitFor()
  await desk.page.getByText('已有人做').or(desk.page.getByText('火灾')).first().waitFor()
  await wall.page.locator('[data-incident]').first().waitFor()
  await picture(wall.page, 'emergency-taken-wall')
  await picture(desk.page, 'emergency-taken')
  await desk.page.keyboard.press('Shift+F9')
  await desk.page.getByText('原记录里未接管的事件').first().waitFor({ state: 'detached' })
  wall.expectQuiet()
  desk.expectQuiet()
  await wall.close()
  await desk.close()
  await station.signal('SIGTERM')

  const [emergency = ''] = readdirSync(dir).filter((name) => name.startsWith('emergency-'))
  const adopted = await runProgram(['adopt', '--data', backup, '--from', join(dir, emergency)])
  expect(JSON.parse(adopted.out)).toMatchObject({ ok: true, incidents: 2, continued: 2 })
  const morning = await served(backup)
  const page = await newPage(browser)
  await page.page.goto(morning.consoleUrl)
  await page.page.getByText('三楼厨房').first().waitFor()
  expect(await page.page.getByText('应急记录').count()).toBe(0)
  expect(await morning.board()).toMatchObject({ emergency: null, incidents: [{}, {}] })
  await picture(page.page, 'adopted-console')
  await page.page.getByRole('link', { name: '统计' }).first().click()
  await page.page.getByText('应急记录').first().waitFor()
  await picture(page.page, 'adopted-figures')
  page.expectQuiet()
  await page.close()
  await morning.signal('SIGTERM')
})

it('says it in English, too, where nothing can be read of the record any more', async () => {
  const dir = newFolder()
  await evening(dir)
  const file = join(dir, 'journal.db')
  truncateSync(file, Math.floor(statSync(file).size / 3))
  const station = await served(dir)
  const wall = await newPage(browser, { width: 1920, height: 1080, locale: 'en-US' })
  const desk = await newPage(browser, { locale: 'en-US' })
  await wall.page.goto(station.wallUrl.replace('/wall#', '/wall?lang=en#'))
  await desk.page.goto(station.consoleUrl.replace('/#', '/?lang=en&theme=light#'))
  await desk.page.getByText('Emergency record').first().waitFor()
  await wall.page.getByText('Emergency record').first().waitFor()
  await picture(wall.page, 'emergency-wall-en')
  await picture(desk.page, 'emergency-console-en')
  wall.expectQuiet()
  desk.expectQuiet()
  await wall.close()
  await desk.close()
  await station.signal('SIGTERM')
})
