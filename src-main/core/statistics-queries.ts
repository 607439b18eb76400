/** Handlers for figures: of a month, of any period with what it is compared with, and the incidents behind one figure. They count nothing themselves. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { IncidentFact } from '#shared/domain/statistics/fact.ts'
import { monthOfTally, monthStatistics } from '#shared/domain/statistics/month.ts'
import { monthsOf, previousPeriod, thirteenMonths, yearBefore, yearToDate, type Period } from '#shared/domain/statistics/period.ts'
import { membersOf, periodStatistics, trendOf, type Filter } from '#shared/domain/statistics/statistics.ts'
import { linesOf, namesFor } from './figure-names.ts'
import type { QueryHandler, Reading } from './queries.ts'

const ROWS = 2000
const STEADY_TRIES = 8

/** Facts as they stood at one position of the record, though months are read one after another. */
export type Facts = { facts: readonly IncidentFact[]; position: number; at: number }

/** All facts of the months that these periods touch. What is saved meanwhile lets it read again; a desk is calm for long enough soon. */
export async function factsOf(periods: readonly Period[], { live, journal, now }: Pick<Reading, 'live' | 'journal' | 'now'>): Promise<Facts> {
  const months = monthsOf({
    from: periods.reduce((first, { from }) => from < first ? from : first, periods[0]?.from ?? ''),
    to: periods.reduce((last, { to }) => to > last ? to : last, '')
  })
  for (let tries = 1; ; tries++) {
    const position = live.position
    const facts: IncidentFact[] = []
    for (const month of months) for (const fact of await journal.facts(month, month)) facts.push(fact)
    if (live.position === position || tries === STEADY_TRIES) return { facts, position: live.position, at: now() }
  }
}

/** A filter without what was left open. */
function filterOf(given: Parsed<'statistics/period'>['filter']): Filter {
  const { type, category, level, place, drill } = given ?? {}
  return { ...type ? { type } : {}, ...category ? { category } : {}, ...level ? { level } : {}, ...place ? { place } : {}, ...drill ? { drill } : {} }
}

/** This month's figures come from the facts in memory, another month's from its tally: both are counted by the same functions. */
const month: QueryHandler<'statistics/month'> = async ({ month: asked }, { live, journal, now }) => {
  const at = now()
  const held = live.month()
  return { ok: true, reply: asked === held.month ? monthStatistics(asked, held.facts, at) : monthOfTally(asked, await journal.tally(asked), at) }
}

const period: QueryHandler<'statistics/period'> = async (input, reading) => {
  const asked = { from: input.from, to: input.to }
  const periods = { now: asked, previous: previousPeriod(asked), lastYear: yearBefore(asked), yearToDate: yearToDate(asked) }
  const trend = thirteenMonths(asked.to)
  const { facts, position, at } = await factsOf([...Object.values(periods), trend], reading)
  const [filter, around] = [filterOf(input.filter), { zone: reading.live.site.zone }]
  const of = (one: Period): ReturnType<typeof periodStatistics> => periodStatistics({ ...one, filter }, facts, at, around)
  const figures = { now: of(periods.now), previous: of(periods.previous), lastYear: of(periods.lastYear), yearToDate: of(periods.yearToDate) }
  const names = await namesFor(Object.values(figures), facts, reading)
  return { ok: true, reply: { ...figures, trend: trendOf({ ...trend, filter }, facts, at, around), names, position, at } }
}

const incidents: QueryHandler<'statistics/incidents'> = async (input, reading) => {
  const query = { from: input.from, to: input.to, filter: filterOf(input.filter) }
  const { facts, position, at } = await factsOf([query], reading)
  const members = membersOf(query, facts, input.metric, input.key ?? undefined, at, { zone: reading.live.site.zone })
  const times = new Map<string, number>()
  for (const id of members) times.set(id, (times.get(id) ?? 0) + 1)
  const behind = facts.filter(({ incidentId }) => times.has(incidentId)).sort((one, other) => other.at - one.at || (one.incidentId < other.incidentId ? 1 : -1))
  const lines = await linesOf(behind.slice(0, input.limit ?? ROWS), at, reading)
  return {
    ok: true,
    reply: { rows: lines.map((line) => ({ ...line, times: times.get(line.incidentId) ?? 0 })), total: members.length, incidents: behind.length, position, at }
  }
}

export const statisticsQueries = { 'statistics/month': month, 'statistics/period': period, 'statistics/incidents': incidents }
