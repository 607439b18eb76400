/**
 * Reads what the report of a month is made of: figures, stats, names and plans, all of one position
 * of the record and one instant.
 */
import { localDate, localMonth } from '#shared/domain/calendar.ts'
import type { CorrectiveAction } from '#shared/domain/corrective-action/action.ts'
import { asOf, lastDay, nextMonth } from '#shared/domain/monthly-report/as-of.ts'
import type {
  EvaluationDue,
  ReportFigures,
  MonthReportData,
  PlanChange,
} from '#shared/domain/monthly-report/data.ts'
import { emergenciesIn } from '#shared/domain/station/adoptions.ts'
import type { Adoption } from '#shared/domain/station/stream.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import {
  comparedWith,
  isDate,
  thirteenMonths,
  yearToDate,
  type ComparedPeriods,
  type Period,
} from '#shared/domain/statistics/period.ts'
import { counting, underName, type FigureContext } from '#shared/domain/statistics/statistics.ts'
import type { StoredBody } from '#shared/domain/event-stream.ts'
import { warningsOfMonth } from '#shared/domain/monthly-report/warnings.ts'
import { localized } from '#shared/domain/text.ts'
import { allActions } from '../action/queries.ts'
import { warningsStream } from '#shared/domain/warning/stream.ts'
import { namesFor, numbersOf, type PlanRan } from '../statistics/labels.ts'
import type { ReadinessBasis } from '#shared/domain/readiness/basis.ts'
import { basisOf, readinessFigures } from '../readiness/figures.ts'
import { recordNow, type ReadRecord } from '../readiness/record.ts'
import { monthActions } from './month-actions.ts'
import type { SitePlanState } from '#shared/domain/site-plan/stream.ts'
import type { QueryContext } from '../handler.ts'
import { figureContext, overStats } from '../statistics/queries.ts'
import { recordedSince } from '../statistics/recorded-since.ts'
import { readSteadily } from '../statistics/steady-read.ts'

const EVALUATED_AFTER_YEARS = 3

/** Everything that reading for a report needs. */
export type ReportContext = Pick<
  QueryContext,
  | 'memory'
  | 'journal'
  | 'now'
  | 'pause'
  | 'library'
  | 'sitePlans'
  | 'reports'
  | 'planSources'
  | 'shipped'
>
type Counted = { figures: ReportFigures; stats: readonly IncidentStats[]; ran: readonly PlanRan[] }

/** @param today local date as of which it is drawn */
const periodsOf = (
  month: string,
  today: string,
): ComparedPeriods & { now: Period; yearToDate: Period; trend: Period } => {
  const now = { from: `${month}-01`, to: lastDay(month) }
  return {
    now,
    ...comparedWith(now, today),
    yearToDate: yearToDate(now),
    trend: thirteenMonths(now.to),
  }
}
/** The months whose incidents a report of this month looks at: the year before its end. */
export const lookedAt = (month: string): readonly Period[] => [thirteenMonths(lastDay(month))]

/**
 * Begins to count all figures of a report, as of an instant (UTC ms). Stats may hold more than is
 * looked at.
 */
export function countingMonth(
  month: string,
  at: number,
  { recordSince, ...context }: FigureContext & { recordSince: string },
): { add: (allStats: readonly IncidentStats[]) => void; end: () => Counted } {
  const periods = periodsOf(month, localDate(at, context.zone))
  const count = (period: Period, drill = false): ReturnType<typeof counting> =>
    counting({ ...period, ...(drill ? { filter: { drill } } : {}) }, at, context)
  const counts = {
    now: count(periods.now),
    previous: count(periods.previous),
    lastYear: count(periods.lastYear),
    yearToDate: count(periods.yearToDate),
    drills: count(periods.now, true),
    trend: count(periods.trend),
  }
  const ofMonth: IncidentStats[] = []
  const ran = new Map<string, PlanRan>()
  return {
    add(allStats) {
      for (const counting of Object.values(counts)) counting.add(allStats)
      for (const stats of allStats)
        if (stats.month === month) {
          ofMonth.push(underName(stats, context))
          for (const plan of stats.plans ?? []) ran.set(plan.revision, plan)
        }
    },
    end: () => ({
      figures: {
        now: counts.now.result(),
        previous: counts.previous.result(),
        lastYear: counts.lastYear.result(),
        yearToDate: counts.yearToDate.result(),
        drills: counts.drills.result(),
        trend: counts.trend.result().byMonth,
        sameDays: periods.sameDays,
        recordSince,
      },
      stats: ofMonth.sort((a, b) => (a.incidentId < b.incidentId ? -1 : 1)),
      ran: [...ran.values()],
    }),
  }
}

/** The same day three years later; the 28th for the 29 February. */
function evaluationOf(date: string): string {
  const later = `${Number(date.slice(0, 4)) + EVALUATED_AFTER_YEARS}${date.slice(4)}`
  return isDate(later) ? later : `${later.slice(0, 7)}-28`
}

/** The response levels that these plans begin with, by revision. */
async function usualLevels(
  ran: readonly PlanRan[],
  { memory }: Pick<ReportContext, 'memory'>,
): Promise<MonthReportData['usualLevels']> {
  const levels: Record<string, number> = {}
  for (const { revision } of ran) {
    await memory.hasPlan(revision)
    const level = memory.plan(revision)?.defaultLevel ?? null
    if (level !== null) levels[revision] = level
  }
  return levels
}

/**
 * What of the site's plans belongs into the report of a month. `states`: what the record has of
 * each plan.
 */
async function plansFor(
  month: string,
  states: readonly (readonly [string, SitePlanState])[],
  { memory, library }: Pick<ReportContext, 'memory' | 'library'>,
): Promise<MonthReportData['plans']> {
  const { zone } = memory.site
  const changes: PlanChange[] = []
  const evaluations: EvaluationDue[] = []
  const soon = lastDay(nextMonth(month))
  for (const [planId, { plan: sitePlan }] of states) {
    const record = sitePlan?.record.filter(({ at }) => localMonth(at, zone) <= month) ?? []
    for (const { kind, number, at, revision } of record) {
      if (localMonth(at, zone) !== month) continue
      await memory.hasPlan(revision)
      changes.push({
        planId,
        title: memory.plan(revision)?.title ?? localized(planId, planId),
        kind,
        number,
        at,
      })
    }
    const last = record.at(-1)
    if (!last || last.kind === 'abolished') continue
    const approvedOn = localDate(last.at, zone)
    const dueOn = evaluationOf(approvedOn)
    if (dueOn > soon) continue
    await memory.hasPlan(last.revision)
    evaluations.push({
      planId,
      title: memory.plan(last.revision)?.title ?? localized(planId, planId),
      approvedOn,
      dueOn,
    })
  }
  const changed = new Set(states.filter(([, state]) => state.plan).map(([id]) => id))
  return {
    changes: changes.sort((a, b) => a.at - b.at || (a.planId < b.planId ? -1 : 1)),
    evaluations: evaluations.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    shipped: library.plans().some(({ id }) => !changed.has(id)),
  }
}

type Around = {
  month: string
  position: number
  asOf: number
  site: MonthReportData['site']
  adoptions: readonly Adoption[] | null
  warnings: readonly StoredBody[] // the whole stream
  states: readonly (readonly [string, SitePlanState])[]
  actions: readonly CorrectiveAction[]
  readRecord: ReadRecord
  basis?: ReadinessBasis | undefined // as an issue kept it
}

/** Gives names to what was counted, and adds the plans. */
export async function dataOf(
  { figures, stats: allStats, ran }: Counted,
  { month, position, asOf: at, site, states, adoptions, actions, warnings, ...around }: Around,
  context: ReportContext,
): Promise<MonthReportData> {
  const { now, previous, lastYear, yearToDate: year, drills } = figures
  const { zone } = context.memory.site
  const numberOf = await numbersOf(allStats, context)
  const { readRecord } = around
  const basis = around.basis ?? (await basisOf(readRecord, now, at, context))
  return {
    month,
    site,
    zone,
    position,
    asOf: at,
    figures,
    // those from before there were numbers have them by order of report
    stats: allStats.map((stats) => {
      const number = numberOf(stats)
      return number === null || number === stats.number ? stats : { ...stats, number }
    }),
    names: await namesFor([now, previous, lastYear, year, drills], ran, context),
    emergencies: emergenciesIn(adoptions, now, zone),
    warnings: warningsOfMonth(warnings, now, { asOf: at, zone }),
    usualLevels: await usualLevels(ran, context),
    plans: await plansFor(month, states, context),
    actions: await monthActions(actions, now, { at, zone }, context),
    readiness: await readinessFigures(readRecord, now, { now: at, zone, basis }),
    basis,
  }
}

/** The instant (UTC ms) of the event at this position, null before the first. */
async function instantAt(
  position: number,
  { journal }: Pick<ReportContext, 'journal'>,
): Promise<number | null> {
  const [event] = position > 0 ? await journal.eventsAfter(position - 1, 1) : []
  return event?.at ?? null
}

/**
 * What the report of a month is made of now. Other work goes on in between; what is saved in the
 * meantime lets it be read again.
 */
export async function drawMonth(month: string, context: ReportContext): Promise<MonthReportData> {
  const { memory, sitePlans, now } = context
  const { zone } = memory.site
  const { drawn } = await readSteadily(memory, async () => {
    const at = asOf(month, await instantAt(memory.position, context), now(), zone)
    const recordSince = await recordedSince(context)
    const counted = await overStats(lookedAt(month), { ...context, now: () => at }, () =>
      countingMonth(month, at, { ...figureContext(memory), recordSince }),
    )
    return { at, counted }
  })
  const { at, counted } = drawn
  const states = sitePlans.ids().map((id) => [id, sitePlans.state(id)] as const)
  const adoptions = memory.documents.get('adoptions', 'station')
  const all = allActions(context)
  const site = memory.site.name
  const warnings = await context.journal.events(warningsStream.nameOf(''))
  const around = { month, position: counted.position, asOf: at, site, states, adoptions, warnings }
  const readRecord = recordNow(context)
  return dataOf(counted.drawn, { ...around, actions: all, readRecord }, context)
}
