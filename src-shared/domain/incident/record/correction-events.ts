/**
 * What can be recorded of corrections: what was reported is put right, a move or a command is taken
 * back, a plan is ended. Past tense, plain JSON, as every event.
 */
import type { Guarded, Sealed } from '../../sealed.ts'

/** What a report says, as far as it can be put right. With a sealed place comes its area. */
export type ReportedPart = {
  place: Guarded
  area: string
  incidentType: string | null
  category: string | null
  legalCategory: string | null
  channel: string | null
  reporter: Sealed | null
  narrative: Sealed | null
  occurredAt: number | null
}
/** `now` and `before` speak of the same parts; both stay in the record. */
export type ReportAmended = {
  type: 'ReportAmended'
  now: Partial<ReportedPart>
  before: Partial<ReportedPart>
  reason: Guarded
}

export type CorrectionEvent = ReportAmended
