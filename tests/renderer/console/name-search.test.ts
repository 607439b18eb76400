/** Finding people by what was typed, and the days of a week or a month. */
import { describe, expect, it } from 'vitest'
import { pinyin } from 'pinyin-pro'
import {
  dayText,
  daysAfter,
  datesOf,
  spanOf,
  spanText,
  weekdayName,
} from '#renderer/console/base/days.ts'
import { heardIn, searched } from '#renderer/console/base/name-search.ts'

const syllables = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed', surname: 'head' })
const PERSONS = ['周敏', '单小虎', '李娜', '张梅', 'Zhou Min'].map((name, index) => ({
  name,
  id: `p${index + 1}`,
}))
const all = searched(PERSONS, ({ name }) => name, syllables)
const heard = (typed: string): string[] => heardIn(all, typed).map(({ name }) => name)

describe('a name', () => {
  it('is found as it is written, in pinyin and by initials; a surname is read as one', () => {
    expect(heard('敏')).toEqual(['周敏'])
    expect(heard('shanxiaohu')).toEqual(['单小虎'])
    expect(heard('zhang')).toEqual(['张梅'])
    expect(heard('ln')).toEqual(['李娜'])
    expect(heard('nobody')).toEqual([])
  })

  it('in Latin letters has initials, too; who is meant most likely stands first', () => {
    expect(heard('zm')).toEqual(['周敏', '张梅', 'Zhou Min'])
    expect(heard('zhou min')).toEqual(['Zhou Min', '周敏'])
  })

  it('is found by what stands beside it, such as a number', () => {
    const list = searched(
      PERSONS,
      ({ name }) => name,
      syllables,
      ({ id }) => `80${id}`,
    )
    expect(heardIn(list, '80p3').map(({ name }) => name)).toEqual(['李娜'])
  })
})

describe('days', () => {
  it('are a week from Monday, or a month', () => {
    expect(spanOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(spanOf('week', '2026-11-30').from).toBe('2026-11-30')
    expect(spanOf('month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(datesOf({ from: '2026-11-29', to: '2026-12-01' })).toEqual([
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
    ])
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  })

  it('are worded in both languages', () => {
    expect(dayText('2026-11-03')).toMatchObject({ zh: '11月3日', en: '3 Nov' })
    expect(weekdayName('2026-11-29')).toMatchObject({ zh: '周日', en: 'Sun' })
    const week = { from: '2026-11-30', to: '2026-12-06' }
    expect(spanText(week, 'week').zh).toBe('2026年11月30日至12月6日')
    expect(spanText({ from: '2026-11-01', to: '2026-11-30' }, 'month').zh).toBe('2026年11月')
  })
})
