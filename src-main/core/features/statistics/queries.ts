/**
 * Handlers for figures: of a month, of any period with what it is compared with, and the incidents
 * behind one figure. They count nothing themselves.
 */
import { basisOf, readinessFigures } from '../readiness/figures.ts'
import { recordNow } from '../readiness/record.ts'
import type { Parsed, ReplyOf } from '#shared/contract/contract.ts'
import type { FiguresReply } from '#shared/contract/statistics.ts'
import { localDate } from '#shared/domain/calendar.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { monthOfTally } from '#shared/domain/statistics/month.ts'
import { actionFigures } from '#shared/domain/statistics/actions.ts'
import { warningFigures } from '#shared/domain/statistics/warnings.ts'
import { warningsStream } from '#shared/domain/warning/stream.ts'
import {
  comparedWith,
  monthsOf,
  thirteenMonths,
  yearToDate,
  type Period,
} from '#shared/domain/statistics/period.ts'
import {
  counting,
  membersOf,
  type Counting,
  type FigureContext,
  type Filter,
  type LateLimit,
  type PeriodStatistics,
} from '#shared/domain/statistics/statistics.ts'
import { placeNames } from '#shared/domain/places/known.ts'
import { emergenciesIn } from '#shared/domain/station/adoptions.ts'
import { referredIn, shown, withValues } from '#shared/domain/sealed.ts'
import type { Memory } from '../../engine/memory.ts'
import { linesOf, namesFor, type PlanRan } from './labels.ts'
import { recordedSince } from './recorded-since.ts'
import { readSteadily } from './steady-read.ts'
import type { QueryHandler, QueryContext } from '../handler.ts'

const ROWS = 2000
/** So many late limits are opened before other work gets its turn. */
const OPENED_AT_ONCE = 500

/** What was read stood like this at one position of the record and one instant (UTC ms). */
export type Drawn<T> = T & { position: number; at: number }

/**
 * Goes through the stats of all months that these periods touch, a month at a time, with other work
 * in between. `begin` starts a count, and does so again where something was saved meanwhile.
 */
export async function overStats<T>(
  periods: readonly Period[],
  { memory, journal, now }: Pick<QueryContext, 'memory' | 'journal' | 'now'>,
  begin: (at: number) => { add: (allStats: readonly IncidentStats[]) => void; end: () => T },
): Promise<Drawn<{ drawn: T }>> {
  const months = monthsOf({
    from: periods.reduce(
      (first, { from }) => (from < first ? from : first),
      periods[0]?.from ?? '',
    ),
    to: periods.reduce((last, { to }) => (to > last ? to : last), ''),
  })
  const { drawn, position } = await readSteadily(memory, async () => {
    const at = now()
    const { add, end } = begin(at)
    for (const month of months) add(await journal.incidentStats(month, month))
    return { at, end }
  })
  return { drawn: drawn.end(), position, at: drawn.at }
}

/** What figures of this site are counted by now. */
export const figureContext = ({
  site,
  places,
}: Pick<Memory, 'site' | 'places'>): Required<FigureContext> => ({
  zone: site.zone,
  placeName: placeNames(places()),
})

/** A filter without what was left open. */
export function filterOf(input: Parsed<'statistics/period'>['filter']): Filter {
  const { type, category, level, place, drill } = input ?? {}
  return {
    ...(type ? { type } : {}),
    ...(category ? { category } : {}),
    ...(level ? { level } : {}),
    ...(place ? { place } : {}),
    ...(drill ? { drill } : {}),
  }
}

/**
 * This month's tally is in memory, another month's in the journal: both are counted by the same
 * functions.
 */
const month: QueryHandler<'statistics/month'> = async (
  { month: requested },
  { memory, journal, now },
) => {
  const at = now()
  const current = memory.month()
  return {
    ok: true,
    reply: monthOfTally(
      requested,
      requested === current.month ? current.tally : await journal.tally(requested),
      at,
    ),
  }
}

/** As it stands in the record: reasons and homes are sealed. */
export const sealedPeriod: QueryHandler<'statistics/period'> = async (input, context) => {
  const requested = { from: input.from, to: input.to }
  const trend = thirteenMonths(requested.to)
  const [filter, around] = [filterOf(input.filter), figureContext(context.memory)]
  const { sameDays, ...compared } = comparedWith(requested, localDate(context.now(), around.zone))
  const periods = { now: requested, ...compared, yearToDate: yearToDate(requested) }
  const { drawn, position, at } = await overStats(
    [...Object.values(periods), trend],
    context,
    (begun) => {
      const count = (span: Period): Counting => counting({ ...span, filter }, begun, around)
      const counts = {
        now: count(periods.now),
        previous: count(periods.previous),
        lastYear: count(periods.lastYear),
        yearToDate: count(periods.yearToDate),
        trend: count(trend),
      }
      const ran = new Map<string, PlanRan>()
      return {
        add(allStats) {
          for (const counter of Object.values(counts)) counter.add(allStats)
          for (const { plans = [] } of allStats)
            for (const plan of plans) ran.set(plan.revision, plan)
        },
        end: () => ({ counts, ran: [...ran.values()] }),
      }
    },
  )
  const { counts, ran } = drawn
  const figures = {
    now: await numbered(await inTurn(counts.now, context), context),
    previous: await inTurn(counts.previous, context),
    lastYear: await inTurn(counts.lastYear, context),
    yearToDate: await inTurn(counts.yearToDate, context),
  }
  const names = await namesFor(Object.values(figures), ran, context)
  return {
    ok: true,
    reply: {
      ...figures,
      sameDays,
      trend: counts.trend.result().byMonth,
      names,
      ...(await beside(requested, context)),
      position,
      at,
    },
  }
}

/** Part by part, so that alarms come between. */
async function inTurn(
  count: Counting,
  { pause }: Pick<QueryContext, 'pause'>,
): Promise<PeriodStatistics> {
  const work = count.parts()
  for (;;) {
    await pause()
    const part = work.next()
    if (part.done) return part.value
  }
}

/** What a page says of the record that the figures are of. */
async function beside(
  period: Period,
  context: QueryContext,
): Promise<
  Pick<FiguresReply, 'emergencies' | 'recordSince' | 'actions' | 'warnings' | 'readiness'>
> {
  const { memory, journal } = context
  const around = { now: context.now(), zone: memory.site.zone }
  const adoptions = memory.documents.get('adoptions', 'station')
  const record = recordNow(context)
  const basis = await basisOf(record, period, around.now, context)
  return {
    emergencies: emergenciesIn(adoptions, period, memory.site.zone),
    recordSince: await recordedSince(context),
    actions: actionFigures(memory.documents.all('action').values(), period, around),
    warnings: warningFigures(await journal.events(warningsStream.nameOf('')), period, around),
    readiness: await readinessFigures(record, period, { ...around, basis }),
  }
}

/** A late limit as the console shows it. */
function openedLimit(
  { address, place, ...limit }: LateLimit,
  { value }: Pick<Memory, 'value'>,
): LateLimit {
  return { ...withValues(limit, value), place: address ? shown(address, value) : place }
}

/** The late ones with the short numbers of their incidents, those from before numbers included. */
async function numbered(
  figures: PeriodStatistics,
  { memory: { numbering } }: Pick<QueryContext, 'memory'>,
): Promise<PeriodStatistics> {
  const lateList: LateLimit[] = []
  for (const limit of figures.lateList) {
    const incident = { ...limit, id: limit.incidentId }
    await numbering.fetchOf(incident, limit.startedAt)
    const number = numbering.of(incident)
    lateList.push({ ...limit, ...(number ? { number } : {}) })
  }
  return { ...figures, lateList }
}

async function opened(
  figures: PeriodStatistics,
  { memory, pause }: Pick<QueryContext, 'memory' | 'pause'>,
): Promise<PeriodStatistics> {
  const lateList: LateLimit[] = []
  for (let from = 0; from < figures.lateList.length; from += OPENED_AT_ONCE) {
    const some = figures.lateList.slice(from, from + OPENED_AT_ONCE)
    await memory.fetchValues([some, referredIn(some.map(({ reason }) => reason))])
    lateList.push(...some.map((limit) => openedLimit(limit, memory)))
    await pause()
  }
  return { ...figures, lateList }
}

/** Only the months of the period are read: what it is compared with comes after. */
const figuresOf: QueryHandler<'statistics/figures'> = async (input, context) => {
  const query = { from: input.from, to: input.to, filter: filterOf(input.filter) }
  const { drawn, position, at } = await overStats([query], context, (begun) => {
    const count = counting(query, begun, figureContext(context.memory))
    const ran = new Map<string, PlanRan>()
    return {
      add(allStats) {
        count.add(allStats)
        for (const { plans = [] } of allStats)
          for (const plan of plans) ran.set(plan.revision, plan)
      },
      end: () => ({ count, ran: [...ran.values()] }),
    }
  })
  const now = await inTurn(drawn.count, context)
  const names = await namesFor([now], drawn.ran, context)
  return {
    ok: true,
    reply: {
      now: await opened(now, context),
      names,
      ...(await beside(query, context)),
      position,
      at,
    },
  }
}

const period: QueryHandler<'statistics/period'> = async (input, context) => {
  const read = await sealedPeriod(input, context)
  if (!read.ok) return read
  const { now, previous, lastYear, yearToDate, ...reply } = read.reply
  return {
    ok: true,
    reply: {
      now: await opened(now, context),
      previous: await opened(previous, context),
      lastYear: await opened(lastYear, context),
      yearToDate: await opened(yearToDate, context),
      ...reply,
    },
  }
}

/** `covered`: of somebody's home the area is said. */
export async function incidentsBehind(
  input: Parsed<'statistics/incidents'>,
  context: QueryContext,
  covered = false,
): Promise<{ ok: true; reply: ReplyOf<'statistics/incidents'> }> {
  const query = { from: input.from, to: input.to, filter: filterOf(input.filter) }
  const {
    drawn: { times, behind },
    position,
    at,
  } = await overStats([query], context, (begun) => {
    const members = { times: new Map<string, number>(), behind: [] as IncidentStats[] }
    const around = figureContext(context.memory)
    return {
      add(allStats) {
        const { metric, key } = input
        for (const id of membersOf(query, allStats, metric, key ?? undefined, begun, around))
          members.times.set(id, (members.times.get(id) ?? 0) + 1)
        members.behind.push(...allStats.filter(({ incidentId }) => members.times.has(incidentId)))
      },
      end: () => members,
    }
  })
  behind.sort((a, b) => b.at - a.at || (a.incidentId < b.incidentId ? 1 : -1))
  const lines = await linesOf(behind.slice(0, input.limit ?? ROWS), at, context, covered)
  return {
    ok: true,
    reply: {
      rows: lines.map((line) => ({ ...line, times: times.get(line.incidentId) ?? 0 })),
      total: [...times.values()].reduce((sum, count) => sum + count, 0),
      incidents: behind.length,
      position,
      at,
    },
  }
}

const incidents: QueryHandler<'statistics/incidents'> = (input, context) =>
  incidentsBehind(input, context)

export const statisticsQueries = {
  'statistics/month': month,
  'statistics/figures': figuresOf,
  'statistics/period': period,
  'statistics/incidents': incidents,
}
