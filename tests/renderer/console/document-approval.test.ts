/** A document of the site's own is approved with its plans, abolished, and shown as abolished. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DOCUMENT_FORM } from '#renderer/console/pages/plans/document/edit/draft/document-draft.ts'
import { newDocument } from '#renderer/console/pages/plans/document/edit/draft/new-rows.ts'
import { localized } from '#shared/domain/text.ts'
import { accepted, read, refused } from './desk.ts'
import { documentRead, documentSummary } from './plans.ts'
import { ID, editor, dialogButton, fillAll } from './document-editor.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  document.querySelectorAll('.el-overlay').forEach((overlay) => overlay.remove())
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

describe('of an abolished document', () => {
  it('the editor says when and by whom it was abolished, and not that it has no draft', async () => {
    const first = {
      ...{ kind: 'made' as const, number: '1', at: 0, by: '周敏', why: '新设', approvedBy: '李强' },
      revision: 'r1',
    }
    const { page } = await editor({
      answers: {
        'documents/draft-read': () => accepted<'documents/draft-read'>(null),
        'documents/source': () =>
          accepted<'documents/source'>({
            draft: DOCUMENT_FORM.write(newDocument(ID, { zh: '电梯应急预案', en: '' }, ['mall'])),
          }),
        'documents/list': () =>
          accepted<'documents/list'>([documentSummary(ID, { own: true, abolished: true })]),
        'documents/read': () =>
          accepted<'documents/read'>(documentRead(ID, { own: true, abolished: true })),
        'documents/revisions': () =>
          accepted<'documents/revisions'>([
            {
              ...{ kind: 'abolished' as const, number: null, at: Date.UTC(2026, 10, 20, 4) },
              ...{ by: '周敏', why: '电梯拆除', approvedBy: '李强', revision: null },
            },
            first,
          ]),
      },
    })
    expect(read(page.get('.saved'))).toBe('2026年11月20日废止，批准人李强；再批准一次才重新启用')
  })
})

describe('approving a document whose paper is open', () => {
  it('says so before, marks it and the ticked plans, and asks only once', async () => {
    const { button, station, rested, saved } = await editor({
      answers: {
        'papers/list': () =>
          accepted<'papers/list'>([
            {
              ...{ document: ID, title: localized('电梯应急预案', ''), at: 0, editions: 1 },
              counts: { used: 9, aside: 1, open: 2 },
            },
          ]),
        'plans/draft-save': () => accepted<'plans/draft-save'>({ findings: [], basedOn: 'p-2' }),
      },
    })
    await button('批准…').trigger('click')
    await rested()
    expect(document.querySelector('.el-dialog')?.textContent).toContain(
      '纸稿还有2句待处理：只能按“未补全”批准',
    )
    fillAll()
    await flushPromises()
    dialogButton('按未补全批准').click()
    await rested()
    expect(saved()).toMatchObject({ completeness: 'incomplete' })
    expect(station.of('documents/approve')).toMatchObject([
      { plans: ['lift-trapped'], plansBasedOn: { 'lift-trapped': 'p-2' } },
    ])
  })

  it('a plan that cannot be ticked says what is still to be written, and leads there', async () => {
    const { button, rested } = await editor({
      planFindings: [
        {
          ...{ severity: 'error', code: 'bad-value', path: 'steps.a.role' },
          message: localized('应为编号：小写字母开头', 'x'),
        },
      ],
      answers: {
        'plans/draft-read': () =>
          accepted<'plans/draft-read'>({
            draft: { id: 'lift-trapped', steps: [{ id: 'a', role: '' }] },
            ...{ basedOn: 'p-1', savedAt: 0, by: '周敏' },
          }),
      },
    })
    await button('批准…').trigger('click')
    await rested()
    const plans = document.querySelector('.el-dialog .plans')
    expect(plans?.textContent).not.toContain('小写字母')
    expect(plans?.textContent).toMatch(/1处错误.*还没有写.*到那里改/)
    expect(plans?.querySelector('a')?.getAttribute('href')).toBe(
      '#/plans/lift-trapped/edit?at=steps.a.role',
    )
  })
})
