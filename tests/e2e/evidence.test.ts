/**
 * A theft, as a dispatcher lives it in a real browser with moved time: a photo is chosen and
 * another pasted, evidence is recorded with what shows it, kept for thirty days, told when its time
 * ends and handed out; the archive package is opened by a browser alone and checked elsewhere; the
 * figures of its month are the same on every face. What else follows from a theft is a further
 * `it`.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import type { WatchedPage } from './browser.ts'
import { openConsole, type Demo } from './demo.ts'
import {
  accessible,
  daysPass,
  dialogNamed,
  figuresOf,
  goTo,
  packageOf,
  shot,
} from './story-faces.ts'

const START = '2026-11-24T09:10:00+08:00'
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const PLACE = '湾心营业厅'
const LOSS = { box: '伤亡和损失', row: '直接经济损失', printed: '直接经济损失（元）' }
/** A photo as browsers read it, 60 × 40 pixels; drawn by one of them. */
let photo: Buffer

let demo: Demo
let served: Served
let desk: WatchedPage
let page: Page

beforeAll(async () => {
  demo = await openConsole(serveStation(START))
  ;({ served, desk, page } = demo)
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [60, 40]
    const context = canvas.getContext('2d')!
    context.fillStyle = '#7a8b99'
    context.fillRect(0, 0, 60, 40)
    context.fillStyle = '#20262d'
    context.fillRect(22, 12, 16, 18)
    return canvas.toDataURL('image/png').split(',')[1]!
  })
  photo = Buffer.from(drawn, 'base64')
})
afterAll(() => demo?.close())

let incidentId = ''
const incident = async () => (await served.ask('history/read', { incidentId })).incident
const see = (words: string | RegExp) => page.getByText(words).first().waitFor()
/** As a browser pastes a picture that somebody has copied: with each name another one. */
const paste = (name: string) =>
  page.evaluate(
    ([called, content]) => {
      const bytes = Uint8Array.from(atob(content!), (sign) => sign.charCodeAt(0))
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([bytes], called!, { type: 'image/png' }))
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    },
    [name, Buffer.concat([photo, Buffer.from(name)]).toString('base64')],
  )
async function openFiles(): Promise<Locator> {
  await page.locator('.moves [aria-haspopup]').click()
  await page.getByRole('menuitem', { name: '附件与证据…' }).click()
  return dialogNamed(page, /^附件与证据/)
}
it('is reported, and its plan runs', async () => {
  await page.keyboard.press('F2')
  await page.keyboard.type(`${PLACE}的验钞机被偷了`)
  await see('公司财产损失处置预案')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await served.station.board()).incidents[0]?.plans[0]?.planId)
    .toBe('gas-property-loss-company')
  incidentId = (await served.station.board()).incidents[0]!.id
})

it('a photo is chosen, another pasted; one of a wrong kind is refused in words; Esc closes what shows it', async () => {
  const dialog = await openFiles()
  await dialog.locator('input[type=file]').setInputFiles([
    { name: '柜台.png', mimeType: 'image/png', buffer: photo },
    { name: '清单.html', mimeType: 'text/html', buffer: Buffer.from('<html>丢失清单</html>') },
  ])
  await dialog.getByText('柜台.png').first().waitFor()
  await dialog.getByText(/没有附上：清单\.html。这个文件的开头是网页或程序代码/).waitFor()
  await dialog.getByRole('button', { name: '知道了' }).click()
  await paste('门锁.png')
  await dialog.getByText('门锁.png').first().waitFor()
  await expect.poll(async () => (await incident()).files?.length).toBe(2)
  await accessible(page, 'files')
  await shot(page, 'evidence-files.png')
  await dialog.getByRole('button', { name: '查看柜台.png' }).press('Enter')
  await dialogNamed(page, '柜台.png').locator('canvas:visible').waitFor()
  await accessible(page, 'viewer')
  await page.keyboard.press('Escape')
  await dialogNamed(page, '柜台.png').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('evidence is recorded with the picture that is pasted into its form, and stands in its line', async () => {
  await page.locator('button.title[title="调看当天录像并截存备查"]').click()
  await page.getByRole('button', { name: '记录证据…' }).click()
  const form = dialogNamed(page, /^记录证据/)
  await form.getByLabel('存放地点').fill('监控室硬盘柜2号')
  await form.getByLabel('保管人').fill('周敏')
  await paste('录像截图.png')
  await form.getByText('传好了，随证据一起记录：录像截图.png').waitFor()
  await accessible(page, 'evidence-form')
  await shot(page, 'evidence-form.png')
  await form.getByRole('button', { name: /^记录/ }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '查看录像截图.png' }).first().waitFor()
  await shot(page, 'evidence-step.png')
  const { evidence, files } = await incident()
  expect(evidence).toMatchObject([{ id: '1', stepId: 'pc-04', keepDays: 30, keepUntil: null }])
  expect(files?.find(({ evidenceId }) => evidenceId === '1')?.name).toBe('录像截图.png')
})

it('three days before its end it is told, at its end again, and nothing sounds', async () => {
  for (const stepId of ['pc-03', 'pc-04'])
    await served.ask('incident/step', { incidentId, stepId, outcome: 'done' })
  const rest = (await incident()).steps.filter(
    ({ state }) => state === 'open' || state === 'waiting',
  )
  for (const { id: stepId } of rest)
    await served.ask('incident/step', {
      ...{ incidentId, stepId, outcome: 'not-applicable', reason: '当场追回' },
    })
  await served.ask('incident/assess', { incidentId, loss: 300 })
  await served.ask('incident/move', { incidentId, to: 'closed', reason: '追回' })
  await daysPass(demo, 26)
  expect(await page.getByText('证据保存到期').count()).toBe(0)
  await daysPass(demo, 2)
  const reminder = page.getByRole('region', { name: '证据保存到期' })
  await reminder.getByText(/保存到2026年12月24日 \d\d:\d\d，存放监控室硬盘柜2号/).waitFor()
  await accessible(page, 'keeping')
  await daysPass(demo, 3)
  await reminder.getByText(/2026年12月24日 \d\d:\d\d保存期满，可以处理/).waitFor()
  await shot(page, 'evidence-over.png')
  expect((await served.station.board()).alerts.map(({ cause }) => cause.zh)).toEqual([])
})

it('it is handed out from the list of all that is kept', async () => {
  await page.getByRole('button', { name: '全部在保证据' }).click()
  const list = dialogNamed(page, '现在保存的证据')
  await list.getByRole('button', { name: '查看录像截图.png' }).waitFor()
  await accessible(page, 'in-hand')
  await shot(page, 'evidence-in-hand.png')
  await list.getByRole('button', { name: '移出' }).click()
  const form = dialogNamed(page, /^移出证据/)
  await form.getByLabel(/^交给谁/).fill('民警雀大甲')
  await form.getByRole('button', { name: /^记下移出/ }).click()
  await list.getByText('现在没有要保存的证据。').waitFor()
  await page.keyboard.press('Escape')
  expect((await incident()).evidence).toMatchObject([{ released: { to: '民警雀大甲' } }])
})

it('its package is whole on another folder, one flipped bit is named, and a browser alone opens it', async () => {
  await goTo(page, `#/history/${incidentId}`)
  await page.getByLabel('打印和导出带个人信息').check()
  await page.locator('.record .files canvas:visible').first().waitFor()
  await accessible(page, 'record')
  const { words, paths } = await packageOf(demo, incidentId)
  for (const part of [PLACE, '监控室硬盘柜2号', '民警雀大甲', '录像截图.png', '证据1', 'S09-49'])
    expect(words).toContain(part)
  expect(paths.filter((path) => path.startsWith('files/')).length).toBeGreaterThan(0)
})

it('the figures of its month are the same on the page, in the monthly report and in the file', async () => {
  const { now } = await served.ask('statistics/period', NOVEMBER)
  expect([now.incidents, now.evidence]).toEqual([1, { kept: 1, mayGo: 1 }])
  expect(await figuresOf(demo, '2026-11', [LOSS])).toEqual(['300'])
  await goTo(page, '#/statistics?month=2026-11')
  const shown = page.locator('[data-figure="incidents"] .big')
  await expect.poll(() => shown.innerText()).toBe('1起')
})

it('is whole in English, by keyboard, on a narrow screen, and showed no error', async () => {
  await goTo(page, '#/now')
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  const next = await served.ask('incident/report', { narrative: '丢了包', place: '海岬营业厅' })
  incidentId = next.incidentId
  await page.getByText('海岬营业厅').first().click()
  await page.setViewportSize({ width: 720, height: 900 })
  await page.locator('.moves [aria-haspopup]').press('Enter')
  await page.getByRole('menuitem', { name: 'Files and evidence…' }).press('Enter')
  const dialog = dialogNamed(page, /^Files and evidence/)
  await dialog.waitFor()
  await paste('door.png')
  await dialog.getByText('door.png').first().waitFor()
  await accessible(page, 'files-en')
  await shot(page, 'evidence-files-en.png')
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(wide).toBeLessThanOrEqual(0)
  await page.keyboard.press('Escape')
  desk.expectQuiet(/415/)
  expect(served.errors).toEqual([])
})
