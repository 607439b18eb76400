/**
 * Searches incidents that are held in memory: the plain meaning of a search, which every store must
 * have. It holds nothing itself.
 */
import { hears } from '#shared/domain/history/words.ts'
import type { IncidentFact } from '#shared/domain/statistics/incident-stats.ts'
import type { SearchEntry, Search } from '#main/core/ports.ts'

const among = (
  wanted: readonly (string | number)[] | null,
  value: string | number | null,
): boolean => wanted === null || wanted.includes(value ?? 'none')

function wantedBy(wanted: Search, fact: IncidentFact, found: SearchEntry | undefined): boolean {
  const { from, until, drill, types, levels, states, terms } = wanted
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
        (found && (hears(found.plain, term) || hears(found.said, term))),
    )
  )
}

const newestFirst = (one: IncidentFact, other: IncidentFact): number =>
  other.at - one.at || (one.incidentId < other.incidentId ? 1 : -1)

export function searchIn(
  wanted: Search,
  facts: readonly IncidentFact[],
  found: ReadonlyMap<string, SearchEntry>,
): { facts: readonly IncidentFact[]; total: number } {
  const all = facts
    .filter((fact) => wantedBy(wanted, fact, found.get(fact.incidentId)))
    .sort(newestFirst)
  const { after, limit } = wanted
  const rest =
    after === null
      ? all
      : all.filter(
          (fact) => fact.at < after.at || (fact.at === after.at && fact.incidentId < after.id),
        )
  return { facts: rest.slice(0, limit), total: all.length }
}
