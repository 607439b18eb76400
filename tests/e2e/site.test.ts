/**
 * A new machine, driven as a person would: the real station as a process of its own on a fresh
 * folder, the real browser. The console asks what kind of site this is, loads its plans, and works;
 * after a restart it is what it was made (issue 4, item 6).
 */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, served, type Served } from '../hosts/cli.ts'
import { launchBrowser, newPage } from './browser.ts'
import { accessibilityIssues } from './demo.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const link = async (station: Served): Promise<string> =>
  (
    (await (
      await fetch(`${station.url}/api/link`, {
        method: 'POST',
        headers: { authorization: `Bearer ${station.token}` },
      })
    ).json()) as { reply: { consoleUrl: string } }
  ).reply.consoleUrl

it('asks a fresh folder what site it is, loads the plans of the answer, and is that after a restart', async () => {
  const dir = newFolder()
  const station = await served(dir)
  const desk = await newPage(browser)
  const { page } = desk
  await page.goto(station.consoleUrl)
  await page.getByRole('heading', { name: '请选择单位类型' }).waitFor() // by itself
  expect(await accessibilityIssues(page), 'axe, first start').toEqual([])

  // what is for later can wait, and the page does not come back by itself
  await page.getByRole('link', { name: '稍后设置' }).click()
  await page.getByRole('heading', { name: '没有进行中的事件' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: '没有进行中的事件' }).waitFor()

  await page.keyboard.press('Control+Shift+Digit5')
  await page.getByRole('checkbox', { name: /燃气客户服务中心/ }).press('Space')
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('云雀湾燃气')
  await page.keyboard.press('Enter')
  await page.getByText('载入预案18份').waitFor()
  await page.locator('header .site', { hasText: '云雀湾燃气' }).waitFor()
  expect(await accessibilityIssues(page), 'axe, settings').toEqual([])

  // what is still missing leads to where it is put right, also a second time
  const path = page.getByRole('region', { name: '开始使用' })
  await path.getByText('还差6步').waitFor()
  const toDuty = async (): Promise<void> => {
    await path.getByRole('link', { name: '排班', exact: true }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^\s*班次与排班/)
  }
  await toDuty()
  await page.locator('.settings h2').click() // back to the top
  await toDuty()

  await page.getByRole('link', { name: '看预案' }).click()
  await page.getByRole('link', { name: '燃气客户服务预案' }).waitFor()
  // the settings page, which offers every kind, is gone
  await page.getByRole('checkbox', { name: /燃气客户服务中心/ }).waitFor({ state: 'detached' })
  expect(await page.getByText('商场').count()).toBe(0)

  await page.getByRole('button', { name: /当前值班员/ }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('云小丁')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '当前值班员：云小丁' }).waitFor()

  await page.keyboard.press('F2')
  await page.keyboard.type('客服热线中心热线打不进来')
  await page.getByRole('option', { name: /热线/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.case h2', { hasText: '热线' }).waitFor()
  const { incidents } = (await station.board()) as {
    incidents: { id: string; plans: { planId: string }[] }[]
  }
  expect(incidents.map(({ plans }) => plans.map(({ planId }) => planId))).toEqual([
    ['gas-hotline-failure'],
  ])
  const { reply } = (await station.ask('incident/timeline', { incidentId: incidents[0]?.id })) as {
    reply: { entries: { by: string; type: string }[] }
  }
  expect(reply.entries.find(({ type }) => type === 'IncidentReported')?.by).toBe('云小丁')

  const { port } = new URL(station.url)
  await station.signal('SIGTERM')
  await page.getByText('失去联系').first().waitFor({ timeout: 20_000 })
  const again = await served(dir, ['--port', port])
  await page.getByText('失去联系').first().waitFor({ state: 'detached', timeout: 20_000 })
  expect(await again.board()).toMatchObject({
    site: { name: { zh: '云雀湾燃气' }, kinds: ['gas-customer-service'], setUp: true },
  })
  await page.getByRole('button', { name: '当前值班员：云小丁' }).waitFor()

  // another console opens what there is to do, not the set-up
  const other = await newPage(browser, { locale: 'en-US', colorScheme: 'light' })
  await other.page.goto((await link(again)).replace('/#', '/?lang=en&theme=light#'))
  await other.page.locator('.case h2').waitFor()
  await other.page.getByRole('link', { name: 'Settings' }).click()
  await other.page.getByText('Incidents are already counted by this time zone').waitFor()
  expect(await accessibilityIssues(other.page), 'axe, settings in the light').toEqual([])
  other.expectQuiet()
  await other.close()
  desk.expectQuiet(
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/,
  ) // the station was away
  await desk.close()
})

it('builds the address of a wall that opens, and keeps who holds which post', async () => {
  const station = await served(newFolder(), ['--port', '0', '--site', 'gas-customer-service'])
  const desk = await newPage(browser)
  const { page } = desk
  await page.goto(station.consoleUrl)
  // a kind on the command line is a set-up
  await page.getByRole('heading', { name: '没有进行中的事件' }).waitFor()
  await page.getByRole('link', { name: '设置', exact: true }).click()
  const people = page.getByRole('region', { name: '人员', exact: true })
  await people.getByText('还没有人员').waitFor()
  await people.getByRole('textbox', { name: '姓名' }).fill('云小丁')
  await people.getByRole('textbox', { name: '电话' }).fill('0000 0001')
  await page.keyboard.press('Enter')
  await people.getByText('已存：云小丁').waitFor()
  // put on a post by initials
  const posts = page.getByRole('region', { name: '岗位', exact: true })
  await posts.getByRole('combobox', { name: '让谁上热线坐席' }).fill('yxd')
  await page.getByRole('option', { name: '云小丁', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await posts.getByText('云小丁已上热线坐席').waitFor()
  expect(await station.board()).toMatchObject({
    duty: [{ role: { zh: '热线坐席' }, people: ['云小丁'] }],
  })

  const walls = page.getByRole('region', { name: '大屏地址' })
  await walls.getByRole('radio', { name: 'English' }).check()
  await walls.getByRole('radio', { name: '亮色' }).check()
  const address = await walls.getByRole('textbox', { name: '地址' }).inputValue()
  expect(address.startsWith(`${station.url}/wall?lang=en&theme=light#key=`)).toBe(true)
  const wall = await newPage(browser, { width: 1920, height: 1080 })
  await wall.page.goto(address)
  await wall.page.getByText('Gas customer service').first().waitFor()
  await page.getByText('1/1').waitFor() // the console sees that it is alive
  wall.expectQuiet()
  await wall.close()

  // the calm page says what is still missing; a plan is looked for by typing its name
  await page.getByRole('link', { name: '当前', exact: true }).click()
  await page.getByRole('link', { name: /^要紧岗位没有人：值班员、值班领导/ }).waitFor()
  await page.getByRole('link', { name: /^外部号码未登记：物业/ }).click()
  await page.getByRole('button', { name: '开始演练' }).click()
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Control+Enter')
  await page.locator('.case h2').waitFor()
  expect(await station.board()).toMatchObject({ incidents: [{ drill: true, plans: [] }] })
  await page.getByRole('button', { name: '全部预案' }).click()
  const dialog = page.getByRole('dialog')
  await expect
    .poll(() =>
      dialog
        .getByRole('combobox')
        .first()
        .evaluate((it) => it === document.activeElement),
    )
    .toBe(true)
  await page.keyboard.type('停电')
  await page.getByRole('option', { name: /停电/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '启动预案' }).click()
  await page.locator('.case', { hasText: '停电' }).waitFor()
  desk.expectQuiet()
  await desk.close()
})

/** The largest first. */
const ESTATES = ['北苑', '东苑', '南苑', '西苑', '中苑', '新苑']

it('fills a missing number, verifies it, and works through the estates from the largest on', async () => {
  const station = await served(newFolder(), ['--port', '0', '--site', 'gas-customer-service'])
  const desk = await newPage(browser)
  const { page } = desk
  await page.goto(station.consoleUrl)
  await page.getByRole('heading', { name: '没有进行中的事件' }).waitFor()
  await page.evaluate(() => {
    location.hash = '#/site?at=contacts'
  })
  const contacts = page.getByRole('region', { name: '通讯录' })
  await contacts.getByRole('textbox', { name: '物业的号码' }).fill('0000 0001')
  await page.keyboard.press('Enter')
  await contacts.getByText('未核对').waitFor()
  await contacts.getByRole('button', { name: '逐个核对（1个）' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('0000 0001').waitFor()
  await expect
    .poll(async () => {
      await page.keyboard.press('1') // counts once it has been read
      return dialog.getByText('核对完了').count()
    })
    .toBe(1)
  await page.keyboard.press('Enter')
  await contacts.getByText('核对，').waitFor()
  expect(await accessibilityIssues(page), 'axe, registers').toEqual([])

  const places = page.getByRole('region', { name: '地点' })
  await places
    .getByRole('textbox', { name: /^地点（共/ })
    .fill('南苑 80\n北苑 1200\n东苑 320\n西苑 70\n中苑 60\n新苑 50')
  await places.getByRole('button', { name: '添加6个地点' }).click()
  await places.getByText('新增6个').waitFor()
  await places.getByRole('button', { name: '修改北苑' }).click()
  await dialog.getByRole('combobox', { name: /^物业/ }).selectOption({ label: '物业' })
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await places.locator('.place b').allTextContents()).toEqual(ESTATES)

  const ask = async (name: string, input: object) =>
    ((await station.ask(name, input, crypto.randomUUID())) as { reply: { incidentId: string } })
      .reply
  const planId = 'gas-recharge-terminal-failure'
  const { incidentId } = await ask('incident/report', {
    ...{ narrative: '北苑的自助充值机坏了', place: '北苑', drill: false },
  })
  await ask('incident/activate', { incidentId, planId })
  await ask('incident/answer', { incidentId, fact: 'expected_hours', value: 30, planId })
  await page.evaluate(() => {
    location.hash = '#/now'
  })
  const head = page.locator('.case')
  await head.getByText(/1.200户/).waitFor()
  await head.getByText('0000 0001').waitFor()
  await page.locator('.steps [data-row]', { hasText: '通知小区物业' }).click()
  await page.getByRole('button', { name: '添加全部登记地点' }).click()
  const lines = page.locator('.next .items li')
  await expect
    .poll(() => lines.locator('.name > span:first-child').allTextContents())
    .toEqual(ESTATES)
  expect(await lines.first().textContent()).toContain('0000 0001')
  await lines.first().getByRole('button', { name: '已落实' }).focus()
  for (const done of [1, 2, 3, 4]) {
    await page.keyboard.press('Enter')
    await page.getByText(`已落实${done}/6`).waitFor()
  }
  // what is to be done stays in sight, and enough lines to see what comes
  const box = async (of: Locator) => (await of.boundingBox()) ?? { y: -1, height: 0 }
  const [pane, title, items] = [
    await box(page.locator('.next')),
    await box(page.locator('.next h2')),
    await box(page.locator('.next .items')),
  ]
  expect(title.y).toBeGreaterThanOrEqual(pane.y)
  expect(items.height).toBeGreaterThanOrEqual(4 * (await box(lines.last())).height)
  for (const done of [5, 6]) {
    await page.keyboard.press('Enter')
    await page.getByText(`已落实${done}/6`).waitFor()
  }
  desk.expectQuiet()
  await desk.close()
})
