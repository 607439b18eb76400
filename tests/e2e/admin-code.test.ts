/**
 * The administrator's code in the real browser, over the real station: set on the settings page,
 * asked for where it is needed, shown while it is open, never in the way of an incident, and never
 * to be found anywhere.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, served } from '../hosts/cli.ts'
import { launchBrowser, newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'

const CODE = 'lark-bay-7'
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: pictureNamed(`${name}.png`), animations: 'disabled' })

it('is set, asked for, opens for ten minutes, is locked by hand, and leaves no trace', async () => {
  const station = await served(newFolder(), ['--site', 'mall'])
  const desk = await newPage(browser)
  const { page } = desk
  const sent: string[] = []
  page.on('request', (request) =>
    sent.push(`${request.url()} ${JSON.stringify(request.headers()['referer'] ?? '')}`),
  )
  await page.goto(station.consoleUrl)
  await page.getByRole('heading', { name: '没有进行中的事件' }).waitFor()
  await page.getByRole('link', { name: '未设管理员密码' }).waitFor()
  await picture(page, 'admin-code-calm')

  await page.getByRole('link', { name: '未设管理员密码' }).click()
  const part = page.getByRole('region', { name: '管理员密码' })
  await part.getByLabel('新密码').fill(CODE)
  await part.getByLabel('再输一次').fill(CODE)
  await picture(page, 'admin-code-set')
  await part.getByRole('button', { name: '设置密码' }).click()
  await part.getByText('已设管理员密码').waitFor()

  // what settles the site asks for it
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('云雀湾广场')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '管理员密码' })
  await dialog.getByLabel('密码').fill('half')
  await page.keyboard.press('Escape') // closes the dialog, and nothing else
  await dialog.waitFor({ state: 'detached' })
  const name = page.getByRole('textbox', { name: '名称', exact: true })
  expect(await name.inputValue()).toBe('云雀湾广场')
  expect(await page.locator('header .site').textContent()).not.toContain('云雀湾广场')
  await name.press('Enter')
  await dialog.getByLabel('密码').fill('not-it')
  await page.keyboard.press('Enter')
  await dialog.getByText('管理员密码不对').waitFor()
  await picture(page, 'admin-code-wrong')
  await dialog.getByLabel('密码').fill(CODE)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('header .site', { hasText: '云雀湾广场' }).waitFor()
  const mark = page.getByRole('button', { name: /管理员 (10:00|09:\d\d) · 锁定/ })
  await mark.waitFor()
  await picture(page, 'admin-code-open')

  await mark.click()
  await mark.waitFor({ state: 'detached' })

  // an incident never asks
  await page.keyboard.press('F2')
  await page.keyboard.type('二楼中庭冒烟')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.case h2').waitFor()
  expect(await dialog.count()).toBe(0)

  const remembered = await page.evaluate(() =>
    JSON.stringify([location.href, document.referrer, { ...sessionStorage }, { ...localStorage }]),
  )
  expect(remembered).not.toContain(CODE)
  expect(sent.join('\n')).not.toContain(CODE)
  expect(station.err()).not.toContain(CODE)
  desk.expectQuiet(/403/) // the refusals that asked for it
  await desk.close()
})

it('says in English what it is for', async () => {
  const station = await served(newFolder(), ['--site', 'mall'])
  await station.ask('desk/code-set', { code: CODE })
  const desk = await newPage(browser, { locale: 'en-US', colorScheme: 'light' })
  const { page } = desk
  await page.goto(station.consoleUrl.replace('/#', '/?lang=en&theme=light#'))
  await page.getByRole('heading', { name: 'No incident is open' }).waitFor()
  expect(await page.getByText('No administrator code is set').count()).toBe(0)
  await page.keyboard.press('Control+Shift+Digit5')
  await page.getByRole('button', { name: 'Enter the administrator code' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Administrator code' })
  for (let tries = 0; tries < 5; tries++) {
    await dialog.getByLabel('Code').fill('not-it')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Unlock' }).waitFor()
    await expect.poll(() => dialog.getByLabel('Code').inputValue(), { timeout: 20_000 }).toBe('')
  }
  await dialog.getByLabel('Code').fill(CODE)
  await page.keyboard.press('Enter')
  await dialog.getByText('Too many wrong codes').waitFor()
  await picture(page, 'admin-code-wait')
  await desk.close()
})
