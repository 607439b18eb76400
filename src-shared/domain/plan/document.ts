/**
 * A plan document (预案文件) as people read it: what its plans share, and the pages that no running
 * incident needs. Plain data; it judges nothing.
 */
import type { Text } from '../text.ts'
import type { Category, Clause, Completeness, IncidentType, Level, Role } from './plan.ts'

/** A paragraph of the document, in our words, with the clause that it answers. */
export type Cited = { says: Text; clause: string }
export type Paragraph = { says: Text; clauses: readonly string[] }

/**
 * What is done before anything happens: prevention, training, drills, review, checks, supplies.
 * `every`: months, written `6mo`.
 */
export type Readiness = {
  id: string
  what: Text
  kind: 'prevention' | 'training' | 'drill' | 'review' | 'check' | 'supply'
  every: string | null
  role: string | null
  clause: string
  proposed: boolean
}
export type Supply = {
  what: Text
  kind: 'fire' | 'medical' | 'tool' | 'communication' | 'document' | 'other'
  clause: string
  proposed: boolean
}
export type Contact = {
  who: Text
  number: string | null
  kind:
    | 'fire'
    | 'police'
    | 'medical'
    | 'power'
    | 'gas'
    | 'property'
    | 'media'
    | 'authority'
    | 'internal'
    | 'other'
  clause: string
  proposed: boolean
}
export type LegalBasis = {
  name: Text
  rank: 'national' | 'provincial' | 'municipal' | 'site'
  clause: string
}
/** An entry of the revision record (制/修/废) that came with the document. */
export type DocumentRevision = {
  number: string
  kind: 'made' | 'revised' | 'abolished'
  date: string
  by: Text
  why: Text
  approvedBy: Text
}

export type PlanDocument = {
  id: string
  title: Text
  number: string // 编号; empty as in the source
  siteKinds: readonly string[]
  parent: Text | null // the guideline that it derives from
  completeness: Completeness
  openPoints: readonly Text[]
  purpose: Paragraph | null
  scope: Paragraph | null
  principles: readonly Cited[]
  legalBases: readonly LegalBasis[]
  definitions: readonly { term: Text; says: Text; clause: string }[]
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
