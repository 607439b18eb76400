/**
 * Previews what the rows of a table would become: incidents, their figures by the one count, and
 * what occurs twice.
 */
import { localMonth } from '../calendar.ts'
import type { IncidentStats } from '../statistics/incident-stats.ts'
import { tallyOf, type Counts } from '../statistics/tally.ts'
import type { PastIncident, ReadRow } from './rows.ts'

/**
 * Rows at the same instant and place, in the order of the file: 1, 2, … A second one is noticed,
 * for it may be the same incident.
 */
export type Numbered = PastIncident & { nth: number; sameAs: number | null }

/**
 * The incidents of these rows with their numbers; `sameAs`: the first row at that instant and
 * place. A faulty row keeps its number, so that it is still its own once it is mended and the file
 * comes again.
 */
export function numbered(rows: readonly ReadRow[]): readonly Numbered[] {
  const seen = new Map<string, { first: number; count: number }>()
  return rows.flatMap(({ row, when, where, incident }) => {
    if (when === null) return []
    const key = `${when} ${where}`
    const before = seen.get(key)
    seen.set(key, { first: before?.first ?? row, count: (before?.count ?? 0) + 1 })
    return incident
      ? [{ ...incident, nth: (before?.count ?? 0) + 1, sameAs: before?.first ?? null }]
      : []
  })
}

/**
 * The stats that the station will draw of it, as far as a count of months and categories needs it.
 */
const statsOf = (
  incident: PastIncident,
  zone: string,
  categoryOf: (type: string) => string | null,
): IncidentStats => ({
  incidentId: String(incident.row),
  month: localMonth(incident.occurredAt, zone),
  at: incident.occurredAt,
  drill: incident.drill,
  counted: !incident.falseReport,
  falseReport: incident.falseReport,
  category: incident.type === null ? incident.category : categoryOf(incident.type),
  legalCategory: null,
  type: incident.type,
  level: incident.level,
  place: incident.place,
  channel: incident.channel,
  state: incident.falseReport ? 'falseReport' : 'archived',
  moments: {},
  limits: [],
  imported: 'counted',
})

export type PreviewMonth = {
  month: string
  incidents: number
  drills: number
  falseReports: number
  byCategory: Counts
}
export type PreviewFigures = {
  incidents: number
  drills: number
  falseReports: number
  byCategory: Counts
  months: readonly PreviewMonth[]
}

/**
 * The figures that these incidents add, in all and month by month. `categoryOf` a type of the site.
 */
export function previewFigures(
  incidents: readonly PastIncident[],
  zone: string,
  categoryOf: (type: string) => string | null,
): PreviewFigures {
  const allStats = incidents.map((incident) => statsOf(incident, zone, categoryOf))
  const of = (some: readonly IncidentStats[]): Omit<PreviewMonth, 'month'> => {
    const { incidents: count, drills, falseReports, byCategory } = tallyOf(some)
    return { incidents: count, drills, falseReports, byCategory }
  }
  const months = [...Map.groupBy(allStats, ({ month }) => month)].sort(([item], [other]) =>
    item < other ? -1 : 1,
  )
  return { ...of(allStats), months: months.map(([month, some]) => ({ month, ...of(some) })) }
}
