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
  fact: IncidentStats,
  searchEntry: SearchEntry | undefined,
): boolean {
  const { from, until, drill, types, levels, states, terms } = search
  return (
    (from === null || fact.at >= from) &&
    (until === null || fact.at < until) &&
    (drill === null || fact.drill === drill) &&
    among(types, fact.type) &&
    among(levels, fact.level) &&
    among(states, fact.state) &&
    terms.every(
      (term) =>
        (fact.type !== null && term.types.includes(fact.type)) ||
        (searchEntry && (hears(searchEntry.plain, term) || hears(searchEntry.narrative, term))),
    )
  )
}

const newestFirst = (a: IncidentStats, b: IncidentStats): number =>
  b.at - a.at || (a.incidentId < b.incidentId ? 1 : -1)

export function searchIn(
  search: Search,
  facts: readonly IncidentStats[],
  searchEntry: ReadonlyMap<string, SearchEntry>,
): { facts: readonly IncidentStats[]; total: number } {
  const all = facts
    .filter((fact) => matches(search, fact, searchEntry.get(fact.incidentId)))
    .sort(newestFirst)
  const { after, limit } = search
  const rest =
    after === null
      ? all
      : all.filter(
          (fact) => fact.at < after.at || (fact.at === after.at && fact.incidentId < after.id),
        )
  return { facts: rest.slice(0, limit), total: all.length }
}
