/** Events about what was told of an incident: its report, and what kind that makes it. */
import type { Guarded, Sealed } from '../../sealed.ts'

export type IncidentReported = {
  type: 'IncidentReported'
  place: Guarded // sealed where it may be somebody's home
  area?: string // with a sealed place: the estate or hall that it lies in; '' where nobody said
  placeId?: string // of the register that it is or lies in; of a sealed place that of its area
  narrative: Sealed
  incidentType: string | null
  category: string | null
  legalCategory: string | null
  channel: string | null
  reporter: Sealed | null
  occurredAt: number | null
  drill: boolean
  attended?: true // its attention begins with it; absent before there was any
  likelyDiscreet?: true // without a type, in words that lead to a discreet one
  number?: string // short, for radio and telephone (number.ts); absent before there were any
}
/** What kind of incident it is became known after the report: by the plan that was activated. */
export type IncidentClassified = {
  type: 'IncidentClassified'
  incidentType: string
  category: string
  legalCategory: string | null
}
