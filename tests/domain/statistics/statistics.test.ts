/** Tests what is counted in a period and what is not, and where its borders lie. */
import { describe, expect, it } from 'vitest'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { monthStatistics } from '#shared/domain/statistics/month.ts'
import { periodOf } from '#shared/domain/statistics/period.ts'
import {
  counting,
  type Filter,
  type PeriodStatistics,
} from '#shared/domain/statistics/statistics.ts'
import { ZONE, at, incidentStats, late, met } from '../../kit/incident-stats.ts'
import { NOW, NOVEMBER, figuresOf } from './statistics-kit.ts'

const filtered = (allStats: readonly IncidentStats[], filter: Filter): PeriodStatistics =>
  figuresOf(allStats, { ...NOVEMBER, filter })

it('an empty period is all noughts and blanks', () => {
  expect(figuresOf([])).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-30',
    incidents: 0,
    drills: 0,
    drillsDone: 0,
    falseReports: 0,
    byCategory: {},
    byLegalCategory: {},
    byType: {},
    byLevel: {},
    bySeverity: {},
    byPlace: {},
    byChannel: {},
    byMonth: [{ month: '2026-11', incidents: 0 }],
    categoryByLevel: {},
    byAnswer: {},
    casualties: { dead: 0, serious: 0, minor: 0, missing: 0 },
    evacuated: 0,
    loss: 0,
    limits: { due: 0, met: 0, late: 0, metAsTold: 0, proposed: { due: 0, met: 0, late: 0 } },
    byClause: [],
    lateList: [],
    times: { verify: { mean: null, median: null, p90: null, n: 0 } },
    reports: { first: { due: 0, onTime: 0, late: 0 } },
    alerts: { raised: 0, medianAck: null, perDay: 0 },
    evidence: { kept: 0, mayGo: 0 },
    aftercare: { opened: 0, done: 0, open: 0, overdue: 0, agreed: 0, paid: 0 },
    reviews: { done: 0, passedOver: 0 },
    evaluations: { done: 0, late: 0 },
  })
})

describe('an incident lies in the period of the local date on which it occurred', () => {
  it.each([
    ['the first millisecond of the month', '2026-11-01T00:00:00.000+08:00', 1],
    ['the last of the month before', '2026-10-31T23:59:59.999+08:00', 0],
    ['the last of the month', '2026-11-30T23:59:59.999+08:00', 1],
    ['the first of the next', '2026-12-01T00:00:00+08:00', 0],
  ])('%s', (_, iso, incidents) => {
    const stats = incidentStats({ at: at(iso) })
    expect(figuresOf([stats]).incidents).toBe(incidents)
    expect(monthStatistics('2026-11', [stats], NOW).incidents).toBe(incidents)
  })

  it.each([
    ['28 February of a leap year', '2024-02-28T23:59:59+08:00', '2024-02'],
    ['29 February', '2024-02-29T23:59:59+08:00', '2024-02'],
    ['the first of March after it', '2024-03-01T00:00:00+08:00', '2024-03'],
    ['28 February of a common year', '2026-02-28T23:59:59+08:00', '2026-02'],
    ['the first of March after that', '2026-03-01T00:00:00+08:00', '2026-03'],
  ])('%s is of %s', (_, iso, month) => {
    const stats = incidentStats({ at: at(iso) })
    const period = periodOf('month', month)
    expect(period && figuresOf([stats], period).incidents).toBe(1)
    expect(monthStatistics(month, [stats], NOW).incidents).toBe(1)
  })

  it.each([
    // Berlin: summer time begins 29 March 2026 at 02:00 and ends 25 October at 03:00
    ['2026-03-28T22:59:59.999Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-10-31T23:00:00Z', '2026-11-01'],
  ])('in Berlin %s is %s', (iso, date) => {
    const stats = incidentStats({ at: at(iso) }, 'Europe/Berlin')
    expect(figuresOf([stats], { from: date, to: date }, NOW, 'Europe/Berlin').incidents).toBe(1)
    expect(
      figuresOf(
        [stats],
        { from: `${date.slice(0, 7)}-01`, to: date },
        NOW,
        'Europe/Berlin',
      ).byMonth.at(-1),
    ).toEqual({ month: date.slice(0, 7), incidents: 1 })
  })

  it('one that was added late counts where it occurred, and changes the figures of that month', () => {
    const october = { from: '2026-10-01', to: '2026-10-31' }
    const before = [incidentStats({ at: at('2026-10-15T08:00:00') })]
    const added = incidentStats({
      at: at('2026-10-31T23:50:00'),
      moments: { reported: at('2026-12-04T09:00:00') },
    })
    expect([
      figuresOf(before, october).incidents,
      figuresOf([...before, added], october).incidents,
      figuresOf([added]).incidents,
    ]).toEqual([1, 2, 0])
  })
})

describe('what counts', () => {
  const everything = {
    category: 'c',
    type: 't',
    level: 1,
    limits: [met(), late()],
    loss: 100,
    casualties: { dead: 1 },
    evidence: { kept: 1, mayGo: 0 },
  }
  it.each<[string, Partial<IncidentStats>, Partial<PeriodStatistics>]>([
    ['a drill', { drill: true, state: 'responding' }, { drills: 1, drillsDone: 0 }],
    ['a drill that is closed', { drill: true, state: 'closed' }, { drills: 1, drillsDone: 1 }],
    [
      'a false report',
      { counted: false, falseReport: true, state: 'falseReport' },
      { falseReports: 1 },
    ],
    ['one merged into another', { counted: false, state: 'merged' }, {}],
    [
      'a drill that ended as a false report',
      { drill: true, counted: false, falseReport: true, state: 'falseReport' },
      {},
    ],
  ])('%s enters no figure of real incidents', (_, part, counts) => {
    expect(figuresOf([incidentStats({ ...everything, ...part })])).toEqual({
      ...figuresOf([]),
      ...counts,
    })
  })

  it('is what was handed over, and what still runs', () => {
    expect(
      figuresOf([incidentStats({ state: 'transferred' }), incidentStats({ state: 'reported' })])
        .incidents,
    ).toBe(2)
  })

  it('drills have figures of their own when they are asked for, and real incidents are then in none', () => {
    const allStats = [
      incidentStats({ drill: true, limits: [late()], category: 'c' }),
      incidentStats({ limits: [met()] }),
      incidentStats({ drill: true, counted: false, falseReport: true }),
    ]
    expect(filtered(allStats, { drill: true })).toMatchObject({
      incidents: 1,
      drills: 1,
      falseReports: 1,
      byCategory: { c: 1 },
      limits: { due: 1, met: 0, late: 1, metAsTold: 0 },
    })
    expect(filtered(allStats, { drill: false })).toEqual(figuresOf(allStats))
  })
})

describe('filters', () => {
  const allStats = [
    incidentStats({ type: 'fire.hall', category: 'fire', level: 1, place: '大厅' }),
    incidentStats({ type: 'fire', category: 'fire', level: 2, place: '二楼' }),
    incidentStats({ type: 'firework', category: 'other', place: '大厅' }),
    incidentStats({ place: '大厅' }),
  ]
  it.each<[string, Filter, number]>([
    ['a type', { type: 'fire.hall' }, 1],
    ['a type and what lies under it', { type: 'fire' }, 2],
    ['no type', { type: 'none' }, 1],
    ['a category', { category: 'fire' }, 2],
    ['no category', { category: 'none' }, 1],
    ['a level', { level: 2 }, 1],
    ['no level', { level: 'none' }, 2],
    ['a place', { place: '大厅' }, 3],
    ['two at once', { place: '大厅', category: 'fire' }, 1],
  ])('%s', (_, filter, incidents) => {
    expect(filtered(allStats, filter).incidents).toBe(incidents)
  })

  it('hold for drills and false reports, too', () => {
    expect(
      filtered(
        [
          incidentStats({ drill: true, place: '大厅' }),
          incidentStats({ drill: true, place: '二楼' }),
        ],
        {
          place: '二楼',
        },
      ).drills,
    ).toBe(1)
  })
})

it('counted some at a time, in any pieces, the figures are the same', () => {
  const allStats = [
    incidentStats({ limits: [late()], loss: 0.1 }),
    incidentStats({ limits: [met()], loss: 0.2 }),
    incidentStats({ drill: true }),
  ]
  const count = counting(NOVEMBER, NOW, { zone: ZONE })
  for (const stats of allStats) count.add([stats])
  count.add([])
  expect(count.result()).toEqual(figuresOf(allStats))
})
