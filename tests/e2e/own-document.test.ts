/**
 * A site brings its own paper: a lift document in Chinese only, by keys and in a real browser.
 * Its type and category, a post of an outside firm, its clauses; one plan, approved with it;
 * proposed for what a caller says, run until contained, counted in its own category, printed by the
 * numbers of its paper. A document of the program is put away and brought back; the whole document
 * goes to another site. docs/planning.md says the keys; it draws the pictures there.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo } from '../kit/sample-files.ts'
import { serveStation, type Served } from '../kit/served.ts'
import type { WatchedPage } from './browser.ts'
import { coveredByTab, issuesInBothThemes, openConsole, pictureNamed, type Demo } from './demo.ts'
import { overflowZoomed } from './desk-view.ts'
import { handAt, type Hand } from './hand.ts'

const TUESDAY = '2026-11-24T14:00:00+08:00'
const DOCUMENT = 'dtyjya'
const PLAN = 'dian-ti-kun-ren'
const PAPER = [
  '第一条 接报后先安抚被困人员，不得自行扒门。',
  '第二条 维保单位30分钟内到场。',
  '第三条 救出后停用检修，登记救援情况。',
].join('\n')
const GUIDE = join(import.meta.dirname, '../../docs/planning.md')

let demo: Demo
let served: Served
let desk: WatchedPage
let page: Page
let hand: Hand

beforeAll(async () => {
  demo = await openConsole(serveStation(TUESDAY, ['gas-customer-service']))
  ;({ served, desk, page } = demo)
  page.setDefaultTimeout(9000)
  await page.setViewportSize({ width: 1440, height: 900 })
  hand = handAt(page)
})
afterAll(() => demo?.close())

const see = (words: string | RegExp) => page.getByText(words).first().waitFor()
const picture = (name: string): Promise<Buffer> =>
  page.screenshot({ path: pictureNamed(`${name}.png`), animations: 'disabled' })
const draft = async () =>
  ((await served.ask('documents/draft-read', { document: DOCUMENT }))?.draft ?? {}) as Record<
    string,
    Record<string, unknown>
  >
/** A photo that belongs to the plan. */
async function attached(name: string): Promise<void> {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield photo('machine room')
  }
  const caller = { name: '本机程序', role: 'administrator' } as const
  const taken = await served.station.takeFile(content(), null, caller)
  if (!taken.ok) throw new Error(taken.code)
  await served.ask('attachment/add', { about: { planId: PLAN }, fileId: taken.fileId, name })
}
/** Ctrl+V of what was copied out of the paper. */
async function paste(words: string): Promise<void> {
  await hand.press('Control')
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, words)
}

describe('a document of its own', () => {
  it('is begun with its name alone', async () => {
    await see('没有进行中的事件')
    await hand.press('Control+Shift+Digit3')
    await see('燃气客户服务预案')
    await hand.to(/^新建预案文件/)
    await hand.press('Enter')
    await page.getByRole('dialog').getByText('写上名称就能开始').waitFor()
    await hand.write('电梯应急预案')
    await see(`编号 ${DOCUMENT}`)
    await hand.press('Control+Enter')
    await page.getByRole('heading', { name: '电梯应急预案', level: 2 }).waitFor()
    expect(await page.locator('.field.faulty, li.error').count()).toBe(0)
  })

  it('has posts: one of the register, and an outside firm', async () => {
    await hand.to(/^从登记簿选$/)
    await hand.write('值班员')
    await page.getByRole('option', { name: '值班员' }).first().waitFor()
    await hand.press('Enter')
    await page.getByLabel('岗位或组1', { exact: true }).waitFor()
    await hand.to(/^加一个岗位$/)
    await hand.press('Enter')
    await hand.write('捷梯维保公司')
    await hand.press('Tab')
    await hand.press('ArrowDown', 'ArrowDown')
    await expect
      .poll(async () => Object.values((await draft()).roles ?? {}))
      .toEqual([
        { name: { zh: '值班员', en: 'Duty officer' } },
        { name: { zh: '捷梯维保公司' }, kind: 'external' },
      ])
  })

  it('has a type, whose category is made in its place', async () => {
    await hand.to(/^加一个类型$/)
    await hand.press('Enter')
    await hand.write('电梯困人')
    await hand.press('Tab')
    await hand.write('电梯')
    await hand.to(/^会伤人$/)
    await hand.press('Space')
    await hand.to(/^来电关键词1$/)
    await hand.write('客梯困人')
    await hand.press('Enter')
    await hand.write('困在电梯')
    await hand.press('Enter')
    await expect
      .poll(async () => (await draft()).types)
      .toEqual({
        'dtyjya-t01': {
          name: { zh: '电梯困人' },
          category: 'dtyjya-k01',
          words: ['客梯困人', '困在电梯'],
          danger: true,
        },
      })
    expect((await draft()).categories).toEqual({ 'dtyjya-k01': { zh: '电梯' } })
  })

  it('has the clauses of its paper, pasted at once, and a number outside', async () => {
    await hand.to(/^加一条$/)
    await hand.press('Enter', 'Tab')
    await paste(PAPER)
    await page.getByLabel('条号3', { exact: true }).waitFor()
    await picture('planning-document-clauses')
    await hand.to(/^加一个外部电话$/)
    await hand.press('Enter')
    await hand.write('捷梯维保公司')
    await hand.press('Tab')
    await hand.write('000-0000')
    await expect.poll(async () => (await draft()).contacts).toHaveLength(1)
    expect(Object.values((await draft()).clauses ?? {})).toEqual([
      expect.objectContaining({ number: '第一条', quote: expect.stringContaining('先安抚') }),
      expect.objectContaining({ number: '第二条' }),
      expect.objectContaining({ number: '第三条' }),
    ])
    // what no plan uses yet is a warning, and nothing is wrong
    await page.getByRole('region', { name: '检查' }).getByText('0处错误').waitFor()
  })

  it('can be read by everybody, in both themes and at 200 %', async () => {
    await page.evaluate(() => document.querySelector('.form')?.scrollTo({ top: 0 }))
    await picture('planning-document')
    await page.getByRole('button', { name: '亮色' }).click()
    await picture('own-document-light')
    await page.getByRole('button', { name: 'EN', exact: true }).click()
    await page.getByText('Posts and groups').first().waitFor()
    await picture('own-document-en')
    await page.getByRole('button', { name: '中文', exact: true }).click()
    await page.getByRole('button', { name: '暗色' }).click()
    expect(await issuesInBothThemes(page)).toEqual([])
    expect(await coveredByTab(page)).toEqual([])
    expect(await overflowZoomed(page)).toBe(0)
    await picture('planning-document-zoomed')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('moves, deletes and brings back a row by keys', async () => {
    await page.getByLabel('条号3', { exact: true }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    const numbers = () =>
      page
        .locator('[data-part=clauses] [data-path$=".number"]')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
    await expect.poll(numbers).toEqual(['第一条', '第三条', '第二条'])
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Control+Delete')
    await expect.poll(numbers).toEqual(['第一条', '第二条'])
    await page.getByRole('button', { name: '撤销' }).last().click()
    await expect.poll(numbers).toEqual(['第一条', '第二条', '第三条'])
  })
})

/** In a list that is found by pinyin: the initials, and Enter. */
async function choose(name: RegExp, initials: string, whole: string): Promise<void> {
  await hand.to(name)
  await hand.press(...initials)
  await page.getByRole('option', { name: whole }).first().waitFor()
  await hand.press('Enter')
}
/** The number of the paper, as it is printed. */
async function cite(number: string): Promise<void> {
  await hand.to(/^依据条款$/)
  await hand.write(number)
  await page.getByRole('option', { name: number }).first().waitFor()
  await hand.press('Enter')
  await page.locator('.clause .says', { hasText: number }).waitFor()
}
const focusedOn = (label: string) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe(label)

describe('its plan', () => {
  it('is written by the form, with the posts and clauses of the document', async () => {
    await hand.to(/^预案0$/)
    await hand.press('Enter')
    await hand.to(/^写一份预案…$/)
    await hand.press('Enter')
    await focusedOn('名称 中文')
    await hand.write('电梯困人')
    await see(`编号 ${PLAN}`)
    await hand.press('Control+Enter')
    await focusedOn('名称')
    await hand.write('安抚被困人员')
    await choose(/^谁做$/, 'zby', '值班员')
    await cite('第一条')
    await hand.press('Control+Enter')
    await focusedOn('名称')
    await hand.write('维保30分钟内到场')
    await page.getByRole('group', { name: '文字里已经说了' }).getByText('30分钟').first().waitFor()
    await hand.press('Alt+Enter')
    await choose(/^谁做$/, 'jtwb', '捷梯维保公司')
    await cite('第二条')
    await hand.press('Control+Enter')
    await focusedOn('名称')
    await hand.write('停用检修')
    await cite('第三条')
    await page.getByRole('region', { name: '检查' }).getByText('未发现问题').first().waitFor()
    await expect
      .poll(async () => (await served.ask('plans/draft-read', { planId: PLAN }))?.draft)
      .toMatchObject({
        document: DOCUMENT,
        types: ['dtyjya-t01'],
        steps: [
          { role: 'duty-officer', clause: 'dtyjya-01' },
          { role: 'dtyjya-p01', clause: 'dtyjya-02', due: { within: '30m', from: 'reported' } },
          { clause: 'dtyjya-03' },
        ],
      })
  })

  it('is approved with its document in one act', async () => {
    await hand.to(/^电梯应急预案$/, 'Shift+Tab')
    await hand.press('Enter')
    await page.getByRole('heading', { name: '电梯应急预案', level: 2 }).waitFor()
    await see('草稿，还没批准')
    await hand.to(/^批准…$/, 'Shift+Tab')
    await hand.press('Enter')
    const dialog = page.getByRole('dialog')
    await picture('planning-document-approve')
    await expect.poll(() => dialog.locator('fieldset').textContent()).not.toContain('正在检查')
    expect(await dialog.locator('fieldset').textContent()).not.toContain('错误')
    expect(await dialog.getByRole('checkbox').isChecked()).toBe(true)
    await hand.to(/^修订原因$/)
    await hand.write('本单位电梯多，单独成册')
    await hand.to(/^批准人$/, 'Shift+Tab')
    await hand.write('李强')
    await picture('planning-document-approve')
    expect(await issuesInBothThemes(page)).toEqual([])
    await hand.press('Control+Enter')
    await see('已批准，今后的事件按它处置。')
    await page.getByRole('row').nth(1).getByText('制定').waitFor()
    const { keys, letters } = hand.counted()
    console.log(`own document: ${keys} keys, ${letters} letters`)
    const guide = readFileSync(GUIDE, 'utf8')
    for (const says of [/电梯的预案文件.*：按键(\d+)次/, /a lift document .*: (\d+) keys/]) {
      const written = Number(says.exec(guide)?.[1] ?? 0)
      expect(Math.abs(written - keys), `${keys} keys, ${String(says)}`).toBeLessThan(keys / 10)
    }
  })

  it('is proposed for 客梯困人 at the desk, and runs until contained', async () => {
    await hand.press('Control+Shift+Digit1', 'F2')
    await hand.write('一号楼客梯困人')
    await page.getByText('电梯困人', { exact: true }).first().waitFor()
    await hand.press('Enter')
    await see('安抚被困人员')
    const incident = async () => (await served.station.board()).incidents[0]!
    expect(await incident()).toMatchObject({ type: 'dtyjya-t01' })
    await see(/依据 第[一二]条/)
    await picture('own-document-desk')
    const { id } = await incident()
    for (const { id: stepId } of (await incident()).steps)
      await served.ask('incident/step', { incidentId: id, stepId, outcome: 'done' })
    await served.ask('incident/move', { incidentId: id, to: 'contained' })
    await expect.poll(async () => (await incident()).state).toBe('contained')
  })

  it('counts in a category of its own on the page of figures', async () => {
    await hand.press('Control+Shift+Digit4')
    await page.locator('main').getByText('电梯', { exact: true }).first().waitFor()
    const { now, names } = await served.ask('statistics/period', {
      from: '2026-11-01',
      to: '2026-11-30',
    })
    expect(now.byCategory).toEqual({ 'dtyjya-k01': 1 })
    expect(names.categories['dtyjya-k01']?.zh).toBe('电梯')
    await picture('own-document-figures')
  })

  it('is on cards by the numbers of its paper', async () => {
    await page.evaluate((plan) => {
      location.hash = `#/plans/${plan}/card/dtyjya-p01`
    }, PLAN)
    await page.locator('.sheet', { hasText: '维保30分钟内到场' }).first().waitFor()
    await see('第二条 · dtyjya-02')
    await picture('own-document-card')
  })
})

describe('a document of the program', () => {
  it('is put away with the reason, and brought back', async () => {
    await page.evaluate(() => {
      location.hash = '#/plans'
    })
    await see('电梯应急预案')
    const [first] = await served.ask('documents/list', {})
    await hand.to(/^收起…$/)
    await hand.press('Enter')
    await hand.write('本单位用不到')
    await picture('planning-put-away')
    expect(await issuesInBothThemes(page)).toEqual([])
    await hand.press('Control+Enter')
    await see('已收起1份')
    const away = async () =>
      (await served.ask('documents/list', {})).filter(({ putAway }) => putAway).map(({ id }) => id)
    expect(await away()).toEqual([first!.id])
    await page.getByText('已收起1份').click()
    await picture('planning-library-own')
    await page.getByRole('button', { name: '恢复使用' }).click()
    await expect.poll(away).toEqual([])
  })
})

describe('another site', () => {
  it('takes the whole document as a file: all of it is draft', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigil-own-document-'))
    const file = join(folder, 'dtyjya.yaml')
    await attached('机房位置图.jpg')
    await page.evaluate((id) => {
      location.hash = `#/documents/${id}`
    }, DOCUMENT)
    await page.getByRole('button', { name: '导出整份文件…' }).click()
    await see('附件1个')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存为文件' }).click(),
    ])
    await download.saveAs(file)
    const damaged = join(folder, 'damaged.yaml')
    writeFileSync(damaged, readFileSync(file, 'utf8').slice(0, -9))
    const other = await openConsole(serveStation(TUESDAY, ['gas-customer-service']))
    try {
      await other.page.evaluate(() => {
        location.hash = '#/plans'
      })
      const bring = async (path: string): Promise<void> => {
        const [chooser] = await Promise.all([
          other.page.waitForEvent('filechooser'),
          other.page.getByRole('button', { name: '导入整份文件…' }).click(),
        ])
        await chooser.setFiles(path)
      }
      await bring(damaged)
      await other.page.getByRole('dialog').getByText('机房位置图.jpg').waitFor()
      await other.page.screenshot({ path: pictureNamed('document-damaged-attachment.png') })
      await other.page.keyboard.press('Escape')
      expect(await other.served.ask('documents/drafts', {})).toEqual([])
      await bring(file)
      await other.page.getByText('已导入：电梯应急预案').waitFor()
      await other.page.getByText('附件1个已附上').waitFor()
      const about = { planId: PLAN }
      expect((await other.served.ask('attachment/list', { about })).files).toMatchObject([
        { name: '机房位置图.jpg', format: 'jpg' },
      ])
      await other.page.getByRole('button', { name: '打开草稿' }).click()
      await other.page.getByRole('heading', { name: '电梯应急预案', level: 2 }).waitFor()
      const drafts = await other.served.ask('documents/drafts', {})
      expect(drafts).toMatchObject([{ document: DOCUMENT, isNew: true, plans: [PLAN] }])
      other.desk.expectQuiet(/409/) // what is damaged is refused
    } finally {
      await other.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

it('shows no error, and the station logs none', () => {
  desk.expectQuiet()
  expect(served.errors).toEqual([])
})
