/**
 * What a shift handover shows: what runs, what stands still and until when, what is missing, who is
 * on. Kept with each signature word for word. Its personal values stand in it as their seals
 * (`withValues` puts them there), so that it can be kept for years.
 */
import type { IncidentState } from '../incident/record/state.ts'
import type { Warning } from '../incident/record/scales.ts'
import type { LocalizedText } from '../text.ts'

/** `at`: UTC ms of the limit or of attention, null where nothing counts. */
export type PageNext = {
  title: LocalizedText
  note: LocalizedText | null
  role: LocalizedText
  people: readonly string[]
  at: number | null
}

/**
 * `open`: steps that are not done, `lifeSafety` of them. `provisional`: plans that nobody has
 * confirmed; `assumed`: questions whose answer was assumed.
 */
export type PageIncident = {
  id: string
  number?: string // the short one; a page of before there were any says none
  place: string
  kind: LocalizedText
  state: IncidentState
  level: number | null
  levelName: LocalizedText | null
  warning: Warning | null
  drill: boolean
  receivedAt: number
  commander: string | null // a person whom somebody named
  command?: LocalizedText // who commands, in words; an older page says none
  open: number
  lifeSafety: number
  next: PageNext | null
  provisional: readonly LocalizedText[]
  assumed: readonly LocalizedText[]
}

/** A warning in force. `told`: how often somebody was told; `until` null: until it is lifted. */
export type PageWarning = {
  id: string
  kind: string
  warning: Warning
  area: string
  startsAt: number
  until: number | null
  told: number
}

/** An alert that somebody has acknowledged and whose cause still stands. */
export type PageAcknowledged = {
  incidentId: string
  number?: string
  place: string
  cause: LocalizedText
  at: number
  by: string
}
/** An alert that was put off. */
export type PageShelved = {
  incidentId: string
  number?: string
  place: string
  cause: LocalizedText
  until: number
  by: string
  reason: string | null
}
/** A fault of the station itself. */
export type PageFault = {
  cause: LocalizedText
  action: LocalizedText
  since: number
  acknowledgedBy: string | null
}
export type PageEvidence = {
  incidentId: string
  number?: string
  incidentPlace: string
  what: string
  place: string
  keeper: string | null
  until: number
}
export const MISSING_PARTS = [
  'kind',
  'plans',
  'posts',
  'phones',
  'gaps',
  'units',
  'wall',
  'backup',
  'code',
] as const
export type MissingPart = (typeof MISSING_PARTS)[number]
/** `names`: of what is missing, where it is more than one thing. */
export type PageMissing = { part: MissingPart; names: readonly LocalizedText[] }
export type PagePost = { post: LocalizedText; people: readonly string[] }
/** `until`, `nextAt`: UTC ms; null where no duty roster says so. */
export type PageDuty = {
  now: readonly PagePost[]
  until: number | null
  next: readonly PagePost[]
  nextAt: number | null
}
export type PageNote = { id: string; words: string; at: number; by: string }

/** A line of what is due: local day, null where it has been due all along. */
export type PageObligation = { line: LocalizedText; due: string | null; isCritical: boolean }
/** The two counts of what is due, and its worst lines. */
export type PageReadiness = {
  critical: number
  due: number
  worst: readonly PageObligation[]
}

export type PageAftermath = { open: number; reviews: number; evaluations?: number }

/**
 * `at`: when it stood so, `position`: after which event of the record. `left`: incidents of a
 * damaged record that nobody has taken over; `closed`: those that wait to be archived.
 */
export type HandoverPage = {
  at: number
  position: number
  incidents: readonly PageIncident[]
  warnings?: readonly PageWarning[] // absent where there are none
  left: number
  closed: number
  acknowledged: readonly PageAcknowledged[]
  shelved: readonly PageShelved[]
  faults: readonly PageFault[]
  keeping: readonly PageEvidence[]
  missing: readonly PageMissing[]
  duty: PageDuty
  notes: readonly PageNote[]
  heard: { at: number; by: string } | null
  /** Corrective actions; an older page, and one without any, says none. */
  actions?: { open: number; overdue: number }
  /** What is critical or due; an older page, and one without any, says none. */
  readiness?: PageReadiness
  /**
   * Aftercare that is open, also of archived incidents, closed incidents without the review they
   * need, evaluations of plans that are due; absent without any. An older page says no evaluations.
   */
  aftermath?: PageAftermath
}
