/**
 * Says which incidents enter which figure, and how often: one function a figure, over the stats of
 * one incident. A figure is the number of units that these give, its list the incidents that gave
 * them; so neither can differ from the other, nor one page from another.
 */
import { localDate, localHour, weekday } from '../calendar.ts'
import type { Casualty } from '../plan/plan.ts'
import { ACKNOWLEDGED_MS, ackMs, isStale, alertKindOf } from './alerts.ts'
import type { ReportKind } from '../plan/report-kind.ts'
import type { ReportClockKind } from '../incident/record/report-clocks.ts'
import type { AlertLogEntry } from '../incident/record/state.ts'
import type { AftermathStats, IncidentStats, LimitStats } from './incident-stats.ts'
import { isMetAsTold, limitResult, type LimitResult } from './limit.ts'

/**
 * Around the stats: the station's time (UTC ms), the site's zone, and whether the figures are of
 * drills; else they are of real incidents.
 */
export type Frame = { now: number; zone: string; drill: boolean }
/** The key of each unit that an incident gives; '' where a figure has no keys. */
type Units = (stats: IncidentStats, frame: Frame) => readonly string[]

/** The key of what has no code. */
export const NONE = 'none'
const ONCE: readonly string[] = ['']
const NEVER: readonly string[] = []
const once = (does: boolean): readonly string[] => (does ? ONCE : NEVER)

/**
 * Whether figures are of it. False reports and merged ones are out; a drill is never counted with
 * real incidents, nor these with drills.
 */
export const isIn = ({ counted, drill }: IncidentStats, frame: Frame): boolean =>
  counted && drill === frame.drill
const ofThose =
  (units: Units): Units =>
  (stats, frame) =>
    isIn(stats, frame) ? units(stats, frame) : NEVER
const by = (code: (stats: IncidentStats) => string | number | null | undefined): Units =>
  ofThose((stats) => [String(code(stats) ?? NONE)])

export const clauseKey = ({ clause, planId }: Pick<LimitStats, 'clause' | 'planId'>): string =>
  `${clause}|${planId}`
/** The limits that a source sets. What a plan proposes beside them is never called a limit. */
export const sourceLimits = ({ limits: all }: IncidentStats): readonly LimitStats[] =>
  all.filter(({ proposed }) => !proposed)
const limits = (key: (limit: LimitStats) => string, ...results: readonly LimitResult[]): Units =>
  ofThose((stats, { now }) =>
    sourceLimits(stats)
      .filter((limit) => results.includes(limitResult(limit, now)))
      .map(key),
  )
const proposedLimits = (...results: readonly LimitResult[]): Units =>
  ofThose((stats, { now }) =>
    stats.limits
      .filter((limit) => limit.proposed && results.includes(limitResult(limit, now)))
      .map(noKey),
  )
const reports = (kind: ReportKind, ...results: readonly LimitResult[]): Units =>
  ofThose((stats, { now }) =>
    sourceLimits(stats)
      .filter((limit) => limit.report === kind && results.includes(limitResult(limit, now)))
      .map(() => ''),
  )
const nudges = (...results: readonly LimitResult[]): Units =>
  ofThose((stats, { now }) =>
    (stats.nudges ?? [])
      .filter((nudge) => results.includes(limitResult({ ...nudge, lateAt: null }, now)))
      .map(noKey),
  )
const lawReports = (kind: ReportClockKind, ...results: readonly LimitResult[]): Units =>
  ofThose((stats, { now }) =>
    (stats.lawReports ?? [])
      .filter((report) => report.kind === kind && results.includes(limitResult(report, now)))
      .map(noKey),
  )
const DUE = ['met', 'late'] as const
const noKey = (): string => ''

const alerts = (does: (alert: AlertLogEntry, now: number) => boolean): Units =>
  ofThose((stats, { now }) => (stats.alerts ?? []).filter((alert) => does(alert, now)).map(noKey))
const acknowledgedIn = (ms: number): Units => alerts((alert) => (ackMs(alert) ?? Infinity) <= ms)

/**
 * When something was reached for the first time. Verified: the first state in which the incident is
 * taken for real.
 */
const REACHED = {
  verify: ({ assessing, prealert, responding }) =>
    Math.min(assessing ?? Infinity, prealert ?? Infinity, responding ?? Infinity),
  activate: ({ activated }) => activated,
  firstStep: ({ firstStep }) => firstStep,
  contain: ({ contained }) => contained,
  lift: ({ lifted }) => lifted,
  close: ({ closed }) => closed,
} as const satisfies Record<string, (moments: IncidentStats['moments']) => number | undefined>
export type TimeName = keyof typeof REACHED
export const TIMES = Object.keys(REACHED) as readonly TimeName[]

/**
 * Ms from the report until then; null if it has not come so far. A clock that was put back in the
 * meantime makes it zero, never less.
 */
export function timeTo(name: TimeName, { moments, at }: IncidentStats): number | null {
  const reached = REACHED[name](moments) ?? Infinity
  return reached === Infinity ? null : Math.max(0, reached - (moments.reported ?? at))
}
const reaches = (name: TimeName): Units => ofThose((stats) => once(timeTo(name, stats) !== null))

/** Monday is 0. */
function weekdayHour(at: number, zone: string): { day: number; hour: number } {
  const { date, hour } = localHour(at, zone)
  return { day: (weekday(date) + 6) % 7, hour }
}
const DRILLED: readonly string[] = ['closed', 'archived']
const pieces = (count: number | undefined): readonly string[] =>
  Array.from({ length: count ?? 0 }, noKey)

const aftermath = (count: (aftermath: AftermathStats, frame: Frame) => number): Units =>
  ofThose((stats, frame) => pieces(stats.aftermath && count(stats.aftermath, frame)))

export const COUNTS = {
  incidents: ofThose(() => ONCE),
  drills: (stats) => once(stats.drill && stats.counted),
  drillsDone: (stats) => once(stats.drill && stats.counted && DRILLED.includes(stats.state)),
  falseReports: (stats, frame) => once(stats.falseReport && stats.drill === frame.drill),
  imported: ofThose((stats) => once(stats.imported !== undefined)),
  byCategory: by((stats) => stats.category),
  byLegalCategory: by((stats) => stats.legalCategory),
  byType: by((stats) => stats.type),
  byLevel: by((stats) => stats.level),
  bySeverity: by((stats) => stats.severity),
  byPlace: by((stats) => stats.place),
  byChannel: by((stats) => stats.channel),
  byWeekdayHour: ofThose((stats, { zone }) => {
    const { day, hour } = weekdayHour(stats.at, zone)
    return [`${day}-${hour}`]
  }),
  byMonth: by((stats) => stats.month),
  categoryByLevel: by((stats) => `${stats.category ?? NONE}|${stats.level ?? NONE}`),
  byAnswer: ofThose((stats) =>
    Object.entries(stats.answers ?? {}).flatMap(([question, values]) =>
      values.map((value) => `${question}|${value}`),
    ),
  ),
  'limits.due': limits(noKey, ...DUE),
  'limits.met': limits(noKey, 'met'),
  'limits.late': limits(noKey, 'late'),
  'limits.metAsTold': ofThose((stats, { now }) =>
    sourceLimits(stats)
      .filter((limit) => isMetAsTold(limit, now))
      .map(noKey),
  ),
  'limits.proposed.due': proposedLimits(...DUE),
  'limits.proposed.met': proposedLimits('met'),
  'limits.proposed.late': proposedLimits('late'),
  'nudges.due': nudges(...DUE),
  'nudges.met': nudges('met'),
  'nudges.late': nudges('late'),
  'byClause.due': limits(clauseKey, ...DUE),
  'byClause.met': limits(clauseKey, 'met'),
  'byClause.late': limits(clauseKey, 'late'),
  'times.verify': reaches('verify'),
  'times.activate': reaches('activate'),
  'times.firstStep': reaches('firstStep'),
  'times.contain': reaches('contain'),
  'times.lift': reaches('lift'),
  'times.close': reaches('close'),
  'reports.first.due': reports('first', ...DUE),
  'reports.first.onTime': reports('first', 'met'),
  'reports.first.late': reports('first', 'late'),
  'reports.followUp.due': reports('followUp', ...DUE),
  'reports.followUp.onTime': reports('followUp', 'met'),
  'reports.followUp.late': reports('followUp', 'late'),
  'reports.final.due': reports('final', ...DUE),
  'reports.final.onTime': reports('final', 'met'),
  'reports.final.late': reports('final', 'late'),
  'reports.law.first.due': lawReports('first', ...DUE),
  'reports.law.first.met': lawReports('first', 'met'),
  'reports.law.first.late': lawReports('first', 'late'),
  'reports.law.followUp.due': lawReports('followUp', ...DUE),
  'reports.law.followUp.met': lawReports('followUp', 'met'),
  'reports.law.followUp.late': lawReports('followUp', 'late'),
  'reports.law.changes.due': lawReports('changes', ...DUE),
  'reports.law.changes.met': lawReports('changes', 'met'),
  'reports.law.changes.late': lawReports('changes', 'late'),
  'alerts.raised': alerts(() => true),
  'alerts.acknowledged': acknowledgedIn(Number.MAX_VALUE),
  'alerts.s60': acknowledgedIn(ACKNOWLEDGED_MS.s60),
  'alerts.s120': acknowledgedIn(ACKNOWLEDGED_MS.s120),
  'alerts.later': alerts((alert) => (ackMs(alert) ?? 0) > ACKNOWLEDGED_MS.s120),
  'alerts.never': alerts((alert) => ackMs(alert) === null),
  'alerts.standing': alerts(isStale),
  'alerts.byPriority': ofThose((stats) =>
    (stats.alerts ?? []).map(({ priority }) => String(priority)),
  ),
  'alerts.byKind': ofThose((stats) => (stats.alerts ?? []).map(alertKindOf)),
  'evidence.kept': ofThose((stats) => pieces(stats.evidence?.kept)),
  'evidence.mayGo': ofThose((stats) => pieces(stats.evidence?.mayGo)),
  'aftercare.opened': aftermath(({ done, open }) => done + open.length),
  'aftercare.done': aftermath(({ done }) => done),
  'aftercare.open': aftermath(({ open }) => open.length),
  'aftercare.overdue': aftermath(
    ({ open }, { now, zone }) => open.filter((dueOn) => dueOn < localDate(now, zone)).length,
  ),
  'reviews.done': aftermath(({ reviewed }) => Number(reviewed)),
  'reviews.passedOver': aftermath(({ passedOver }) => Number(passedOver)),
  'evaluations.done': aftermath(({ evaluations }) => evaluations.done),
  'evaluations.late': aftermath(({ evaluations }) => evaluations.late),
} as const satisfies Record<string, Units>
export type CountMetric = keyof typeof COUNTS

const cents = (yuan: number): number => Math.round(yuan * 100)

/**
 * Figures that are sums: what an incident adds to them. Whole numbers throughout (money in cents),
 * so that no order of adding matters.
 */
export const SUMS = {
  'casualties.dead': (stats) => stats.casualties?.dead ?? 0,
  'casualties.serious': (stats) => stats.casualties?.serious ?? 0,
  'casualties.minor': (stats) => stats.casualties?.minor ?? 0,
  'casualties.missing': (stats) => stats.casualties?.missing ?? 0,
  evacuated: (stats) => stats.casualties?.evacuated ?? 0,
  loss: (stats) => cents(stats.loss ?? 0),
  'aftercare.agreed': (stats) => stats.aftermath?.agreedFen ?? 0,
  'aftercare.paid': (stats) => stats.aftermath?.paidFen ?? 0,
} as const satisfies Record<
  `casualties.${Casualty}` | 'evacuated' | 'loss' | `aftercare.${'agreed' | 'paid'}`,
  (stats: IncidentStats) => number
>
export type SumMetric = keyof typeof SUMS

/** Every figure that has a list of incidents behind it. */
export type Metric = CountMetric | SumMetric
export const METRICS = [...Object.keys(COUNTS), ...Object.keys(SUMS)] as readonly Metric[]
const isSum = (metric: Metric): metric is SumMetric => Object.hasOwn(SUMS, metric)

/**
 * The units of a figure that one incident gives, as keys. Behind a sum stand the incidents that add
 * anything to it, each once.
 */
export const unitsOf = (metric: Metric, stats: IncidentStats, frame: Frame): readonly string[] =>
  isSum(metric) ? once(isIn(stats, frame) && SUMS[metric](stats) > 0) : COUNTS[metric](stats, frame)
