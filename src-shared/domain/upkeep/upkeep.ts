/**
 * What keeps a plan document alive (预案维护): that it was issued, filed, made known and evaluated,
 * what demands that it be revised, and the parts of it that no plan file has.
 */
import type { ActionOwner } from '../corrective-action/action.ts'
import type { Sealed } from '../sealed.ts'
import type { Supplement } from './supplement.ts'

/** Usually a document; a plan where it was issued by itself. */
export type UpkeepSubject = { documentId: string } | { planId: string }

/** As its stream is named: `document.mall`, `plan.mall-fire`. */
export const subjectKey = (subject: UpkeepSubject): string =>
  'documentId' in subject ? `document.${subject.documentId}` : `plan.${subject.planId}`
export function subjectOf(key: string): UpkeepSubject {
  const [kind = '', ...id] = key.split('.')
  return kind === 'plan' ? { planId: id.join('.') } : { documentId: id.join('.') }
}

/** The text of a plan that was in force at some time: the record keeps it by its revision. */
export type TextRef = { planId: string; revision: string }

/** 制 / 修 / 废 */
export const ISSUE_KINDS = ['made', 'revised', 'abolished'] as const
export type IssueKind = (typeof ISSUE_KINDS)[number]

/** Who recorded it, and when (UTC ms). `withdrawn`: it was recorded by mistake, and why. */
type Entry = { id: string; at: number; by: string; withdrawn: Withdrawn | null }
export type Withdrawn = { at: number; by: string; reason: Sealed }

/**
 * A line of the revision record of the document, with which it was published. Days are local.
 * `day`: of publication (公布之日); `effective`: from when on it holds. `person`: who drew it up.
 * `texts`: of its plans that were in force.
 */
export type PlanIssue = Entry & {
  kind: IssueKind
  number: string
  day: string
  effective: string
  signatory: Sealed
  person: Sealed | null
  approvedBy: Sealed | null
  why: Sealed
  texts: readonly TextRef[]
}
/** `receipt`: that the authority took it (备案登记), with its number. */
export type Filing = Entry & {
  day: string
  authority: string
  person: Sealed | null
  receipt: { day: string; number: string } | null
  texts: readonly TextRef[]
}

/** 国办发〔2024〕5号 art. 28, 88号令 art. 24: one's own people, and units that may be affected. */
export const AUDIENCES = ['staff', 'affected'] as const
export type Audience = (typeof AUDIENCES)[number]
/** `nobody`: no unit can be affected; `how` then says why. `whom`: which people or units. */
export type MadeKnown = Entry & {
  to: Audience
  day: string
  nobody: boolean
  whom: Sealed | null
  how: Sealed
}

export const EVALUATION_RESULTS = ['fit', 'revise'] as const
export type EvaluationResult = (typeof EVALUATION_RESULTS)[number]
/** `settled`: what became of the demand to revise. `actionId`: of the corrective action opened. */
export type Evaluation = Entry & {
  day: string
  person: Sealed
  result: EvaluationResult
  words: Sealed
  actionId: string | null
  settled: Settled | null
}

/** 国办发〔2024〕5号 art. 35 and 88号令 art. 36, in their order. */
export const TRIGGERS = ['rules', 'command', 'risks', 'resources', 'lessons', 'other'] as const
export type Trigger = (typeof TRIGGERS)[number]
export type RevisionTrigger = Entry & {
  trigger: Trigger
  day: string
  words: Sealed
  actionId: string | null
  settled: Settled | null
}
/** By a revision of a plan, or without one, for a reason. */
export type Settled = { at: number; by: string; text: TextRef | null; reason: Sealed | null }

/** A person judged whether these texts have to be filed again. */
export type Judgement = {
  at: number
  by: string
  texts: readonly TextRef[]
  refile: boolean
  reason: Sealed
}

/**
 * Whether it has to be filed; null: as the law has it for the kind of site. `owner`: who sees to
 * all of this.
 */
export type Arrangement = {
  filing: boolean | null
  authority: string | null
  owner: ActionOwner | null
}

/** The parts of an explanation (编制说明) that no record can say, in the words of a person. */
export const STATEMENT_PARTS = ['process', 'opinions', 'risks', 'resources', 'review'] as const
export type StatementPart = (typeof STATEMENT_PARTS)[number]
export type Statement = Partial<Record<StatementPart, Sealed>>

/** `version`: events of the stream when this was folded. All in the order of their telling. */
export type PlanUpkeep = {
  id: string
  version: number
  issues: readonly PlanIssue[]
  filings: readonly Filing[]
  known: readonly MadeKnown[]
  evaluations: readonly Evaluation[]
  triggers: readonly RevisionTrigger[]
  judgements: readonly Judgement[]
  arrangement: Arrangement
  supplement: Supplement | null
  statement: Statement
}

export const EMPTY_UPKEEP: Omit<PlanUpkeep, 'id'> = {
  version: 0,
  issues: [],
  filings: [],
  known: [],
  evaluations: [],
  triggers: [],
  judgements: [],
  arrangement: { filing: null, authority: null, owner: null },
  supplement: null,
  statement: {},
}

export const valid = <T extends { withdrawn: Withdrawn | null }>(
  entries: readonly T[],
): readonly T[] => entries.filter(({ withdrawn }) => withdrawn === null)

const byDay = (a: { day: string; at: number }, b: { day: string; at: number }): number =>
  a.day === b.day ? a.at - b.at : a.day < b.day ? -1 : 1

/** What stands, by its day, the last at the end. */
export const inOrder = <T extends { day: string; at: number; withdrawn: Withdrawn | null }>(
  entries: readonly T[],
): readonly T[] => valid(entries).toSorted(byDay)

/** The issues since it was abolished last, the last at the end; none: it is not in force. */
export function issuesInForce({ issues }: Pick<PlanUpkeep, 'issues'>): readonly PlanIssue[] {
  const all = inOrder(issues)
  return all.slice(all.findLastIndex(({ kind }) => kind === 'abolished') + 1)
}

/** The issue in force on a local day; null: none was, or it had been abolished by then. */
export function issueOn({ issues }: Pick<PlanUpkeep, 'issues'>, day: string): PlanIssue | null {
  const last = inOrder(issues).findLast((issue) => issue.day <= day)
  return last && last.kind !== 'abolished' ? last : null
}

export const isAbolished = ({ issues }: Pick<PlanUpkeep, 'issues'>): boolean =>
  inOrder(issues).at(-1)?.kind === 'abolished'

/** What demands a revision and nobody has settled. */
export const openDemands = ({
  evaluations,
  triggers,
}: Pick<PlanUpkeep, 'evaluations' | 'triggers'>): readonly (Evaluation | RevisionTrigger)[] =>
  [...valid(evaluations).filter(({ result }) => result === 'revise'), ...valid(triggers)].filter(
    ({ settled }) => settled === null,
  )
