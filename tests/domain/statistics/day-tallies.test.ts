/** Days added up give the figures of any period: those of the one count behind all pages. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayTallies,
  figuresIn,
  weekdayHours,
  withHours,
  NO_HOURS,
} from '#shared/domain/statistics/day-tallies.ts'
import type { NudgeStats } from '#shared/domain/statistics/incident-stats.ts'
import { happenedSince, sinceYesterday } from '#shared/domain/statistics/since-yesterday.ts'
import { periodStatistics } from '#shared/domain/statistics/statistics.ts'
import { anyFact, at, incidentStats, late, limit, met, ZONE } from '../../kit/incident-stats.ts'

const nudge = (dueAt: number, part: Partial<NudgeStats> = {}): NudgeStats => ({
  ...{ stepId: 's', factKey: null, planId: 'p', startedAt: dueAt - 60_000, dueAt },
  ...{ doneAt: null, endedAt: null },
  ...part,
})
const anyNudge = (from: number): fc.Arbitrary<NudgeStats> =>
  fc
    .record({
      dueAt: fc.integer({ min: 0, max: 9_000_000 }),
      end: fc.option(fc.integer({ min: 0, max: 9_000_000 })),
      taken: fc.boolean(),
    })
    .map(({ dueAt, end, taken }) =>
      nudge(
        from + dueAt,
        end === null ? {} : taken ? { doneAt: from + end } : { endedAt: from + end },
      ),
    )
const facts = fc.array(
  anyFact().chain((stats) =>
    fc.array(anyNudge(stats.at), { maxLength: 3 }).map((nudges) => ({ ...stats, nudges })),
  ),
  { maxLength: 25 },
)
const period = fc
  .tuple(
    fc.constantFrom('2025-01-01', '2025-06-15', '2025-12-31'),
    fc.constantFrom('2025-12-31', '2026-02-28', '2026-12-31'),
  )
  .map(([from, to]) => ({ from, to }))
const now = fc.constantFrom(
  at('2025-07-01T00:00:00'),
  at('2026-01-01T00:00:00'),
  at('2027-06-01T00:00:00'),
)

describe('of any incidents', () => {
  it('the figures of a period are those of the statistics page', () => {
    fc.assert(
      fc.property(facts, period, now, (all, span, instant) => {
        const { incidents, byCategory, limits, nudges, times } = periodStatistics(
          span,
          all,
          instant,
          { zone: ZONE },
        )
        const { due, met: inTime, late: over } = limits
        const { median, n } = times.firstStep
        expect(figuresIn(span, dayTallies(all, ZONE), instant)).toEqual({
          ...span,
          ...{ incidents, byCategory, nudges },
          limits: { due, met: inTime, late: over },
          firstStep: { median, n },
        })
      }),
    )
  })

  it('the hours of two halves are those of the whole, and of the page', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 25 }), (all, half) => {
        const whole = weekdayHours(all, ZONE)
        expect(
          withHours(weekdayHours(all.slice(0, half), ZONE), weekdayHours(all.slice(half), ZONE)),
        ).toEqual(whole)
        const span = { from: '2024-12-31', to: '2027-12-31' }
        expect(whole).toEqual(periodStatistics(span, all, 0, { zone: ZONE }).byWeekdayHour)
      }),
    )
  })
})

it('a day is that of the site, and a drill is in no figure of it', () => {
  const days = dayTallies(
    [
      incidentStats({ at: at('2026-11-10T23:59:59') }),
      incidentStats({ at: at('2026-11-11T00:00:00') }),
      incidentStats({ at: at('2026-11-11T10:00:00'), drill: true, limits: [met(), late()] }),
    ],
    ZONE,
  )
  expect([...days].map(([date, { counts }]) => [date, counts.incidents, counts.drills])).toEqual([
    ['2026-11-10', 1, 0],
    ['2026-11-11', 1, 1],
  ])
  expect(figuresIn({ from: '2026-11-11', to: '2026-11-11' }, days, Infinity)).toMatchObject({
    incidents: 1,
    limits: { due: 0 },
  })
})

it('what still runs is late from the very instant at which it is due', () => {
  const due = at('2026-11-10T10:10:00')
  const days = dayTallies(
    [incidentStats({ limits: [limit({ dueAt: due })], nudges: [nudge(due)] })],
    ZONE,
  )
  const november = { from: '2026-11-01', to: '2026-11-30' }
  const lateAt = (instant: number) => {
    const { limits, nudges } = figuresIn(november, days, instant)
    return [limits.late, nudges.late]
  }
  expect([lateAt(due - 1), lateAt(due)]).toEqual([
    [0, 0],
    [1, 1],
  ])
})

it('nothing is nothing', () => {
  expect(weekdayHours([], ZONE)).toEqual(NO_HOURS)
  expect(figuresIn({ from: '2026-11-01', to: '2026-11-30' }, new Map(), 0)).toMatchObject({
    incidents: 0,
    byCategory: {},
    firstStep: { median: null, n: 0 },
  })
})

describe('since yesterday', () => {
  const noon = at('2026-11-11T12:00:00')
  const since = sinceYesterday(noon, ZONE)

  it('is the whole of yesterday and today, by local dates', () => {
    expect(since).toEqual({ from: '2026-11-10', to: '2026-11-11' })
    expect(sinceYesterday(at('2026-03-01T00:00:00'), ZONE).from).toBe('2026-02-28')
  })

  it('counts what began then, apart from drills and false reports, and what was closed since', () => {
    const all = [
      incidentStats({ at: at('2026-11-10T00:00:00'), limits: [late()] }),
      incidentStats({
        at: at('2026-11-11T11:00:00'),
        moments: { reported: 0, closed: at('2026-11-11T11:30:00') },
      }),
      incidentStats({
        at: at('2026-11-09T23:59:59'),
        limits: [late()],
        moments: { reported: 0, closed: at('2026-11-10T00:00:00') },
      }),
      incidentStats({
        at: at('2026-10-01T08:00:00'),
        moments: { reported: 0, closed: at('2026-11-09T23:59:59') },
      }),
      incidentStats({
        at: at('2026-11-10T08:00:00'),
        drill: true,
        moments: { reported: 0, closed: at('2026-11-10T09:00:00') },
      }),
      incidentStats({ at: at('2026-11-10T08:00:00'), counted: false, falseReport: true }),
    ]
    expect(happenedSince(since, all, noon, ZONE)).toEqual({
      incidents: 2,
      drills: 1,
      falseReports: 1,
      late: 1,
      closed: 2,
    })
  })
})
