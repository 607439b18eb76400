/**
 * Tests what holds of the figures of any incidents: groups add up, lists are as long as their
 * figures, one count behind all, an order that does not matter.
 */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  COUNTS,
  METRICS,
  SUMS,
  type CountMetric,
  type Metric,
  type SumMetric,
} from '#shared/domain/statistics/metrics.ts'
import { monthOfTally, monthStatistics } from '#shared/domain/statistics/month.ts'
import {
  membersOf,
  periodStatistics,
  type Filter,
  type PeriodStatistics,
} from '#shared/domain/statistics/statistics.ts'
import { NOTHING, tallyOf, withChange, withTally } from '#shared/domain/statistics/tally.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { anyFact, at, ZONE } from '../../kit/incident-stats.ts'

const facts = fc
  .array(anyFact(), { maxLength: 25 })
  .map((all) => all.map((stats, n) => ({ ...stats, incidentId: `i${n}` })))
const filter: fc.Arbitrary<Filter> = fc.record(
  {
    type: fc.constantFrom('a', 'a.x', 'none'),
    category: fc.constantFrom('a', 'none'),
    level: fc.constantFrom(1, 'none' as const),
    place: fc.constant('大厅'),
    drill: fc.boolean(),
  },
  { requiredKeys: [] },
)
const period = fc
  .tuple(
    fc.constantFrom('2025-01-01', '2025-06-15', '2025-12-31'),
    fc.constantFrom('2025-12-31', '2026-02-28', '2026-12-31'),
  )
  .map(([from, to]) => ({ from, to }))
const query = fc.tuple(period, filter).map(([span, chosen]) => ({ ...span, filter: chosen }))
const now = fc.constantFrom(
  at('2025-07-01T00:00:00'),
  at('2026-01-01T00:00:00'),
  at('2027-06-01T00:00:00'),
)
const around = { zone: ZONE }
const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0)

/** The figure of a metric, as the page reads it, without a key. */
const figure: Record<Metric, (s: PeriodStatistics) => number> = {
  incidents: (s) => s.incidents,
  drills: (s) => s.drills,
  drillsDone: (s) => s.drillsDone,
  falseReports: (s) => s.falseReports,
  imported: (s) => s.imported,
  byCategory: (s) => sum(s.byCategory),
  byLegalCategory: (s) => sum(s.byLegalCategory),
  byType: (s) => sum(s.byType),
  byLevel: (s) => sum(s.byLevel),
  bySeverity: (s) => sum(s.bySeverity),
  byPlace: (s) => sum(s.byPlace),
  byChannel: (s) => sum(s.byChannel),
  byWeekdayHour: (s) => s.byWeekdayHour.flat().reduce((a, b) => a + b, 0),
  byMonth: (s) => s.byMonth.reduce((all, { incidents }) => all + incidents, 0),
  categoryByLevel: (s) =>
    Object.values(s.categoryByLevel).reduce((all, counts) => all + sum(counts), 0),
  byAnswer: (s) => Object.values(s.byAnswer).reduce((all, counts) => all + sum(counts), 0),
  'limits.due': (s) => s.limits.due,
  'limits.met': (s) => s.limits.met,
  'limits.metAsTold': (s) => s.limits.metAsTold,
  'limits.late': (s) => s.lateList.length,
  'limits.proposed.due': (s) => s.limits.proposed.due,
  'limits.proposed.met': (s) => s.limits.proposed.met,
  'limits.proposed.late': (s) => s.limits.proposed.late,
  'nudges.due': (s) => s.nudges.due,
  'nudges.met': (s) => s.nudges.met,
  'nudges.late': (s) => s.nudges.late,
  'byClause.due': (s) => s.byClause.reduce((all, { due }) => all + due, 0),
  'byClause.met': (s) => s.byClause.reduce((all, { met }) => all + met, 0),
  'byClause.late': (s) => s.byClause.reduce((all, { late }) => all + late, 0),
  'times.verify': (s) => s.times.verify.n,
  'times.activate': (s) => s.times.activate.n,
  'times.firstStep': (s) => s.times.firstStep.n,
  'times.contain': (s) => s.times.contain.n,
  'times.lift': (s) => s.times.lift.n,
  'times.close': (s) => s.times.close.n,
  'reports.first.due': (s) => s.reports.first.due,
  'reports.first.onTime': (s) => s.reports.first.onTime,
  'reports.first.late': (s) => s.reports.first.late,
  'reports.followUp.due': (s) => s.reports.followUp.due,
  'reports.followUp.onTime': (s) => s.reports.followUp.onTime,
  'reports.followUp.late': (s) => s.reports.followUp.late,
  'reports.final.due': (s) => s.reports.final.due,
  'reports.final.onTime': (s) => s.reports.final.onTime,
  'reports.final.late': (s) => s.reports.final.late,
  'reports.law.first.due': (s) => s.reports.law.first.due,
  'reports.law.first.met': (s) => s.reports.law.first.met,
  'reports.law.first.late': (s) => s.reports.law.first.late,
  'reports.law.followUp.due': (s) => s.reports.law.followUp.due,
  'reports.law.followUp.met': (s) => s.reports.law.followUp.met,
  'reports.law.followUp.late': (s) => s.reports.law.followUp.late,
  'reports.law.changes.due': (s) => s.reports.law.changes.due,
  'reports.law.changes.met': (s) => s.reports.law.changes.met,
  'reports.law.changes.late': (s) => s.reports.law.changes.late,
  'alerts.raised': (s) => s.alerts.raised,
  'alerts.acknowledged': (s) => s.alerts.acknowledged,
  'alerts.s60': (s) => s.alerts.acknowledgedWithin.s60,
  'alerts.s120': (s) => s.alerts.acknowledgedWithin.s120,
  'alerts.later': (s) => s.alerts.acknowledgedWithin.later,
  'alerts.never': (s) => s.alerts.acknowledgedWithin.never,
  'alerts.standing': (s) => s.alerts.standing,
  'alerts.byKind': (s) => sum(s.alerts.byKind),
  'alerts.byPriority': (s) => sum(s.alerts.byPriority),
  'evidence.kept': (s) => s.evidence.kept,
  'evidence.mayGo': (s) => s.evidence.mayGo,
  'aftercare.opened': (s) => s.aftercare.opened,
  'aftercare.done': (s) => s.aftercare.done,
  'aftercare.open': (s) => s.aftercare.open,
  'aftercare.overdue': (s) => s.aftercare.overdue,
  'aftercare.agreed': (s) => Math.round(s.aftercare.agreed * 100),
  'aftercare.paid': (s) => Math.round(s.aftercare.paid * 100),
  'reviews.done': (s) => s.reviews.done,
  'reviews.passedOver': (s) => s.reviews.passedOver,
  'evaluations.done': (s) => s.evaluations.done,
  'evaluations.late': (s) => s.evaluations.late,
  'casualties.dead': (s) => s.casualties.dead,
  'casualties.serious': (s) => s.casualties.serious,
  'casualties.minor': (s) => s.casualties.minor,
  'casualties.missing': (s) => s.casualties.missing,
  evacuated: (s) => s.evacuated,
  loss: (s) => Math.round(s.loss * 100),
}

describe('of any incidents', () => {
  it('every group that each incident enters once adds up to the incidents', () => {
    fc.assert(
      fc.property(query, facts, now, (q, all, at0) => {
        const s = periodStatistics(q, all, at0, around)
        for (const group of [
          'byCategory',
          'byLegalCategory',
          'byType',
          'byLevel',
          'bySeverity',
          'byPlace',
          'byChannel',
          'byWeekdayHour',
          'byMonth',
          'categoryByLevel',
        ] as const)
          expect(figure[group](s), group).toBe(s.incidents)
        expect(s.limits.due).toBe(s.limits.met + s.limits.late)
        expect(s.alerts.raised).toBe(
          s.alerts.acknowledgedWithin.s120 +
            s.alerts.acknowledgedWithin.later +
            s.alerts.acknowledgedWithin.never,
        )
      }),
      { numRuns: 150 },
    )
  })

  it('the list behind every figure is as long as the figure, for each key of it, too', () => {
    fc.assert(
      fc.property(query, facts, now, (q, all, at0) => {
        const s = periodStatistics(q, all, at0, around)
        const members = (metric: Metric, key?: string): readonly string[] =>
          membersOf(q, all, metric, key, at0, around)
        for (const metric of Object.keys(COUNTS) as CountMetric[])
          expect(members(metric).length, metric).toBe(figure[metric](s))
        for (const group of ['byCategory', 'byType', 'byLevel', 'byPlace', 'bySeverity'] as const)
          for (const [key, count] of Object.entries(s[group]))
            expect(members(group, key).length, `${group} ${key}`).toBe(count)
        for (const { clause, planId, late } of s.byClause)
          expect(members('byClause.late', `${clause}|${planId}`)).toHaveLength(late)
        s.byWeekdayHour.forEach((hours, day) =>
          hours.forEach((count, hour) => {
            if (count > 0) expect(members('byWeekdayHour', `${day}-${hour}`)).toHaveLength(count)
          }),
        )
        for (const metric of Object.keys(SUMS) as SumMetric[]) {
          const behind = new Set(members(metric))
          expect(
            all
              .filter(({ incidentId }) => behind.has(incidentId))
              .reduce((total, stats) => total + SUMS[metric](stats), 0),
            metric,
          ).toBe(figure[metric](s))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('every figure with a list is read somewhere on the page', () => {
    expect(Object.keys(figure).sort()).toEqual([...METRICS].sort())
  })

  it('the month is the same from a period, from facts and from a tally', () => {
    fc.assert(
      fc.property(facts, now, (all, at0) => {
        for (const month of ['2025-02', '2025-12', '2026-02']) {
          const days = { '2025-02': 28, '2025-12': 31, '2026-02': 28 }[month]
          const {
            incidents,
            byCategory,
            byLegalCategory,
            byType,
            byLevel,
            limits,
            drills,
            falseReports,
          } = periodStatistics({ from: `${month}-01`, to: `${month}-${days}` }, all, at0, around)
          const ofMonth = monthStatistics(month, all, at0)
          const { due, met, late } = limits
          expect(ofMonth).toEqual({
            month,
            incidents,
            byCategory,
            byLegalCategory,
            byType,
            byLevel,
            limits: { due, met, late },
            drills,
            falseReports,
          })
          expect(
            monthOfTally(month, tallyOf(all.filter((stats) => stats.month === month)), at0),
          ).toEqual(ofMonth)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('a tally that is kept, fact by fact, changes and all, is that of the facts as they stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), anyFact()), { maxLength: 30 }),
        (changes) => {
          const statsById = new Map<number, IncidentStats>()
          let tally = NOTHING
          for (const [id, stats] of changes) {
            const before = statsById.get(id)
            const changed = before && withChange(tally, tallyOf([before]), tallyOf([stats]))
            if (before) tally = withTally(tally, tallyOf([before]), -1)
            tally = withTally(tally, tallyOf([stats]), 1)
            if (changed) expect(JSON.stringify(changed)).toBe(JSON.stringify(tally))
            statsById.set(id, stats)
            expect(JSON.stringify(tally)).toBe(JSON.stringify(tallyOf([...statsById.values()])))
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('the order of the facts changes nothing, and periods side by side add up', () => {
    fc.assert(
      fc.property(facts, filter, now, (all, chosen, at0) => {
        const of = (from: string, to: string, some = all): PeriodStatistics =>
          periodStatistics({ from, to, filter: chosen }, some, at0, around)
        expect(of('2025-01-01', '2026-12-31', [...all].reverse())).toEqual(
          of('2025-01-01', '2026-12-31'),
        )
        const [left, right, both] = [
          of('2025-01-01', '2025-12-31'),
          of('2026-01-01', '2026-12-31'),
          of('2025-01-01', '2026-12-31'),
        ]
        for (const metric of METRICS)
          expect(figure[metric](left) + figure[metric](right), metric).toBe(figure[metric](both))
      }),
      { numRuns: 100 },
    )
  })
})

describe('against a count that knows nothing of ours', () => {
  it('incidents, categories and limits come out the same', () => {
    fc.assert(
      fc.property(period, facts, now, (span, all, at0) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' })
        let incidents = 0
        const source = { met: 0, late: 0, metAsTold: 0 }
        const proposals = { met: 0, late: 0, metAsTold: 0 }
        const categories = new Map<string, number>()
        for (const stats of all) {
          const date = shown.format(stats.at)
          if (
            date < span.from ||
            date > span.to ||
            stats.drill ||
            stats.state === 'falseReport' ||
            stats.state === 'merged' ||
            stats.imported === 'withdrawn'
          )
            continue
          incidents += 1
          categories.set(
            stats.category ?? 'none',
            (categories.get(stats.category ?? 'none') ?? 0) + 1,
          )
          for (const { dueAt, doneAt, endedAt, lateAt, toldAt, proposed } of stats.limits) {
            const sum = proposed ? proposals : source
            if (toldAt !== undefined && doneAt !== null && doneAt <= dueAt && toldAt > dueAt)
              sum.metAsTold += 1
            if (toldAt !== undefined && doneAt !== null) {
              if (doneAt <= dueAt) sum.met += 1
              else sum.late += 1
            } else if (
              doneAt !== null &&
              (doneAt === dueAt
                ? lateAt === null || lateAt === dueAt
                : doneAt < dueAt && lateAt === null)
            )
              sum.met += 1
            else if (lateAt !== null || (doneAt ?? endedAt ?? at0) >= dueAt) sum.late += 1
          }
        }
        const s = periodStatistics(span, all, at0, around)
        expect([s.incidents, s.limits, s.byCategory]).toEqual([
          incidents,
          {
            due: source.met + source.late,
            ...source,
            proposed: {
              due: proposals.met + proposals.late,
              met: proposals.met,
              late: proposals.late,
            },
          },
          Object.fromEntries(categories),
        ])
      }),
      { numRuns: 200 },
    )
  })
})
