/**
 * The call of a step: one key says that it is being made, the next that it was answered; single
 * digits act with the focus in the card alone, and nothing here finishes the step.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import type { BoardCall } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { fact, NOW, step as anyStep } from '../board-parts.ts'
import { until } from '../../kit/until.ts'
import { accepted, mountConsole, painted, press, read, refused } from './desk.ts'
import { call as step, fire } from './fire-at-desk.ts'

const callRow = (outcome: BoardCall['outcome']): BoardCall => ({
  ...{ stepId: 'call', outcome, at: NOW, by: '周敏' },
  ...{ role: null, who: '火警', number: '119', words: null },
})

async function desk(
  calls: readonly BoardCall[] = [],
  answers: Parameters<typeof mountConsole>[2] = {},
  locale: 'zh-CN' | 'en' = 'zh-CN',
) {
  const mounted = await mountConsole(App, { pages: PAGES }, answers, locale)
  await mounted.show({ incidents: [fire({ calls })] })
  const card = () => mounted.page.get<HTMLElement>('.calls')
  const buttons = () => card().findAll('button').map(read)
  return { ...mounted, card, buttons }
}

describe('the card of a call', () => {
  it('offers to begin it, by Shift+F1, wherever the focus is', async () => {
    const { station, buttons, card } = await desk()
    expect(buttons()).toEqual(['Shift F1拨打中'])
    expect(card().find('.last').exists()).toBe(false)
    press('F1', { shiftKey: true })
    await flushPromises()
    expect(station.of('incident/call')).toEqual([
      {
        incidentId: 'fire',
        stepId: 'call',
        to: { role: null, who: '火警', number: '119' },
        outcome: 'started',
      },
    ])
    expect(station.of('incident/step')).toEqual([])
    expect(document.activeElement).toBe(card().element)
  })

  it('once it is being made: the same key is answered, digits are the others', async () => {
    const { station, buttons, card } = await desk([callRow('started')])
    expect(buttons()).toEqual(['Shift F1已接通', 'Alt Shift F1无人接', 'Alt Shift F2占线'])
    expect(read(card().get('.last'))).toMatch(/^拨打中 周敏 \d\d:\d\d:\d\d$/)
    press('3', { on: card().element })
    await flushPromises()
    press('F1', { shiftKey: true })
    await flushPromises()
    expect(station.of('incident/call').map(({ outcome }) => outcome)).toEqual(['busy', 'answered'])
  })

  it('hears no digit outside of itself, none with a modifier, none of a composition', async () => {
    const { station, card } = await desk([callRow('started')])
    press('1')
    press('1', { on: card().element, altKey: true })
    press('1', { on: card().element, isComposing: true })
    press('9', { on: card().element })
    await flushPromises()
    expect(station.of('incident/call')).toEqual([])
  })

  it('has a key for nobody answered and for busy, which take the words that were typed', async () => {
    const { station, card } = await desk([callRow('started')])
    const field = card().get('input')
    await field.setValue('转到语音信箱')
    press('Enter', { on: field.element })
    await flushPromises()
    expect(station.of('incident/call'), 'how it ends is not said yet').toEqual([])
    press('F1', { altKey: true, shiftKey: true })
    await flushPromises()
    press('F2', { altKey: true, shiftKey: true })
    await flushPromises()
    expect(station.of('incident/call')).toMatchObject([
      { outcome: 'no-answer', words: '转到语音信箱' },
      { outcome: 'busy' },
    ])
  })

  it('hears neither key where nothing rings', async () => {
    const { station } = await desk([callRow('started'), callRow('answered')])
    press('F1', { altKey: true, shiftKey: true })
    press('F2', { altKey: true, shiftKey: true })
    await flushPromises()
    expect(station.of('incident/call')).toEqual([])
  })

  it('after an attempt that reached nobody it offers the next one', async () => {
    const { buttons } = await desk([callRow('started'), callRow('no-answer')])
    expect(buttons()).toEqual(['Shift F1拨打中'])
  })

  it('once it was answered: hung up with what was said, or the step with it', async () => {
    const { station, card, buttons } = await desk([callRow('started'), callRow('answered')])
    expect(buttons()).toEqual(['Shift F1挂断', '2挂断，这一步办完'])
    expect(read(card().get('.clock'))).toMatch(/^通话中\d\d:\d\d$/)
    const field = card().get('input')
    await field.setValue('车已出动')
    press('2', { on: field.element })
    await flushPromises()
    expect(station.of('incident/call'), 'a digit in the field is a digit').toEqual([])
    press('2', { on: card().element })
    await flushPromises()
    await flushPromises()
    expect(station.of('incident/call')).toMatchObject([{ outcome: 'ended', words: '车已出动' }])
    expect(station.of('incident/step')).toEqual([
      { incidentId: 'fire', stepId: 'call', outcome: 'done', seen: { state: 'open', times: 0 } },
    ])
    expect(field.element.value).toBe('')
  })

  it('says why a call was refused', async () => {
    const { page } = await desk([], {
      'incident/call': () => refused('incident-over', '事件已归档'),
    })
    press('F1', { shiftKey: true })
    await flushPromises()
    expect(read(page.get('.calls'))).toContain('事件已归档')
  })

  it('the last word is the one that was spoken last, also where another was entered later', async () => {
    const before = (minutes: number) => ({ at: NOW - minutes * 60_000 })
    const entered = { ...callRow('answered'), ...before(27) }
    const { card, buttons, show } = await desk([entered])
    expect(buttons()).toEqual(['Shift F1拨打中', '2这一步已办完'])
    expect(card().find('.clock').exists()).toBe(false)
    await show({ incidents: [fire({ calls: [callRow('started'), entered] })] })
    expect(buttons()).toEqual(['Shift F1已接通', 'Alt Shift F1无人接', 'Alt Shift F2占线'])
  })

  it('reads in English', async () => {
    const { buttons } = await desk(
      [callRow('started')],
      { 'incident/call': () => accepted<'incident/call'>({}) },
      'en',
    )
    expect(buttons()).toEqual(['Shift F1answered', 'Alt Shift F1no answer', 'Alt Shift F2busy'])
  })

  it('a step without a number has none', async () => {
    const mounted = await mountConsole(App, { pages: PAGES })
    await mounted.show({ incidents: [fire({ steps: [{ ...step, calls: [] }] })] })
    expect(mounted.page.find('.calls').exists()).toBe(false)
  })
})

describe('a step that has no number', () => {
  const alone = localized('疏散', 'Evacuate')
  const board = (steps = [{ ...step, short: step.title }, out]) => ({
    incidents: [fire({ steps, next: 'out' })],
  })
  const out = anyStep({ id: 'out', title: alone, short: alone, lifeSafety: true })

  it('leads to the open step that has one, by the same key, and begins no call', async () => {
    const { page, show, station } = await mountConsole(App, { pages: PAGES }, {})
    await show(board())
    expect(read(page.get('.next .step h2'))).toBe('疏散')
    expect(read(page.get('.next [aria-keyshortcuts="Shift+F1"]'))).toBe('Shift F1 拨打119')
    press('F1', { shiftKey: true })
    await flushPromises()
    expect(read(page.get('.next .step h2'))).toBe('拨打119')
    expect(station.of('incident/call')).toEqual([])
    await painted()
    press('F1', { shiftKey: true })
    await flushPromises()
    expect(station.of('incident/call')).toMatchObject([{ stepId: 'call', outcome: 'started' }])
  })

  it('offers nothing where nobody is to be rung', async () => {
    const { page, show } = await mountConsole(App, { pages: PAGES }, {})
    await show(board([out]))
    expect(page.find('[aria-keyshortcuts="Shift+F1"]').exists()).toBe(false)
  })
})

describe('who does not answer', () => {
  const owned = (calls: readonly BoardCall[]) => ({
    incidents: [fire({ calls, steps: [{ ...step, calls: [], say: null }] })],
  })
  const to = (who: string, number: string, outcome: BoardCall['outcome']): BoardCall => ({
    ...{ stepId: 'call', outcome, at: NOW, by: '周敏' },
    ...{ role: null, who, number, words: null },
  })
  const posts = [
    {
      postId: step.roleId,
      name: step.role,
      people: [{ id: 'a', name: '甲', phones: [{ number: '8001', kind: 'desk' as const }] }],
    },
  ]
  const link = (person: string, number: string, kind: 'duty' | 'substitute' | 'above') => ({
    ...{ postId: kind === 'above' ? 'head' : step.roleId, personId: person, person, number, kind },
    post: kind === 'above' ? localized('总指挥', 'Commander') : step.role,
  })
  const links = [
    link('甲', '8001', 'duty'),
    link('乙', '8002', 'substitute'),
    link('丙', '8003', 'above'),
  ]

  it('gives way to who stands in, then to the post above, and the card says why', async () => {
    const { page, show, station } = await mountConsole(
      App,
      { pages: PAGES },
      {
        'duty/now': () => accepted<'duty/now'>({ until: null, posts }),
        'incident/whom': () =>
          accepted<'incident/whom'>({
            chains: [{ stepId: 'call', postId: step.roleId, links }],
          }),
      },
    )
    await show(owned([]))
    await flushPromises()
    const number = () => read(page.get('.step .num'))
    expect(number()).toBe('8001')
    await show(owned([to('甲', '8001', 'no-answer')]))
    expect(number()).toBe('8002')
    expect(read(page.get('.step .why'))).toMatch(/^甲 无人接 \d\d:\d\d。改打这个号码$/)
    await show(owned([to('甲', '8001', 'no-answer'), to('乙', '8002', 'busy')]))
    expect(number()).toBe('8003')
    expect(read(page.get('.step .whom'))).toBe('总指挥 丙')
    await until(async () => {
      press('F1', { shiftKey: true })
      await flushPromises()
      expect(station.of('incident/call')).toMatchObject([
        { stepId: 'call', to: { who: '丙', number: '8003' }, outcome: 'started' },
      ])
    })
  })

  it('is a card of the list, too, and its digits act there alone', async () => {
    const { page, show, station } = await mountConsole(
      App,
      { pages: PAGES },
      {
        'duty/now': () => accepted<'duty/now'>({ until: null, posts }),
        'incident/whom': () =>
          accepted<'incident/whom'>({
            chains: [{ stepId: 'call', postId: step.roleId, links }],
          }),
      },
    )
    await show(owned([to('甲', '8001', 'started'), to('甲', '8001', 'no-answer')]))
    await flushPromises()
    const rows = () => page.findAll('.phone')
    expect(rows().map((row) => read(row.get('.no')))).toEqual(['8001', '8002'])
    await rows()[1]?.get('button').trigger('click')
    await flushPromises()
    const card = rows()[1]?.get<HTMLElement>('.calls')
    expect(document.activeElement).toBe(card?.element)
    press('1', { on: card?.element })
    await flushPromises()
    expect(station.of('incident/call')).toMatchObject([
      { stepId: 'call', to: { who: '乙', number: '8002' }, outcome: 'started' },
    ])
  })
})

describe('what the words to say lack', () => {
  it('stands below them with the question that fills it', async () => {
    const smoke = fact({ key: 'smoke', value: null })
    const { page, show, station } = await mountConsole(App, { pages: PAGES })
    await show({
      incidents: [
        fire({
          facts: [smoke],
          steps: [{ ...step, say: localized('{smoke}，{reporter}', '{smoke} {reporter}') }],
        }),
      ],
    })
    const blanks = page.get('.blanks')
    expect(blanks.findAll('li')).toHaveLength(2)
    expect(read(blanks)).toContain('按Shift F2更正接报')
    await blanks.get('li button').trigger('click')
    await flushPromises()
    expect(station.of('incident/answer')).toMatchObject([{ incidentId: 'fire', fact: 'smoke' }])
  })
})
