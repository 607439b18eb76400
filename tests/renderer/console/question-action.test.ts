/**
 * The question that decides stands where the next step stood: its answers on the keys, whom to ask,
 * what is assumed meanwhile, in both languages.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import type { BoardQuestion } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { fact, NOW, SECOND, step } from '../board-parts.ts'
import { mountConsole, press, read } from './desk.ts'
import { call, fire } from './fire-at-desk.ts'

const size = (part: Partial<BoardQuestion> = {}): BoardQuestion =>
  fact({
    key: 'size',
    kind: 'choice',
    question: localized('火势大不大？', 'How large is the fire?'),
    options: [
      { value: 'small', label: localized('小', 'Small') },
      { value: 'large', label: localized('大', 'Large') },
    ],
    decides: ['call'],
    nudgeAt: NOW + 20 * SECOND,
    ...part,
  })

const tidy = step({ id: 'tidy', title: localized('关门', 'Shut the doors') })

async function withQuestion(part: Partial<BoardQuestion> = {}, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const mounted = await mountConsole(App, { pages: PAGES }, {}, locale)
  const steps = [{ ...call, state: 'waiting' as const, waitsFor: ['size'] }, tidy]
  const incident = fire({ steps, facts: [size(part)], asks: { key: 'size', planId: 'plan-1' } })
  await mounted.show({ incidents: [incident] })
  return mounted
}

describe('the question to ask next', () => {
  it('takes the place of the step, says whom to ask and that life hangs on it', async () => {
    const { page } = await withQuestion()
    expect(page.get('.next h2').text()).toBe('火势大不大？')
    expect(read(page.get('.question .kick'))).toMatch(/^现在要问问 信息中心.*保命\d+秒后催办$/)
    expect(page.findAll('.next .num')).toEqual([])
    const english = await withQuestion({}, 'en')
    expect(english.page.get('.next h2').text()).toBe('How large is the fire?')
    expect(read(english.page.get('.question .kick'))).toMatch(/^Ask nowAsk IT centre/)
    expect(english.page.text()).not.toMatch(/\{\w+\}|next\.\w+/)
  })

  it('is answered by Alt+Shift and the digit that its answer bears', async () => {
    const { page, station } = await withQuestion()
    const large = page.findAll('.next .option').find((option) => option.text().includes('大'))
    expect(large?.get('kbd').text()).toBe('2')
    press('@', { code: 'Digit2', altKey: true, shiftKey: true })
    await flushPromises()
    expect(station.of('incident/answer')).toMatchObject([
      { incidentId: 'fire', fact: 'size', value: 'large' },
    ])
  })

  it('F4 answers nothing', async () => {
    const { station } = await withQuestion()
    press('F4')
    await flushPromises()
    expect(station.of('incident/answer')).toEqual([])
    expect(station.of('incident/step')).toEqual([])
  })

  it('says what is assumed while nobody answers, and what the report sounds like', async () => {
    const { page } = await withQuestion({ assumed: 'large', nudgeAt: NOW - SECOND })
    expect(read(page.get('.question'))).toContain('没人回答，已先按“大”列出保命步骤')
    expect(read(page.get('.question .end'))).toBe('催办中')
    const heard = await withQuestion({ suggested: 'small' }, 'en')
    expect(read(heard.page.get('.question'))).toContain('The report sounds like "Small"')
  })

  it('leaves out what it has nothing to say about', async () => {
    const { page } = await withQuestion({ nudgeAt: null, decides: [] })
    expect(page.find('.question .end').exists()).toBe(false)
    expect(page.find('.question .tag').exists()).toBe(false)
    expect(page.find('.question .assumed').exists()).toBe(false)
  })

  it('shows what can be done meanwhile, which leads to that step', async () => {
    const { page } = await withQuestion()
    await page.get('.question .meanwhile button').trigger('click')
    expect(page.get('.next h2').text()).toBe('关门')
  })
})
