/**
 * A wall of the site, from its name in the console to its screen: set up by keys, opened by its
 * address, changed from the desk while it hangs; one line on a low panel.
 */
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { newFolder, served } from '../hosts/cli.ts'
import { launchBrowser, newPage } from './browser.ts'
import { accessibilityIssues, pictureNamed } from './demo.ts'
import { openTwoPlaces } from './two-places.ts'

/** What no letter of is outside of the panel. */
const overhang = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.one-line > *')]
      .filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect()
        return left < 0 || right > innerWidth || top < 0 || bottom > innerHeight
      })
      .map((part) => part.innerText),
  )

it('is named at the desk, opened by its address, and is what the desk makes of it', async () => {
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const { station, desk } = await openTwoPlaces(browser)
  const { page } = desk
  await page.goto(station.consoleUrl.replace(/#.*/, '#/site?at=walls'))
  await page.getByRole('button', { name: '添加大屏' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill('车库屏')
  expect(await accessibilityIssues(page), 'axe, dialog').toEqual([])
  await page.screenshot({ path: pictureNamed('wall-dialog.png') })
  const places = dialog.getByRole('combobox', { name: /地点/ })
  await places.click({ force: true })
  await page.locator('li[role=option]', { hasText: '地下车库' }).click()
  await page.keyboard.press('Escape') // the list alone
  await page.keyboard.press('Control+Enter')
  const row = page.locator('[data-part=walls] li')
  await row.getByText('地下车库').waitFor()
  await row.getByText('没有打开').waitFor()

  const { reply } = await station.ask('walls/read', {})
  const [{ id }] = (reply as { walls: [{ id: string }] }).walls
  const screen = await newPage(browser, { width: 1920, height: 1080 })
  const wall = screen.page
  await wall.goto(station.wallUrl.replace('#', `?wall=${id}#`))
  await wall.locator('.row', { hasText: '地下车库' }).waitFor()
  expect(await wall.locator('[data-incident]').count()).toBe(1)
  await wall.locator('.head', { hasText: '别处' }).waitFor()
  await row.getByText('在线').waitFor()

  await row.getByRole('button', { name: '修改车库屏' }).click()
  await dialog.getByLabel('显示什么').selectOption('line')
  await dialog.getByLabel('语言').selectOption('en')
  await page.keyboard.press('Control+Enter')
  await wall.locator('.one-line', { hasText: 'Elsewhere 1' }).waitFor()
  for (const [width, height] of [
    [1920, 160],
    [1280, 96],
    [3840, 240],
  ] as const) {
    await wall.setViewportSize({ width, height })
    await wall.locator('.one-line', { hasText: '地下车库' }).waitFor()
    await wall.screenshot({ path: pictureNamed(`wall-one-line-${width}.png`) })
    expect(await overhang(wall), `${width}`).toEqual([])
    const size = await wall
      .locator('.one-line .headline')
      .evaluate((part) => Number.parseFloat(getComputedStyle(part).fontSize))
    expect(size).toBeGreaterThan(height / 4)
  }
  screen.expectQuiet()
  desk.expectQuiet()
}, 120_000)

it('is calibrated by a card that is held to its panel, and goes back to the wall once that is saved', async () => {
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const station = await served(newFolder(), ['--port', '0', '--site', 'mall'])
  const entry = { name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark' }
  const { reply } = await station.ask('walls/set', entry, crypto.randomUUID())
  const { id } = reply as { id: string }
  const desk = await newPage(browser, { width: 1440, height: 900 })
  const { page } = desk
  await page.goto(station.consoleUrl)
  await page.locator('header .site').waitFor()
  await page.goto(station.consoleUrl.replace(/#.*/, '#/site?at=walls'))
  await page.getByRole('button', { name: '修改大厅屏' }).click()
  const dialog = page.getByRole('dialog')

  const screen = await newPage(browser, { width: 1920, height: 1080 })
  const wall = screen.page
  await wall.goto(station.wallUrl.replace('#', `?wall=${id}&calibrate=1#`))
  await wall.locator('.calibration').waitFor()
  await wall.keyboard.press('ArrowUp') // 8 px to the 135 of a panel of 55 inches
  await wall.keyboard.press('Enter')
  await dialog.getByText('屏上量得1149 × 646毫米').waitFor()
  await dialog.getByRole('button', { name: '采用' }).click()
  await dialog.getByLabel('最远观看距离').fill('12')
  await dialog.locator('.fault', { hasText: '最远' }).waitFor()
  await page.screenshot({ path: pictureNamed('wall-size-refused.png') })
  await dialog.getByLabel('最远观看距离').fill('6')
  await dialog.locator('figure.reading').waitFor()
  expect(await accessibilityIssues(page), 'axe, dialog').toEqual([])
  await page.keyboard.press('Control+Enter')
  await wall.locator('.wall').waitFor()
  screen.expectQuiet()
  desk.expectQuiet()
}, 120_000)
