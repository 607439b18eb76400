/**
 * From nothing to a hall that can answer: a made-up hall of 12 people, 3 shifts, 5 places and every
 * number that its plans ring is entered in a real browser, by keys where keys do, and every key and
 * click is counted. docs/administering.md says the figures.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, served } from '../hosts/cli.ts'
import { launchBrowser, newPage } from './browser.ts'

const PEOPLE = [
  ['云大甲', '000 0000 0001'],
  ['云小乙', '000 0000 0002'],
  ['雀大丙', '000 0000 0003'],
  ['雀小丁', '000 0000 0004'],
  ['湾大戊', '000 0000 0005'],
  ['湾小己', '000 0000 0006'],
  ['岭大庚', '000 0000 0007'],
  ['岭小辛', '000 0000 0008'],
  ['溪大壬', '000 0000 0009'],
  ['溪小癸', '000 0000 0010'],
  ['石大子', '000 0000 0011'],
  ['石小丑', '000 0000 0012'],
] as const
/** By the name of the post; whatever else must be held is held by one of the others. */
const HOLDERS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  值班人员: [
    ['云大甲', 'ydj'],
    ['云小乙', 'yxy'],
    ['雀大丙', 'qdb'],
  ],
  值班领导: [
    ['岭大庚', 'ldg'],
    ['岭小辛', 'lxx'],
    ['溪大壬', 'xdr'],
  ],
}
const PLACES = ['一楼大厅', '二楼大厅', '自助区', '档案室', '地下车库']
/** More than any plan of a hall rings. */
const MOST_NUMBERS = 8
const GUIDE = join(import.meta.dirname, '../../docs/administering.md')
const IN_CHINESE =
  /到一个(\d+)人、三班、(\d+)个地点.*数出来(\d+)次按键、(\d+)次点击；一键算半秒、一次点击算(\d+)秒，约(\d+)分钟/
const IN_ENGLISH =
  /a hall of (\d+) people, three shifts, (\d+) places .*: (\d+) keys and (\d+) clicks, .* half a second a key and (\d+) s a click, about (\d+) minutes/
/** What a key and a click take, in s: a slow typist, and a hand that goes to the mouse and back. */
const TAKES = { key: 0.5, click: 3 }
const HALF_AN_HOUR = 1800
/** Whoever types faster than any person has his requests refused for their pace. */
const TYPIST = { delay: 80 }

let browser: Awaited<ReturnType<typeof launchBrowser>>
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

type Counted = { keys: number; clicks: number }
/** Counts what a person does, in the page itself: a key that types, a key that acts, a click. */
const countIn = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const counted = { keys: 0, clicks: 0 }
    Object.assign(window, { counted })
    addEventListener('keydown', ({ repeat }) => void (counted.keys += repeat ? 0 : 1), true)
    addEventListener('pointerdown', () => void counted.clicks++, true)
  })
}
const counted = (page: Page): Promise<Counted> =>
  page.evaluate(() => (window as unknown as { counted: Counted }).counted)

/** Types as an input method does: the letters are the person's, the words the method's. */
async function typeWords(page: Page, words: string): Promise<void> {
  await page.keyboard.insertText(words)
  // as many keys as the pinyin of the words would have taken, with the one that ends it
  const keys = /[\u4e00-\u9fff]/.test(words) ? words.length * 4 + 1 : words.length
  await page.evaluate((count) => {
    ;(window as unknown as { counted: Counted }).counted.keys += count
  }, keys)
}

it('a hall of 12 people, 3 shifts and 5 places can answer after half an hour at most, as the guide says', async () => {
  const station = await served(newFolder())
  const desk = await newPage(browser)
  const { page } = desk
  await countIn(page)
  await page.goto(station.consoleUrl)
  await page
    .getByRole('checkbox', { name: /政务服务大厅|政务大厅/ })
    .first()
    .click()
  await page.keyboard.press('Enter')
  const path = page.getByRole('region', { name: '开始使用' })
  await path.waitFor()

  // people, each with a post where there is one
  const people = page.getByRole('region', { name: '人员', exact: true })
  await path.getByRole('link', { name: '填人员' }).click()
  await people.getByRole('textbox', { name: '姓名' }).click()
  for (const [name, phone] of PEOPLE) {
    await typeWords(page, name)
    await page.keyboard.press('Tab')
    await page.keyboard.type(phone, TYPIST)
    await page.keyboard.press('Enter')
    await people.getByText(`已存：${name}`).waitFor()
  }

  // who holds which post: by initials, one after the other in the same field
  const posts = page.getByRole('region', { name: '岗位', exact: true })
  const { reply } = (await station.ask('site/read')) as {
    reply: { missing: { posts: { id: string }[] } }
  }
  const all = (await station.ask('people/read')) as {
    reply: { posts: { id: string; name: { zh: string } }[] }
  }
  const needed = reply.missing.posts.map(({ id }) => id)
  for (const { name } of all.reply.posts.filter(({ id }) => needed.includes(id))) {
    await posts.getByRole('combobox', { name: `让谁上${name.zh}`, exact: true }).click()
    for (const [person, initials] of HOLDERS[name.zh] ?? [['溪小癸', 'xxg']]) {
      await page.keyboard.type(initials, TYPIST)
      await page.getByRole('option', { name: person, exact: true }).waitFor()
      await page.keyboard.press('Enter')
      await posts.getByText(`${person}已上${name.zh}`).waitFor()
    }
  }

  // three shifts at once, and a week of them
  await path.getByRole('link', { name: '排班', exact: true }).click()
  await page.getByRole('button', { name: '一次建好常用的班次' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.el-select__wrapper').click()
  for (const post of ['值班人员', '值班领导'])
    await page.locator('.el-select-dropdown__item', { hasText: post }).click()
  await page.keyboard.press('Escape') // the list, not the dialog
  await page.keyboard.press('Control+Enter')
  const field = page.locator('.cell-field input')
  await field.waitFor()
  await field.click()
  await page.keyboard.press('Home')
  for (let row = 0; row < 6; row++) await page.keyboard.press('ArrowUp')
  // one name a row, filled over the week
  for (const initials of ['ydj', 'ldg', 'yxy', 'lxx', 'qdb', 'xdr']) {
    await page.keyboard.press('Shift+End')
    await page.keyboard.type(initials, TYPIST)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
  }
  await page.locator('[data-state=unsaved]').first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '复制整段' }).click()
  await page.getByRole('dialog').getByText('的排班，抄到').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('不缺人').waitFor()

  // the numbers that steps need
  await path.getByRole('link', { name: '填外部号码' }).click()
  const numbers = page.locator('[data-part=contacts] .missing')
  for (let index = 0; index < MOST_NUMBERS; index++) {
    const open = await numbers.locator('form').count()
    if (open === 0) break
    await numbers.locator('form input').first().click()
    await page.keyboard.type(`000 111${index}`, TYPIST)
    await page.keyboard.press('Enter')
    await expect.poll(() => numbers.locator('form').count()).toBeLessThan(open)
  }

  // places, a line each
  await path.getByRole('link', { name: '登记地点' }).click()
  await page.locator('[data-part=places] textarea').click()
  for (const place of PLACES) {
    await typeWords(page, place)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: `添加${PLACES.length}个地点` }).click()
  await page.locator('[data-part=places]').getByText('地下车库').first().waitFor()

  // then: what is left is a wall and the trial
  await path.getByText('还差2步').waitFor()
  const { keys, clicks } = await counted(page)
  const seconds = keys * TAKES.key + clicks * TAKES.click
  const minutes = Math.round(seconds / 60)
  console.log(`first set-up: ${keys} keys, ${clicks} clicks, ${minutes} min`)
  expect(seconds).toBeLessThan(HALF_AN_HOUR)
  // and the guide says so
  const guide = readFileSync(GUIDE, 'utf8')
  const figuresIn = (sentence: RegExp) => sentence.exec(guide)?.slice(1).map(Number)
  const figures = [PEOPLE.length, PLACES.length, keys, clicks, TAKES.click, minutes]
  expect(figuresIn(IN_CHINESE)).toEqual(figures)
  expect(figuresIn(IN_ENGLISH)).toEqual(figures)
  await desk.close()
}, 300_000)
