/**
 * A station for the statistics page that answers from facts by the real rules: what the page shows
 * of them can be counted again.
 */
import type { Answered, Input } from '#shared/contract/contract.ts'
import type { FiguresReply, PeriodReply } from '#shared/contract/statistics.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { NO_ACTION_FIGURES } from '#shared/domain/statistics/actions.ts'
import { NO_READINESS_FIGURES } from '#shared/domain/readiness/figures.ts'
import { NO_WARNING_FIGURES } from '#shared/domain/statistics/warnings.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import type { Filter, PeriodStatistics } from '#shared/domain/statistics/figures.ts'
import {
  comparedWith,
  thirteenMonths,
  yearToDate,
  type Period,
} from '#shared/domain/statistics/period.ts'
import { membersOf, periodStatistics } from '#shared/domain/statistics/statistics.ts'
import { ZONE } from '../../kit/incident-stats.ts'
import { NOW } from '../board-parts.ts'
import { accepted } from './desk.ts'

export const AROUND = { zone: ZONE }
export const NO_NAMES: PeriodReply['names'] = {
  types: {},
  categories: {},
  plans: {},
  steps: {},
  clauses: {},
  questions: {},
}

/** The reply of `statistics/period` on the day of `NOW`. */
export function figures(
  allStats: readonly IncidentStats[],
  period: Period,
  filter: Filter = {},
  names: Partial<PeriodReply['names']> = {},
): PeriodReply {
  const of = ({ from, to }: Period): PeriodStatistics =>
    periodStatistics({ from, to, filter }, allStats, NOW, AROUND)
  const { previous, lastYear, sameDays } = comparedWith(period, localDate(NOW, ZONE))
  return {
    now: of(period),
    previous: of(previous),
    lastYear: of(lastYear),
    sameDays,
    yearToDate: of(yearToDate(period)),
    trend: of(thirteenMonths(period.to)).byMonth,
    names: { ...NO_NAMES, ...names },
    actions: NO_ACTION_FIGURES,
    warnings: NO_WARNING_FIGURES,
    readiness: NO_READINESS_FIGURES,
    recordSince: '2000-01',
    emergencies: [],
    position: 100,
    at: NOW,
  }
}

/** A filter as the rules have it: what the request leaves open is not there. */
export const filterOf = (request: Input<'statistics/period'>['filter']): Filter =>
  Object.fromEntries(
    Object.entries(request ?? {}).filter(([, value]) => value !== null && value !== undefined),
  )

/** The part of a reply that comes first, as `statistics/figures` answers it. */
export const firstOf = ({
  now,
  names,
  actions,
  warnings,
  readiness,
  recordSince,
  emergencies,
  position,
  at,
}: PeriodReply): FiguresReply => ({
  now,
  names,
  actions,
  warnings,
  readiness,
  recordSince,
  emergencies,
  position,
  at,
})

/** Answers for the requests of the page. */
export const answering = (
  allStats: readonly IncidentStats[],
  names: Partial<PeriodReply['names']> = {},
) => ({
  'types/list': () => accepted<'types/list'>([]),
  'statistics/figures': ({
    from,
    to,
    filter,
  }: Input<'statistics/figures'>): Answered<'statistics/figures'> =>
    accepted<'statistics/figures'>(
      firstOf(figures(allStats, { from, to }, filterOf(filter), names)),
    ),
  'statistics/period': ({
    from,
    to,
    filter,
  }: Input<'statistics/period'>): Answered<'statistics/period'> =>
    accepted<'statistics/period'>(figures(allStats, { from, to }, filterOf(filter), names)),
  'statistics/incidents': ({
    from,
    to,
    filter,
    metric,
    key,
  }: Input<'statistics/incidents'>): Answered<'statistics/incidents'> => {
    const units = membersOf(
      { from, to, filter: filterOf(filter) },
      allStats,
      metric,
      key ?? undefined,
      NOW,
      AROUND,
    )
    const behind = allStats.filter(({ incidentId }) => units.includes(incidentId))
    return accepted<'statistics/incidents'>({
      rows: behind.map(({ incidentId, at, place, type, level, state, drill }) => ({
        incidentId,
        number: null,
        at,
        place,
        type,
        typeName: null,
        level,
        state,
        drill,
        plans: [],
        late: 0,
        imported: null,
        times: units.filter((id) => id === incidentId).length,
      })),
      total: units.length,
      incidents: behind.length,
      position: 100,
      at: NOW,
    })
  },
})
