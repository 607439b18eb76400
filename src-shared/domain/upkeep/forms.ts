/** The form of what is stored of the upkeep of a plan document. */
import { isActionOwner } from '../corrective-action/action.ts'
import * as is from '../form.ts'
import { isSupplement } from './supplement.ts'
import {
  AUDIENCES,
  EVALUATION_RESULTS,
  ISSUE_KINDS,
  TRIGGERS,
  type Arrangement,
  type Evaluation,
  type Filing,
  type Judgement,
  type MadeKnown,
  type PlanIssue,
  type PlanUpkeep,
  type RevisionTrigger,
  type Settled,
  type Statement,
  type TextRef,
  type Withdrawn,
} from './upkeep.ts'

const text = is.fields<TextRef>({ planId: is.words, revision: is.words })
const entry = {
  id: is.words,
  at: is.number,
  by: is.words,
  withdrawn: is.orNull(is.fields<Withdrawn>({ at: is.number, by: is.words, reason: is.sealed })),
}
const settled = is.orNull(
  is.fields<Settled>({
    at: is.number,
    by: is.words,
    text: is.orNull(text),
    reason: is.orNull(is.sealed),
  }),
)
const maybeSealed = is.maybe(is.sealed)

export const isPlanUpkeep: is.Form = is.fields<PlanUpkeep>({
  id: is.words,
  version: is.number,
  issues: is.list(
    is.fields<PlanIssue>({
      ...entry,
      kind: is.oneOf(ISSUE_KINDS),
      number: is.words,
      day: is.words,
      effective: is.words,
      signatory: is.sealed,
      person: is.orNull(is.sealed),
      approvedBy: is.orNull(is.sealed),
      why: is.sealed,
      texts: is.list(text),
    }),
  ),
  filings: is.list(
    is.fields<Filing>({
      ...entry,
      day: is.words,
      authority: is.words,
      person: is.orNull(is.sealed),
      receipt: is.orNull(
        is.fields<NonNullable<Filing['receipt']>>({ day: is.words, number: is.words }),
      ),
      texts: is.list(text),
    }),
  ),
  known: is.list(
    is.fields<MadeKnown>({
      ...entry,
      to: is.oneOf(AUDIENCES),
      day: is.words,
      nobody: is.flag,
      whom: is.orNull(is.sealed),
      how: is.sealed,
    }),
  ),
  evaluations: is.list(
    is.fields<Evaluation>({
      ...entry,
      day: is.words,
      person: is.sealed,
      result: is.oneOf(EVALUATION_RESULTS),
      words: is.sealed,
      actionId: is.orNull(is.words),
      settled,
    }),
  ),
  triggers: is.list(
    is.fields<RevisionTrigger>({
      ...entry,
      trigger: is.oneOf(TRIGGERS),
      day: is.words,
      words: is.sealed,
      actionId: is.orNull(is.words),
      settled,
    }),
  ),
  judgements: is.list(
    is.fields<Judgement>({
      at: is.number,
      by: is.words,
      texts: is.list(text),
      refile: is.flag,
      reason: is.sealed,
    }),
  ),
  arrangement: is.fields<Arrangement>({
    filing: is.orNull(is.flag),
    authority: is.orNull(is.words),
    owner: is.orNull(isActionOwner),
  }),
  supplement: is.orNull(isSupplement),
  statement: is.fields<Statement>({
    process: maybeSealed,
    opinions: maybeSealed,
    risks: maybeSealed,
    resources: maybeSealed,
    review: maybeSealed,
  }),
})
