/**
 * The due day by every policy that comes with the product, from every day of nine years, leap days
 * and ends of months among them, against a second way of reckoning.
 */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPolicies } from '#main/adapters/plans/policies.ts'
import { judgeDate, type WorkCalendar } from '#shared/domain/calendar.ts'
import { dueAfter, remindFromOf, type PolicyRule } from '#shared/domain/policies/policy.ts'

const CALENDAR: WorkCalendar = {
  '2027': {
    ...{ published: true, holidays: ['2027-10-01', '2027-10-04', '2027-10-05'] },
    workdays: ['2027-10-09'],
  },
}
const RESOURCES = join(import.meta.dirname, '../../../resources/standards/policies.yaml')
const ROWS = readPolicies(RESOURCES) ?? []
const BY_DAY = ROWS.filter(({ unit }) => ['months', 'days', 'workdays'].includes(unit))

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

const FIRST = dayNumber('2024-01-01')
const COUNT = dayNumber('2033-01-01') - FIRST
const days = Array.from({ length: COUNT }, (_, n) => dateOf(FIRST + n))
const WORKDAYS = Array.from({ length: COUNT + 60 }, (_, n) => dateOf(FIRST + n)).filter(
  (day) => judgeDate(day, CALENDAR).day === 'workday',
)

/** The second way: by the parts of the date, and workdays by their place in the list of all. */
function expected({ unit, value }: PolicyRule, from: string): string {
  if (unit === 'days') return dateOf(dayNumber(from) + value)
  if (unit === 'workdays') {
    return WORKDAYS[WORKDAYS.findIndex((day) => day > from) + value - 1] ?? ''
  }
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const ahead = month - 1 + value
  const [dueYear, dueMonth] = [year + Math.floor(ahead / 12), (ahead % 12) + 1]
  const dueDay = Math.min(day, daysIn(dueYear, dueMonth))
  return [dueYear, dueMonth, dueDay].map((part) => String(part).padStart(2, '0')).join('-')
}

it('has the policies of the file that end on a day, and three leap days', () => {
  expect(BY_DAY.length).toBeGreaterThan(14)
  expect(days.filter((day) => day.endsWith('02-29'))).toHaveLength(3)
})

describe('is due as reckoned the second way, from each day of nine years', () => {
  it.each(BY_DAY.map((policy) => [policy.id, policy] as const))('%s', (_, policy) => {
    const off = days.filter((day) => dueAfter(policy, day, CALENDAR) !== expected(policy, day))
    expect(off).toEqual([])
  })
})

const day = fc.constantFrom(...days)
const policy = fc.constantFrom(...BY_DAY)

it('is never due before the day itself, nor shown as coming after it is due', () => {
  fc.assert(
    fc.property(policy, day, (rule, from) => {
      const due = dueAfter(rule, from, CALENDAR)
      const remindFrom = remindFromOf(rule, due)
      expect(due > from && remindFrom <= due).toBe(true)
      expect(dayNumber(due) - dayNumber(remindFrom)).toBe(rule.remindDays)
    }),
  )
})

it('done later it is never due sooner', () => {
  fc.assert(
    fc.property(policy, day, day, (rule, from, instead) => {
      const [earlier, later] = from < instead ? [from, instead] : [instead, from]
      expect(dueAfter(rule, earlier, CALENDAR) <= dueAfter(rule, later, CALENDAR)).toBe(true)
    }),
  )
})
