/**
 * The revision record of a whole document (制修废记录: S09-01, S04-16, S06-26): what came with it, the
 * issues that the site recorded, and every approval and abolition of it and of its plans.
 */
import { localDate } from '../calendar.ts'
import type { DocumentRevision } from '../plan/document.ts'
import { inSentence, type Guarded } from '../sealed.ts'
import type { DocumentRecordEntry } from '../site-document/stream.ts'
import type { RevisionEntry } from '../site-plan/stream.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { IssueKind, PlanIssue } from './upkeep.ts'

/**
 * A line of it. `of`: the document itself, or which of its plans. `effective`: local day from which
 * on it holds. Names and reasons with seals in their place. `withdrawn`: recorded by mistake.
 */
export type RevisionLine = {
  id: string
  kind: IssueKind
  number: string
  of: { planId: string; title: LocalizedText } | null
  day: string
  effective: string
  by: LocalizedText
  approvedBy: LocalizedText
  why: LocalizedText
  revision: string | null
  withdrawn: LocalizedText | null
}

export type PlanRecord = {
  planId: string
  title: LocalizedText
  record: readonly RevisionEntry[]
}

const both = (text: string): LocalizedText => localized(text, text)
const put = (value: Guarded | null): LocalizedText => both(value === null ? '' : inSentence(value))

const ofSource = ({ number, kind, date, by, why, approvedBy }: DocumentRevision): RevisionLine => ({
  ...{ id: `source-${kind}-${date}-${number}`, kind, number, of: null },
  ...{ day: date, effective: date, by, approvedBy, why, revision: null, withdrawn: null },
})

const ofIssue = (issue: PlanIssue): RevisionLine => {
  const { id, kind, number, day, effective, person, signatory, approvedBy, why, withdrawn } = issue
  return {
    ...{ id, kind, number, of: null, day, effective, by: put(person) },
    ...{ approvedBy: put(approvedBy ?? signatory), why: put(why), revision: null },
    withdrawn: withdrawn && put(withdrawn.reason),
  }
}

/** What the site made of its own document; that one was put away is no line of this record. */
function ofDocument(entry: DocumentRecordEntry, zone: string): readonly RevisionLine[] {
  const { kind, number, at, by, approvedBy, why, revision } = entry
  if (kind === 'put-away' || kind === 'brought-back') return []
  const day = localDate(at, zone)
  return [
    {
      ...{ id: `document-${at}`, kind, number: number ?? '', of: null, day, effective: day },
      ...{ by: both(by), approvedBy: both(approvedBy ?? ''), why: both(why ?? '') },
      ...{ revision, withdrawn: null },
    },
  ]
}

const ofPlan = (
  { planId, title }: PlanRecord,
  { kind, number, at, by, approvedBy, why, revision }: RevisionEntry,
  zone: string,
): RevisionLine => {
  const day = localDate(at, zone)
  return {
    ...{ id: `${planId}-${at}`, kind, number: number ?? '', of: { planId, title } },
    ...{ day, effective: day, by: both(by), approvedBy: both(approvedBy), why: both(why) },
    ...{ revision, withdrawn: null },
  }
}

/** The last at the beginning; of one day the document before its plans. */
export function revisionRecord(
  of: {
    source: readonly DocumentRevision[]
    document: readonly DocumentRecordEntry[]
    issues: readonly PlanIssue[]
    plans: readonly PlanRecord[]
  },
  zone: string,
): readonly RevisionLine[] {
  const lines = [
    ...of.source.map(ofSource),
    ...of.plans.flatMap((plan) => plan.record.map((entry) => ofPlan(plan, entry, zone))),
    ...of.document.flatMap((entry) => ofDocument(entry, zone)),
    ...of.issues.map(ofIssue),
  ]
  return lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) =>
      a.line.day === b.line.day ? b.index - a.index : a.line.day < b.line.day ? 1 : -1,
    )
    .map(({ line }) => line)
}
