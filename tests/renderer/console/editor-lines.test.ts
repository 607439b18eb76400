/**
 * Steps are written like a list: line by line, with what is made of the words by itself and what is
 * offered; nothing is asked that can be known.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newPlan } from '#renderer/console/pages/plans/edit/draft/new-parts.ts'
import { writeDraft } from '#renderer/console/pages/plans/edit/draft/open-draft.ts'
import { shortAfter, shortOf } from '#renderer/console/pages/plans/edit/draft/short-name.ts'
import { stageFor } from '#renderer/console/pages/plans/edit/draft/write-title.ts'
import { asQuestion } from '#renderer/console/pages/plans/edit/draft/condition-words.ts'
import { planIdOf } from '#renderer/console/pages/plans/edit/draft/plan-id.ts'
import { press, read } from './desk.ts'
import { editor, linted } from './editor.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const zh = (words: string) => ({ zh: words, en: '' })
const ROOM = { zh: 7, en: 16 }

describe('the short name', () => {
  it.each([
    ['通知维保单位', '通知维保单位'],
    ['安抚乘客并问清人数', '安抚乘客'],
    ['维保30分钟内到场', '维保到场'],
    ['到场前每10分钟联系一次', '到场前联系一次'],
    ['维保超时或困人满1小时拨119', '拨119'],
    ['立即关闭总阀门', '立即关闭总阀门'],
    ['立即关闭燃气总阀', '关闭燃气总阀'],
    ['到厅里安抚等候的客户', ''],
  ])('of %s is %s', (title, short) => {
    expect(shortOf(zh(title), ROOM).zh).toBe(short)
  })

  it('follows its name until a person writes it', () => {
    const [before, after] = [zh('通知维保'), zh('通知维保单位')]
    expect(shortAfter(zh('通知维保'), before, after, ROOM).zh).toBe('通知维保单位')
    expect(shortAfter(zh('叫维保'), before, after, ROOM).zh).toBe('叫维保')
    expect(shortAfter(undefined, before, after, ROOM).zh).toBe('通知维保单位')
  })
})

describe('the stage', () => {
  it.each([
    ['安抚乘客', undefined, undefined, 'respond'],
    ['核实火情', undefined, undefined, 'verify'],
    ['解救后复盘', 'respond', undefined, 'review'],
    ['核实人数', 'on-site', undefined, 'on-site'],
    ['总结', 'respond', 'inform', 'inform'],
    ['通知维保单位', 'verify', undefined, 'respond'],
  ] as const)('of %s behind %s and before %s is %s', (title, before, after, stage) => {
    expect(stageFor(zh(title), before, after)).toBe(stage)
  })
})

it.each([
  ['有人受伤或发病', '有人受伤或发病吗？', ''],
  ['维保到了吗', '维保到了吗？', ''],
  ['困了几个人？', '困了几个人？', ''],
  ['is anybody hurt', '', 'is anybody hurt?'],
])('%s is asked as %s%s', (words, chinese, english) => {
  expect(asQuestion(words)).toEqual({ zh: chinese, en: english })
})

it('the id of a plan is the sound of its name, and never one that cannot be', () => {
  const syllables = (words: string) => (words === '电梯困人' ? ['dian', 'ti', 'kun', 'ren'] : [])
  expect(planIdOf(zh('电梯困人'), syllables)).toBe('dian-ti-kun-ren')
  expect(planIdOf({ zh: '', en: 'Lift, trapped!' }, syllables)).toBe('lift-trapped')
  expect(planIdOf(zh('３号'), syllables)).toBe('plan')
  expect(planIdOf({ zh: '', en: 'x'.repeat(80) }, syllables)).toHaveLength(50)
})

describe('the lines', () => {
  const fresh = () => writeDraft(newPlan('lift-trapped', 'gas-customer-service', zh('电梯困人')))
  const open = async () => {
    const desk = await editor('lift-trapped', fresh(), linted)
    const line = () => desk.page.get<HTMLTextAreaElement>('nav [aria-current] textarea')
    return {
      ...desk,
      line,
      write: async (words: string) => {
        await line().setValue(words)
      },
      key: async (key: string, more: Parameters<typeof press>[1] = {}) => {
        press(key, { on: line().element, ...more })
        await flushPromises()
      },
      titles: () =>
        desk.page
          .findAll('nav section [data-row]')
          .map((row) => row.element.querySelector('textarea')?.value ?? row.get('.name').text()),
      steps: async () => {
        await desk.rested()
        return desk.saves().at(-1)!.draft.steps
      },
    }
  }

  it('a new plan begins with the cursor in its first step, and shows no English', async () => {
    const { page, line } = await open()
    expect(document.activeElement).toBe(line().element)
    expect(page.findAll('[data-language=en]')).toEqual([])
    expect(page.findAll('.form-head + .found li.error, .field.faulty')).toEqual([])
  })

  it('Enter writes the next, which keeps post and clause of the last; none behind an empty one', async () => {
    const { write, key, titles, field, steps, page } = await open()
    await write('安抚乘客并问清人数')
    const pick = page
      .findAllComponents({ name: 'PickOne' })
      .find((field) => field.props('label') === '谁做')
    pick!.vm.$emit('update:modelValue', 'duty-staff')
    await key('Enter')
    await key('Enter')
    await write('通知维保单位')
    expect(titles()).toEqual(['安抚乘客并问清人数', '通知维保单位'])
    expect(await steps()).toMatchObject([
      { id: 'lt-01', stage: 'respond', role: 'duty-staff', short: { zh: '安抚乘客' } },
      { id: 'lt-02', stage: 'respond', role: 'duty-staff', short: { zh: '通知维保单位' } },
    ])
    expect(field('大屏短名 中文').element.closest('details')?.open).toBe(false)
  })

  it('a name that cannot be cut asks for a short one', async () => {
    const { write, field } = await open()
    await write('到厅里安抚等候的客户')
    expect(field('大屏短名 中文').element.closest('details')?.open).toBe(true)
  })

  it('is moved, repeated, taken out and brought back by keys, with the cursor in it', async () => {
    const { write, key, titles, line, page } = await open()
    await write('甲')
    await key('Enter')
    await write('乙')
    await key('ArrowUp', { altKey: true })
    expect(titles()).toEqual(['乙', '甲'])
    expect(document.activeElement).toBe(line().element)
    await key('d', { ctrlKey: true })
    expect(titles()).toEqual(['乙', '乙', '甲'])
    await key('Delete', { ctrlKey: true })
    expect(titles()).toEqual(['乙', '甲'])
    expect(read(page.get('.gone'))).toContain('已删除步骤“乙”')
    await key('z', { ctrlKey: true })
    expect(titles()).toEqual(['乙', '乙', '甲'])
    expect(page.find('.gone').exists()).toBe(false)
    expect(document.activeElement).toBe(line().element)
    await write('')
    await key('Backspace')
    expect(titles()).toEqual(['乙', '甲'])
  })

  it('what the words say is offered and taken with one key: limit with the commander, repeat, marks, number, condition', async () => {
    const { write, key, page, steps } = await open()
    const offers = () => read(page.get('.offers'))
    await write('维保30分钟内到场')
    expect(offers()).toContain('接报后30分钟内')
    await key('Enter', { altKey: true })
    expect(page.find('.offers').exists()).toBe(false)
    await key('Enter')
    await write('到场前每10分钟联系一次')
    await key('Enter', { altKey: true })
    await key('Enter')
    await write('禁止自行撬门')
    await key('Enter', { altKey: true })
    await key('Enter')
    await write('维保超时或困人满1小时拨119')
    expect(offers()).toMatch(/“维保30分钟内到场”.*超时.*1小时/)
    await key('Enter', { altKey: true })
    expect(await steps()).toMatchObject([
      {
        due: { within: '30m', from: 'reported' },
        late: [{ notify: 'line-head', proposed: true }],
      },
      {
        due: { within: '10m', from: 'reported' },
        repeat: { every: '10m', until: 'contained' },
        late: [{ notify: 'line-head' }],
      },
      { prohibits: true },
      {
        when: {
          any: [
            { step: 'lt-01', is: 'late' },
            { elapsed: '1h', from: 'reported' },
          ],
        },
        calls: [{ number: '119', who: { zh: '消防救援' } }],
        lifeSafety: true,
      },
    ])
  })

  it('a question is made where a step needs it, with what is assumed meanwhile; the next case joins it', async () => {
    const { write, key, field, saves, rested, page } = await open()
    await write('联系维保')
    await field('什么情况下做').setValue('维保到了吗')
    await key('ArrowDown', { on: field('什么情况下做').element })
    await key('Enter', { on: field('什么情况下做').element })
    await field('还有什么情况下做').setValue('满1小时')
    await key('Enter', { on: field('还有什么情况下做').element })
    await rested()
    const { steps, facts } = saves().at(-1)!.draft
    expect(facts).toMatchObject({
      question_1: { kind: 'bool', question: { zh: '维保到了吗？' }, inDoubt: { answer: 'no' } },
    })
    expect(steps[0]?.when).toEqual({
      any: [
        { fact: 'question_1', is: 'no' },
        { elapsed: '1h', from: 'reported' },
      ],
    })
    expect(read(page.get('.reads'))).toContain('维保到了吗')
  })

  it('words that were typed and not chosen hold the next line back, are there again, and Esc clears them', async () => {
    const { page, field, key, titles, open: openLine, saves, rested } = await open()
    const words = () => field('什么情况下做')
    await words().setValue('有人受伤')
    await key('Enter', { on: words().element, ctrlKey: true })
    expect([titles(), read(page.get('.left'))]).toEqual([[''], expect.stringContaining('还没有选')])
    await openLine('概要')
    await page.get('nav [data-row="step 0"]').trigger('click')
    await flushPromises()
    expect(words().element.value).toBe('有人受伤')
    await key('Escape', { on: words().element })
    expect([words().element.value, page.find('.left').exists()]).toEqual(['', false])
    await rested()
    expect(saves().at(-1)?.draft.facts ?? {}).toEqual({})
  })

  it('a limit in words fills the fields; what is not understood says how to write it', async () => {
    const { page, field, key, steps } = await open()
    await field('时限的文字').setValue('很快')
    await key('Enter', { on: field('时限的文字').element })
    expect(read(page.get('.due-words [role=alert]'))).toContain('30分钟内')
    await field('时限的文字').setValue('工作日15分钟、假日45分钟')
    expect(page.findAll('.reads').map(read).join()).toContain('15分钟')
    expect((await steps())[0]).toMatchObject({
      due: { within: { workday: '15m', holiday: '45m' }, from: 'reported' },
      late: [{ notify: 'line-head' }],
    })
  })

  it('Ctrl+Enter in the form goes on with the next line', async () => {
    const { write, field, key, titles, line } = await open()
    await write('甲')
    await key('Enter', { on: field('名称 中文').element, ctrlKey: true })
    expect(titles()).toEqual(['甲', ''])
    expect(document.activeElement).toBe(line().element)
  })
})
