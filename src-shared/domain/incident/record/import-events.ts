/** What is recorded of an incident of the past that came from a file. */
import type { Guarded, Sealed } from '../../sealed.ts'
import type { Severity } from './scales.ts'
import type { Counts, ImportSource, PastMoments } from './slices.ts'

/** What is known of an incident of the past. Instants in UTC ms, `loss` in yuan. */
export type PastIncident = {
  place: Guarded
  area?: string
  narrative: Sealed | null
  reporter: Sealed | null
  channel: string | null
  level: number | null
  severity: Severity | null
  occurredAt: number
  receivedAt: number | null // null: the source does not say; the occurrence stands for it
  state: 'archived' | 'falseReport'
  drill: boolean
  moments: PastMoments
  casualties: Counts
  loss: number | null
}
export type IncidentImported = PastIncident & {
  type: 'IncidentImported'
  source: ImportSource
  incidentType: string | null
  category: string | null
  legalCategory: string | null
}
/** The import that it came with was withdrawn, by the person who stands in the event. */
export type IncidentWithdrawn = { type: 'IncidentWithdrawn'; importId: string; reason: Guarded }
export type ImportEvent = IncidentImported | IncidentWithdrawn
