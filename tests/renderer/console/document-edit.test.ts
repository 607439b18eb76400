/**
 * The editor of a document of the site's own over a line that the test holds: rows by keys, posts
 * of the register, categories in place, clauses by pasting, and one approval for it and its plans.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import DocumentEditPage from '#renderer/console/pages/plans/document/edit/DocumentEditPage.vue'
import { DOCUMENT_FORM } from '#renderer/console/pages/plans/document/edit/draft/document-draft.ts'
import { newDocument } from '#renderer/console/pages/plans/document/edit/draft/new-rows.ts'
import { SAVE_AFTER_MS } from '#renderer/console/pages/plans/edit/use-autosave.ts'
import { CHECK_AFTER_MS } from '#renderer/console/pages/plans/edit/use-check.ts'
import type { PlanDraft, PlanFinding, SavedDraft } from '#shared/contract/plans.ts'
import type { Post } from '#shared/contract/site.ts'
import { localized } from '#shared/domain/text.ts'
import { accepted, mountConsole, press, read, refused } from './desk.ts'
import { typeSummary } from './plans.ts'

const ID = 'dtyjya'
const GUARDS: Post = {
  id: 'guards',
  name: localized('保安', 'Guards'),
  kind: 'group',
  documents: [localized('商场预案', 'Mall')],
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  document.querySelectorAll('.el-overlay').forEach((overlay) => overlay.remove())
})

type Findings = readonly PlanFinding[]
async function editor({
  findings = [] as Findings,
  planFindings = [] as Findings,
  answers = {} as Parameters<typeof mountConsole>[2],
} = {}) {
  const stored: { saved: SavedDraft | null } = {
    saved: {
      draft: DOCUMENT_FORM.write(newDocument(ID, { zh: '电梯应急预案', en: '' }, ['mall'])),
      basedOn: 'draft-1',
      savedAt: 0,
      by: '周敏',
    },
  }
  let version = 1
  const mounted = await mountConsole(
    DocumentEditPage,
    { documentId: ID },
    {
      'documents/list': () => accepted<'documents/list'>([]),
      'documents/draft-read': () =>
        accepted<'documents/draft-read'>(stored.saved && structuredClone(stored.saved)),
      'documents/check': () =>
        accepted<'documents/check'>({ findings, document: null, revision: null, follows: [] }),
      'documents/drafts': () =>
        accepted<'documents/drafts'>([
          {
            ...{ document: ID, title: localized('电梯应急预案', ''), isNew: true },
            ...{ savedAt: 0, by: '周敏', plans: ['lift-trapped'] },
          },
        ]),
      'plans/drafts': () =>
        accepted<'plans/drafts'>([
          {
            ...{ planId: 'lift-trapped', title: localized('电梯困人', ''), isNew: true },
            ...{ document: ID, savedAt: 0, by: '周敏' },
          },
        ]),
      'plans/draft-read': () =>
        accepted<'plans/draft-read'>({ draft: {}, basedOn: 'p-1', savedAt: 0, by: '周敏' }),
      'plans/check': () => accepted<'plans/check'>({ findings: planFindings, plan: null }),
      'types/list': () =>
        accepted<'types/list'>([
          typeSummary('x', {
            category: 'equipment',
            categoryName: localized('设备故障', 'Equipment'),
          }),
        ]),
      'site/read': () =>
        accepted<'site/read'>({
          ...{ name: localized('江畔', 'Riverside'), zone: 'Asia/Shanghai', kinds: ['mall'] },
          ...{ setUp: true, kindsOffered: [], canChangeZone: false, posts: [GUARDS] },
          ...{ loaded: { plans: 1, types: 1, documents: [] } },
          missing: { posts: [], phones: [], units: [] },
        }),
      'documents/draft-save': (input) => {
        stored.saved = {
          draft: structuredClone(input.draft) as PlanDraft,
          basedOn: `draft-${++version}`,
          savedAt: 1,
          by: '周敏',
        }
        return accepted<'documents/draft-save'>({ findings: [], basedOn: `draft-${version}` })
      },
      'documents/approve': () => accepted<'documents/approve'>({ revision: 'r1', plans: [] }),
      ...answers,
    },
  )
  await mounted.show({})
  const rested = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS + CHECK_AFTER_MS + 50)
    await flushPromises()
  }
  await rested()
  const { page } = mounted
  return {
    ...mounted,
    rested,
    field: (label: string) => page.get<HTMLInputElement>(`[aria-label="${label}"]`),
    button: (name: string) => {
      const wrapper = page.findAll('button').find((button) => button.text().includes(name))
      if (!wrapper) throw new Error(`no button ${name}`)
      return wrapper
    },
    saved: () =>
      mounted.station.of('documents/draft-save').at(-1)?.draft as
        Record<string, Record<string, unknown>> | undefined,
  }
}
const dialogButton = (words: string): HTMLButtonElement => {
  const target = [...document.querySelectorAll<HTMLButtonElement>('.el-dialog button')].find(
    (button) => button.textContent?.includes(words),
  )
  if (!target) throw new Error(`no button ${words}`)
  return target
}

/** The dialog with something in each of its fields. */
function fillAll(): void {
  for (const input of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    '.el-dialog input:not([type=checkbox]), .el-dialog textarea',
  )) {
    input.value = '一'
    input.dispatchEvent(new Event('input'))
  }
}

describe('rows', () => {
  it('come by Enter, each with an id that nobody typed, and are saved by themselves', async () => {
    const { button, field, rested, saved } = await editor()
    await button('加一个岗位').trigger('click')
    await field('岗位或组1').setValue('电梯维保单位')
    press('Enter', { on: field('岗位或组1').element })
    await flushPromises()
    expect(document.activeElement).toBe(field('岗位或组2').element)
    await field('岗位或组2').setValue('客服')
    await rested()
    expect(saved()?.roles).toEqual({
      'dtyjya-p01': { name: { zh: '电梯维保单位' } },
      'dtyjya-p02': { name: { zh: '客服' } },
    })
    expect(saved()?.commander).toBe('dtyjya-p01')
  })

  it('move by Alt and the arrows, go by Ctrl+Delete, and come back', async () => {
    const { button, field, page, rested, saved } = await editor()
    await button('加一条').trigger('click')
    await field('条号1').setValue('第一条')
    press('Enter', { on: field('条号1').element })
    await flushPromises()
    await field('条号2').setValue('第二条')
    press('ArrowUp', { on: field('条号2').element, altKey: true })
    await flushPromises()
    expect(document.activeElement).toBe(field('条号1').element)
    await rested()
    const numbers = () =>
      Object.values(saved()?.clauses ?? {}).map((clause) => (clause as { number: string }).number)
    expect(numbers()).toEqual(['第二条', '第一条'])
    press('Delete', { on: field('条号1').element, ctrlKey: true })
    await rested()
    expect(numbers()).toEqual(['第一条'])
    expect(read(page.get('.gone'))).toContain('已删除“第二条')
    await page.get('.gone button').trigger('click')
    await rested()
    expect(numbers()).toEqual(['第二条', '第一条'])
  })

  it('a post that is called like one of the register is that one, with its people', async () => {
    const { button, field, rested, saved } = await editor()
    await button('加一个岗位').trigger('click')
    await field('岗位或组1').setValue('保安')
    await field('岗位或组1').trigger('change')
    await rested()
    expect(saved()?.roles).toEqual({ guards: { name: { zh: '保安' }, kind: 'group' } })
    expect(saved()?.commander).toBe('guards')
  })

  it('a category is made by its name, and is the one that the site counts by if it is called so', async () => {
    const { button, field, rested, saved } = await editor()
    await button('加一个类型').trigger('click')
    await field('事件类型1').setValue('电梯困人')
    await field('类别1').setValue('电梯')
    await field('类别1').trigger('change')
    await rested()
    expect(saved()?.categories).toEqual({ 'dtyjya-k01': { zh: '电梯' } })
    await field('类别1').setValue('设备故障')
    await field('类别1').trigger('change')
    await rested()
    expect(saved()?.categories).toEqual({ equipment: { zh: '设备故障', en: 'Equipment' } })
    expect(saved()?.types).toEqual({
      'dtyjya-t01': { name: { zh: '电梯困人' }, category: 'equipment' },
    })
  })

  it('a pasted list of clauses becomes as many rows', async () => {
    const { button, field, rested, saved } = await editor()
    await button('加一条').trigger('click')
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => '第一条 先安抚。\n第二条 30分钟内到场。' },
    })
    field('原文1').element.dispatchEvent(event)
    await rested()
    expect(Object.entries(saved()?.clauses ?? {})).toMatchObject([
      ['dtyjya-01', { number: '第一条', quote: '先安抚。' }],
      ['dtyjya-02', { number: '第二条', quote: '30分钟内到场。' }],
    ])
  })
})

it('nothing is wrong before somebody has written: what is missing is to be written', async () => {
  const { page } = await editor({
    findings: [
      {
        severity: 'error',
        code: 'bad-value',
        path: 'commander',
        message: localized('应为编号', 'an id'),
      },
    ],
  })
  expect(read(page.get('.findings [role=status]'))).toBe('1处待写')
  expect(page.find('.faulty').exists()).toBe(false)
})

describe('approving', () => {
  it('takes the document and the ticked drafts of its plans in one act', async () => {
    const { button, station, rested } = await editor()
    await button('批准…').trigger('click')
    await rested()
    const dialog = (): string => document.querySelector('.el-dialog')?.textContent ?? ''
    expect(dialog()).toMatch(/新文件：0个岗位.*一起批准的预案.*电梯困人/s)
    const [number, by] = document.querySelectorAll<HTMLInputElement>(
      '.el-dialog input:not([type=checkbox])',
    )
    expect(number?.value).toBe('1')
    by!.value = '陈国栋'
    by!.dispatchEvent(new Event('input'))
    const why = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    why.value = '首次编制'
    why.dispatchEvent(new Event('input'))
    await flushPromises()
    dialogButton('批准并启用').click()
    await rested()
    expect(station.of('documents/approve')).toEqual([
      {
        document: ID,
        number: '1',
        why: '首次编制',
        approvedBy: '陈国栋',
        basedOn: 'draft-1',
        plans: ['lift-trapped'],
        plansBasedOn: { 'lift-trapped': 'p-1' },
      },
    ])
  })

  it('does not tick a plan that has an error, and says which', async () => {
    const { button, rested } = await editor({
      planFindings: [
        {
          severity: 'error',
          code: 'unknown-role',
          path: 'steps.a.role',
          message: localized('没有“x”这个岗位', 'no post x'),
        },
      ],
    })
    await button('批准…').trigger('click')
    await rested()
    const box = document.querySelector<HTMLInputElement>('.el-dialog [type=checkbox]')!
    expect(box.checked).toBe(false)
    expect(box.disabled).toBe(true)
    expect(document.querySelector('.el-dialog')?.textContent).toContain('没有“x”这个岗位')
  })

  it('while sentences of its paper are open goes on as incomplete, with the plans that are ticked', async () => {
    let isMarked = false
    const { button, station, rested, saved } = await editor({
      answers: {
        'documents/approve': () =>
          isMarked
            ? accepted<'documents/approve'>({ revision: 'r1', plans: [] })
            : refused('paper-has-open-sentences', '纸稿还有3句待处理'),
        'plans/draft-save': () => {
          isMarked = true
          return accepted<'plans/draft-save'>({ findings: [], basedOn: 'p-2' })
        },
      },
    })
    await button('批准…').trigger('click')
    await rested()
    fillAll()
    await flushPromises()
    dialogButton('批准并启用').click()
    await rested()
    expect(document.querySelector('.el-dialog')?.textContent).toContain('纸稿还有3句待处理')
    expect(station.of('plans/draft-save')).toEqual([])
    dialogButton('按未补全批准').click()
    await rested()
    expect(station.of('plans/draft-save')).toEqual([
      { planId: 'lift-trapped', draft: { completeness: 'incomplete' }, basedOn: 'p-1' },
    ])
    expect(saved()).toMatchObject({ completeness: 'incomplete' })
    expect(station.of('documents/approve').at(-1)).toMatchObject({
      plans: ['lift-trapped'],
      plansBasedOn: { 'lift-trapped': 'p-2' },
    })
  })

  it('is refused in the words of the station', async () => {
    const { button, rested } = await editor({
      answers: {
        'documents/approve': () =>
          refused('draft-faulty', '还有1处错误，改好后才能批准', [
            'plans.lift-trapped.steps.a.role',
          ]),
      },
    })
    await button('批准…').trigger('click')
    await rested()
    fillAll()
    await flushPromises()
    dialogButton('批准并启用').click()
    await rested()
    expect(document.querySelector('.el-dialog')?.textContent).toMatch(
      /plans\.lift-trapped\.steps\.a\.role.*还有1处错误/s,
    )
  })
})
