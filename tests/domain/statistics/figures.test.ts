/** Groups, sums, limits, times and reports of a period, and the incidents behind a figure. */
import { describe, expect, it } from 'vitest'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { membersOf } from '#shared/domain/statistics/statistics.ts'
import { ZONE, at, incidentStats, late, limit, met } from '../../kit/incident-stats.ts'
import { NOW, NOVEMBER, figuresOf } from './statistics-kit.ts'

describe('groups', () => {
  const allStats = [
    incidentStats({
      category: 'fire',
      legalCategory: 'accidentDisaster',
      type: 'fire.hall',
      level: 2,
      severity: 'ordinary',
      place: '大厅',
      channel: '电话',
      at: at('2026-11-02T00:00:00'),
    }), // a Monday
    incidentStats({
      category: 'fire',
      type: 'fire.hall',
      level: 2,
      place: '大厅',
      at: at('2026-11-08T23:59:59'),
    }), // a Sunday
    incidentStats({
      level: 1,
      place: '二楼',
      channel: '电话',
      answers: { 'p|cause': ['wet', 'dark'] },
    }),
  ]
  it('bear codes, or `none`', () => {
    expect(figuresOf(allStats)).toMatchObject({
      byCategory: { fire: 2, none: 1 },
      byLegalCategory: { accidentDisaster: 1, none: 2 },
      byType: { 'fire.hall': 2, none: 1 },
      byLevel: { 1: 1, 2: 2 },
      bySeverity: { ordinary: 1, none: 2 },
      byPlace: { 大厅: 2, 二楼: 1 },
      byChannel: { 电话: 2, none: 1 },
      categoryByLevel: { fire: { 2: 2 }, none: { 1: 1 } },
      byAnswer: { 'p|cause': { wet: 1, dark: 1 } },
    })
  })

  it("by weekday and hour, Monday first, in the site's zone", () => {
    const { byWeekdayHour } = figuresOf(allStats)
    expect([byWeekdayHour.length, ...byWeekdayHour.map((hours) => hours.length)]).toEqual([
      7, 24, 24, 24, 24, 24, 24, 24,
    ])
    expect([
      byWeekdayHour[0]?.[0],
      byWeekdayHour[6]?.[23],
      byWeekdayHour[1]?.[10],
      byWeekdayHour.flat().reduce((sum, n) => sum + n, 0),
    ]).toEqual([1, 1, 1, 3])
  })

  it('in the hour that a zone repeats, both of it are that hour; the one it leaves out stays empty', () => {
    const at25 = (iso: string): IncidentStats => incidentStats({ at: at(iso) }, 'Europe/Berlin')
    const autumn = figuresOf(
      [at25('2026-10-25T00:30:00Z'), at25('2026-10-25T01:30:00Z'), at25('2026-10-25T02:00:00Z')],
      { from: '2026-10-25', to: '2026-10-25' },
      NOW,
      'Europe/Berlin',
    )
    expect(autumn.byWeekdayHour[6]?.slice(1, 5)).toEqual([0, 2, 1, 0])
    const spring = figuresOf(
      [at25('2026-03-29T00:59:59Z'), at25('2026-03-29T01:00:00Z')],
      { from: '2026-03-29', to: '2026-03-29' },
      NOW,
      'Europe/Berlin',
    )
    expect(spring.byWeekdayHour[6]?.slice(0, 5)).toEqual([0, 1, 0, 1, 0])
  })

  it('by month: every month of the period, also the empty ones, and only its own days', () => {
    const year = [
      incidentStats({ at: at('2026-09-30T23:00:00') }),
      incidentStats({ at: at('2026-11-15T00:00:00') }),
      incidentStats({ at: at('2026-11-16T00:00:00') }),
    ]
    expect(figuresOf(year, { from: '2026-09-30', to: '2026-11-15' }).byMonth).toEqual([
      { month: '2026-09', incidents: 1 },
      { month: '2026-10', incidents: 0 },
      { month: '2026-11', incidents: 1 },
    ])
  })
})

describe('sums', () => {
  it('casualties and loss are what was said last; nought where nobody said anything; cents add up', () => {
    const allStats = [
      incidentStats({ casualties: { dead: 1, minor: 2 }, loss: 0.1 }),
      incidentStats({ casualties: { dead: 2, missing: 1 }, loss: 0.2 }),
      incidentStats(),
    ]
    expect(figuresOf(allStats)).toMatchObject({
      casualties: { dead: 3, serious: 0, minor: 2, missing: 1 },
      loss: 0.3,
    })
  })

  it('evidence kept, and what need not be kept any longer', () => {
    expect(
      figuresOf([incidentStats({ evidence: { kept: 3, mayGo: 1 } }), incidentStats()]).evidence,
    ).toEqual({
      kept: 3,
      mayGo: 1,
    })
  })
})

describe('limits', () => {
  const S1 = { clause: 'S01-02', planId: 'a' }
  const allStats = [
    incidentStats({
      incidentId: 'x',
      limits: [
        met(S1),
        late({ ...S1, explained: true, reason: '备件在途' }),
        met({ clause: 'S01-01', planId: 'b' }),
      ],
    }),
    incidentStats({
      incidentId: 'y',
      limits: [
        late({ clause: 'S01-01', planId: 'a', stepId: 't' }),
        limit({ dueAt: NOW + 1 }),
        limit({ endedAt: 0 }),
      ],
    }),
  ]
  it('due are those met and those late, all and by clause and plan; running and cancelled ones are neither', () => {
    expect(figuresOf(allStats).limits).toMatchObject({ due: 4, met: 2, late: 2, metAsTold: 0 })
    expect(figuresOf(allStats).byClause).toEqual([
      { clause: 'S01-01', planId: 'a', due: 1, met: 0, late: 1 },
      { clause: 'S01-01', planId: 'b', due: 1, met: 1, late: 0 },
      { clause: 'S01-02', planId: 'a', due: 2, met: 1, late: 1 },
    ])
  })

  it('each late one stands in the list with its reason, oldest limit first', () => {
    expect(figuresOf(allStats).lateList).toMatchObject([
      {
        incidentId: 'y',
        stepId: 't',
        planId: 'a',
        clause: 'S01-01',
        explained: false,
        reason: null,
        place: '大厅',
      },
      {
        incidentId: 'x',
        stepId: 's',
        planId: 'a',
        clause: 'S01-02',
        explained: true,
        reason: '备件在途',
      },
    ])
  })

  it('one that runs is late from the instant it is due', () => {
    expect([NOW, NOW + 1].map((now) => figuresOf(allStats, NOVEMBER, now).limits.late)).toEqual([
      2, 3,
    ])
    expect(figuresOf(allStats, NOVEMBER, NOW + 1).lateList.at(-1)).toMatchObject({
      dueAt: NOW + 1,
      doneAt: null,
    })
  })

  it('belong to the period of their incident, whenever they end', () => {
    const december = { from: '2026-12-01', to: '2026-12-31' }
    const over = incidentStats({
      at: at('2026-11-30T23:59:00'),
      limits: [limit({ dueAt: at('2026-12-01T00:09:00'), doneAt: at('2026-12-01T00:10:00') })],
    })
    expect([figuresOf([over]).limits.late, figuresOf([over], december).limits.late]).toEqual([1, 0])
  })
})

describe('times from the report', () => {
  const reported = at('2026-11-10T10:00:00')
  const after = (moments: Record<string, number>): IncidentStats =>
    incidentStats({
      at: reported - 3_600_000,
      moments: {
        reported,
        ...Object.fromEntries(
          Object.entries(moments).map(([name, s]) => [name, reported + s * 1000]),
        ),
      },
    })
  it('count from the report, not from the occurrence; what has not come so far is left out', () => {
    const { times } = figuresOf([
      after({
        verifying: 10,
        assessing: 40,
        responding: 60,
        activated: 60,
        firstStep: 90,
        contained: 600,
        lifted: 900,
        closed: 1000,
      }),
      after({ responding: 20, activated: 20 }),
      after({}),
    ])
    expect(times.verify).toEqual({ mean: 30_000, median: 30_000, p90: 40_000, n: 2 })
    expect(times.activate).toEqual({ mean: 40_000, median: 40_000, p90: 60_000, n: 2 })
    expect(
      [times.firstStep, times.contain, times.lift, times.close].map(({ n, median }) => [n, median]),
    ).toEqual([
      [1, 90_000],
      [1, 600_000],
      [1, 900_000],
      [1, 1_000_000],
    ])
  })

  it('verified is the first state in which it is taken for real', () => {
    const cases: Record<string, number>[] = [
      { prealert: 5, assessing: 9 },
      { assessing: 9, responding: 12 },
      { verifying: 3 },
    ]
    expect(cases.map((moments) => figuresOf([after(moments)]).times.verify.median)).toEqual([
      5000,
      9000,
      null,
    ])
  })

  it('a clock that was put back meanwhile makes a time nought, never less', () => {
    expect(figuresOf([after({ activated: -30 })]).times.activate.mean).toBe(0)
  })
})

describe('reports', () => {
  it('by their order, in time and late', () => {
    const limits = [
      met({ report: 'first' }),
      late({ report: 'first' }),
      met({ report: 'followUp' }),
      late({ report: 'final' }),
      met(),
      limit({ report: 'final', dueAt: NOW + 1 }),
    ]
    expect(figuresOf([incidentStats({ limits })]).reports).toMatchObject({
      first: { due: 2, onTime: 1, late: 1 },
      followUp: { due: 1, onTime: 1, late: 0 },
      final: { due: 1, onTime: 0, late: 1 },
    })
  })
})

describe('reports that the law wants', () => {
  const clock = { ruleId: 'accident', startedAt: NOW - 9, dueAt: NOW - 5 } as const
  const open = { doneAt: null, endedAt: null, lateAt: null }
  const lawReports = [
    { ...clock, ...open, kind: 'first', doneAt: NOW - 6 },
    { ...clock, ...open, kind: 'followUp', doneAt: NOW - 4, lateAt: NOW - 5 },
    { ...clock, ...open, kind: 'followUp', endedAt: NOW - 6 },
    { ...clock, ...open, kind: 'changes' },
    { ...clock, ...open, kind: 'changes', dueAt: NOW + 1 },
  ] as const
  it('count by themselves, never among limits, and in a drill not at all', () => {
    const real = figuresOf([incidentStats({ lawReports })])
    expect(real.reports.law).toEqual({
      first: { due: 1, met: 1, late: 0 },
      followUp: { due: 1, met: 0, late: 1 },
      changes: { due: 1, met: 0, late: 1 },
    })
    expect(real.limits).toMatchObject({ due: 0, late: 0 })
    expect(real.reports.first.due).toBe(0)
    const drill = figuresOf([incidentStats({ lawReports, drill: true })])
    expect(drill.reports.law.first.due).toBe(0)
  })
})

describe('the incidents behind a figure', () => {
  const members = (
    allStats: readonly IncidentStats[],
    metric: Parameters<typeof membersOf>[2],
    key?: string,
  ): readonly string[] => membersOf(NOVEMBER, allStats, metric, key, NOW, { zone: ZONE })
  const allStats = [
    incidentStats({
      incidentId: 'a',
      category: 'fire',
      limits: [late(), late({ clause: 'S9' })],
      loss: 5,
    }),
    incidentStats({ incidentId: 'b', limits: [met()] }),
    incidentStats({ incidentId: 'd', drill: true, category: 'fire' }),
    incidentStats({ incidentId: 'o', at: at('2026-10-31T23:59:59') }),
  ]
  it('are one for each unit: an incident with two late limits is there twice', () => {
    expect([
      members(allStats, 'incidents'),
      members(allStats, 'limits.late'),
      members(allStats, 'limits.due'),
      members(allStats, 'drills'),
    ]).toEqual([['a', 'b'], ['a', 'a'], ['a', 'a', 'b'], ['d']])
  })

  it('of one key, or of all', () => {
    expect([
      members(allStats, 'byCategory', 'fire'),
      members(allStats, 'byCategory', 'none'),
      members(allStats, 'byCategory'),
      members(allStats, 'byCategory', 'water'),
    ]).toEqual([['a'], ['b'], ['a', 'b'], []])
    expect([
      members(allStats, 'byClause.late', 'S9|p'),
      members(allStats, 'byWeekdayHour', '1-10'),
      members(allStats, 'byMonth', '2026-11'),
    ]).toEqual([['a'], ['a', 'b'], ['a', 'b']])
  })

  it('of a sum are those that add to it', () => {
    expect(members(allStats, 'loss')).toEqual(['a'])
  })
})
