/**
 * The one count of a month: what is in, what is out, and under which key.
 */
import { describe, expect, it } from 'vitest'
import { monthStatistics } from '#shared/domain/statistics/month.ts'
import type { IncidentStats, LimitStats } from '#shared/domain/statistics/incident-stats.ts'

const NOW = Date.parse('2026-12-01T00:00:00+08:00')
const fact = (part: Partial<IncidentStats> = {}): IncidentStats => ({
  incidentId: 'i',
  month: '2026-11',
  at: NOW - 1e9,
  drill: false,
  counted: true,
  falseReport: false,
  category: null,
  legalCategory: null,
  type: null,
  level: null,
  place: '大厅',
  channel: null,
  state: 'closed',
  moments: {},
  limits: [],
  ...part,
})
const limit = (part: Partial<LimitStats> = {}): LimitStats => ({
  stepId: 's',
  planId: 'p',
  clause: 'S00-01',
  startedAt: NOW - 2000,
  dueAt: NOW - 1000,
  doneAt: null,
  endedAt: null,
  lateAt: null,
  explained: false,
  ...part,
})
const MET = limit({ doneAt: NOW - 1500 })
const LATE = limit({ doneAt: NOW - 500, lateAt: NOW - 1000 })
const month = (...allStats: IncidentStats[]): ReturnType<typeof monthStatistics> =>
  monthStatistics('2026-11', allStats, NOW)

it('an empty month is all noughts', () => {
  expect(month()).toEqual({
    month: '2026-11',
    incidents: 0,
    byCategory: {},
    byLegalCategory: {},
    byType: {},
    byLevel: {},
    limits: { due: 0, met: 0, late: 0 },
    drills: 0,
    falseReports: 0,
  })
})

describe('what counts', () => {
  it('is every real incident of the month, whatever its state', () => {
    expect(
      month(
        fact({ state: 'reported' }),
        fact({ state: 'archived' }),
        fact({ state: 'transferred' }),
      ).incidents,
    ).toBe(3)
  })

  it('is no other month', () => {
    expect(
      month(fact({ month: '2026-10' }), fact({ month: '2026-12' }), fact({ month: '2025-11' }))
        .incidents,
    ).toBe(0)
  })

  it.each<[string, Partial<IncidentStats>, object]>([
    ['a drill', { drill: true }, { drills: 1, falseReports: 0 }],
    [
      'a false report',
      { counted: false, falseReport: true, state: 'falseReport' },
      { drills: 0, falseReports: 1 },
    ],
    [
      'one merged into another',
      { counted: false, state: 'merged' },
      { drills: 0, falseReports: 0 },
    ],
    [
      'a drill ended as a false report',
      { drill: true, counted: false, falseReport: true },
      { drills: 0, falseReports: 0 },
    ],
  ])('%s enters no figure of real incidents', (_, part, apart) => {
    expect(
      month(
        fact({
          ...part,
          category: 'c',
          type: 't',
          legalCategory: 'l',
          level: 1,
          limits: [MET, LATE],
        }),
      ),
    ).toEqual({
      month: '2026-11',
      incidents: 0,
      byCategory: {},
      byLegalCategory: {},
      byType: {},
      byLevel: {},
      limits: { due: 0, met: 0, late: 0 },
      ...apart,
    })
  })
})

describe('groups', () => {
  const allStats = [
    fact({ category: 'fire', legalCategory: 'accidentDisaster', type: 'fire.hall', level: 2 }),
    fact({ category: 'fire', type: 'fire.hall', level: 2 }),
    fact({ level: 1 }),
  ]
  it('bear codes, or `none`', () => {
    expect(month(...allStats)).toMatchObject({
      byCategory: { fire: 2, none: 1 },
      byLegalCategory: { accidentDisaster: 1, none: 2 },
      byType: { 'fire.hall': 2, none: 1 },
      byLevel: { 1: 1, 2: 2 },
    })
  })

  it('add up to the number of incidents each', () => {
    const figures = month(...allStats, fact({ drill: true, category: 'fire' }))
    for (const group of [
      figures.byCategory,
      figures.byLegalCategory,
      figures.byType,
      figures.byLevel,
    ])
      expect(Object.values(group).reduce((sum, count) => sum + count, 0)).toBe(figures.incidents)
  })
})

describe('limits', () => {
  it('due are those met and those late; running and uncounted ones are neither', () => {
    const running = limit({ dueAt: NOW + 1 })
    const cancelled = limit({ endedAt: NOW - 1500 })
    expect(month(fact({ limits: [MET, MET, LATE, running, cancelled] })).limits).toEqual({
      due: 3,
      met: 2,
      late: 1,
    })
  })

  it('belong to the month of their incident, whenever they end', () => {
    const later = limit({ startedAt: NOW + 1000, dueAt: NOW + 3000, doneAt: NOW + 2000 })
    expect(monthStatistics('2026-11', [fact({ limits: [later] })], NOW + 5000).limits).toEqual({
      due: 1,
      met: 1,
      late: 0,
    })
    expect(monthStatistics('2026-12', [fact({ limits: [later] })], NOW + 5000).limits).toEqual({
      due: 0,
      met: 0,
      late: 0,
    })
  })

  it('that run now are late once now reaches them', () => {
    const stats = fact({ limits: [limit({ dueAt: NOW + 1 })] })
    expect(monthStatistics('2026-11', [stats], NOW).limits.late).toBe(0)
    expect(monthStatistics('2026-11', [stats], NOW + 1).limits.late).toBe(1)
  })
})
