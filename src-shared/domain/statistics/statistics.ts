/**
 * The one function behind every figure of a period: page, report, export and command line call it;
 * nothing else counts.
 */
import { localDate, startOfDate } from '../calendar.ts'
import { alertPerformance } from './alerts.ts'
import { REPORT_CLOCKS } from '../incident/record/report-clocks.ts'
import { REPORT_KINDS, type ReportKind } from '../plan/report-kind.ts'
import { liesUnder } from '../plan/type-tree.ts'
import type { AlertLogEntry } from '../incident/record/state.ts'
import type { IncidentStats } from './incident-stats.ts'
import type {
  FigureContext,
  Filter,
  LateLimit,
  PeriodStatistics,
  Query,
  LawReportCounts,
  ReportCounts,
} from './figures.ts'
import { limitResult } from './limit.ts'
import {
  COUNTS,
  NONE,
  SUMS,
  TIMES,
  clauseKey,
  isIn,
  sourceLimits,
  timeTo,
  unitsOf,
  type CountMetric,
  type Frame,
  type Metric,
  type SumMetric,
  type TimeName,
} from './metrics.ts'
import { dayAfter, daysIn, monthsOf, type Period } from './period.ts'
import { spread, type Spread } from './spread.ts'
import { inOrder, type Counts } from './tally.ts'

export type {
  FigureContext,
  ClauseCounts,
  Filter,
  LateLimit,
  LimitCounts,
  PeriodStatistics,
  Query,
  ReportCounts,
} from './figures.ts'

const isUnder = (code: string | null, query: string): boolean =>
  query === NONE ? code === null : code !== null && liesUnder(code, query)
const isSame = (code: string | number | null, query: string | number): boolean =>
  query === NONE ? code === null : code === query

function passes(
  stats: IncidentStats,
  { type, category, level, place }: Filter,
  { placeName = (name) => name }: FigureContext,
): boolean {
  return (
    (type === undefined || isUnder(stats.type, type)) &&
    (category === undefined || isSame(stats.category, category)) &&
    (level === undefined || isSame(stats.level, level)) &&
    (place === undefined || stats.place === placeName(place))
  )
}

/** The stats with the place under the name that it is counted by. */
export function underName(
  stats: IncidentStats,
  { placeName }: Pick<FigureContext, 'placeName'>,
): IncidentStats {
  const place = placeName ? placeName(stats.place) : stats.place
  return place === stats.place ? stats : { ...stats, place }
}

/**
 * The stats that lie in the period and pass the filter, whether they count or not, each under the
 * name that its place is counted by; and the frame that they are counted in.
 */
function chosenBy(
  { from, to, filter = {} }: Query,
  now: number,
  context: FigureContext,
): { chosen: (allStats: readonly IncidentStats[]) => readonly IncidentStats[]; frame: Frame } {
  const { zone } = context
  const [first, end] = [startOfDate(from, zone), startOfDate(dayAfter(to), zone)]
  return {
    chosen: (allStats) =>
      allStats
        .filter(({ at }) => at >= first && at < end)
        .map((stats) => underName(stats, context))
        .filter((stats) => passes(stats, filter, context)),
    frame: { now, zone, drill: filter.drill ?? false },
  }
}

/** How many days of the period have begun. */
function daysBegun({ from, to }: Period, now: number, zone: string): number {
  const today = localDate(now, zone)
  return today < from ? 0 : daysIn({ from, to: today < to ? today : to })
}

/** `a|b` → count becomes a → b → count. The inner key is what follows the last bar. */
function nested(counts: Counts): Readonly<Record<string, Counts>> {
  const outer: Record<string, Record<string, number>> = {}
  for (const [key, count] of Object.entries(counts)) {
    const bar = key.lastIndexOf('|')
    const inner = (outer[key.slice(0, bar)] ??= {})
    inner[key.slice(bar + 1)] = count
  }
  return outer
}

const lateOf = (stats: IncidentStats, now: number): readonly LateLimit[] =>
  sourceLimits(stats)
    .filter((limit) => limitResult(limit, now) === 'late')
    .map(({ stepId, planId, clause, startedAt, dueAt, doneAt, endedAt, explained, reason }) => ({
      incidentId: stats.incidentId,
      ...(stats.number ? { number: stats.number } : {}),
      place: stats.place,
      ...(stats.address ? { address: stats.address } : {}),
      type: stats.type,
      stepId,
      planId,
      clause,
      startedAt,
      dueAt,
      doneAt,
      endedAt,
      explained,
      reason: reason ?? null,
    }))

/**
 * Of two due at one instant the order is that of their names, so that the same figures are the same
 * text.
 */
function byDue(a: LateLimit, b: LateLimit): number {
  if (a.dueAt !== b.dueAt) return a.dueAt - b.dueAt
  const nameOf = (limit: LateLimit): string =>
    `${clauseKey(limit)}|${limit.incidentId}|${limit.stepId}`
  const [nameA, nameB] = [nameOf(a), nameOf(b)]
  return nameA === nameB ? 0 : nameA < nameB ? -1 : 1
}

const COUNTED = Object.entries(COUNTS) as [CountMetric, (typeof COUNTS)[CountMetric]][]
const SUMMED = Object.entries(SUMS) as [SumMetric, (typeof SUMS)[SumMetric]][]

/**
 * A count that stats are added to, some at a time: whoever counts years lets other work in between.
 */
export type Counting = {
  add: (allStats: readonly IncidentStats[]) => void
  result: () => PeriodStatistics
  /** The same in parts: over ten years each takes some ten ms. */
  parts: () => Generator<undefined, PeriodStatistics>
}

/** Begins to count the figures of a period. `now` in UTC ms decides which limits have run out. */
export function counting(query: Query, now: number, context: FigureContext): Counting {
  const { chosen, frame } = chosenBy(query, now, context)
  const counts = Object.fromEntries(
    COUNTED.map(([metric]) => [metric, new Map<string, number>()]),
  ) as Record<CountMetric, Map<string, number>>
  const sums = Object.fromEntries(SUMMED.map(([metric]) => [metric, 0])) as Record<
    SumMetric,
    number
  >
  const times = Object.fromEntries(TIMES.map((name) => [name, []])) as unknown as Record<
    TimeName,
    number[]
  >
  const late: LateLimit[] = []
  const alerts: AlertLogEntry[] = []

  function add(stats: IncidentStats): void {
    for (const [metric, units] of COUNTED) {
      const countOf = counts[metric]
      for (const key of units(stats, frame)) countOf.set(key, (countOf.get(key) ?? 0) + 1)
    }
    if (!isIn(stats, frame)) return
    for (const [metric, value] of SUMMED) sums[metric] += value(stats)
    for (const name of TIMES) {
      const ms = timeTo(name, stats)
      if (ms !== null) times[name].push(ms)
    }
    late.push(...lateOf(stats, now))
    if (stats.alerts) alerts.push(...stats.alerts)
  }

  function* parts(): Generator<undefined, PeriodStatistics> {
    const spreads = new Map<TimeName, Spread>()
    for (const name of TIMES) {
      spreads.set(name, spread(times[name]))
      yield
    }
    const performance = alertPerformance(alerts, daysBegun(query, now, context.zone))
    yield
    const lateList = late.sort(byDue)
    yield
    const number = (metric: CountMetric): number =>
      [...counts[metric].values()].reduce((sum, count) => sum + count, 0)
    const group = (metric: CountMetric): Counts => inOrder(counts[metric])
    return {
      from: query.from,
      to: query.to,
      incidents: number('incidents'),
      drills: number('drills'),
      drillsDone: number('drillsDone'),
      falseReports: number('falseReports'),
      imported: number('imported'),
      byCategory: group('byCategory'),
      byLegalCategory: group('byLegalCategory'),
      byType: group('byType'),
      byLevel: group('byLevel'),
      bySeverity: group('bySeverity'),
      byPlace: group('byPlace'),
      byChannel: group('byChannel'),
      byWeekdayHour: Array.from({ length: 7 }, (_day, day) =>
        Array.from(
          { length: 24 },
          (_hour, hour) => counts.byWeekdayHour.get(`${day}-${hour}`) ?? 0,
        ),
      ),
      byMonth: monthsOf(query).map((month) => ({
        month,
        incidents: counts.byMonth.get(month) ?? 0,
      })),
      categoryByLevel: nested(group('categoryByLevel')),
      byAnswer: nested(group('byAnswer')),
      casualties: {
        dead: sums['casualties.dead'],
        serious: sums['casualties.serious'],
        minor: sums['casualties.minor'],
        missing: sums['casualties.missing'],
      },
      evacuated: sums.evacuated,
      loss: sums.loss / 100,
      nudges: { due: number('nudges.due'), met: number('nudges.met'), late: number('nudges.late') },
      limits: {
        due: number('limits.due'),
        met: number('limits.met'),
        late: number('limits.late'),
        metAsTold: number('limits.metAsTold'),
        proposed: {
          due: number('limits.proposed.due'),
          met: number('limits.proposed.met'),
          late: number('limits.proposed.late'),
        },
      },
      byClause: Object.entries(group('byClause.due')).map(([key, due]) => {
        const bar = key.lastIndexOf('|')
        return {
          clause: key.slice(0, bar),
          planId: key.slice(bar + 1),
          due,
          met: counts['byClause.met'].get(key) ?? 0,
          late: counts['byClause.late'].get(key) ?? 0,
        }
      }),
      lateList,
      times: Object.fromEntries(spreads) as Record<TimeName, Spread>,
      reports: {
        ...(Object.fromEntries(
          REPORT_KINDS.map((kind) => [
            kind,
            {
              due: number(`reports.${kind}.due`),
              onTime: number(`reports.${kind}.onTime`),
              late: number(`reports.${kind}.late`),
            },
          ]),
        ) as Record<ReportKind, ReportCounts>),
        law: Object.fromEntries(
          REPORT_CLOCKS.map((kind) => [
            kind,
            {
              due: number(`reports.law.${kind}.due`),
              met: number(`reports.law.${kind}.met`),
              late: number(`reports.law.${kind}.late`),
            },
          ]),
        ) as LawReportCounts,
      },
      alerts: {
        raised: number('alerts.raised'),
        acknowledged: number('alerts.acknowledged'),
        acknowledgedWithin: {
          s60: number('alerts.s60'),
          s120: number('alerts.s120'),
          later: number('alerts.later'),
          never: number('alerts.never'),
        },
        ...performance,
        standing: number('alerts.standing'),
        byPriority: group('alerts.byPriority'),
        byKind: group('alerts.byKind'),
      },
      evidence: { kept: number('evidence.kept'), mayGo: number('evidence.mayGo') },
      aftercare: {
        opened: number('aftercare.opened'),
        done: number('aftercare.done'),
        open: number('aftercare.open'),
        overdue: number('aftercare.overdue'),
        agreed: sums['aftercare.agreed'] / 100,
        paid: sums['aftercare.paid'] / 100,
      },
      reviews: { done: number('reviews.done'), passedOver: number('reviews.passedOver') },
      evaluations: { done: number('evaluations.done'), late: number('evaluations.late') },
    }
  }

  return {
    add: (allStats) => {
      for (const stats of chosen(allStats)) add(stats)
    },
    parts,
    result: () => {
      const work = parts()
      for (;;) {
        const part = work.next()
        if (part.done) return part.value
      }
    },
  }
}

/**
 * All figures of a period. `allStats` may hold more: what is outside is left out. `now` in UTC ms
 * decides which limits have run out. Limits, alerts, reports, evidence and aftermath belong to the
 * period of their incident, whenever they end; an incident to the local date on which it occurred,
 * else was reported.
 */
export function periodStatistics(
  query: Query,
  allStats: readonly IncidentStats[],
  now: number,
  context: FigureContext,
): PeriodStatistics {
  const count = counting(query, now, context)
  count.add(allStats)
  return count.result()
}

/**
 * The incidents behind a figure, by the same functions that count it: one id for each unit, so that
 * an incident with two late limits is there twice. Without a key: of all keys. Behind a sum
 * (casualties, evacuated, loss) stand the incidents that add to it, once each.
 */
export function membersOf(
  query: Query,
  allStats: readonly IncidentStats[],
  metric: Metric,
  key: string | undefined,
  now: number,
  context: FigureContext,
): readonly string[] {
  const { chosen, frame } = chosenBy(query, now, context)
  return chosen(allStats).flatMap((stats) =>
    unitsOf(metric, stats, frame)
      .filter((unit) => key === undefined || unit === key)
      .map(() => stats.incidentId),
  )
}
