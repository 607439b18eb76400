/**
 * A floor plan, from the file to the place that is lit: uploaded at the desk, on walls of every
 * form, beside the incident, and to choose the place of a report. What stands on it is measured in
 * pixels: seven to one, dark and light.
 */
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { launchBrowser, newPage } from './browser.ts'
import { accessibilityIssues, pictureNamed } from './demo.ts'
import { openTwoPlaces } from './two-places.ts'
import { overflowOf, sightOf } from './desk-view.ts'
import { openPixels, type Pixels } from './pixels.ts'

const PANELS = [
  [1920, 1080],
  [1080, 1920],
  [3840, 1080],
  [1366, 768],
] as const
const LEGEND_EN = ['Incident', 'Exit', 'Extinguisher', 'Hydrant', 'Assembly point']

/** Signs, marks, names and words of the legend of which a part stands outside of the panel. */
const offThePanel = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.floor .sign, .floor .mark, .floor .name, .legend li')]
      .filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect()
        return left < 0 || right > innerWidth || top < 0 || bottom > innerHeight
      })
      .map((part) => part.textContent || (part.getAttribute('data-sign') ?? '')),
  )

/** What of a floor and its legend has less than seven to one, as it is drawn. */
async function faint(page: Page, pixels: Pixels, within = 'body'): Promise<string[]> {
  const parts = await page.evaluate((root) => {
    const of = '.floor > svg:first-child > *, .floor .sign, .floor .mark, .floor .name, .legend li'
    return [...document.querySelector(root)!.querySelectorAll(of)]
      .filter((part) => part.checkVisibility())
      .map((part) => {
        const { left, top, right, bottom } = part.getBoundingClientRect()
        const name = part.textContent || `${part.tagName} ${part.getAttribute('class')}`
        return { name, box: { left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 } }
      })
  }, within)
  expect(parts.length).toBeGreaterThan(10)
  const picture = await page.screenshot({ animations: 'disabled' })
  const contrasts = await pixels.contrasts(
    picture,
    parts.map(({ box }) => box),
  )
  return parts.flatMap(({ name }, i) =>
    (contrasts[i] ?? 0) < 7 ? [`${name} ${contrasts[i]?.toFixed(2)}`] : [],
  )
}

/** A floor as a drawing program writes it, with what nobody asked for. */
const FLOOR = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 700">
<script>document.title = 'hostile'</script><style>rect { fill: red }</style>
<g id="walls"><path d="M10 10H1190V690H10ZM400 10V300H10M800 10V300H1190M400 400H800V690"/></g>
<g id="机房"><rect x="14" y="14" width="382" height="282"/></g>
<rect id="会议室" x="404" y="14" width="392" height="282"/>
<rect id="服务窗口" x="404" y="404" width="392" height="282"/>
<rect id="王经理办公室" x="804" y="14" width="382" height="282"/>
<rect class="exit" x="1150" y="480" width="30" height="60"/><rect id="exit-2" x="14" y="600" width="30" height="60"/>
<circle id="extinguisher-1" cx="600" cy="350" r="12"/><rect id="消火栓-1" x="900" y="400" width="20" height="20"/><circle id="assembly" cx="1000" cy="600" r="20"/>
</svg>`

it('a floor is uploaded at the desk, lit on a wall and beside the incident, and a place is chosen on it', async () => {
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const { station, desk } = await openTwoPlaces(browser)
  const { page } = desk
  const ask = async (name: string, input: object) =>
    (await station.ask(name, input, crypto.randomUUID())).reply as Record<
      'id' | 'incidentId',
      string
    >
  const { id: floor } = await ask('places/set', { name: '二楼', kind: 'floor' })
  const rooms: Record<string, string> = {}
  for (const name of ['机房', '会议室', '服务窗口', '库房'])
    rooms[name] = (await ask('places/set', { name, kind: 'room', within: floor })).id
  await page.goto(station.consoleUrl.replace(/#.*/, '#/site?at=places'))
  await page.getByRole('button', { name: '二楼的平面图' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({
    ...{ name: 'floor.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(FLOOR) },
  })
  await dialog.getByText('对上3个地点').waitFor()
  await dialog.getByText('图上没有的：库房').waitFor()
  await page.screenshot({ path: pictureNamed('floor-upload.png') })
  expect(await accessibilityIssues(page), 'axe, floor plan').toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.title()).not.toBe('hostile')

  const fire = await ask('incident/report', { narrative: '机房冒烟', place: '机房' })
  await ask('incident/report', { narrative: '窗口有人争吵', place: '服务窗口' })
  const named = { name: '二楼屏', view: 'plan', planOf: floor, language: 'zh', theme: 'dark' }
  const { id } = await ask('walls/set', named)
  const screen = await newPage(browser, { width: 1920, height: 1080 })
  const wall = screen.page
  const pixels = await openPixels(browser)
  await wall.goto(station.wallUrl.replace('#', `?wall=${id}#`))
  await wall.locator('.mark').nth(1).waitFor()
  for (const [width, height] of PANELS) {
    await wall.setViewportSize({ width, height })
    await wall.screenshot({ path: pictureNamed(`wall-floor-${width}.png`) })
    expect(await offThePanel(wall), `${width}`).toEqual([])
  }
  await wall.setViewportSize({ width: 1920, height: 1080 })
  expect(await faint(wall, pixels), 'wall, dark').toEqual([])
  await ask('walls/set', { ...named, id, theme: 'light', language: 'en' })
  await wall.getByText('Not on this floor').waitFor()
  await wall.screenshot({ path: pictureNamed('wall-floor-light-en.png') })
  expect(await faint(wall, pixels), 'wall, light').toEqual([])
  expect(await wall.locator('.legend li').allInnerTexts()).toEqual(LEGEND_EN)
  await ask('walls/set', { ...named, id, planOf: rooms['会议室'] })
  await wall.getByText('没有这张平面图').waitFor()
  expect(await wall.locator('[data-incident]').count()).toBeGreaterThanOrEqual(2)
  await wall.screenshot({ path: pictureNamed('wall-floor-none.png') })
  screen.expectQuiet()

  await page.goto(station.consoleUrl.replace(/#.*/, '#/'))
  await page.locator('.incidents .row', { hasText: '机房' }).first().click()
  await ask('incident/activate', { incidentId: fire.incidentId, planId: 'mall-fire' })
  await page.locator('.steps .open > li').first().waitFor()
  const pane = page.locator('.floor-pane')
  const line = pane.getByRole('button', { name: '平面图 · 二楼' })
  await line.focus() // by keys alone
  await page.keyboard.press('Enter')
  await pane.locator('.mark').first().waitFor()
  expect(await line.getAttribute('aria-expanded')).toBe('true')
  for (const part of ['.next h2', '.steps .open > li', '.folds .fold', '.floor-pane .fold'])
    expect((await sightOf(page, part)).unseen, part).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.screenshot({ path: pictureNamed('floor-incident.png') })
  for (const [theme, lang] of [
    ['dark', 'zh'],
    ['light', 'en'],
  ] as const) {
    await page.goto(`${station.consoleUrl.replace(/#.*/, '')}?lang=${lang}&theme=${theme}#/now`)
    await page.locator('.incidents .row', { hasText: '机房' }).first().click()
    await pane.locator('.mark').first().waitFor() // as it was left
    expect(await accessibilityIssues(page), `axe, ${theme}`).toEqual([])
    expect(await faint(page, pixels, '.floor-pane'), `console, ${theme}`).toEqual([])
    await page.screenshot({ path: pictureNamed(`floor-incident-${theme}-${lang}.png`) })
  }
  await pane.getByRole('button', { name: 'Enlarge' }).click()
  await dialog.locator('.mark').first().waitFor()
  await page.screenshot({ path: pictureNamed('floor-large.png') })
  await page.keyboard.press('Escape')
  await page.locator('.incidents .row', { hasText: '一楼大厅' }).first().click()
  await page.getByText('Floor plan · none of this place').waitFor()
  await page.setViewportSize({ width: 720, height: 450 })
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${station.consoleUrl.replace(/#.*/, '')}?lang=zh&theme=dark#/now`)
  await page.keyboard.press('F2')
  await page.keyboard.type('有人摔倒')
  await page.getByRole('button', { name: '在图上选' }).click()
  await dialog.getByRole('button', { name: '会议室' }).focus()
  await page.screenshot({ path: pictureNamed('floor-choose.png') })
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.intake .place input').inputValue()).toBe('会议室')
  desk.expectQuiet()
})
