/** What stands out of a month, and what chance makes of it. */
import { describe, expect, it } from 'vitest'
import { standsOut } from '#shared/domain/statistics/standing-out.ts'

const HOURS = 168 // of a week

describe('the largest of several counts', () => {
  it.each([
    ['two of 29 in one hour of the week', 2, 29, HOURS, false],
    ['three of 29 in one hour of the week', 3, 29, HOURS, false],
    ['four of 29 in one hour of the week', 4, 29, HOURS, true],
    ['eight of 29 in one of four categories', 8, 29, 4, false],
    ['fifteen of 29 in one of four categories', 15, 29, 4, true],
    ['all five in the only place', 5, 5, 1, true],
    ['both in the only place', 2, 2, 1, false],
    ['300 of 2,400 in one of ten places', 300, 2_400, 10, true],
    ['250 of 2,400 in one of ten places', 250, 2_400, 10, false],
  ] as const)('%s', (_what, count, total, cells, is) => {
    expect(standsOut(count, total, cells)).toBe(is)
  })
})
