/**
 * A fire after which the casualties change, in the real browser with moved time: within the seven
 * days of the law (493号令 art. 13) the change is reported anew, on the twelfth day it is only
 * recorded; the figures of its month follow on every face and paper.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DAY_MS } from '#shared/domain/units.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import { accessible, daysPass, dialogNamed, figuresOf, packageOf, shot } from './story-faces.ts'

const START = '2026-11-24T10:00:00+08:00'
const PLACE = '湾心营业厅'

let demo: Demo
let served: Served
let page: Page
let incidentId = ''

beforeAll(async () => {
  demo = await openConsole(serveStation(START))
  ;({ served, page } = demo)
})
afterAll(() => demo?.close())

const incident = async () => (await served.ask('history/read', { incidentId })).incident
const changes = async () =>
  (await incident()).reportClocks?.findLast(({ kind }) => kind === 'changes')
const report = (number: number): Promise<unknown> =>
  served.ask('bulletin/send', {
    ...{ incidentId, number, text: `${PLACE}火灾第${number}报` },
    ...{ signer: '雀大甲', to: '区应急局' },
  })
async function doWhatIsOpen(): Promise<void> {
  for (const { id: stepId, state } of (await incident()).steps)
    if (state === 'open')
      await served.ask('incident/step', { incidentId, stepId, outcome: 'done', words: '电线老化' })
}
/** Whoever comes back to the desk chooses it among those that are closed. */
async function count(people: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('.incidents .row', { hasText: PLACE }).first().click()
  await page.locator('.moves [aria-haspopup]').click()
  await page.getByRole('menuitem', { name: '人员和级别…' }).click()
  const form = dialogNamed(page, /^人员、损失和级别/)
  for (const [kind, number] of Object.entries(people))
    await form.getByLabel(kind, { exact: true }).fill(number)
  await form.getByRole('button', { name: '记录', exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

it('burns, is reported to the authorities, and is closed with one slightly injured', async () => {
  const fire = { narrative: '插座起火，一人烫伤', place: PLACE, type: 'other.premises-fire' }
  ;({ incidentId } = await served.ask('incident/report', fire))
  await served.ask('incident/activate', { incidentId, planId: 'gas-premises-fire' })
  await served.ask('bulletin/head-informed', { incidentId, at: served.clock.wall() })
  await served.ask('incident/assess', { incidentId, casualties: { dead: 0, serious: 0, minor: 1 } })
  await report(1)
  await served.ask('incident/answer', { incidentId, fact: 'fire_stage', value: 'serious' })
  await doWhatIsOpen()
  await served.ask('incident/move', { incidentId, to: 'contained', reason: '明火已灭' })
  await doWhatIsOpen()
  await served.ask('incident/move', { incidentId, to: 'closed', reason: '已恢复营业' })
  await report(2)
  expect(await incident()).toMatchObject({ state: 'closed', reportRule: { id: 'accident-fire' } })
})

it('on the fifth day a change is due to be reported, and is, from the desk', async () => {
  await daysPass(demo, 5)
  await count({ 轻伤: '0', 重伤: '1' })
  const { receivedAt } = await incident()
  expect(await changes()).toMatchObject({ doneAt: null, dueAt: receivedAt + 7 * DAY_MS })
  await page.getByText('伤亡有变化的，12月1日（周二）前要补报').first().waitFor()
  await accessible(page, 'change is due')
  await shot(page, 'casualties-due.png')
  await page
    .getByRole('button', { name: /^伤亡变化补报/ })
    .locator('visible=true')
    .first()
    .click()
  const form = dialogNamed(page, /第3报/)
  await form.getByLabel('报送给谁').fill('区应急局')
  await form.getByLabel('签发人').fill('雀大甲')
  await accessible(page, 'report of a change')
  await form.getByRole('button', { name: '已报出，存档' }).click()
  await form.waitFor({ state: 'detached' })
  expect((await changes())?.doneAt).not.toBeNull()
  expect((await incident()).bulletins?.[2]?.text).toMatch(/重伤1/)
})

it('on the twelfth day it is taken and only recorded', async () => {
  await daysPass(demo, 7)
  const before = await changes()
  await count({ 重伤: '0', 死亡: '1' })
  expect(await changes()).toEqual(before)
  expect((await incident()).casualties).toMatchObject({ dead: 1, serious: 0, minor: 0 })
  expect(await page.getByRole('button', { name: /^伤亡变化补报/ }).count()).toBe(0)
  await page.locator('.case').getByRole('button', { name: '善后', exact: true }).click()
  await dialogNamed(page, /^善后：/)
    .getByText('伤亡变化补报到12月1日（周二）为止，以后照样可以更正')
    .waitFor()
  await accessible(page, 'aftermath of a fire')
  await page.keyboard.press('Escape')
})

const box = '伤亡和损失'
const FIGURES = [
  { box, row: '死亡', printed: '死亡（人）' },
  { box, row: '重伤', printed: '重伤（人）' },
  { box, row: '轻伤', printed: '轻伤（人）' },
]

it.each([
  ['2026-11', ['1', '0', '0']],
  ['2026-12', ['0', '0', '0']],
] as const)('the figures of %s follow on every face and paper', async (month, values) => {
  expect(await figuresOf(demo, month, FIGURES)).toEqual(values)
})

it('one change came due by law and was met', async () => {
  const november = { from: '2026-11-01', to: '2026-11-30' }
  const { now } = await served.ask('statistics/period', november)
  expect(now.reports.law.changes).toEqual({ due: 1, met: 1, late: 0 })
})

it('its package has the three reports and the last count, and showed no error', async () => {
  const { words, paths } = await packageOf(demo, incidentId)
  expect(paths.filter((path) => path.startsWith('papers/'))).toHaveLength(3)
  for (const part of [PLACE, '死亡', '第3报']) expect(words).toContain(part)
  demo.desk.expectQuiet()
  expect(served.errors).toEqual([])
})
