/**
 * Each dialog of the aftermath, of corrective actions, of evidence and of personal values, in both
 * languages and both themes: what axe finds, that the focus is in it, and that Escape closes it.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actionsEn } from '#renderer/i18n/actions.en.ts'
import { actionsZh, type ActionsWords } from '#renderer/i18n/actions.zh.ts'
import { aftermathEn } from '#renderer/i18n/aftermath.en.ts'
import { aftermathZh, type AftermathWords } from '#renderer/i18n/aftermath.zh.ts'
import { consoleEn } from '#renderer/i18n/console.en.ts'
import { consoleZh, type ConsoleWords } from '#renderer/i18n/console.zh.ts'
import { filesEn } from '#renderer/i18n/files.en.ts'
import { filesZh, type FilesWords } from '#renderer/i18n/files.zh.ts'
import { retentionEn } from '#renderer/i18n/retention.en.ts'
import { retentionZh, type RetentionWords } from '#renderer/i18n/retention.zh.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { issuesInBothThemes, openConsole, pictureNamed, type Demo } from './demo.ts'
import { goTo } from './story-faces.ts'

const START = '2026-11-24T09:10:00+08:00'
const PLACE = '湾心营业厅'
const PLAN = 'gas-property-loss-company'
const NAME = '金雀儿'

type Words = {
  aftermath: AftermathWords
  actions: ActionsWords
  files: FilesWords
  retention: RetentionWords
  console: ConsoleWords
}
const WORDS: Readonly<Record<'zh' | 'en', Words>> = {
  zh: {
    ...{ aftermath: aftermathZh, actions: actionsZh, files: filesZh },
    ...{ retention: retentionZh, console: consoleZh },
  },
  en: {
    ...{ aftermath: aftermathEn, actions: actionsEn, files: filesEn },
    ...{ retention: retentionEn, console: consoleEn },
  },
}

let demo: Demo
let page: Page
let filed = ''

async function theft({ ask }: Served): Promise<void> {
  const { incidentId } = await ask('incident/report', { narrative: '验钞机被偷了', place: PLACE })
  await ask('incident/activate', { incidentId, planId: PLAN })
  const evidence = { what: '当天监控', kind: 'video', place: '硬盘柜' } as const
  await ask('incident/evidence-add', { incidentId, stepId: 'pc-03', ...evidence })
  const { steps } = (await ask('history/read', { incidentId })).incident
  for (const { id: stepId } of steps.filter(({ state }) => state === 'open' || state === 'waiting'))
    await ask('incident/step', {
      ...{ incidentId, stepId, outcome: 'not-applicable', reason: '当场追回' },
    })
  await ask('incident/move', { incidentId, to: 'closed', reason: '追回' })
  const owed = { incidentId, owner: { person: '何东' }, dueOn: '2026-12-01' } as const
  await ask('incident/aftercare', { ...owed, kind: 'accountability', whom: '夜班' })
  const { aftercareId } = await ask('incident/aftercare', {
    ...{ ...owed, kind: 'compensation', whom: '柜台商户雀大甲', agreedFen: 150_000 },
  })
  await ask('incident/aftercare-done', { incidentId, aftercareId, paidFen: 150_000 })
  await ask('incident/review', {
    ...{ incidentId, kind: 'review', lessons: ['下班前没有人核对柜门'], plans: [] },
    ...{ cause: '柜门没有锁', well: null, poor: null, people: null, reviewedAt: null },
  })
}
async function actions({ ask }: Served): Promise<void> {
  const open = (what: string): Promise<{ actionId: string }> =>
    ask('action/open', {
      ...{ what, owner: { person: '李工' }, due: '2026-12-24', source: { words: '夜查' } },
    })
  await open('柜门加锁')
  const { actionId } = await open('补装灯')
  await ask('action/done', { actionId, words: '装好了', by: '李工' })
}
/** One that is over, so that what it holds may go, and another that is held. */
async function over({ ask }: Served): Promise<void> {
  const report = async (place: string): Promise<string> => {
    const { incidentId } = await ask('incident/report', { narrative: `${NAME}说有烟`, place })
    await ask('incident/move', { incidentId, to: 'false-report', reason: '是水汽' })
    return incidentId
  }
  filed = await report('大厅')
  await ask('retention/hold', { incidentId: await report('后厅'), reason: '诉讼中' })
}

beforeAll(async () => {
  demo = await openConsole(serveStation(START), async (served) => {
    await theft(served)
    await actions(served)
    await over(served)
  })
  page = demo.page
})
afterAll(() => demo?.close())

const dialogs = (): Locator => page.locator('[role=dialog]:visible')
/** Opens it, looks at it, and shuts it again. */
async function seen(name: string, button: Locator): Promise<void> {
  const before = await dialogs().count()
  await button.click()
  await expect.poll(() => dialogs().count(), { message: name }).toBe(before + 1)
  const dialog = dialogs().last()
  await expect
    .poll(() => dialog.evaluate((box) => box.contains(document.activeElement)), { message: name })
    .toBe(true)
  expect(await issuesInBothThemes(page), name).toEqual([])
  await page.screenshot({ path: pictureNamed(`after-${name}.png`), animations: 'disabled' })
  await page.keyboard.press('Escape')
  await expect.poll(() => dialogs().count(), { message: name }).toBe(before)
}

it.each(['zh', 'en'] as const)('the aftermath and its evidence: %s', async (lang) => {
  const { aftermath: w, files, console: desk } = WORDS[lang]
  await page.goto(`${demo.served.http.url}/?lang=${lang}#/now`)
  await page.locator('.incidents .row', { hasText: PLACE }).first().click()
  await page.locator('.case').getByRole('button', { name: w.open, exact: true }).click()
  const within = dialogs().last()
  const act = (text: string): Locator =>
    within.locator('button', { hasText: new RegExp(`^\\s*${text}\\s*$`) }).first()
  await act(w.add).waitFor()
  expect(await issuesInBothThemes(page)).toEqual([])
  for (const [name, text] of [
    ['entry', w.add],
    ['done', w.done],
    ['change', w.change],
    ['withdraw', w.withdraw],
    ['correct', w.correct],
    ['inquiry', w.inquiryWrite],
    ['review', w.reviewWrite],
    ['evaluation', w.evaluationWrite],
    ['measure', w.measureOpen],
  ] as const)
    await seen(`${name}-${lang}`, act(text))
  await page.keyboard.press('Escape')
  await expect.poll(() => dialogs().count()).toBe(0)

  await page.locator('.moves [aria-haspopup]').click()
  await page.getByRole('menuitem', { name: desk.head.files }).click()
  await seen(`release-${lang}`, dialogs().last().getByRole('button', { name: files.release }))
  await page.keyboard.press('Escape')
})

it.each(['zh', 'en'] as const)('corrective actions: %s', async (lang) => {
  const { actions: w } = WORDS[lang]
  await page.goto(`${demo.served.http.url}/?lang=${lang}#/actions`)
  await seen(`action-open-${lang}`, page.getByRole('button', { name: w.open, exact: true }))
  const entry = (number: string): Locator => page.locator(`[data-action="${number}"]`)
  for (const [number, acts] of [
    ['整2026-001', ['done', 'amend', 'withdraw']],
    ['整2026-002', ['check']],
  ] as const) {
    await entry(number).locator('button').first().click()
    for (const act of acts)
      await seen(
        `action-${act}-${lang}`,
        entry(number).getByRole('button', { name: w.act[act], exact: true }),
      )
  }
})

it.each(['zh', 'en'] as const)('personal values: %s', async (lang) => {
  const { retention: w } = WORDS[lang]
  await page.goto(`${demo.served.http.url}/?lang=${lang}#/site?at=retention`)
  const part = page.locator('[data-part=retention]')
  await seen(`lift-${lang}`, part.getByRole('button', { name: w.lift }).first())
  const person = page.locator('.person')
  await person.getByLabel(w.person.name, { exact: true }).fill(NAME)
  await person.getByRole('button', { name: w.person.search }).click()
  await person.locator('tbody tr').first().waitFor()
  const [purge = ''] = w.person.purge.split('{count}')
  await seen(`purge-${lang}`, person.locator('button', { hasText: purge }))
  await goTo(page, `#/history/${filed}`)
  await seen(`hold-${lang}`, page.getByRole('button', { name: w.line.hold, exact: true }))
})

it('the page has no fault behind all of it', () => {
  demo.desk.expectQuiet()
  expect(demo.served.errors).toEqual([])
})
