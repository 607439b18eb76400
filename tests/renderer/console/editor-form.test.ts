/**
 * The form: a field for everything that a plan file may say, and what is typed is what is written.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PLAN_SHAPE, type Shape } from '#shared/contract/plan-shape.ts'
import { newPlan } from '#renderer/console/pages/plans/edit/draft/new-parts.ts'
import { writeDraft } from '#renderer/console/pages/plans/edit/draft/open-draft.ts'
import { press, read } from './desk.ts'
import { editor, linted, PLAN, sourceOf, type Written } from './editor.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const keysOf = (shape: Shape | undefined): string[] =>
  shape?.is === 'object' ? Object.keys(shape.keys) : []
const inside = (shape: Shape | undefined, key: string): Shape | undefined =>
  shape?.is === 'object' ? shape.keys[key] : undefined
const part = (of: 'facts' | 'steps'): Shape | undefined => {
  const shape = inside(PLAN_SHAPE, of)
  return shape?.is === 'list' || shape?.is === 'map' ? shape.of : undefined
}

describe('a field for every key of a plan file', () => {
  it('of a step', async () => {
    const { page, open } = await editor()
    await open('主管3分钟内报职能线负责人')
    const paths = page.findAll('[data-path]').map((element) => element.attributes('data-path'))
    const ofAftermath = ['aftercare'] // asked of steps that come after the response
    for (const key of keysOf(part('steps')).filter(
      (name) => name !== 'proposed' && !ofAftermath.includes(name),
    ))
      expect(paths, key).toContain(`steps.hl-06.${key}`)
    expect(read(page.get('.form'))).toContain('建议，非原文')
    await open('跟进并协助处理')
    for (const key of ofAftermath)
      expect(page.find(`[data-path="steps.hl-17.${key}"]`).exists()).toBe(true)
  })

  it('of a question', async () => {
    const { page, open } = await editor()
    const seen = new Set<string>()
    for (const name of ['故障表现', '通话能否保持']) {
      await open(name)
      for (const element of page.findAll('[data-path]'))
        seen.add(element.attributes('data-path')!.split('.').slice(2).join('.'))
    }
    const flags = ['exhaustive', 'several', 'recordOnly', 'proposed']
    for (const key of keysOf(part('facts')).filter(
      (name) => name !== 'unit' && !flags.includes(name),
    ))
      expect([...seen], key).toContain(key)
    expect(read(page.get('.form'))).toMatch(/只作记录.*建议，非原文/)
  })

  it('of the plan itself', async () => {
    const { page, open } = await editor('gas-explosion')
    const seen = new Set<string>()
    for (const name of ['概要', '启动']) {
      await open(name)
      for (const element of page.findAll('[data-path]')) seen.add(element.attributes('data-path')!)
    }
    for (const key of keysOf(PLAN_SHAPE).filter(
      (name) => !['id', 'facts', 'steps', 'replaces'].includes(name),
    ))
      expect([...seen], key).toContain(key)
  })
})

it('what is written in one language only stands in the outline and above the form, with its language', async () => {
  const draft = sourceOf(PLAN) as unknown as Written
  Object.assign(
    draft.steps.find(({ id }) => id === 'hl-06')!,
    {
      title: { en: 'Tell the line manager' },
      proposed: true,
    },
  )
  const { page, open } = await editor(PLAN, draft)
  const row = page.findAll('nav .name span').find((name) => name.text().startsWith('Tell the line'))
  expect(row?.attributes()).toMatchObject({ lang: 'en', 'data-written': 'EN' })
  await open('Tell the line manager（建议）')
  const line = page.get<HTMLTextAreaElement>('nav [aria-current] textarea')
  expect([line.element.value, line.attributes('lang')]).toEqual(['Tell the line manager', 'en'])
  expect(page.get('.form-head h3').attributes('lang')).toBe('en')
})

describe('typing', () => {
  const stepIn = (written: Written | undefined, id: string) =>
    written?.steps.find((step) => step.id === id)

  it('a limit by workday and holiday keeps what was written, and is read back', async () => {
    const { page, open, field, rested, saves } = await editor()
    await open('10分钟内恢复电话接入')
    await field('时限 数').setValue('8')
    expect(page.findAll('.reads').map(read)).toContain('读作：接报后8分钟内')
    await page
      .findAll('.cell')
      .find((element) => element.text() === '分工作日和假日')!
      .get('input')
      .setValue()
    await field('时限 假日 数').setValue('20')
    await rested()
    expect(stepIn(saves().at(-1)?.draft, 'hl-14')?.due).toEqual({
      within: { workday: '8m', holiday: '20m' },
      from: 'reported',
    })
  })

  it('a limit by answer takes the time that was written for each, and says that the shortest counts', async () => {
    const { page, open, field, rested, saves } = await editor()
    await open('10分钟内恢复电话接入')
    await field('时限 数').setValue('8')
    await page
      .findAll('.cell')
      .find((element) => element.text() === '按答案分')!
      .get('input')
      .setValue()
    expect(page.text()).toContain('没人回答时按最短的算')
    const times = page.findAll('.days .duration input').length
    expect(times).toBeGreaterThan(1)
    await rested()
    const { within } = stepIn(saves().at(-1)?.draft, 'hl-14')?.due as {
      within: { fact: string; is: Record<string, string> }
    }
    expect(Object.keys(saves().at(-1)?.draft.facts ?? {})).toContain(within.fact)
    expect(Object.values(within.is)).toEqual(Array.from({ length: times }, () => '8m'))
  })

  it('the short name counts as it is typed, and says when it is too long', async () => {
    const { page, open, field, checked } = await editor(PLAN, null, linted)
    await open('10分钟内恢复电话接入')
    await field('大屏短名 中文').setValue('十分钟内要修通才行')
    expect(page.get('.room.over').text()).toBe('9/7')
    await checked()
    expect(read(page.get('[data-path="steps.hl-14.short"]'))).toContain('最多7个字符，多了2个')
  })

  it('a condition grows into a group and back, and keeps what was written', async () => {
    const { open, button, field, rested, saves } = await editor()
    await open('30分钟内恢复资料查询')
    await button('或者').trigger('click')
    await field('条件 2的种类').setValue('casualties')
    await rested()
    expect(stepIn(saves().at(-1)?.draft, 'hl-19')?.when).toEqual({
      any: [
        { fact: 'fault_kind', is: 'no-query' },
        { casualties: 'hurt', over: 0 },
      ],
    })
    await field('条件的种类').setValue('all')
    await field('条件 1的种类').setValue('not')
    await rested()
    expect(stepIn(saves().at(-1)?.draft, 'hl-19')?.when).toEqual({
      all: [{ not: { fact: 'fault_kind', is: 'no-query' } }, { casualties: 'hurt', over: 0 }],
    })
    await button('删除这个条件').trigger('click')
    await rested()
    expect(stepIn(saves().at(-1)?.draft, 'hl-19')?.when).toEqual({ casualties: 'hurt', over: 0 })
  })

  it('a blank is put where the cursor is', async () => {
    const { open, page, field, rested, saves } = await editor()
    await open('请信息中心来修')
    const say = field('要说的话 中文')
    await say.setValue('有故障')
    say.element.focus()
    say.element.setSelectionRange(0, 0)
    await page
      .findAll('.blanks button')
      .find((button) => button.text().includes('{place}'))!
      .trigger('click')
    await rested()
    expect(stepIn(saves().at(-1)?.draft, 'hl-02')?.say).toMatchObject({ zh: '{place}有故障' })
  })

  it('an id that is taken or badly written changes nothing; a good one takes everything along', async () => {
    const { page, open, field, rested, saves } = await editor()
    await open('查明故障原因')
    const id = field('编号')
    for (const [typed, says] of [
      ['hl-01', '已经用了'],
      ['Hl 1', '小写字母开头'],
    ] as const) {
      await id.setValue(typed)
      await id.trigger('change')
      expect(read(page.get('.id [role=alert]'))).toContain(says)
    }
    await id.setValue('hl-cause')
    await id.trigger('change')
    await rested()
    expect(stepIn(saves().at(-1)?.draft, 'hl-11')?.due).toMatchObject({
      from: { step: 'hl-cause' },
    })
  })
})

describe('questions and steps as a whole', () => {
  it('a step is added behind the shown one, doubled, moved by key, taken out, and brought back', async () => {
    const { page, open, button, saves, rested } = await editor()
    const names = () =>
      page
        .findAll('nav section:first-of-type [data-row]')
        .map(
          (row) =>
            row.element.querySelector('textarea')?.value ??
            row.get('.name').text().replace('（建议）', ''),
        )
    await open('报组别负责人')
    await button('增加步骤').trigger('click')
    expect(names().slice(0, 2)).toEqual(['报组别负责人', ''])
    await open('请信息中心来修')
    await button('复制').trigger('click')
    expect(names().filter((name) => name === '请信息中心来修')).toHaveLength(2)
    const row = page.get('nav [aria-current]')
    press('ArrowUp', { on: row.element, altKey: true })
    await flushPromises()
    await button('删除').trigger('click')
    expect(read(page.get('.gone'))).toContain('已删除步骤“请信息中心来修”。')
    await page.get('.gone .boxed').trigger('click')
    expect(names().filter((name) => name === '请信息中心来修')).toHaveLength(2)
    await rested()
    expect(saves().at(-1)?.draft.steps).toHaveLength(23)
  })

  it('what is taken out says how often the rest of the plan names it', async () => {
    const { page, open, button } = await editor()
    await open('查明故障原因')
    await button('删除').trigger('click')
    expect(read(page.get('.gone'))).toMatch(/别处还有\d+处提到它/)
  })

  it('a question changes its kind without leaving behind what the new kind has no place for', async () => {
    const { page, open, rested, saves } = await editor()
    await open('故障表现')
    await page
      .findAll('.cell')
      .find((element) => element.text() === '数')!
      .get('input')
      .setValue()
    await rested()
    expect(saves().at(-1)?.draft.facts.fault_kind).toEqual({
      kind: 'number',
      question: { zh: '故障表现？', en: 'What does the fault look like?' },
      short: { zh: '故障表现？', en: 'What fault?' },
      decidedBy: 'hotline-agent',
      clause: 'S09-74',
    })
  })

  it('a question says when it is asked, and why nothing is assumed', async () => {
    const { page, open, button, field, rested, saves } = await editor()
    await open('故障表现')
    // a shipped plan says it already: taken out, and said anew
    for (const [part, add] of [
      ['没人回答时', '写明没人回答时按什么处理'],
      ['何时问', '写明什么时候才能问'],
    ] as const) {
      const written = page
        .findAll('button')
        .find((candidate) => candidate.attributes('aria-label') === `删除${part}`)
      await written?.trigger('click')
      await button(add).trigger('click')
    }
    await page
      .findAll('.cell')
      .find((element) => element.text() === '哪个答案都不稳妥')!
      .get('input')
      .setValue()
    await field('为什么没有稳妥的答案 中文').setValue('两样相反')
    await field('为什么没有稳妥的答案 英文').setValue('They exclude each other')
    await field('限时 数').setValue('90')
    await rested()
    expect(saves().at(-1)?.draft.facts.fault_kind).toMatchObject({
      inDoubt: { none: { zh: '两样相反', en: 'They exclude each other' } },
      ask: { within: '90s' },
    })
  })

  it('↑ and ↓ walk the outline, one stop for Tab', async () => {
    const { page } = await editor()
    const rows = page.findAll<HTMLElement>('nav [data-row]')
    rows[0]!.element.focus()
    press('ArrowDown', { on: rows[0]!.element })
    expect(document.activeElement).toBe(rows[1]!.element)
    expect(rows.filter((row) => row.attributes('tabindex') === '0')).toHaveLength(1)
  })
})

describe('what was brought in', () => {
  it('says what the form cannot show, and takes out keys that nobody knows when it is told to', async () => {
    const draft = { ...sourceOf('gas-hotline-failure'), colour: 'red', types: 'hotline' }
    const { page, button, rested, saves } = await editor(PLAN, draft, linted)
    expect(read(page.get('.lost'))).toContain('types')
    await button('删除不认识的项').trigger('click')
    await rested()
    expect(saves().at(-1)?.draft).not.toHaveProperty('colour')
  })
})

describe('a new plan', () => {
  const fresh = () =>
    writeDraft(newPlan('lift-trapped', 'gas-customer-service', { zh: '电梯困人', en: '' }))

  it('greets with what is to be written, and with no error', async () => {
    const { page } = await editor('lift-trapped', fresh(), linted)
    expect(page.findAll('li.error, .faulty, .row.error')).toEqual([])
    expect(page.findAll('.findings li.unwritten').length).toBeGreaterThan(0)
    expect(read(page.get('.findings [role=status]'))).toMatch(/^\d+处待写$/)
  })

  it('tells an error as soon as something wrong is written', async () => {
    const draft = fresh()
    const { page } = await editor('lift-trapped', { ...draft, types: ['no-such-type'] }, linted)
    expect(page.findAll('.findings li.error')).toHaveLength(1)
    expect(read(page.get('.findings [role=status]'))).toMatch(/^\d+处待写 · 1处错误 · 0处提醒$/)
  })
})
