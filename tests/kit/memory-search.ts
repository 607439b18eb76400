/** Searches incidents in memory: the plain meaning of a search, which every store must have. */
import { hears } from '#shared/domain/history/words.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import type { SearchEntry, Search } from '#main/core/ports.ts'

const among = (
  search: readonly (string | number)[] | null,
  value: string | number | null,
): boolean => search === null || search.includes(value ?? 'none')

function matches(
  search: Search,
  stats: IncidentStats,
  searchEntry: SearchEntry | undefined,
): boolean {
  const { from, until, drill, types, levels, states, terms } = search
  return (
    (from === null || stats.at >= from) &&
    (until === null || stats.at < until) &&
    (drill === null || stats.drill === drill) &&
    among(types, stats.type) &&
    among(levels, stats.level) &&
    among(states, stats.state) &&
    terms.every(
      (term) =>
        (stats.type !== null && term.types.includes(stats.type)) ||
        (searchEntry && (hears(searchEntry.plain, term) || hears(searchEntry.narrative, term))),
    )
  )
}

const newestFirst = (a: IncidentStats, b: IncidentStats): number =>
  b.at - a.at || (a.incidentId < b.incidentId ? 1 : -1)

export function searchIn(
  search: Search,
  allStats: readonly IncidentStats[],
  searchEntry: ReadonlyMap<string, SearchEntry>,
): { stats: readonly IncidentStats[]; total: number } {
  const all = allStats
    .filter((stats) => matches(search, stats, searchEntry.get(stats.incidentId)))
    .sort(newestFirst)
  const { after, limit } = search
  const rest =
    after === null
      ? all
      : all.filter(
          (stats) => stats.at < after.at || (stats.at === after.at && stats.incidentId < after.id),
        )
  return { stats: rest.slice(0, limit), total: all.length }
}
