/**
 * What a dispatcher does on the telephone, by keys alone in the real browser with moved time: a
 * mall fire with four callers on two floors. docs/dispatching.md says how many keys it takes.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { HOUR_MS } from '#shared/domain/units.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { handAt, type Hand } from './hand.ts'
import { choose, draw, expectGuide, printedBy, printing, see, shows } from './telephone-desk.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('a mall fire with four callers on two floors', () => {
  let served: Served
  let desk: WatchedPage
  let room: WatchedPage
  let page: Page
  let hand: Hand
  const marks: number[] = []
  afterEach(() => void marks.push(hand.counted().keys))
  const board = () => served.station.board()
  const at = async (place: string) => {
    const incident = (await board()).incidents.find(({ place: named }) => named === place)
    if (!incident) throw new Error(`no incident at ${place}`)
    return incident
  }
  const fire = () => at('三楼美食城')
  const stateOf = async (id: string) => (await fire()).steps.find((step) => step.id === id)?.state

  beforeAll(async () => {
    served = await serveStation('2026-11-25T14:00:00+08:00', ['mall'])
    const person = async (name: string, number: string, posts: readonly string[]) =>
      (await served.ask('people/person-set', { name, phones: [{ number }], posts: [...posts] })).id
    await person('云大甲', '000 0000 0101', ['duty-officer', 'service-desk'])
    await person('湾大乙', '000 0000 0102', ['emergency-team'])
    const stand = await person('湾小丙', '000 0000 0103', [])
    await person('岭大丁', '000 0000 0104', ['general-manager', 'command-post'])
    await person('溪大戊', '000 0000 0105', ['duty-leader'])
    await served.ask('people/post-set', { id: 'emergency-team', substitutes: [stand] })
    for (const name of ['三楼美食城', '一楼超市'])
      await served.ask('places/set', { name, kind: 'floor' })
    desk = await newPage(browser)
    room = await newPage(browser, { width: 1920, height: 1080 })
    page = desk.page
    page.setDefaultTimeout(9000)
    await printing(page)
    await page.goto(served.http.consoleUrl)
    await room.page.goto(served.http.wallUrl)
    await see(page, '没有进行中的事件')
    hand = handAt(page)
  })
  afterAll(() => served?.stop())

  async function call(words: string, first: RegExp): Promise<void> {
    await hand.press('F2')
    await page.locator('.intake [role=combobox][readonly]').waitFor({ state: 'detached' }) // what was sent before
    await hand.write(words)
    await page.locator('.proposals [aria-selected=true]', { hasText: first }).waitFor()
    await page.locator('.proposals ol[aria-busy=false]').waitFor()
  }

  it('runs from the first sentence of the first caller', async () => {
    await call('三楼美食城着火，看见明火', /商场火灾处置预案/)
    await hand.press('Enter')
    await expect.poll(async () => (await fire()).state).toBe('responding')
    await shows(room.page, /三楼美食城/)
  })

  it('takes the next two callers as callers of the same, by Enter, and lights only what is new', async () => {
    await call('三楼美食城冒烟', /并入.*第2个来电/)
    await hand.press('Enter')
    await expect.poll(async () => (await fire()).callerCount).toBe(2)
    expect((await fire()).callers?.[0]?.news).toBeNull()
    await call('三楼美食城着火了，有2个人受伤', /并入.*第3个来电/)
    await draw(page, 'dispatching-join')
    await hand.press('Enter')
    await expect.poll(async () => (await fire()).callerCount).toBe(3)
    await see(page, '轻伤至少2人')
    await draw(page, 'dispatching-news')
    expect((await fire()).casualties).toBeNull()
    await hand.rest()
    await hand.press('Control+Shift+F2')
    await expect.poll(async () => (await fire()).casualties?.minor).toBe(2)
  })

  it('asks where a caller names another floor; joined by mistake, he is put apart again', async () => {
    await call('一楼超市冒烟', /商场火灾处置预案/)
    await see(page, '正在处置的不在那里')
    await hand.press('ArrowDown')
    await page.locator('.proposals [aria-selected=true]', { hasText: '并入' }).waitFor()
    await hand.press('Enter')
    await expect.poll(async () => (await fire()).callerCount).toBe(4)
    await see(page, '已并入 第4个来电')
    await hand.press('Control+F8')
    await expect.poll(async () => (await board()).incidents.length).toBe(2)
    expect((await fire()).callerCount).toBe(3)
    expect(await at('一楼超市')).toMatchObject({ narrative: '一楼超市冒烟', state: 'reported' })
  })

  it('makes sure of the other floor, which is no fire', async () => {
    await hand.press('Alt+2')
    await page
      .getByRole('heading', { name: /一楼超市/ })
      .first()
      .waitFor()
    await hand.press('Control+Shift+F1')
    await page.getByRole('dialog').waitFor()
    await hand.write('000 0000 0188')
    await hand.press('Tab')
    await hand.write('没有明火，是蒸箱的汽')
    await draw(page, 'dispatching-verify')
    await hand.to(/记录并记为误报/)
    await hand.press('Enter')
    await expect
      .poll(async () => (await board()).incidents.map(({ place }) => place))
      .toEqual(['三楼美食城'])
  })

  it('rings the one who does not answer, then the substitute, then the post above', async () => {
    await hand.press('Alt+1')
    await page.getByRole('heading', { name: '疏散顾客与员工' }).first().waitFor()
    const number = (digits: string) => page.locator('.next .call .num', { hasText: digits })
    await number('000 0000 0102').waitFor()
    await hand.rest()
    await hand.press('Shift+F1')
    await see(page, /响铃/)
    await hand.press('2')
    await number('000 0000 0103').waitFor()
    await see(page, /湾大乙 无人接/)
    await hand.rest()
    await hand.press('Shift+F1')
    await see(page, /响铃/)
    await hand.press('2')
    await number('000 0000 0104').waitFor()
    await hand.rest()
    await hand.press('Shift+F1')
    await see(page, /响铃/)
    await draw(page, 'dispatching-call')
    await hand.rest()
    await hand.press('Shift+F1')
    await see(page, /通话中/)
    await hand.to(/对方说了什么/)
    await hand.write('已派两个保安')
    await hand.press('Enter')
    await expect
      .poll(async () => (await fire()).calls.map(({ who, outcome }) => `${who} ${outcome}`))
      .toEqual([
        ...['湾大乙 started', '湾大乙 no-answer', '湾小丙 started', '湾小丙 no-answer'],
        ...['岭大丁 started', '岭大丁 answered', '岭大丁 ended'],
      ])
    await hand.rest()
    await hand.press('F4')
    await expect.poll(() => stateOf('mf-03')).toBe('done')
  })

  it('rings 119 next, and records that it was done', async () => {
    await page
      .getByRole('heading', { name: /拨打119/ })
      .first()
      .waitFor()
    await hand.rest()
    await hand.press('Shift+F1')
    await see(page, /响铃/)
    await hand.rest()
    await hand.press('Shift+F1')
    await see(page, /通话中/)
    await hand.rest()
    await hand.press('Shift+F1')
    await expect.poll(async () => (await fire()).calls.at(-1)?.outcome).toBe('ended')
    await hand.rest()
    await hand.press('F4')
    await expect.poll(() => stateOf('mf-05')).toBe('done')
  })

  it('sends the first report in time, its blanks filled where they stand', async () => {
    await served.pass('20 min')
    await choose(hand, page, /首报/)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('请先填负责人得知时间').waitFor()
    await hand.to(/单位负责人几点得知/, 'Shift+Tab')
    await hand.write('14:06')
    await hand.press('Enter')
    await dialog.getByText(/还剩/).waitFor()
    await page.setViewportSize({ width: 1440, height: 1160 }) // all of it
    await draw(page, 'dispatching-report')
    await page.setViewportSize({ width: 1440, height: 900 })
    await hand.to(/报送给谁/)
    await hand.write('区应急管理局')
    await hand.press('Tab')
    await hand.write('岭大丁')
    await hand.press('Control+Enter')
    await expect.poll(async () => (await fire()).bulletins?.length).toBe(1)
    await dialog.waitFor({ state: 'detached' })
    const incident = await fire()
    expect(incident.reportRule).toMatchObject({ id: 'accident-fire', withinMs: HOUR_MS })
    const clock = incident.reportClocks?.find(({ kind }) => kind === 'first')
    expect(clock?.doneAt).toBe(incident.bulletins?.[0]?.at)
    expect(clock?.doneAt).toBeLessThan(clock?.dueAt ?? 0)
    expect(incident.bulletins?.[0]?.text).toMatch(/三楼美食城.*轻伤2人/s)
  })

  it('leaves the room by one key, and goes on from another place', async () => {
    await hand.press('Control+F7')
    await shows(room.page, /值班室已撤离/)
    await expect.poll(async () => (await printedBy(page)).at(-1)).toMatch(/断电纸.*三楼美食城/s)
    await see(page, '值班室已撤离')
    await draw(page, 'dispatching-room')
    await draw(room.page, 'dispatching-room-wall')
    await hand.press('Control+Shift+F9')
    await page.getByRole('dialog').waitFor()
    await hand.write('二号楼大厅')
    await hand.press('Control+Enter')
    await expect.poll(async () => (await board()).room?.taken?.place).toBe('二号楼大厅')
    await shows(room.page, /二号楼大厅/)
    const { entries } = await served.ask('incident/timeline', { incidentId: (await fire()).id })
    expect(entries.map(({ says }) => says.zh).join('\n')).toMatch(/撤离[^]*接手/)
    await see(page, '回到值班室')
    await hand.press('Control+Shift+F7')
    await expect.poll(async () => (await board()).room ?? null).toBeNull()
  })

  it('is contained, each open thing of life answered by a digit, and watched', async () => {
    await hand.rest()
    await hand.press('F7', 'Enter')
    const form = page.locator('.el-dialog form')
    await form.waitFor()
    const open = () => form.locator('li[data-missing]').count()
    for (let left = await open(); left > 0; left--) {
      await hand.press('1')
      await expect.poll(open).toBe(left - 1)
    }
    await draw(page, 'dispatching-contained')
    await hand.press('Enter')
    await expect.poll(async () => (await fire()).state).toBe('contained')
    await choose(hand, page, /观察期/)
    await page.getByRole('dialog').waitFor()
    await hand.press('Control+Enter')
    await see(page, /观察到/)
    await served.pass('31 min')
    await see(page, '观察期满，可以解除响应')
    expect((await fire()).state).toBe('contained')
  })

  it('counts the fire once, and the guide says how many keys it took', async () => {
    expect(await served.ask('statistics/month', { month: '2026-11' })).toMatchObject({
      ...{ incidents: 1, falseReports: 1, drills: 0 },
    })
    const { keys, letters } = hand.counted()
    console.log(marks.join(' '), `mall fire: ${keys} keys, ${letters} letters`)
    desk.expectQuiet()
    room.expectQuiet()
    expect(served.errors).toEqual([])
    expectGuide(
      /四个来电的商场火灾.*：按键(\d+)次，另写(\d+)个字/,
      /a mall fire with four callers.*: (\d+) keys, and (\d+) letters/,
      hand.counted(),
    )
  })
})
