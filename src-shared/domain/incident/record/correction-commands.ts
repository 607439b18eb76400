/** What can be asked for to put the record right, by addition. */
import type { Guarded, Sealed } from '../../sealed.ts'
import type { IncidentTypeRef } from './slices.ts'

/**
 * What is not said stays as it was. `area`: of a sealed place. `placeBefore`: the place that stood
 * in clear, sealed, where it turns out to be somebody's home.
 */
export type AmendReport = {
  type: 'AmendReport'
  place?: Guarded
  area?: string
  placeBefore?: Sealed
  incidentType?: IncidentTypeRef
  channel?: string
  reporter?: Sealed
  narrative?: Sealed
  occurredAt?: number
  reason: Guarded
}

export type CorrectionCommand = AmendReport
