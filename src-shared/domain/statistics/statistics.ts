/** The one function behind every figure of a period: page, report, export and command line call it; nothing else counts. */
import { startOfDate, localDate } from '../calendar.ts'
import { alertPerformance, type AlertPerformance } from './alerts.ts'
import { REPORT_KINDS, type IncidentFact, type LimitFact, type ReportKind } from './fact.ts'
import { limitStanding } from './limit.ts'
import { COUNTS, NONE, TIMES, clauseKey, counted, sumOf, timeTo, unitsOf, type CountMetric, type Frame, type Metric, type TimeName } from './metrics.ts'
import { dayAfter, daysIn, monthsOf, type Period } from './period.ts'
import { spread, type Spread } from './spread.ts'
import { countOf, type Counts } from './tally.ts'

/** What of a period is looked at. `none` is what has no code. `type` takes in what lies under it. `drill` true: drills instead of real incidents. */
export type Filter = { type?: string; category?: string; level?: number | typeof NONE; place?: string; drill?: boolean }
export type Query = Period & { filter?: Filter }
/** What the figures need to know besides facts and time. */
export type Around = { zone: string }

export type LimitCounts = { due: number; met: number; late: number }
export type ReportCounts = { due: number; onTime: number; late: number }
export type ClauseCounts = LimitCounts & { clause: string; planId: string }
export type LateLimit = Omit<LimitFact, 'reason' | 'lateAt' | 'report'> & {
  incidentId: string
  place: string
  type: string | null
  reason: string | null
}

export type PeriodStatistics = Period & {
  incidents: number
  drills: number
  drillsDone: number
  falseReports: number
  byCategory: Counts // keys are codes, or `none`
  byLegalCategory: Counts
  byType: Counts
  byLevel: Counts
  bySeverity: Counts
  byPlace: Counts
  byChannel: Counts
  byWeekdayHour: readonly (readonly number[])[] // [Monday first][hour of the day], local
  byMonth: readonly { month: string; incidents: number }[] // every month that the period touches
  categoryByLevel: Readonly<Record<string, Counts>>
  byAnswer: Readonly<Record<string, Counts>> // `plan|question` → by option
  casualties: { dead: number; serious: number; minor: number; missing: number }
  loss: number // yuan
  limits: LimitCounts
  byClause: readonly ClauseCounts[] // by clause and plan, in their order
  lateList: readonly LateLimit[] // by the instant they were due
  times: Readonly<Record<TimeName, Spread>>
  reports: Readonly<Record<ReportKind, ReportCounts>>
  alerts: AlertPerformance
  evidence: { kept: number; mayGo: number }
}

const isUnder = (code: string | null, wanted: string): boolean => wanted === NONE ? code === null : code === wanted || (code?.startsWith(`${wanted}.`) ?? false)
const isSame = (code: string | number | null, wanted: string | number): boolean => wanted === NONE ? code === null : code === wanted

function passes(fact: IncidentFact, { type, category, level, place }: Filter): boolean {
  return (type === undefined || isUnder(fact.type, type)) && (category === undefined || isSame(fact.category, category))
    && (level === undefined || isSame(fact.level, level)) && (place === undefined || fact.place === place)
}

/** The facts of the period that pass the filter, drills and what does not count still among them; and the frame they are counted in. */
function chosen({ from, to, filter = {} }: Query, facts: readonly IncidentFact[], now: number, { zone }: Around): { own: readonly IncidentFact[]; frame: Frame } {
  const [first, end] = [startOfDate(from, zone), startOfDate(dayAfter(to), zone)]
  return {
    own: facts.filter((fact) => fact.at >= first && fact.at < end && passes(fact, filter)),
    frame: { now, zone, drill: filter.drill ?? false }
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
    const inner = outer[key.slice(0, bar)] ??= {}
    inner[key.slice(bar + 1)] = count
  }
  return outer
}

const lateOf = (fact: IncidentFact, now: number): readonly LateLimit[] => fact.limits.filter((limit) => limitStanding(limit, now) === 'late')
  .map(({ stepId, planId, clause, startedAt, dueAt, doneAt, endedAt, explained, reason }) => ({
    incidentId: fact.incidentId, place: fact.place, type: fact.type, stepId, planId, clause, startedAt, dueAt, doneAt, endedAt, explained, reason: reason ?? null
  }))

/** The incidents of each month that the period touches, those of none included. */
function monthly(period: Period, own: readonly IncidentFact[], frame: Frame): PeriodStatistics['byMonth'] {
  const counts = countOf(own.flatMap((fact) => COUNTS.byMonth(fact, frame)))
  return monthsOf(period).map((month) => ({ month, incidents: counts[month] ?? 0 }))
}

/** Month by month, as in {@link periodStatistics}, for whoever needs nothing else of it. */
export function trendOf(query: Query, facts: readonly IncidentFact[], now: number, around: Around): PeriodStatistics['byMonth'] {
  const { own, frame } = chosen(query, facts, now, around)
  return monthly(query, own, frame)
}

/** Of two due at one instant the order is that of their names, so that the same figures are the same text. */
function byDue(one: LateLimit, other: LateLimit): number {
  const [name, otherName] = [one, other].map((limit) => `${clauseKey(limit)}|${limit.incidentId}|${limit.stepId}`)
  return one.dueAt - other.dueAt || (name === otherName ? 0 : (name ?? '') < (otherName ?? '') ? -1 : 1)
}

/**
 * All figures of a period. `facts` may hold more: what is outside is left out. `now` in UTC ms decides which limits have run out. Limits,
 * alerts, reports and evidence belong to the period of their incident, whenever they end; an incident to the local date on which it
 * occurred, else was reported (standards R4.6).
 */
export function periodStatistics(query: Query, facts: readonly IncidentFact[], now: number, around: Around): PeriodStatistics {
  const { own, frame } = chosen(query, facts, now, around)
  const these = counted(own, frame)
  const units = (metric: CountMetric): string[] => own.flatMap((fact) => COUNTS[metric](fact, frame))
  const number = (metric: CountMetric): number => own.reduce((sum, fact) => sum + COUNTS[metric](fact, frame).length, 0)
  const group = (metric: CountMetric): Counts => countOf(units(metric))
  const byHour = group('byWeekdayHour')
  const [due, met, late] = [group('byClause.due'), group('byClause.met'), group('byClause.late')]
  const alerts = these.flatMap((fact) => fact.alerts ?? [])
  return {
    from: query.from, to: query.to,
    incidents: number('incidents'), drills: number('drills'), drillsDone: number('drillsDone'), falseReports: number('falseReports'),
    byCategory: group('byCategory'), byLegalCategory: group('byLegalCategory'), byType: group('byType'), byLevel: group('byLevel'),
    bySeverity: group('bySeverity'), byPlace: group('byPlace'), byChannel: group('byChannel'),
    byWeekdayHour: Array.from({ length: 7 }, (_day, day) => Array.from({ length: 24 }, (_hour, hour) => byHour[`${day}-${hour}`] ?? 0)),
    byMonth: monthly(query, own, frame),
    categoryByLevel: nested(group('categoryByLevel')),
    byAnswer: nested(group('byAnswer')),
    casualties: {
      dead: sumOf('casualties.dead', own, frame), serious: sumOf('casualties.serious', own, frame),
      minor: sumOf('casualties.minor', own, frame), missing: sumOf('casualties.missing', own, frame)
    },
    loss: sumOf('loss', own, frame) / 100,
    limits: { due: number('limits.due'), met: number('limits.met'), late: number('limits.late') },
    byClause: Object.entries(due).map(([key, count]) => {
      const bar = key.lastIndexOf('|')
      return { clause: key.slice(0, bar), planId: key.slice(bar + 1), due: count, met: met[key] ?? 0, late: late[key] ?? 0 }
    }),
    lateList: these.flatMap((fact) => lateOf(fact, now)).sort(byDue),
    times: Object.fromEntries(TIMES.map((name) => [name, spread(these.flatMap((fact) => timeTo(name, fact) ?? []))])) as Record<TimeName, Spread>,
    reports: Object.fromEntries(REPORT_KINDS.map((kind) => [kind, {
      due: number(`reports.${kind}.due`), onTime: number(`reports.${kind}.onTime`), late: number(`reports.${kind}.late`)
    }])) as Record<ReportKind, ReportCounts>,
    alerts: {
      raised: number('alerts.raised'), acknowledged: number('alerts.acknowledged'),
      acknowledgedWithin: { s60: number('alerts.s60'), s120: number('alerts.s120'), later: number('alerts.later'), never: number('alerts.never') },
      ...alertPerformance(alerts, daysBegun(query, now, around.zone)),
      standing: number('alerts.standing'), byPriority: group('alerts.byPriority')
    },
    evidence: { kept: number('evidence.kept'), mayGo: number('evidence.mayGo') }
  }
}

/**
 * The incidents behind a figure, from the same path: one id for each unit, so that an incident with two late limits is there twice. Without
 * a key: of all keys. Behind a sum (casualties, loss) stand the incidents that add to it, once each.
 */
export function membersOf(
  query: Query, facts: readonly IncidentFact[], metric: Metric, key: string | undefined, now: number, around: Around
): readonly string[] {
  const { own, frame } = chosen(query, facts, now, around)
  return own.flatMap((fact) => unitsOf(metric, fact, frame).filter((one) => key === undefined || one === key).map(() => fact.incidentId))
}
