/**
 * The work calendar (S09-80): what was published, and what the law alone fixes for the years to
 * come.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { readCalendar } from '#main/adapters/plans/calendar.ts'
import { judgeDay } from '#shared/domain/calendar.ts'
import { CALENDAR_FILE, makeCalendar, written } from '../../../scripts/calendar.mjs'

const file = fileURLToPath(new URL('../../../resources/calendars/cn.json', import.meta.url))
const calendar = readCalendar(file) ?? expect.fail('no calendar')
const noon = (date: string): number => Date.parse(`${date}T12:00:00+08:00`)
const dayAtNoon = (date: string) => judgeDay(noon(date), 'Asia/Shanghai', calendar)

describe('years that are published', () => {
  it.each([
    ['2026-10-01', 'holiday'],
    ['2026-10-10', 'workday'],
    ['2026-09-20', 'workday'],
    ['2026-02-14', 'workday'],
    ['2026-02-28', 'workday'],
    ['2026-02-23', 'holiday'],
    ['2026-11-24', 'workday'],
    ['2026-11-28', 'holiday'],
    ['2025-10-08', 'holiday'],
    ['2025-10-11', 'workday'],
  ])('%s is a %s', (date, day) => {
    expect(dayAtNoon(date)).toEqual({ date, day, unpublished: false })
  })

  it('agrees with its source on every day of 2026', () => {
    const days = Array.from({ length: 365 }, (_, at) =>
      new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    )
    expect(
      days.filter((date) => (dayAtNoon(date).day === 'workday') !== chineseDays.isWorkday(date)),
    ).toEqual([])
  })
})

describe('years that are not: weekends and the holidays fixed by law, marked', () => {
  it.each([
    ['2027-01-01', 'holiday'],
    ['2027-02-05', 'holiday'],
    ['2027-02-06', 'holiday'],
    ['2027-02-08', 'holiday'],
    ['2027-02-09', 'workday'],
    ['2027-04-05', 'holiday'],
    ['2027-05-03', 'workday'],
    ['2027-06-09', 'holiday'],
    ['2027-09-15', 'holiday'],
    ['2027-10-01', 'holiday'],
    ['2027-10-04', 'workday'],
    ['2027-10-09', 'holiday'],
    ['2028-01-25', 'holiday'],
    ['2028-10-03', 'holiday'],
    ['2036-10-04', 'holiday'],
  ])('%s is a %s', (date, day) => {
    expect(dayAtNoon(date)).toEqual({ date, day, unpublished: true })
  })

  it.each(Array.from({ length: 10 }, (_, at) => String(2027 + at)))(
    '%s has the lunar days that the law names',
    (year) => {
      const lunar = (calendar[year]?.holidays ?? []).map((date) => {
        const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date)
        return isLeap ? 'leap' : `${lunarMon}-${lunarDay}`
      })
      for (const day of ['1-1', '1-2', '1-3', '5-5', '8-15']) expect(lunar).toContain(day)
      expect(lunar.some((day) => day === '12-29' || day === '12-30')).toBe(true)
      expect(calendar[year]?.workdays).toEqual([])
    },
  )
})

it('is what the script makes of its source', () => {
  expect(CALENDAR_FILE).toBe(file)
  expect(written(makeCalendar())).toBe(readFileSync(file, 'utf8'))
  expect(Object.keys(calendar).at(-1)).toBe('2036')
})
