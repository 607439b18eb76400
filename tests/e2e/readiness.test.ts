/**
 * What comes due at a console with moved time: a short shift and actions over the end of a leap
 * month, worst first, each count with its list, a policy set and given up; on paper, at the calm
 * desk, and in no figure of incidents. It draws the pictures of docs/readiness.md.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import { accessible, daysPass, dialogNamed, goTo, shot } from './story-faces.ts'

const START = '2028-02-25T09:10:00+08:00'

let demo: Demo
let page: Page

beforeAll(async () => {
  demo = await openConsole(serveStation(START), async (served) => {
    const action = (what: string, due: string) =>
      served.ask('action/open', {
        ...{ what, due, owner: { person: '李工' } },
        source: { words: '消防检查' },
      })
    await action('更换防火卷帘', '2028-02-29')
    await action('补训夜班', '2028-03-31')
    await served.ask('site/calendar-set', {
      ...{ year: '2028', holidays: ['2028-10-02'], workdays: [], source: '放假通知' },
    })
    await served.ask('duty/shift-set', {
      ...{ name: '消防控制室', begins: '08:00', ends: '20:00', posts: [], minimum: 2 },
    })
  })
  ;({ page } = demo)
})
afterAll(() => demo?.close())

const rows = () => page.locator('[data-obligation]')
const rowOf = (words: string) => rows().filter({ hasText: words })
const choose = (words: RegExp) => page.getByRole('button', { name: words }).click()
const counts = () => demo.served.ask('readiness/counts', {})

it('a short shift stands before all, and what is far away does not stand there at all', async () => {
  await goTo(page, '#/readiness')
  await rowOf('消防控制室缺2人').waitFor()
  expect(await rows().first().innerText()).toMatch(/要紧[\s\S]*消防控制室缺2人[\s\S]*今天/)
  await rowOf('更换防火卷帘').getByText('4天').waitFor()
  expect(await rowOf('补训夜班').count()).toBe(0)
  await accessible(page, 'what is due')
})

it('each count opens its list, and a line leads to where it is done', async () => {
  await choose(/^要紧/)
  await expect.poll(() => page.url()).toContain('show=critical')
  expect(await rowOf('更换防火卷帘').count()).toBe(0)
  await choose(/^全部/)
  await page.getByRole('combobox', { name: /^类别/ }).selectOption({ label: '善后整改' })
  expect(await rowOf('消防控制室').count()).toBe(0)
  await rowOf('更换防火卷帘').getByRole('link').click()
  await page.getByRole('main', { name: '整改措施' }).waitFor()
})

it('on the last of February it is due, on the first of March over, and done it is gone', async () => {
  await daysPass(demo, 4)
  await goTo(page, '#/readiness')
  await rowOf('更换防火卷帘').getByText('今天').waitFor()
  const { due } = await counts()
  await daysPass(demo, 1)
  await goTo(page, '#/readiness')
  await rowOf('更换防火卷帘').getByText('逾期1天').waitFor()
  expect((await counts()).due).toBe(due)
  await shot(page, 'readiness.png')
  await goTo(page, '#/now')
  await page.getByRole('link', { name: `到期${due}项` }).click()
  await rowOf('更换防火卷帘').getByRole('link').click()
  const { actions } = await demo.served.ask('action/list', {})
  const { id = '' } = actions.find(({ what }) => what === '更换防火卷帘') ?? {}
  await demo.served.ask('action/done', { actionId: id, words: '换好', by: '李工' })
  await demo.served.ask('action/check', { actionId: id, ok: true, by: '王主任' })
  await goTo(page, '#/readiness')
  await rowOf('消防控制室').first().waitFor()
  await expect.poll(() => rowOf('更换防火卷帘').count()).toBe(0)
})

it('a policy takes the value of the site with its reason, and is given up', async () => {
  await goTo(page, '#/readiness/policies')
  const row = page.locator('[data-policy="stock-taking"]')
  await row.getByText('3个月').waitFor()
  await accessible(page, 'policies')
  await row.getByRole('button', { name: '改' }).click()
  const form = dialogNamed(page, /^改“/)
  await form.getByLabel(/^周期、时限或人数/).fill('6')
  await form.getByText('比原值宽').waitFor()
  await form.getByLabel('理由').fill('物资少，半年盘一次')
  await accessible(page, 'policy')
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
  await row.getByText('6个月').waitFor()
  await row.getByText('物资少，半年盘一次').waitFor()
  await shot(page, 'readiness-policies.png')
  await row.getByRole('button', { name: '恢复原值' }).click()
  const back = dialogNamed(page, /恢复为3个月/)
  await back.getByLabel('理由').fill('按季度')
  await back.getByRole('button', { name: '恢复原值' }).click()
  // what it was before says 3个月, too, until the site's own value is gone
  await row.getByText('本单位的值').waitFor({ state: 'detached' })
  await row.getByText('3个月').waitFor()
})

it('it is printed for the shift, and the week is a file', async () => {
  await goTo(page, '#/readiness')
  await rowOf('消防控制室').first().waitFor()
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: '打印给本班' }).click()
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('heading', { name: '到期事项' }).first().waitFor()
  expect(await page.getByRole('button', { name: '打印给本班' }).isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toContain('readiness-2028-03-01')
})

it('nothing of it is an incident, and nothing sounds', async () => {
  const { month, alerts } = await demo.served.ask('board/read', {})
  expect([month.incidents, alerts]).toEqual([0, []])
})
