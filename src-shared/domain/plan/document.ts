/**
 * A plan document (预案文件) as people read it: what its plans share, and the pages that no running
 * incident needs. Plain data; it judges nothing.
 */
import type { LocalizedText } from '../text.ts'
import type { Category, Clause, Completeness, IncidentType, Level, Role } from './plan.ts'

/** A paragraph of the document, in our words, with the clause that it answers. */
export type Cited = { says: LocalizedText; clause: string }
export type Paragraph = { says: LocalizedText; clauses: readonly string[] }

/**
 * What is done before anything happens: prevention, training, drills, review, checks, supplies.
 * `every`: months, written `6mo`.
 */
export type Readiness = {
  id: string
  what: LocalizedText
  kind: 'prevention' | 'training' | 'drill' | 'review' | 'check' | 'supply'
  every: string | null
  role: string | null
  clause: string
  proposed: boolean
}
export type Supply = {
  what: LocalizedText
  kind: 'fire' | 'medical' | 'tool' | 'communication' | 'document' | 'other'
  clause: string
  proposed: boolean
}
/** Who answers a number of a document. */
export const CONTACT_KINDS = [
  'fire',
  'police',
  'medical',
  'power',
  'gas',
  'property',
  'media',
  'authority',
  'internal',
  'other',
] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]
export type Contact = {
  who: LocalizedText
  number: string | null
  kind: ContactKind
  clause: string
  proposed: boolean
}
export type LegalBasis = {
  name: LocalizedText
  rank: 'national' | 'provincial' | 'municipal' | 'site'
  clause: string
}
/** An entry of the revision record (制/修/废) that came with the document. */
export type DocumentRevision = {
  number: string
  kind: 'made' | 'revised' | 'abolished'
  date: string
  by: LocalizedText
  why: LocalizedText
  approvedBy: LocalizedText
}

export type PlanDocument = {
  id: string
  title: LocalizedText
  number: string // 编号; empty as in the source
  siteKinds: readonly string[]
  parent: LocalizedText | null // the guideline that it derives from
  completeness: Completeness
  openPoints: readonly LocalizedText[]
  purpose: Paragraph | null
  scope: Paragraph | null
  principles: readonly Cited[]
  legalBases: readonly LegalBasis[]
  definitions: readonly { term: LocalizedText; says: LocalizedText; clause: string }[]
  commander: string // role id
  levels: readonly Level[] // 1 = highest
  level: number | null // the usual one
  roles: readonly Role[] // in the order of the document; `under` makes the organisation
  categories: readonly Category[]
  types: readonly IncidentType[]
  clauses: readonly Clause[]
  readiness: readonly Readiness[]
  supplies: readonly Supply[]
  contacts: readonly Contact[]
  // asked after every event, if no step says it
  aftermath: readonly (Cited & { role: string | null; proposed: boolean })[]
  revisions: readonly DocumentRevision[]
  answers: Readonly<Record<string, string>> // clause → feature that answers it
}
