/** What offices write over a day and in a title, one line for each way of writing it. */
import { describe, expect, it } from 'vitest'
import {
  dayHead,
  isExplicitDay,
  monthHead,
  type DayHead,
  type MonthHead,
} from '#shared/domain/register-import/day-heads.ts'

type Written = readonly [
  year: number | null,
  month: number | null,
  day: number | null,
  weekday?: number | null,
]
const head = ([year, month, day, weekday = null]: Written): DayHead => ({
  ...{ year, month, day, weekday },
})

describe('over a day', () => {
  it.each<[string, Written | null]>([
    ['', null],
    ['27', [null, null, 27]],
    ['1', [null, null, 1]],
    ['31', [null, null, 31]],
    ['0', null],
    ['32', null],
    ['27日', [null, null, 27]],
    ['27号', [null, null, 27]],
    ['1st', [null, null, 1]],
    ['22ND', [null, null, 22]],
    ['3rd', [null, null, 3]],
    ['4th', [null, null, 4]],
    ['11/27', [null, 11, 27]],
    ['1-1', [null, 1, 1]],
    ['12.31', [null, 12, 31]],
    ['11月27', [null, 11, 27]],
    ['11 月 27 日', [null, 11, 27]],
    ['0/27', null],
    ['13/27', null],
    ['12/0', null],
    ['12/32', null],
    ['27(五)', [null, null, 27, 5]],
    ['27（日）', [null, null, 27, 7]],
    ['27日', [null, null, 27, null]], // its own 日 names no weekday
    ['日', [null, null, null, 7]],
    ['天', [null, null, null, 7]],
    ['周一', [null, null, null, 1]],
    ['星期日', [null, null, null, 7]],
    ['礼拜天', [null, null, null, 7]],
    ['六', [null, null, null, 6]],
    ['11月27日 周五', [null, 11, 27, 5]],
    ['27 五', [null, null, 27, 5]],
    ['周五 27', [null, null, 27, 5]],
    ['Mon', [null, null, null, 1]],
    ['Sunday', [null, null, null, 7]],
    ['Fri. 27', [null, null, 27, 5]],
    ['27 Nov', [null, 11, 27]],
    ['Nov 27', [null, 11, 27]],
    ['January 1', [null, 1, 1]],
    ['31 December', [null, 12, 31]],
    ['Nov', null], // no day
    ['1 Nov 2', null], // two of them
    ['Foo 27', null],
    ['2026-11-27', [2026, 11, 27]],
    ['2026年11月27日（周五）', [2026, 11, 27, 5]],
    ['张三', null],
    ['27'.padStart(25, ' '), [null, null, 27]], // blanks do not count
    [`27日${'周五'.repeat(11)}`, null], // 25 characters
  ])('%s', (text, written) => {
    expect(dayHead(text)).toEqual(written && head(written))
  })

  it.each([
    ['2', false],
    ['27', false],
    [' 27 ', false],
    ['127', true],
    ['27日', true],
    ['五', true],
  ])('%s can be nothing but a day: %s', (text, explicit) => {
    expect(isExplicitDay(text)).toBe(explicit)
  })
})

describe('in a title', () => {
  it.each<[string, [year: number | null, month: number | null, day: number | null] | null]>([
    ['值班表', null],
    ['2026年11月值班表', [2026, 11, null]],
    ['2026-1', [2026, 1, null]],
    ['2026.12', [2026, 12, null]],
    ['2026_11_duty', [2026, 11, null]],
    ['2026年0月', [2026, null, null]],
    ['2026年13月', [2026, null, null]],
    ['1970年11月', [1970, 11, null]], // its number, but as no date of ours
    ['1971年11月', [1971, 11, null]],
    ['2026年11月23日—29日', [2026, 11, 23]],
    ['2026/11/2', [2026, 11, 2]],
    ['202611值班', [2026, 11, null]],
    ['202600', null],
    ['202613', null],
    ['1202611', null],
    ['11月值班', [null, 11, null]],
    ['1月', [null, 1, null]],
    ['12月', [null, 12, null]],
    ['13月', null],
    ['11月23日起', [null, 11, 23]],
    ['2026年 值班（11月）', [2026, 11, null]],
    ['2026年度', [2026, null, null]],
    ['二〇二六年十一月', [2026, 11, null]],
    ['二零二六年十月', [2026, 10, null]],
    ['二○二六年一月', [2026, 1, null]],
    ['九月', [null, 9, null]],
    ['十二月', [null, 12, null]],
    ['November 2026', [2026, 11, null]],
    ['Duty May', [null, 5, null]],
    ['Sept. 2026', [2026, 9, null]],
    ['December', [null, 12, null]],
    ['January, 2027', [2027, 1, null]],
    ['Mary', null],
    ['March past', null],
  ])('%s', (text, written) => {
    const [year = null, month = null, day = null] = written ?? []
    const expected: MonthHead | null = written && { year, month, day }
    expect(monthHead(text)).toEqual(expected)
  })
})
