/**
 * Makes the words by which an incident is found: its place, its plans, what its caller said (among
 * it a place that is somebody's home); and names the events that change them.
 */
import { NO_WORDS, wordsOf } from '#shared/domain/history/words.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { isSealed, type Sealed } from '#shared/domain/sealed.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { SearchEntry, IncidentRow, NewEvent, Romaniser } from '../ports.ts'

export type SearchContext = {
  plan: (revision: string) => Plan
  value: (sealed: Sealed) => string | null
}
export type SearchIndexer = (incident: Incident, context: SearchContext) => SearchEntry

export const createSearchIndex =
  ({ syllables }: Romaniser): SearchIndexer =>
  (incident, { plan, value }) => {
    const narrative = incident.narrative && value(incident.narrative)
    const titles = incident.runs.flatMap(({ revision }) => Object.values(plan(revision).title))
    const { place, area = '', number } = incident
    const address = isSealed(place) ? value(place) : null
    const personal = [address, narrative].filter((words) => words !== null)
    return {
      id: incident.id,
      plain: wordsOf(
        [isSealed(place) ? area : place, ...titles, ...(number === undefined ? [] : [number])],
        syllables,
      ),
      narrative: personal.length === 0 ? NO_WORDS : wordsOf(personal, syllables),
    }
  }

const NAMING: readonly string[] = [
  'IncidentReported',
  'IncidentImported',
  'IncidentTakenOver',
  'PlanActivated',
  'ReportAmended',
]

/**
 * The rows of those incidents whose words these events have made or changed. Type, level and state
 * are no words: they are searched by their codes.
 */
export const renamedIn = (
  rows: readonly IncidentRow[],
  events: readonly NewEvent[],
): readonly IncidentRow[] =>
  rows.filter(({ id }) =>
    events.some(
      ({ stream, type }) => stream === incidentStream.nameOf(id) && NAMING.includes(type),
    ),
  )
