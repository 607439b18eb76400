/**
 * Tests the words to say, with the gaps that the record can fill, and the underlined words of the
 * intake.
 */
import { describe, expect, it } from 'vitest'
import { marks } from '#renderer/console/components/matched-parts.ts'
import {
  factWords,
  fillSay,
  sayValues,
  type SayFrame,
} from '#renderer/console/components/spoken-text.ts'
import { fact, incident } from '../board-parts.ts'
import { localized } from '#shared/domain/text.ts'

const frame: SayFrame = {
  language: 'zh',
  label: (name) => (name === 'reporter' ? '报告人待问' : null),
  time: () => '14:31',
  site: localized('市民中心', 'Civic Centre'),
  dispatcher: '周敏',
  phone: '8603 1120',
}
const say = (template: string, part = {}) =>
  fillSay(template, sayValues(incident({ place: '大厅二楼', reporter: null, ...part }), frame))

describe('the words to say', () => {
  it('tell what the record knows from what it does not', () => {
    expect(say('{place}着火，我是{reporter}。')).toEqual([
      { kind: 'known', text: '大厅二楼' },
      { kind: 'plain', text: '着火，我是' },
      { kind: 'unknown', text: '报告人待问' },
      { kind: 'plain', text: '。' },
    ])
  })

  it('say who commands as the head does: the post of the plan, with whoever is on duty there', () => {
    const role = localized('值班领导', 'Duty leader')
    const command = { role, people: ['云大甲'], named: false, since: null }
    expect(say('{commander}', { commander: null, command })[0]?.text).toBe('云大甲（值班领导）')
    expect(say('{commander}', { commander: null })[0]?.text).toBe('值班领导')
  })

  it('take answers from the plan’s questions, in the words of their options', () => {
    const facts = [
      fact({ key: 'size', value: 'no' }),
      fact({
        key: 'hours',
        kind: 'estimate',
        options: [],
        unit: localized('小时', 'hours'),
        value: 3,
      }),
    ]
    expect(say('{size}{hours}{dispatcher}', { facts }).map((part) => part.text)).toEqual([
      '否',
      '3小时',
      '周敏',
    ])
  })

  it('say how many people are hurt, missing or trapped, as far as somebody has told', () => {
    const counted = { dead: null, serious: 1, minor: 0, missing: null, at: 0, by: '' }
    const words = (part: object): string | undefined => say('{casualties}', part)[0]?.text
    expect(words({ casualties: null })).toBe('casualties')
    expect(words({ casualties: counted, atLeastOne: ['missing'] })).toBe('重伤1人、失联至少1人')
    expect(words({ casualties: { ...counted, trapped: 3, evacuated: 40 } })).toBe(
      '重伤1人、被困3人',
    )
    expect(words({ casualties: { ...counted, serious: 0 } })).toBe('没有')
  })

  it('show an unanswered question as the gap, and an unknown name as it stands', () => {
    const facts = [fact({ key: 'size', question: localized('火势', 'Fire') })]
    expect(say('{size}{nothing}', { facts })).toEqual([
      { kind: 'unknown', text: '火势' },
      { kind: 'unknown', text: 'nothing' },
    ])
  })

  it('leave other braces and text without names alone', () => {
    expect(say('走{ }出口')).toEqual([{ kind: 'plain', text: '走{ }出口' }])
  })

  it('join several answers and give a number its unit', () => {
    const several = fact({ several: true, value: ['yes', 'no'] })
    expect(factWords(several, 'zh')).toBe('是、否')
    expect(factWords(several, 'en')).toBe('Yes, No')
    expect(factWords(fact({ options: [], unit: localized('元', 'yuan'), value: 5000 }), 'en')).toBe(
      '5000 yuan',
    )
    expect(factWords(fact(), 'zh')).toBeNull()
  })
})

describe('the underlined words of the intake', () => {
  const marked = (narrative: string, words: string[]) =>
    marks(narrative, words)
      .map((part) => (part.marked ? `[${part.text}]` : part.text))
      .join('')

  it('are those that decided, wherever they stand', () => {
    expect(marked('营业厅有老人摔倒，老人流血', ['老人', '摔倒'])).toBe(
      '营业厅有[老人摔倒]，[老人]流血',
    )
  })
  it('are found whatever the case of Latin letters, and change no word', () => {
    expect(marked('Smoke in hall', ['smoke', 'HALL'])).toBe('[Smoke] in [hall]')
    expect(marks('', ['x'])).toEqual([])
    expect(marked('冒烟', ['', '火'])).toBe('冒烟')
  })
})
