/**
 * Every page, menu and dialog of the console, in both languages and themes: what axe finds,
 * controls that are off without a reason, and dialogs that Escape does not close from any field.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  called,
  close,
  finishLate,
  HOTLINE,
  prepareWork,
  THREAT,
  UNVERIFIED,
  WATCHED,
} from './accessibility-scene.ts'
import { newPage } from './browser.ts'
import {
  accessibilityIssues,
  coveredByTab,
  issuesInBothThemes,
  openConsole,
  serveSample,
  type Demo,
} from './demo.ts'

const START = '2026-12-01T09:12:00+08:00'
const REPORT = '在商场三楼有浓烟，有人被困'
const PLACE = '商场三楼'

let demo: Demo
let page: Page
let hashes: readonly string[]
let edited: string
const FIGURES = '#/statistics?month=2026-11'

beforeAll(async () => {
  const served = await serveSample(START)
  const [past] = (await served.ask('history/search', {})).rows
  const [document] = await served.ask('documents/list', {})
  const { proposals } = await served.ask('incident/propose', { narrative: REPORT })
  const { planId, type } = proposals[0]!
  const report = { narrative: REPORT, place: PLACE, type, drill: false }
  const { incidentId } = await served.ask('incident/report', report)
  await served.ask('incident/activate', { incidentId, planId })
  await prepareWork(served)
  await called(served, incidentId)
  await close(served)
  await served.pass('25 min') // late, and with alerts
  await finishLate(served)
  edited = planId
  await served.ask('contacts/set', {
    ...{ name: '云雀物业', category: 'outside-property', numbers: [{ number: '0000 0001' }] },
  })
  await served.ask('people/person-set', { name: '云小丁', phones: [], posts: [] })
  hashes = [
    '#/now',
    '#/history',
    `#/history/${past!.incidentId}`,
    `#/history/${past!.incidentId}/replay`,
    '#/plans',
    '#/plans?by=type',
    '#/plans?by=open',
    `#/plans/${planId}`,
    `#/plans/${planId}/card`,
    `#/plans/${planId}/edit`,
    `#/documents/${document!.id}`,
    FIGURES,
    '#/statistics?month=2026-12',
    '#/statistics/report',
    '#/statistics/report/2026-11',
    '#/site',
    '#/site/import',
    ...['people', 'duty', 'contacts', 'places'].map((register) => `#/site/import/${register}`),
    '#/handover',
    '#/actions',
    '#/power-cut',
  ]
  demo = await openConsole(Promise.resolve(served))
  page = demo.page
}, 240_000)
afterAll(() => demo?.close())

async function visit(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await settled()
}
/** When it has all its content. */
async function settled(): Promise<void> {
  await page.locator('main').first().waitFor()
  let before = -1
  await expect
    .poll(
      async () => {
        const [last, now] = [before, await page.locator('*').count()]
        before = now
        return last === now
      },
      { interval: 200 },
    )
    .toBe(true)
}

/** Which page it is, and what of it. */
const shown = async (): Promise<string[]> => [
  page.url(),
  ...(await page.locator('main h2').allTextContents()),
]
const hasFocus = (on: Locator): Promise<boolean> =>
  on.evaluate((element) => element === document.activeElement)

/** Controls in sight that are off and do not say why. */
const mute = (): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        ':is(button, input, select, textarea):disabled, [aria-disabled="true"]',
      ),
    ]
      .filter((control) => control.checkVisibility() && control.role !== 'option')
      .filter((control) => {
        const described = control.getAttribute('aria-describedby')
        const words = described && document.getElementById(described)?.textContent
        return !words && !control.closest('[title]')?.getAttribute('title')
      })
      .map((control) => control.outerHTML.slice(0, 160)),
  )
async function faults(where: string): Promise<string[]> {
  const issues = [...(await issuesInBothThemes(page)), ...(await mute())]
  return issues.map((issue) => `${where}: ${issue}`)
}

it.each(['zh', 'en'])(
  'every page is accessible, and says why a control is off: %s',
  async (lang) => {
    await page.goto(`${demo.served.http.url}/?lang=${lang}#/now`)
    await page.getByText(PLACE).first().waitFor()
    const all: string[] = []
    for (const hash of hashes) {
      await visit(hash)
      all.push(...(await faults(hash)))
    }
    expect(all).toEqual([])
  },
  600_000,
)

it.each(['zh', 'en'])('the wall is accessible in both themes: %s', async (lang) => {
  for (const theme of ['dark', 'light']) {
    const wall = await newPage(demo.browser, { width: 1920, height: 1080 })
    const address = new URL(demo.served.http.wallUrl)
    address.searchParams.set('lang', lang)
    address.searchParams.set('theme', theme)
    await wall.page.goto(address.href)
    await wall.page.getByText(PLACE).first().waitFor()
    expect(await accessibilityIssues(wall.page), theme).toEqual([])
    await wall.close()
  }
})

describe('over the page', () => {
  const dialog = (): Locator => page.getByRole('dialog')
  const rested = () =>
    expect.poll(() => page.locator('.moves button[aria-disabled=true]').count()).toBe(0)
  const press = (key: string) => () => page.keyboard.press(key)
  const click = (name: string | RegExp) => () =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  const fromMenu = (name: string | RegExp) => async () => {
    await rested()
    await page.locator('main [aria-haspopup=menu]').click()
    await page.getByRole('menuitem', { name }).click()
  }

  beforeAll(async () => {
    await page.goto(`${demo.served.http.url}/?lang=zh#/now`)
    await page.locator('.row', { hasText: PLACE }).click()
    await page.getByRole('heading', { name: PLACE, level: 2 }).waitFor()
  })

  it('the menu and the intake are accessible', async () => {
    await visit('#/now')
    await rested()
    await page.locator('.moves [aria-haspopup=menu]').click()
    await page.getByRole('menuitem').first().waitFor()
    const all = await faults('menu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    await page.keyboard.type('二楼冒烟')
    await page.getByRole('option').first().waitFor()
    await settled()
    all.push(...(await faults('intake')))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(all).toEqual([])
  })

  const FIELDS = [
    'input:not([type=radio], [type=checkbox], [role=combobox], [readonly])',
    'input:is([type=radio], [type=checkbox])',
    'input[role=combobox]',
    'textarea',
    'select',
    '[type=submit]',
    'button:not([disabled])',
  ]
  /** The arrow keys of its field walk an open list, and scroll it: no focus goes there. */
  const issuesWithList = async (): Promise<string[]> =>
    (await accessibilityIssues(page)).filter(
      (issue) =>
        !/^scrollable-region-focusable: .*(?:el-select-dropdown|el-vl__window)/.test(issue),
    )
  /** Where an Escape did not close the dialog, or closed it with the list that was open in it. */
  async function stuck(name: string, open: () => Promise<void>): Promise<string[]> {
    const all: string[] = []
    for (const field of FIELDS) {
      if ((await dialog().count()) === 0) await open()
      await dialog().waitFor()
      const on = dialog().locator(`.el-dialog__body ${field}`).first()
      if ((await on.count()) === 0 || (await on.isDisabled())) continue
      await on.focus()
      if (field.includes('combobox') && !field.includes('not(')) {
        await settled() // as long as its choices have not come there is no list to open
        await page.keyboard.press('ArrowDown')
        await expect.poll(() => on.getAttribute('aria-expanded')).toBe('true')
        all.push(...(await issuesWithList()).map((issue) => `${name}, list: ${issue}`))
        await page.keyboard.press('Escape')
        await expect.poll(() => on.getAttribute('aria-expanded')).toBe('false')
        if ((await dialog().count()) === 0) all.push(`${name}: closed with its list`)
        await settled()
      }
      await page.keyboard.press('Escape')
      const closed = expect.poll(() => dialog().count()).toBe(0)
      await closed.catch(() => all.push(`${name}: stays open on ${field}`))
    }
    if ((await dialog().count()) > 0) await page.keyboard.press('Escape')
    await expect.poll(() => dialog().count()).toBe(0)
    return all
  }
  /** A form that is not filled says so, and Ctrl+Enter leaves it as it is. */
  async function saved(name: string): Promise<string[]> {
    const submit = dialog().locator('[type=submit]')
    if ((await submit.count()) === 0 || (await submit.isEnabled())) return []
    await page.keyboard.press('Control+Enter')
    return (await dialog().count()) === 1 ? [] : [`${name}: sent while something was missing`]
  }

  const onNow: [string, () => Promise<void>][] = [
    ['help', press('F1')],
    ['sign on', () => page.locator('button.who').click()],
    ['amend', press('Shift+F2')],
    ['outcome', press('Shift+F4')],
    ['assess', fromMenu(/人员和级别/)],
    ['headquarters', fromMenu(/指挥部成员/)],
    ['add a plan', fromMenu(/增加预案/)],
    ['switch the plan', fromMenu(/改用预案/)],
    ['stop a plan', fromMenu(/停用预案/)],
    ['task', fromMenu(/下达临时任务/)],
    ['command', fromMenu(/移交指挥/)],
    ['transfer', fromMenu(/移送/)],
    ['merge', fromMenu(/并入其他事件/)],
    ['announcements', fromMenu(/公告/)],
    ['report to those above', fromMenu(/首报/)],
    ['callers', click('2个来电')],
    ['false report', fromMenu(/记为误报/)],
    ['gate', async () => rested().then(click('已控制'))],
    ['on behalf', click(/代他人记录/)],
  ]
  /** The dialogs of what was done, each from the step or the alert that it is about. */
  const at = (place: string, open: () => Promise<void>) => async () => {
    if ((await page.locator('.case h2', { hasText: place }).count()) === 0) {
      await page.locator('.incidents .row', { hasText: place }).first().click()
      await page.locator('.case h2', { hasText: place }).waitFor()
    }
    await open()
  }
  const showStep = async (stepId: string): Promise<void> => {
    const { incidents } = await demo.served.station.board()
    const { title } = incidents.flatMap(({ steps }) => steps).find(({ id }) => id === stepId)!
    if ((await page.locator('.next h2', { hasText: title.zh }).count()) === 0) {
      await page.locator('.steps .title, .log .says', { hasText: title.zh }).first().click()
      await page.locator('.next h2', { hasText: title.zh }).waitFor()
    }
  }
  const inNext = (button: string): Locator =>
    page.locator('.next').getByRole('button', { name: button })
  const ofStep = (stepId: string, button: string) => async () => {
    await showStep(stepId)
    await inNext(button).click()
  }
  const behind = (figure: string): Locator =>
    page.locator(`[data-figure="${figure}"] .big`).getByRole('link')
  /** They are offered to whoever has none. */
  const usualShifts = async (): Promise<void> => {
    const { shifts } = await demo.served.ask('duty/read', {})
    for (const { id } of shifts) await demo.served.ask('duty/shift-remove', { id })
    await click('一次建好常用的班次')()
  }
  /** The bar over every page leads there. */
  const roomLeft = async (): Promise<void> => {
    const { room } = await demo.served.station.board()
    if (!room) await demo.served.ask('room/leave', { contact: '0000 0001' })
    await click(/在此接手/)()
  }
  const onWork: [string, () => Promise<void>][] = [
    ['shelve', at(HOTLINE, click('搁置…'))],
    ['correct', at(HOTLINE, ofStep('hl-06', '更正'))],
    ['explain', at(HOTLINE, ofStep('hl-06', '写原因'))],
    ['archive', click('一起归档…')],
    ['evidence', at(THREAT, ofStep('tc-02', '记录证据…'))],
    ['verify', at(UNVERIFIED, click(/核实三问/))],
    ['watch', at(WATCHED, fromMenu(/观察期/))],
  ]
  const elsewhere: [string, string, () => Promise<void>][] = [
    ['new plan', '#/plans', click(/新预案|新建|另写/)],
    ['abolish', '#/plans/PLAN/edit', fromMenu(/废止预案/)],
    ['export', '#/plans/PLAN/edit', fromMenu(/导出文件/)],
    ['copy', '#/plans/PLAN/edit', fromMenu(/复制成新预案/)],
    ['incidents of a figure', FIGURES, () => behind('incidents').click()],
    ['signing', '#/statistics/report/2026-11', click('期号、姓名和报送')],
    ['issue', '#/statistics/report/2026-11', click(/签发…/)],
    ['contact', '#/site', click('添加联系人')],
    ['verify', '#/site', click(/^核对云雀物业/)],
    ['place', '#/site', click('添加地点')],
    ['person', '#/site', click('修改云小丁')],
    ['leave', '#/site', click('登记休假')],
    ['group', '#/site', click('新建小组')],
    ['post', '#/site', click('添加岗位')],
    ['shift', '#/site', click('添加班次')],
    ['wall', '#/site', click('添加大屏')],
    ['privacy', '#/site', click('按类型定公开多少')],
    ['usual shifts', '#/site', usualShifts],
    ['take over the room', '#/now', roomLeft],
  ]
  it.each([
    ...[...onNow, ...onWork].map(([name, open]) => [name, '#/now', open] as const),
    ...elsewhere,
  ])(
    'the dialog "%s" is accessible, closes by Escape from every field, and saves nothing half',
    async (name, hash, open) => {
      await visit(hash.replace('PLAN', edited))
      await open()
      await dialog().waitFor()
      await settled()
      const all = [
        ...(await coveredByTab(page)),
        ...(await faults(name)),
        ...(await saved(name)),
        ...(await stuck(name, async () => {
          await open()
        })),
      ]
      expect(all).toEqual([])
    },
    120_000,
  )

  const lateStep = async (): Promise<Locator> => {
    await at(HOTLINE, () => showStep('hl-06'))()
    return inNext('写原因')
  }
  it.each([
    ['why a step was late', '#/now', lateStep],
    ['what is archived', '#/now', () => page.getByRole('button', { name: '一起归档…' })],
    ['the incidents of a figure', FIGURES, () => behind('incidents')],
  ] as const)(
    'Escape closes the dialog "%s" and nothing else, and the focus is back where it was opened',
    async (_, hash, openerOf) => {
      await visit(hash)
      const opener = await openerOf()
      const before = await shown()
      await opener.press('Enter')
      await dialog().waitFor()
      await settled()
      await page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'detached' })
      await expect.poll(() => hasFocus(opener)).toBe(true)
      expect(await shown()).toEqual(before)
    },
  )

  it('Escape puts away what says how a figure comes about, and the focus stays at its name', async () => {
    await visit(FIGURES)
    const name = page.locator('[data-figure="met"] dt').getByRole('button')
    const before = await shown()
    await name.focus()
    await page.getByRole('tooltip').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
    expect(await hasFocus(name)).toBe(true)
    expect(await shown()).toEqual(before)
  })
})
