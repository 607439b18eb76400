/**
 * A duty roster in a real browser: filled by keys alone, who is on now follows, a gap is found and
 * closed; and a month of forty posts in three shifts is walked without drawing all of it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { accessibilityIssues, pictureNamed } from './demo.ts'

const START = '2026-11-24T14:32:00+08:00' // a Tuesday
const NAMES = ['云小丁', '单小虎', '雀小戊', '湾小己', '周敏', '李娜']

let served: Served
let desk: WatchedPage
let page: Page
let browser: Awaited<ReturnType<typeof launchBrowser>>

beforeAll(async () => {
  served = await serveStation(START, ['government-hall'])
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const onDuty = async (): Promise<readonly string[]> =>
  (await served.ask('duty/now', {})).posts?.flatMap(({ people }) =>
    people.map(({ name }) => name),
  ) ?? []
const at = (): Promise<string> => page.locator('.sheet-frame .at').innerText()

describe('the duty roster', () => {
  it('is filled by keys, and the desk knows who is on; what is lacking is found by a key', async () => {
    const { posts } = await served.ask('people/read', {})
    const [guard, head] = posts
    for (const name of NAMES) await served.ask('people/person-set', { name, phones: [], posts: [] })
    for (const [name, begins, ends] of [
      ['白班', '08:00', '20:00'],
      ['夜班', '20:00', '08:00'],
    ] as const)
      await served.ask('duty/shift-set', {
        ...{ name, begins, ends, minimum: 2 },
        posts: [guard!.id, head!.id],
      })
    desk = await newPage(browser)
    page = desk.page
    await page.goto(served.http.consoleUrl)
    await page.locator('main').first().waitFor()
    await page.goto(`${served.http.url}/#/site?at=duty`)
    const field = page.locator('.cell-field input')
    await field.waitFor()
    await field.focus()
    expect(await at()).toContain('11月24日白班')

    // when: today's day shift, typed by initials, then copied over the week
    await page.keyboard.type('yxd')
    await page.getByRole('option', { name: '云小丁' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('sxh')
    await page.getByRole('option', { name: '单小虎' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(onDuty).toEqual(expect.arrayContaining(['云小丁', '单小虎']))
    await page.locator('.on-duty').getByText('云小丁').waitFor()

    // then: the next gap is the night of the same day, and closing it takes it away
    const gaps = async (): Promise<number> =>
      Number(/\d+/.exec(await page.locator('.gaps').innerText())?.[0])
    const before = 22 // six days of two shifts with two posts, but for the two that were filled
    await expect.poll(gaps).toBe(before)
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.type('雀小戊、湾小己')
    await page.keyboard.press('Enter')
    await expect.poll(gaps).toBe(before - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(gaps).toBe(before)
    expect(await accessibilityIssues(page)).toEqual([])
    await page.screenshot({ path: pictureNamed('duty-week.png') })
    desk.expectQuiet()
  })

  it('of forty posts, three shifts and a month is walked by keys, drawing only what is in sight', async () => {
    // given
    const ids: string[] = []
    for (let index = 0; index < 40; index++) {
      const { id } = await served.ask('people/post-set', { name: `岗位${index + 1}` })
      ids.push(id)
    }
    const { persons } = await served.ask('people/read', {})
    const shifts: string[] = []
    for (const [name, begins, ends] of [
      ['早', '08:00', '16:00'],
      ['中', '16:00', '00:00'],
      ['晚', '00:00', '08:00'],
    ] as const)
      shifts.push((await served.ask('duty/shift-set', { name, begins, ends, posts: ids })).id)
    const entries = Array.from({ length: 30 }, (_, day) =>
      shifts.flatMap((shiftId) =>
        ids.map((postId, index) => ({
          date: `2026-11-${String(day + 1).padStart(2, '0')}`,
          ...{ shiftId, postId, persons: [persons[(index + day) % persons.length]!.id] },
        })),
      ),
    ).flat()
    await served.ask('duty/set', { entries })

    // when
    await page.reload()
    await page.locator('.tools input[value=month]').check()
    await page.locator('.grid[aria-colcount="31"]').waitFor()
    const field = page.locator('.cell-field input')
    await field.focus()
    for (let press = 0; press < 12; press++) await page.keyboard.press('PageDown')
    await page.keyboard.press('End')

    // then
    expect(await at()).toContain('11月30日')
    expect(await page.locator('[role=gridcell]').count()).toBeLessThan(1600)
    await page.keyboard.type('ln')
    await page.keyboard.press('Enter')
    await page.locator('[data-state=unsaved]').waitFor({ state: 'detached' })
    await page.screenshot({ path: pictureNamed('duty-month.png') })
    desk.expectQuiet()
  })
})
