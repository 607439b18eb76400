/**
 * A theft, as a dispatcher lives it in a real browser with moved time: a photo is chosen and
 * another pasted, evidence is recorded with what shows it, kept for thirty days, told when its time
 * ends and handed out; the archive package is opened by a browser alone and checked elsewhere; the
 * figures of its month are the same on every face. What else follows from a theft is a further
 * `it`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unzip } from '#main/adapters/export/zip-archive.ts'
import { verifyPackage } from '#main/hosts/node/verify-package.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { readWorkbook } from '../adapters/export/workbook.ts'
import { lineOf } from '../kit/report.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { newPage, type WatchedPage } from './browser.ts'
import { issuesInBothThemes, openConsole, pictureNamed, type Demo } from './demo.ts'

const START = '2026-11-24T09:10:00+08:00'
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const PLACE = '湾心营业厅'
/** A photo as browsers read it, 60 × 40 pixels; drawn by one of them. */
let photo: Buffer

let demo: Demo
let served: Served
let browser: Browser
let desk: WatchedPage
let page: Page
const dir = mkdtempSync(join(tmpdir(), 'vigil-e2e-evidence-'))

beforeAll(async () => {
  demo = await openConsole(serveStation(START))
  ;({ served, browser, desk, page } = demo)
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
afterAll(async () => {
  await demo?.close()
  rmSync(dir, { recursive: true, force: true })
})

let incidentId = ''
const incident = async () => (await served.ask('history/read', { incidentId })).incident
const see = (words: string | RegExp) => page.getByText(words).first().waitFor()
async function goTo(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}
/** In both themes, also where a dialog covers the button that changes them. */
async function accessible(name: string): Promise<void> {
  expect(await issuesInBothThemes(page), name).toEqual([])
}
const shot = (name: string) => page.screenshot({ path: pictureNamed(name), animations: 'disabled' })
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
const dialogNamed = (name: string | RegExp): Locator => page.getByRole('dialog', { name })
async function openFiles(): Promise<Locator> {
  await page.locator('.moves [aria-haspopup]').click()
  await page.getByRole('menuitem', { name: '附件与证据…' }).click()
  return dialogNamed(/^附件与证据/)
}
/** Time goes by unseen; whoever comes to the desk then sees a page that is new. */
async function daysPass(days: number): Promise<void> {
  served.clock.leap(`${days} d`)
  await served.pass('3 s')
  const answer = await fetch(`${served.http.url}/api/link`, {
    method: 'POST',
    headers: { authorization: 'Bearer e2e-local-token', 'content-type': 'application/json' },
    body: '{}',
  })
  const { reply } = (await answer.json()) as { reply: { consoleUrl: string } }
  await page.goto(reply.consoleUrl) // the sign-in of before has run out
  await page.locator('main').first().waitFor()
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
  await dialog.getByText(/没有附上：清单\.html。不收这种文件。可以传：照片/).waitFor()
  await dialog.getByRole('button', { name: '知道了' }).click()
  await paste('门锁.png')
  await dialog.getByText('门锁.png').first().waitFor()
  await expect.poll(async () => (await incident()).files?.length).toBe(2)
  await accessible('files')
  await shot('evidence-files.png')
  await dialog.getByRole('button', { name: '查看柜台.png' }).press('Enter')
  await dialogNamed('柜台.png').locator('canvas:visible').waitFor()
  await accessible('viewer')
  await page.keyboard.press('Escape')
  await dialogNamed('柜台.png').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('evidence is recorded with the picture that is pasted into its form, and stands in its line', async () => {
  await page.locator('button.title[title="调看当天录像并截存备查"]').click()
  await page.getByRole('button', { name: '记录证据…' }).click()
  const form = dialogNamed(/^记录证据/)
  await form.getByLabel('存放地点').fill('监控室硬盘柜2号')
  await form.getByLabel('保管人').fill('周敏')
  await paste('录像截图.png')
  await form.getByText('传好了，随证据一起记录：录像截图.png').waitFor()
  await accessible('evidence-form')
  await shot('evidence-form.png')
  await form.getByRole('button', { name: /^记录/ }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '查看录像截图.png' }).first().waitFor()
  await shot('evidence-step.png')
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
  await served.ask('incident/move', { incidentId, to: 'closed', reason: '追回' })
  await daysPass(26)
  expect(await page.getByText('证据保存到期').count()).toBe(0)
  await daysPass(2)
  const reminder = page.getByRole('region', { name: '证据保存到期' })
  await reminder.getByText(/保存到2026年12月24日 \d\d:\d\d，存放监控室硬盘柜2号/).waitFor()
  await accessible('keeping')
  await daysPass(3)
  await reminder.getByText(/2026年12月24日 \d\d:\d\d保存期满，可以处理/).waitFor()
  await shot('evidence-over.png')
  expect((await served.station.board()).alerts.map(({ cause }) => cause.zh)).toEqual([])
})

it('it is handed out from the list of all that is kept', async () => {
  await page.getByRole('button', { name: '全部在保证据' }).click()
  const list = dialogNamed('现在保存的证据')
  await list.getByRole('button', { name: '查看录像截图.png' }).waitFor()
  await accessible('in-hand')
  await shot('evidence-in-hand.png')
  await list.getByRole('button', { name: '移出' }).click()
  const form = dialogNamed(/^移出证据/)
  await form.getByLabel(/^交给谁/).fill('民警雀大甲')
  await form.getByRole('button', { name: /^记下移出/ }).click()
  await list.getByText('现在没有要保存的证据。').waitFor()
  await page.keyboard.press('Escape')
  expect((await incident()).evidence).toMatchObject([{ released: { to: '民警雀大甲' } }])
})

let archived = ''

it('its package is made on the page of its record, and is whole on another folder; one flipped bit is named', async () => {
  await goTo(`#/history/${incidentId}`)
  await page.getByLabel('打印和导出带个人信息').check()
  await page.locator('.record .files canvas:visible').first().waitFor()
  await accessible('record')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'ZIP', exact: true }).click(),
  ])
  archived = join(dir, 'package.zip')
  await download.saveAs(archived)
  expect(verifyPackage(archived)).toMatchObject({ exit: 0 })
  const bytes = readFileSync(archived)
  const flipped = Buffer.from(bytes)
  const at = bytes.indexOf(photo) + 8
  flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at)
  writeFileSync(join(dir, 'flipped.zip'), flipped)
  const { exit, line } = verifyPackage(join(dir, 'flipped.zip'))
  expect([exit, JSON.parse(line)]).toMatchObject([2, { where: expect.stringMatching(/^files\//) }])
})

it('a browser alone opens it: no script, nothing from outside, A4 on paper', async () => {
  const unpacked = join(dir, 'unpacked')
  for (const [path, content] of unzip(readFileSync(archived))) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true })
    writeFileSync(join(unpacked, path), content)
  }
  const alone = await newPage(browser, { width: 1200, height: 1600 })
  const requests: string[] = []
  alone.page.on('request', (request) => requests.push(request.url()))
  const address = pathToFileURL(join(unpacked, 'record.html')).href
  await alone.page.goto(address)
  expect(requests).toEqual([address])
  expect(await alone.page.locator('script, link, img, iframe, object').count()).toBe(0)
  expect(await alone.page.evaluate(() => document.characterSet)).toBe('UTF-8')
  const words = await alone.page.locator('body').innerText()
  for (const part of [PLACE, '监控室硬盘柜2号', '民警雀大甲', '录像截图.png', '证据1', 'S09-49'])
    expect(words).toContain(part)
  const path = pictureNamed('evidence-record.pdf')
  const pdf = (await alone.page.pdf({ path, preferCSSPageSize: true })).toString('latin1')
  expect(pdf).toMatch(/\/MediaBox ?\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  alone.expectQuiet()
  await alone.close()
})

it('the figures of its month are the same on the page, in the monthly report and in the file', async () => {
  const { now } = await served.ask('statistics/period', NOVEMBER)
  expect([now.incidents, now.evidence]).toEqual([1, { kept: 1, mayGo: 1 }])
  await goTo('#/statistics?month=2026-11')
  const shown = page.locator('[data-figure="incidents"] .big')
  await expect.poll(() => shown.innerText()).toBe(String(now.incidents))
  const { paper } = await served.ask('report/read', { month: '2026-11' })
  const line = lineOf(paper as ReportDocument, 'compared', '突发事件（起）')
  expect(line[1]?.value).toBe(now.incidents)
  const bar = page.getByRole('group', { name: '导出' })
  await expect.poll(() => bar.locator('[aria-disabled=true]').count()).toBe(0)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bar.getByRole('button', { name: 'XLSX' }).click(),
  ])
  const file = join(dir, 'month.xlsx')
  await download.saveAs(file)
  const sheets = readWorkbook(file)
  const row = sheets
    .flatMap(({ rows }) => [...rows.values()])
    .find((cells) => cells['A']?.value === '突发事件（起）')
  expect(row?.['B']?.value).toBe(now.incidents)
})

it('is whole in English, by keyboard, on a narrow screen, and showed no error', async () => {
  await goTo('#/now')
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  const next = await served.ask('incident/report', { narrative: '丢了包', place: '海岬营业厅' })
  incidentId = next.incidentId
  await page.getByText('海岬营业厅').first().click()
  await page.setViewportSize({ width: 720, height: 900 })
  await page.locator('.moves [aria-haspopup]').press('Enter')
  await page.getByRole('menuitem', { name: 'Files and evidence…' }).press('Enter')
  const dialog = dialogNamed(/^Files and evidence/)
  await dialog.waitFor()
  await paste('door.png')
  await dialog.getByText('door.png').first().waitFor()
  await accessible('files-en')
  await shot('evidence-files-en.png')
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(wide).toBeLessThanOrEqual(0)
  await page.keyboard.press('Escape')
  desk.expectQuiet(/415/)
  expect(served.errors).toEqual([])
})
