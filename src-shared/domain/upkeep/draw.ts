/** Draws the upkeep of a plan document as screens and papers show it, with seals for values. */
import type { BoardFile } from '../board/file-types.ts'
import { ownerName } from '../corrective-action/draw.ts'
import { inSentence, type Guarded } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import type { UpkeepDues } from './due.ts'
import type { PlanChange, Refiling } from './refiled.ts'
import type { RevisionLine } from './revision-record.ts'
import type { Supplement } from './supplement.ts'
import {
  subjectOf,
  type Audience,
  type EvaluationResult,
  type IssueKind,
  type PlanUpkeep,
  type Settled,
  type Statement,
  type TextRef,
  type Trigger,
  type UpkeepSubject,
  type Withdrawn,
} from './upkeep.ts'

/** `withdrawn`: why it was recorded by mistake; null: it stands. Instants UTC ms, days local. */
type EntryRead = { id: string; at: number; by: string; withdrawn: string | null }
export type SettledRead = { at: number; by: string; text: TextRef | null; reason: string | null }
export type UpkeepIssueRead = EntryRead & {
  kind: IssueKind
  number: string
  day: string
  effective: string
  signatory: string
  person: string | null
  approvedBy: string | null
  why: string
}
export type FilingRead = EntryRead & {
  day: string
  authority: string
  person: string | null
  receipt: { day: string; number: string } | null
  files: readonly BoardFile[] // scans of the receipt, those that stand
}
export type MadeKnownRead = EntryRead & {
  to: Audience
  day: string
  nobody: boolean
  whom: string | null
  how: string
}
export type EvaluationRead = EntryRead & {
  day: string
  person: string
  result: EvaluationResult
  words: string
  actionId: string | null
  settled: SettledRead | null
}
export type TriggerRead = EntryRead & {
  trigger: Trigger
  day: string
  words: string
  actionId: string | null
  settled: SettledRead | null
}
export type RefilingRead = {
  since: string
  changes: readonly PlanChange[]
  verdict: Refiling['verdict']
  judgement: { at: number; by: string; refile: boolean; reason: string } | null
}

/**
 * `key`: as its address names it. `filing`: whether it has to be filed: by the law (`law`), since
 * the site says so (`site`), or not (null). `plans`: those that are in it.
 */
export type UpkeepRead = {
  key: string
  subject: UpkeepSubject
  title: LocalizedText
  number: string
  abolished: boolean
  plans: readonly { planId: string; title: LocalizedText; revision: string }[]
  filing: 'law' | 'site' | null
  arrangement: {
    filing: boolean | null
    authority: string | null
    owner: { postId: string | null; name: LocalizedText } | null
  }
  dues: UpkeepDues
  refiling: RefilingRead | null
  issues: readonly UpkeepIssueRead[]
  filings: readonly FilingRead[]
  known: readonly MadeKnownRead[]
  evaluations: readonly EvaluationRead[]
  triggers: readonly TriggerRead[]
  record: readonly RevisionLine[]
  supplement: Supplement | null
  statement: Readonly<Partial<Record<keyof Statement, string>>>
}

/** What drawing reads beside the upkeep itself. */
export type UpkeepView = Pick<
  UpkeepRead,
  'title' | 'number' | 'plans' | 'filing' | 'dues' | 'record' | 'abolished'
> & {
  refiling: Refiling | null
  /** The scans that belong to a filing. */
  filesOf: (filingId: string) => readonly BoardFile[]
}

const put = (value: Guarded | null): string | null => (value === null ? null : inSentence(value))

const entryRead = (entry: {
  id: string
  at: number
  by: string
  withdrawn: Withdrawn | null
}): EntryRead => ({
  ...{ id: entry.id, at: entry.at, by: entry.by },
  withdrawn: entry.withdrawn && inSentence(entry.withdrawn.reason),
})
const settledRead = (settled: Settled | null): SettledRead | null =>
  settled && { ...settled, reason: put(settled.reason) }

export function drawUpkeep(upkeep: PlanUpkeep, view: UpkeepView): UpkeepRead {
  const { owner, ...arrangement } = upkeep.arrangement
  const { refiling, filesOf, ...shown } = view
  return {
    ...shown,
    key: upkeep.id,
    subject: subjectOf(upkeep.id),
    arrangement: {
      ...arrangement,
      owner: owner && { postId: owner.post?.id ?? null, name: ownerName(owner) },
    },
    refiling: refiling && {
      since: refiling.since.day,
      changes: refiling.changes,
      verdict: refiling.verdict,
      judgement: refiling.judgement && {
        at: refiling.judgement.at,
        by: refiling.judgement.by,
        refile: refiling.judgement.refile,
        reason: inSentence(refiling.judgement.reason),
      },
    },
    issues: upkeep.issues.map((issue) => ({
      ...entryRead(issue),
      ...{ kind: issue.kind, number: issue.number, day: issue.day, effective: issue.effective },
      ...{ signatory: inSentence(issue.signatory), person: put(issue.person) },
      ...{ approvedBy: put(issue.approvedBy), why: inSentence(issue.why) },
    })),
    filings: upkeep.filings.map((filing) => ({
      ...entryRead(filing),
      ...{ day: filing.day, authority: filing.authority, receipt: filing.receipt },
      ...{ person: put(filing.person), files: filesOf(filing.id) },
    })),
    known: upkeep.known.map((entry) => ({
      ...entryRead(entry),
      ...{ to: entry.to, day: entry.day, nobody: entry.nobody },
      ...{ whom: put(entry.whom), how: inSentence(entry.how) },
    })),
    evaluations: upkeep.evaluations.map((evaluation) => ({
      ...entryRead(evaluation),
      ...{ day: evaluation.day, result: evaluation.result, actionId: evaluation.actionId },
      ...{ person: inSentence(evaluation.person), words: inSentence(evaluation.words) },
      settled: settledRead(evaluation.settled),
    })),
    triggers: upkeep.triggers.map((demand) => ({
      ...entryRead(demand),
      ...{ trigger: demand.trigger, day: demand.day, actionId: demand.actionId },
      words: inSentence(demand.words),
      settled: settledRead(demand.settled),
    })),
    supplement: upkeep.supplement,
    statement: Object.fromEntries(
      Object.entries(upkeep.statement).map(([part, words]) => [part, inSentence(words)]),
    ),
  }
}
