/**
 * The editor of a document of the site's own: rows by keys, posts of the register, categories in
 * place, clauses by pasting.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { press, read } from './desk.ts'
import { editor } from './document-editor.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  document.querySelectorAll('.el-overlay').forEach((overlay) => overlay.remove())
})

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
