/**
 * A hotline failure through a power cut, by keys alone: worked on paper, entered in one table.
 * docs/dispatching.md says how many keys it takes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR_MS } from '#shared/domain/units.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { handAt, type Counted, type Hand } from './hand.ts'
import { draw, expectGuide, printedBy, printing, see } from './telephone-desk.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('a hotline failure through a power cut', () => {
  const KINDS = ['gas-customer-service']
  /** px: a title takes two lines at most. */
  const TWO_LINES = 60
  let served: Served
  let cut = ''
  let disk = ''
  let desk: WatchedPage
  let hand: Hand
  let before: Counted
  const hotline = async () => (await served.station.board()).incidents[0]!
  const stepOf = async (id: string) => (await hotline()).steps.find((step) => step.id === id)
  const open = async (): Promise<Page> => {
    desk = await newPage(browser)
    desk.page.setDefaultTimeout(9000)
    await printing(desk.page)
    await desk.page.goto(served.http.consoleUrl)
    hand = handAt(desk.page)
    return desk.page
  }

  beforeAll(async () => {
    cut = mkdtempSync(join(tmpdir(), 'vigil-cut-'))
    served = await serveStation('2026-11-25T14:00:30+08:00', KINDS, (dir) => {
      disk = dir
      return Promise.resolve()
    })
  })
  afterAll(async () => {
    await served?.stop()
    rmSync(cut, { recursive: true, force: true })
  })

  it('has its sheet printed before the power goes', async () => {
    const page = await open()
    await see(page, '没有进行中的事件')
    await hand.press('F2')
    await hand.write('热线中心热线打不进来，客户一直占线')
    await see(page, '客服热线故障处置预案')
    await hand.press('Enter')
    await see(page, '当即报职能线负责人')
    await hand.rest()
    await hand.press('Alt+Shift+Digit2') // 电话无法接入
    await expect
      .poll(async () => (await hotline()).facts.find(({ key }) => key === 'fault_kind')?.value)
      .toBe('no-calls')
    await hand.press('Control+F2')
    await expect.poll(async () => (await printedBy(page)).at(-1)).toMatch(/断电纸.*热线中心/s)
    expect((await printedBy(page)).at(-1)).toMatch(/10分钟内修通.*14:10/s)
    before = hand.counted()
    // the power goes: what lies on the disk at that instant is all that there is
    await cp(disk, cut, { recursive: true })
    await served.stop()
    await see(page, '失去联系')
    await desk.close()
  })

  it('is worked on paper, and entered in one table with the times on paper', async () => {
    served = await serveStation('2026-11-25T14:31:00+08:00', KINDS, (dir) =>
      cp(cut, dir, { recursive: true }),
    )
    const page = await open()
    await see(page, '热线中心')
    await expect.poll(async () => (await stepOf('hl-14'))?.late).toBe(true)
    await hand.rest()
    await hand.to(/^断电纸$/, 'Shift+Tab')
    await hand.press('Enter')
    const table = page.getByRole('region', { name: '断电补录' })
    await table.waitFor()
    const heights = await table
      .locator('tbody th')
      .evaluateAll((titles) => titles.map((title) => title.getBoundingClientRect().height))
    expect(Math.max(...heights), 'px of a title of a step').toBeLessThan(TWO_LINES)
    for (const [title, time] of [
      ['报组别负责人', '14:03'],
      ['请信息中心来修', '14:04'],
      ['当即报职能线负责人', '14:05'],
      ['工作日：维修人员15分钟内到热线中心', '14:15'],
      ['10分钟内恢复电话接入', '14:09'],
    ] as const) {
      const field = page.getByLabel(`“${title}”的时间`)
      const back = await field.evaluate((element) => {
        const from = document.activeElement ?? document.body
        return (element.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
      })
      await hand.to(new RegExp(`“${title}”的时间`), back ? 'Shift+Tab' : 'Tab')
      await hand.write(time)
    }
    await hand.to(/加一行电话/)
    await hand.press('Enter')
    await hand.to(/^时间$/, 'Shift+Tab')
    await hand.write('14:04')
    await hand.press('Tab')
    await hand.write('000 0000 0109')
    await hand.to(/加一行记事/)
    await hand.press('Enter')
    await hand.to(/^时间$/, 'Shift+Tab')
    await hand.write('14:06')
    await hand.press('Tab')
    await hand.write('先用手机接客户来电')
    await page.setViewportSize({ width: 1440, height: 1160 }) // with its head
    await page.getByRole('heading', { name: '断电纸' }).first().scrollIntoViewIfNeeded()
    await draw(page, 'dispatching-paper')
    await page.setViewportSize({ width: 1440, height: 900 })
    await hand.press('Enter')
    await see(page, '已存7行')
  })

  it('has right figures: what was in time on paper counts as in time', async () => {
    const minute = (at: number | null | undefined) =>
      at ? new Date(at + 8 * HOUR_MS).toISOString().slice(11, 16) : null
    expect(minute((await stepOf('hl-14'))?.doneAt)).toBe('14:09')
    expect(minute((await stepOf('hl-08'))?.doneAt)).toBe('14:15')
    expect(await stepOf('hl-14')).toMatchObject({ state: 'done', late: false })
    const month = await served.ask('statistics/month', { month: '2026-11' })
    expect(month).toMatchObject({ incidents: 1, limits: { due: 2, met: 2, late: 0 } })
    expect((await served.station.board()).month).toMatchObject({ limits: month.limits })
    const { keys, letters } = hand.counted()
    const all = { keys: before.keys + keys, letters: before.letters + letters }
    console.log(`hotline on paper: ${all.keys} keys, ${all.letters} letters`)
    desk.expectQuiet()
    expect(served.errors).toEqual([])
    expectGuide(
      /热线故障经过一次停电.*：按键(\d+)次，另写(\d+)个字/,
      /a hotline failure through a power cut.*: (\d+) keys, and (\d+) letters/,
      all,
    )
  })
})
