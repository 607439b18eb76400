/**
 * A site's own paper in the real browser: a lift plan in Chinese as a Word file is dropped onto the
 * library, its sentences get their places by keys alone, it is approved, proposed from the words of
 * a caller, and run; hostile files meanwhile are refused, and the desk goes on. Keys and clicks are
 * counted. It draws the picture of docs/planning.md.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LIFT_PAPER, oldWordFile, scannedPdf, wordBomb, wordFile } from '../kit/paper-files.ts'
import { serveStation } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import { handAt, type Hand } from './hand.ts'
import { accessible, dialogNamed, goTo, shot } from './story-faces.ts'

/**
 * Of whom nothing is said who does it; and numbers of persons: such a sentence is in no draft until
 * somebody decides on it.
 */
const MORE = [
  '夜间照明不足时，立即打开应急灯。',
  '夜间联系人李师傅，电话13900139000。',
  '物业经理孙女士，电话13700137000。',
]

let demo: Demo
let page: Page
let hand: Hand
let document = ''
let clicks = 0

beforeAll(async () => {
  demo = await openConsole(serveStation('2026-11-24T14:32:00+08:00', ['mall']))
  ;({ page } = demo)
  hand = handAt(page)
})
afterAll(() => demo?.close())

const see = (words: string | RegExp) => page.getByText(words).first().waitFor()
const makeDialog = () => dialogNamed(page, '从纸质预案生成')
/** The page has heard what became of the last key, and has gone on to the next open sentence. */
async function openShown(count: number): Promise<void> {
  await page
    .locator('.head .tag', { hasText: count > 0 ? `待处理${count}句` : '全部处理完' })
    .waitFor()
  if (count > 0) await page.locator('.sentences li[data-state=open]:focus').waitFor()
}
/** As from a folder of the system. */
const drop = (name: string, bytes: Uint8Array): Promise<void> =>
  page.evaluate(
    ([called, base64]) => {
      const binary = atob(base64 ?? '')
      const data = new DataTransfer()
      data.items.add(
        new File([Uint8Array.from(binary, (sign) => sign.charCodeAt(0))], called ?? ''),
      )
      window.document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      )
    },
    [name, Buffer.from(bytes).toString('base64')],
  )
const paperRead = () => demo.served.ask('papers/sentences', { document })
const openCount = async (): Promise<number> => (await paperRead()).counts.open

it('a Word file that is dropped onto the library becomes drafts beside their paper', async () => {
  await hand.press('Control+Shift+Digit3')
  await page.getByRole('button', { name: '从纸质预案生成…' }).waitFor()
  await drop('电梯困人应急预案.docx', wordFile([...LIFT_PAPER, ...MORE]))
  clicks += 1 // the drop
  await makeDialog()
    .getByText(/拟出\d+份预案/)
    .waitFor()
  await accessible(page, 'paper dialog')
  await hand.to(/^预案文件的名称/)
  await hand.press('Enter')
  await page.locator('.sentences li').first().waitFor()
  document = decodeURIComponent(/#\/documents\/([^/]+)\/paper/.exec(page.url())?.[1] ?? '')
  await see(/待处理\d+句/)
  await accessible(page, 'paper page')
  await shot(page, 'planning-paper.png')
  expect(await openCount()).toBeGreaterThan(0)
})

it('every open sentence gets its place by keys, and what was wrong is taken back', async () => {
  const before = await openCount()
  await expect.poll(() => page.locator('.sentences li:focus').count()).toBe(1)
  await hand.press('s')
  await see(/^作为步骤：/)
  await openShown(before - 1)
  await hand.press('Control+z')
  await openShown(before)
  await hand.press('s')
  await openShown(before - 1)
  for (let left = before - 1; left > 0; left--) {
    await hand.press('x')
    await openShown(left - 1)
  }
  expect(await openCount()).toBe(0)
  await page.getByRole('button', { name: '去掉“未补全”' }).click()
  clicks += 1
  await expect.poll(async () => (await paperRead()).outline.incomplete).toBe(false)
})

it('a step that the editor drops opens its sentence again, and it is put back', async () => {
  const { outline, sentences } = await paperRead()
  const plan = outline.plans[0]!
  const used = sentences.find(({ uses }) => uses.length === 1 && uses[0]?.planId === plan.planId)!
  const { path } = used.uses[0]!
  await goTo(page, `#/plans/${plan.planId}/edit?at=${path}`)
  await page.locator('main.edit').waitFor()
  const saved = (await demo.served.ask('plans/draft-read', { planId: plan.planId }))!
  const steps = saved.draft['steps'] as readonly { id: string }[]
  const draft = { ...saved.draft, steps: steps.filter(({ id }) => `steps.${id}` !== path) }
  await demo.served.ask('plans/draft-save', { planId: plan.planId, draft })
  expect(await openCount()).toBeGreaterThan(0)
  const refused = await demo.served.station.request(
    {
      ...{ name: 'documents/approve', id: crypto.randomUUID() },
      input: { document, why: '编制', approvedBy: '李强', plans: [plan.planId] },
    },
    { name: '本机程序', role: 'administrator' },
  )
  expect(refused).toMatchObject({ code: 'paper-has-open-sentences' })
  await demo.served.ask('plans/draft-save', { planId: plan.planId, draft: saved.draft })
  expect(await openCount()).toBe(0)
})

it('approved, it is proposed from the words of a caller, and runs', async () => {
  const { outline } = await paperRead()
  const plans = outline.plans.map(({ planId }) => planId)
  await goTo(page, `#/documents/${document}/edit`)
  await page.getByRole('button', { name: /^批准…/ }).waitFor()
  await page
    .getByRole('region', { name: '检查' })
    .getByText(/还没定由谁做：.*应急灯/)
    .waitFor()
  await hand.to(/^批准…$/, 'Shift+Tab')
  await hand.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.locator('fieldset').textContent()).not.toContain('正在检查')
  expect(await dialog.getByRole('checkbox').first().isChecked()).toBe(true)
  await hand.to(/^修订原因$/)
  await hand.write('把纸质预案做成程序')
  await hand.to(/^批准人$/, 'Shift+Tab')
  await hand.write('李强')
  await hand.press('Control+Enter')
  await see('已批准，今后的事件按它处置。')
  await goTo(page, '#/now')
  await hand.press('F2')
  await hand.write('锦绣广场客梯困人')
  await page.getByRole('option').filter({ hasText: '困人' }).first().waitFor()
  const chosen = page.locator('[role=option][aria-selected=true]', { hasText: LIFT_PAPER[0]! })
  await chosen.waitFor() // first, so that Enter starts it
  await hand.rest()
  await hand.press('Enter')
  // reported first, then activated
  await expect
    .poll(async () => (await demo.served.ask('board/read', {})).incidents[0]?.plans[0]?.planId)
    .toBe(plans[0])
  await see(/维保|安抚|困人/)
})

it('it counts in the category that its paper brought, on the page of figures', async () => {
  await goTo(page, '#/statistics')
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const { now, names } = await demo.served.ask('statistics/period', period)
  const [[code = '', count] = []] = Object.entries(now.byCategory)
  expect(Object.keys(now.byCategory)).toEqual([`${document}-k01`])
  expect(count).toBe(1)
  const name = names.categories[code]?.zh ?? ''
  expect(name).toContain('困人')
  await page.locator('main').getByText(name, { exact: true }).first().waitFor()
})

it.each([
  ['a zip bomb', '炸弹.docx', () => wordBomb(), /展开|太大|不是|读不|损坏/],
  ['an old Word file', '旧预案.doc', () => oldWordFile(), /另存为”.docx/],
  ['a scanned PDF', '扫描件.pdf', () => scannedPdf(), /文字识别|没有文字|没有读到文字/],
  [
    'ten thousand paragraphs',
    '太长.docx',
    () => wordFile(Array.from({ length: 10_000 }, (_, at) => `第${at}项，值班员报告值班长。`)),
    /太长|拆成/,
  ],
])('while it runs, %s is refused in words, and the desk goes on', async (_, name, bytes, says) => {
  await goTo(page, '#/plans')
  await page.getByRole('button', { name: '从纸质预案生成…' }).waitFor()
  await drop(name, bytes())
  await makeDialog().getByRole('alert').getByText(says).waitFor()
  await page.keyboard.press('Escape')
  await makeDialog().waitFor({ state: 'detached' })
  const [incident] = (await demo.served.ask('board/read', {})).incidents
  await demo.served.ask('incident/note', { incidentId: incident!.id, words: `收到${name}` })
  expect(demo.served.errors).toEqual([])
})

it('the way from the paper to a plan that is used is short', () => {
  const { keys, letters } = hand.counted()
  console.log(`paper to plan: ${keys} keys, ${clicks} clicks, ${letters} letters`)
  expect(keys + clicks).toBeLessThan(120)
})
