/** Instants, months and dates in words, in both languages. */
import { expect, it } from 'vitest'
import { instantText, minuteText } from '#shared/domain/wording/instant.ts'
import { dateText, monthMark, monthName, monthText } from '#shared/domain/wording/period.ts'

it('an instant is that of the zone, to the second or to the minute below', () => {
  const at = Date.parse('2026-11-24T14:05:59+08:00')
  expect(instantText(at, 'Asia/Shanghai')).toBe('2026-11-24 14:05:59')
  expect(minuteText(at, 'Asia/Shanghai')).toBe('2026-11-24 14:05')
  expect(minuteText(at, 'America/New_York')).toBe('2026-11-24 01:05')
})

it('a month is named whole, alone, and in a narrow place', () => {
  expect(monthText('2026-11')).toEqual({ zh: '2026年11月', en: 'November 2026' })
  expect(monthName('2026-03-05')).toEqual({ zh: '3月', en: 'March' })
  expect(monthMark('2026-09')).toEqual({ zh: '9', en: 'Sep' })
})

it('a date has a day of one figure or two', () => {
  expect(dateText('2026-11-03')).toEqual({ zh: '2026年11月3日', en: '3 Nov 2026' })
  expect(dateText('2026-11-24')).toEqual({ zh: '2026年11月24日', en: '24 Nov 2026' })
})
