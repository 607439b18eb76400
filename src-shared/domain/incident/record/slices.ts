/**
 * The parts of an incident's record that are absent until somebody says something: casualties,
 * impact, the entries of a list, evidence, where a past one was imported from.
 */
import type { Guarded, Sealed } from '../../sealed.ts'
import type { LocalizedText } from '../../text.ts'
import type {
  EvidenceKind,
  ListOutcome,
  LossPart,
  MeetingEffect,
  Operating,
  PeopleKind,
} from './scales.ts'

/** A type of the site's tree with the category it lies under. */
export type IncidentTypeRef = { code: string; category: string; legal: string | null }

/** People by kind. A kind that is absent has not been counted. */
export type Counts = Readonly<Partial<Record<PeopleKind, number>>>
export type Casualties = Counts & { at: number; by: string }

/** What kind of accident at work it was, by the code of the standard that is named. */
export type AccidentKind = { code: string; name: LocalizedText; standard: string }
/** In yuan. A part that is absent has not been told. */
export type LossParts = Readonly<Partial<Record<LossPart, number>>>

/** Absent: not known. `serviceInterruptedMs`: how long the service was or has been down, in ms. */
export type ImpactNumbers = {
  staff?: number
  customers?: number
  serviceInterruptedMs?: number
  operating?: Operating
  meeting?: MeetingEffect
}
export type Impact = ImpactNumbers & { at: number; by: string }

/**
 * A place of the site's register; `size` is the number of customers there, null where nobody has
 * said.
 */
export type Place = { name: string; size: number | null }
export type NewItem = { name: string | Sealed; size: number | null; helper: Sealed | null }
/** `for`: who did it, or says so. */
export type ListMark = {
  outcome: ListOutcome
  reason: Guarded | null
  for: Sealed | null
  at: number
  by: string
}
export type ListItem = NewItem & { id: string; mark: ListMark | null }

export type NewEvidence = {
  what: Guarded
  kind: EvidenceKind
  place: Guarded
  keeper: Sealed | null
  stepId: string | null
}
/** `keepUntil` (UTC ms): as whoever keeps it says; never shorter than the plan has it. */
export type StepEvidence = Pick<NewEvidence, 'what' | 'kind' | 'place'> & {
  keepUntil: number | null
}
export type Evidence = NewEvidence & {
  id: string
  keepDays: number
  keepUntil?: number
  at: number
  by: string
  mayGoAt: number | null // when it was said that its time was over, which it was at `keptUntil`
  keptUntil?: number
  released?: { to: Sealed; reason: Guarded | null; at: number; by: string }
}

/** Where it comes from. `row` as a person counts the rows of the file, its head included. */
export type ImportSource = { importId: string; fileName: string; row: number }
/** What is kept of it in the record of the incident. `withdrawn`: it counts no more. */
export type Imported = ImportSource & {
  at: number
  by: string
  withdrawn?: { at: number; by: string; reason: Guarded }
}
/** Instants in UTC ms, as far as the source has them. */
export const PAST_MOMENTS = ['contained', 'lifted', 'closed'] as const
export type PastMoments = Partial<Record<(typeof PAST_MOMENTS)[number], number>>
