/**
 * The borders of the calendar, asked of a running station: where each instant counts, by zone; and
 * what periods over leap days and year ends are compared with.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
const open = async (zone: string): Promise<void> => {
  kit = await openStation({ zone, at: '2026-11-25T08:00:00Z' })
}
const occurred = (iso: string, part: object = {}): Promise<string> =>
  kit.run([], { occurredAt: Date.parse(iso), ...part })
const period = (from: string, to: string): Promise<ReplyOf<'statistics/period'>> =>
  kit.ask('statistics/period', { from, to })

/** Instant, local date, weekday (Monday is 0) and hour. */
const TABLE = {
  'Asia/Shanghai': [
    ['2026-10-31T23:59:59.999+08:00', '2026-10-31', 5, 23],
    ['2026-11-01T00:00:00.000+08:00', '2026-11-01', 6, 0], // UTC is still in October
    ['2024-02-28T23:59:59.999+08:00', '2024-02-28', 2, 23],
    ['2024-02-29T00:00:00.000+08:00', '2024-02-29', 3, 0],
    ['2024-02-29T23:59:59.999+08:00', '2024-02-29', 3, 23],
    ['2024-03-01T00:00:00.000+08:00', '2024-03-01', 4, 0],
    ['2025-02-28T23:59:59.999+08:00', '2025-02-28', 4, 23],
    ['2025-03-01T00:00:00.000+08:00', '2025-03-01', 5, 0],
    ['2025-12-31T23:59:59.999+08:00', '2025-12-31', 2, 23],
    ['2026-01-01T00:00:00.000+08:00', '2026-01-01', 3, 0],
  ],
  'Europe/Berlin': [
    // summer time from 29 March 2026 02:00 to 25 October 03:00
    ['2026-03-29T00:59:59.999Z', '2026-03-29', 6, 1],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', 6, 3],
    ['2026-03-31T21:59:59.999Z', '2026-03-31', 1, 23],
    ['2026-03-31T22:00:00.000Z', '2026-04-01', 2, 0],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', 6, 2],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', 6, 2],
    ['2026-10-25T02:00:00.000Z', '2026-10-25', 6, 3], // the hour that comes twice
    ['2026-10-25T22:59:59.999Z', '2026-10-25', 6, 23],
    ['2026-10-25T23:00:00.000Z', '2026-10-26', 0, 0],
    ['2026-10-31T22:59:59.999Z', '2026-10-31', 5, 23],
    ['2026-10-31T23:00:00.000Z', '2026-11-01', 6, 0],
    ['2024-02-29T22:59:59.999Z', '2024-02-29', 3, 23],
    ['2024-02-29T23:00:00.000Z', '2024-03-01', 4, 0],
    ['2025-12-31T23:00:00.000Z', '2026-01-01', 3, 0],
  ],
  'America/New_York': [
    // summer time from 8 March 2026 02:00 to 1 November 02:00: on the first day of a month
    ['2026-03-08T06:59:59.999Z', '2026-03-08', 6, 1],
    ['2026-03-08T07:00:00.000Z', '2026-03-08', 6, 3],
    ['2026-11-01T03:59:59.999Z', '2026-10-31', 5, 23],
    ['2026-11-01T04:00:00.000Z', '2026-11-01', 6, 0],
    ['2026-11-01T05:30:00.000Z', '2026-11-01', 6, 1],
    ['2026-11-01T06:30:00.000Z', '2026-11-01', 6, 1],
    ['2026-11-02T04:59:59.999Z', '2026-11-01', 6, 23],
    ['2026-11-02T05:00:00.000Z', '2026-11-02', 0, 0],
    ['2024-03-01T04:59:59.999Z', '2024-02-29', 3, 23],
    ['2024-03-01T05:00:00.000Z', '2024-03-01', 4, 0],
    ['2026-01-01T04:59:59.999Z', '2025-12-31', 2, 23],
  ],
} as const

describe.each(Object.entries(TABLE))('in %s', (zone, rows) => {
  afterEach(() => kit.stop())
  it('each instant counts on its local date, in its month, at its hour, and nowhere else', async () => {
    await open(zone)
    for (const [iso] of rows) await occurred(iso)
    for (const [iso, date, day, hour] of rows) {
      const same = rows.filter((row) => row[1] === date)
      const { now } = await period(date, date)
      expect(now.incidents, iso).toBe(same.length)
      expect(now.byWeekdayHour[day]?.[hour], iso).toBe(same.filter((row) => row[3] === hour).length)
      const month = date.slice(0, 7)
      expect((await kit.ask('statistics/month', { month })).incidents, iso).toBe(
        rows.filter((row) => row[1].startsWith(month)).length,
      )
    }
  })
})

describe('what is no incident of the month counts on no side of midnight', () => {
  afterEach(() => kit.stop())
  it.each([
    ['a drill', { drill: true }, null, { incidents: 0, drills: 1, falseReports: 0 }],
    ['a false report', {}, 'false-report', { incidents: 0, drills: 0, falseReports: 1 }],
    [
      'a drill that was none',
      { drill: true },
      'false-report',
      { incidents: 0, drills: 0, falseReports: 0 },
    ],
    ['one that was entered weeks later', {}, null, { incidents: 1, drills: 0, falseReports: 0 }],
  ] as const)('%s', async (_, part, to, figures) => {
    await open('Asia/Shanghai')
    const nothing = { incidents: 0, drills: 0, falseReports: 0 }
    const incidentId = await occurred('2026-09-30T23:59:59.999+08:00', part)
    if (to) await kit.ask('incident/move', { incidentId, to, reason: '核实没有此事' })
    expect(await kit.ask('statistics/month', { month: '2026-09' })).toMatchObject(figures)
    for (const month of ['2026-10', '2026-11'])
      expect(await kit.ask('statistics/month', { month })).toMatchObject(nothing)
    expect((await period('2026-10-01', '2026-11-25')).now).toMatchObject(nothing)
  })
})

describe('环比 and 同比 over leap days and year ends', () => {
  /** As many incidents on each of these days as stand beside it. */
  const DAYS = {
    '2023-02-28': 1,
    '2024-01-31': 2,
    '2024-02-28': 4,
    '2024-02-29': 8,
    '2024-03-01': 16,
    '2024-12-31': 32,
    '2025-02-28': 64,
    '2025-03-01': 128,
  }
  beforeAll(async () => {
    await open('Asia/Shanghai')
    for (const [date, count] of Object.entries(DAYS))
      for (let n = 0; n < count; n++) await occurred(`${date}T23:59:59.999+08:00`)
  })
  afterAll(() => kit.stop())
  it.each([
    // period, incidents, the period before and last year with theirs
    [
      'February after a leap year',
      '2025-02-01',
      '2025-02-28',
      64,
      ['2025-01-01', '2025-01-31', 0],
      ['2024-02-01', '2024-02-29', 12],
    ],
    [
      'February of a leap year',
      '2024-02-01',
      '2024-02-29',
      12,
      ['2024-01-01', '2024-01-31', 2],
      ['2023-02-01', '2023-02-28', 1],
    ],
    [
      '29 February alone',
      '2024-02-29',
      '2024-02-29',
      8,
      ['2024-02-28', '2024-02-28', 4],
      ['2023-02-28', '2023-02-28', 1],
    ],
    [
      'March of a leap year',
      '2024-03-01',
      '2024-03-31',
      16,
      ['2024-02-01', '2024-02-29', 12],
      ['2023-03-01', '2023-03-31', 0],
    ],
    [
      'days over 29 February',
      '2024-02-28',
      '2024-03-01',
      28,
      ['2024-02-25', '2024-02-27', 0],
      ['2023-02-28', '2023-03-01', 1],
    ],
    [
      'the same days a year later',
      '2025-02-28',
      '2025-03-01',
      192,
      ['2025-02-26', '2025-02-27', 0],
      ['2024-02-28', '2024-03-01', 28],
    ],
    [
      "January after New Year's Eve",
      '2025-01-01',
      '2025-01-31',
      0,
      ['2024-12-01', '2024-12-31', 32],
      ['2024-01-01', '2024-01-31', 2],
    ],
    [
      'a quarter',
      '2025-01-01',
      '2025-03-31',
      192,
      ['2024-10-01', '2024-12-31', 32],
      ['2024-01-01', '2024-03-31', 30],
    ],
    [
      'a year',
      '2025-01-01',
      '2025-12-31',
      192,
      ['2024-01-01', '2024-12-31', 62],
      ['2024-01-01', '2024-12-31', 62],
    ],
  ] as const)('%s', async (_, from, to, incidents, before, lastYear) => {
    const reply = await period(from, to)
    expect(
      [reply.now, reply.previous, reply.lastYear].map((figures) => [
        figures.from,
        figures.to,
        figures.incidents,
      ]),
    ).toEqual([[from, to, incidents], before, lastYear])
  })
})
