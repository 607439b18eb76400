/**
 * Compares what was filed with what is in force, plan by plan, and takes what a person judged into
 * account.
 */
import type { Plan } from '../plan/plan.ts'
import type { LocalizedText } from '../text.ts'
import { gravestVerdict, refilingNeed, type RefilingNeed } from './refiling.ts'
import {
  inOrder,
  issuesInForce,
  type Filing,
  type Judgement,
  type PlanUpkeep,
  type TextRef,
} from './upkeep.ts'

/** How a text of a plan is had; null: the record does not have it any more. */
export type TextOf = (text: TextRef) => Plan | null

/** What became of a plan since: it came, it went, or it has another text. */
export type PlanChange = {
  planId: string
  title: LocalizedText
  kind: 'added' | 'removed' | 'changed'
  from: string | null
  to: string | null
  need: RefilingNeed
}
/** `judgement`: of a person, on just these texts; it stands in place of the verdict. */
export type Refiling = {
  since: Filing
  changes: readonly PlanChange[]
  verdict: RefilingNeed['verdict']
  judgement: Judgement | null
}

const revisionIn = (texts: readonly TextRef[], planId: string): string | null =>
  texts.find((text) => text.planId === planId)?.revision ?? null

const isSameTexts = (a: readonly TextRef[], b: readonly TextRef[]): boolean =>
  a.length === b.length && a.every(({ planId, revision }) => revisionIn(b, planId) === revision)

const WHOLE: RefilingNeed = { verdict: 'refile', reasons: [], others: [] }

/** A plan that came or went changes the procedure as a whole. */
function changeOf(
  planId: string,
  from: string | null,
  to: string | null,
  textOf: TextOf,
): readonly PlanChange[] {
  if (from === to) return []
  const before = from === null ? null : textOf({ planId, revision: from })
  const after = to === null ? null : textOf({ planId, revision: to })
  const title = (after ?? before)?.title ?? { zh: planId, en: planId }
  const kind = from === null ? 'added' : to === null ? 'removed' : 'changed'
  const need = before && after ? refilingNeed(before, after) : WHOLE
  return [{ planId, title, kind, from, to, need }]
}

/** From texts that were filed (or judged) to those in force. */
export function planChanges(
  before: readonly TextRef[],
  now: readonly TextRef[],
  textOf: TextOf,
): readonly PlanChange[] {
  const ids = new Set([...before, ...now].map(({ planId }) => planId))
  return [...ids].flatMap((planId) =>
    changeOf(planId, revisionIn(before, planId), revisionIn(now, planId), textOf),
  )
}

/**
 * What the texts in force (`now`) are against the last filing; null where nothing was filed. Texts
 * of which somebody judged since that they need no filing are what later ones are compared with.
 */
export function refilingOf(
  upkeep: Pick<PlanUpkeep, 'issues' | 'filings' | 'judgements'>,
  now: readonly TextRef[],
  textOf: TextOf,
): Refiling | null {
  const { filings, judgements } = upkeep
  const [first] = issuesInForce(upkeep)
  const since = inOrder(filings).findLast(({ day }) => !first || day >= first.day)
  if (!since) return null
  const later = judgements.filter(({ at }) => at >= since.at)
  const judgement = later.findLast(({ texts }) => isSameTexts(texts, now)) ?? null
  const accepted = later.findLast(
    (candidate) => !candidate.refile && !isSameTexts(candidate.texts, now),
  )
  const changes = planChanges(accepted?.texts ?? since.texts, now, textOf)
  const verdict = judgement
    ? judgement.refile
      ? 'refile'
      : 'simple'
    : gravestVerdict(changes.map(({ need }) => need))
  return { since, changes, verdict, judgement }
}
