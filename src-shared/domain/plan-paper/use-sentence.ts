/**
 * Writes a sentence into the drafts that are made of its paper: as a step of its own, with the step
 * before it, as a prohibition, as something to be done in quiet times, or as a definition.
 */
import type { Refusal } from '../decision.ts'
import { withoutNumbersOfPersons } from '../person-numbers.ts'
import type { PlanDraft } from '../site-plan/draft.ts'
import { mapOf, mapsIn, textOf, type Json } from './json.ts'
import { noStepBefore } from './refusals.ts'
import type { SentenceSteps } from '../paper/sentence-steps.ts'
import { LONGEST_NUMBER, LONGEST_QUOTE } from '../plan/clause.ts'
import { fitSteps, nextId } from './sentence-parts.ts'
import { clausesByWords, wordsQuoted } from './standing.ts'

/** What a person can make of a sentence. */
export const SENTENCE_ROLES = [
  'step',
  'step-before',
  'prohibition',
  'readiness',
  'definition',
] as const
export type SentenceRole = (typeof SENTENCE_ROLES)[number]

/** A sentence with its words, and how its paper numbers it. */
export type UsedSentence = { number: string; text: string }

/**
 * The drafts before and after. `plan` null: none is chosen. `path` as {@link SentenceUse} has it.
 * `stepsOf`: what the rules of reading make of a sentence for the posts of its document; what it
 * does not say is filled from the steps beside it.
 */
export type Drafts = { document: PlanDraft; plan: PlanDraft | null }
export type StepsOf = (sentence: UsedSentence, document: PlanDraft) => SentenceSteps | null
export type SentenceWritten = { ok: true; path: string } & Drafts

const IN_THE_PAPER = '原文'

/** What most of these ids begin with; of none of that form, `otherwise`. */
function prefixIn(ids: readonly string[], otherwise: string): string {
  const counts = new Map<string, number>()
  for (const id of ids) {
    const prefix = /^(.+)-\d+$/.exec(id)?.[1]
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, count], [, other]) => other - count)
  return most?.[0] ?? otherwise
}

/** The document with a clause that quotes the sentence, and the id of that clause. */
function withClause(
  document: PlanDraft,
  { number, text }: UsedSentence,
): { document: PlanDraft; clause: string } {
  const [there] = clausesByWords(document).get(wordsQuoted(text)) ?? []
  if (there !== undefined) return { document, clause: there }
  const clauses = mapOf(document['clauses'])
  const ids = Object.keys(clauses)
  const id = nextId(prefixIn(ids, textOf(document['id'])), ids)
  const shown = number.slice(0, LONGEST_NUMBER)
  const clause = {
    chapter: { zh: shown || IN_THE_PAPER },
    ...(shown === '' ? {} : { number: shown }),
    quote: withoutNumbersOfPersons(text).slice(0, LONGEST_QUOTE),
  }
  return { document: { ...document, clauses: { ...clauses, [id]: clause } }, clause: id }
}

const WALL_SIGNS = 7
/** The words up to the first stop, without the number in front. */
const heading = (text: string): string => text.split(/[，,。；;：:]/)[0]?.trim() ?? text

/** Behind the step with this id; null, or an unknown id: behind all. */
function insertAt(steps: readonly Json[], stepId: string | null): number {
  const at = steps.findIndex(({ id }) => id === stepId)
  return at < 0 ? steps.length : at + 1
}

type Parts = { sentence: UsedSentence; clause: string; stepId: string | null }

/**
 * A sentence of several acts becomes as many steps, as the draft of its paper would have them; a
 * prohibition is what the whole sentence says.
 */
function withSteps(
  { document: before, plan: planBefore }: { document: PlanDraft; plan: PlanDraft },
  { sentence, clause, stepId }: Parts,
  more: Json,
  stepsOf: StepsOf,
): SentenceWritten {
  const there = mapsIn(planBefore['steps'])
  const at = insertAt(there, stepId)
  const beside = there[at - 1] ?? there[at]
  const words = withoutNumbersOfPersons(sentence.text)
  const role = beside?.['role'] ?? planBefore['commander'] ?? before['commander'] ?? ''
  const plain = {
    stage: beside?.['stage'] ?? 'respond',
    title: { zh: words },
    short: { zh: heading(words).slice(0, WALL_SIGNS) },
    role,
    clause,
  }
  const read = stepsOf({ ...sentence, text: words }, before)
  const isOne = read?.steps.length === 1
  const fitted =
    read && (isOne || more['prohibits'] !== true)
      ? fitSteps({ document: before, plan: planBefore }, read, { clause, role })
      : { document: before, plan: planBefore, steps: [plain] }
  const prefix = prefixIn(
    there.map((step) => textOf(step['id'])),
    textOf(planBefore['id']),
  )
  const ids = there.map((step) => textOf(step['id']))
  const steps = fitted.steps.map((step) => {
    const id = nextId(prefix, ids)
    ids.push(id)
    return { ...plain, ...step, ...more, id }
  })
  return {
    ok: true,
    document: fitted.document,
    plan: { ...fitted.plan, steps: [...there.slice(0, at), ...steps, ...there.slice(at)] },
    path: `steps.${textOf(mapOf(steps[0])['id'])}`,
  }
}

function withStepBefore(
  { document, plan }: { document: PlanDraft; plan: PlanDraft },
  { clause, stepId }: Parts,
): SentenceWritten | Refusal {
  const steps = mapsIn(plan['steps'])
  const at = insertAt(steps, stepId) - 1
  const step = steps[at]
  if (!step) return noStepBefore()
  const clauses = Array.isArray(step['clauses']) ? (step['clauses'] as readonly unknown[]) : []
  const isThere = step['clause'] === clause || clauses.includes(clause)
  const joined = isThere ? step : { ...step, clauses: [...clauses, clause] }
  return {
    ok: true,
    document,
    plan: { ...plan, steps: steps.with(at, joined) },
    path: `steps.${textOf(step['id'])}`,
  }
}

function withReadiness(document: PlanDraft, text: string, clause: string): SentenceWritten {
  const all = mapsIn(document['readiness'])
  const ids = all.map((entry) => textOf(entry['id']))
  const id = nextId(prefixIn(ids, 'rd'), ids)
  const entry = { id, what: { zh: text }, kind: 'prevention', clause }
  return {
    ok: true,
    document: { ...document, readiness: [...all, entry] },
    plan: null,
    path: `readiness.${all.length}`,
  }
}

const LONGEST_TERM = 20
/** What stands before 是指, 指 or a colon is defined by what stands behind. */
function withDefinition(document: PlanDraft, text: string, clause: string): SentenceWritten {
  const all = mapsIn(document['definitions'])
  const parted =
    /^(?:本预案)?(?:所称|中的)?[“"]?(.{1,20}?)[”"]?(?:，)?(?:是指|指|：|:)(.+)$/su.exec(text)
  const [, term = heading(text).slice(0, LONGEST_TERM), says = text] = parted ?? []
  const entry = { term: { zh: term }, says: { zh: says.trim() }, clause }
  return {
    ok: true,
    document: { ...document, definitions: [...all, entry] },
    plan: null,
    path: `definitions.${all.length}`,
  }
}

/**
 * The drafts with the sentence in them. `stepId`: the step behind which it stands, or that it
 * joins; null: the last one. Refusals: `no-step-before`. A plan must be there for steps.
 */
export function writeSentence(
  { document: before, plan }: Drafts,
  sentence: UsedSentence,
  as: SentenceRole,
  { stepId, stepsOf }: { stepId: string | null; stepsOf: StepsOf },
): SentenceWritten | Refusal {
  const { document, clause } = withClause(before, sentence)
  const text = withoutNumbersOfPersons(sentence.text)
  if (as === 'readiness') return withReadiness(document, text, clause)
  if (as === 'definition') return withDefinition(document, text, clause)
  if (!plan) return noStepBefore()
  const drafts = { document, plan }
  const parts = { sentence, clause, stepId }
  if (as === 'step-before') return withStepBefore(drafts, parts)
  return withSteps(drafts, parts, as === 'prohibition' ? { prohibits: true } : {}, stepsOf)
}

/**
 * The document with a new wording in the place of the one that its clauses quote; null: no clause
 * quotes it.
 */
export function requote(document: PlanDraft, was: string, is: UsedSentence): PlanDraft | null {
  const quoting = clausesByWords(document).get(wordsQuoted(was)) ?? []
  const clauses = mapOf(document['clauses'])
  const whole = withoutNumbersOfPersons(is.text).slice(0, LONGEST_QUOTE)
  const renewed = quoting.map((id): [string, Json] => {
    const clause = mapOf(clauses[id])
    const quote = textOf(clause['quote'])
    const old = withoutNumbersOfPersons(was)
    const number = is.number.slice(0, LONGEST_NUMBER)
    return [
      id,
      {
        ...clause,
        ...(number === '' ? {} : { number }),
        quote: quote.includes(old) ? quote.replace(old, whole) : whole,
      },
    ]
  })
  if (renewed.length === 0) return null
  return { ...document, clauses: { ...clauses, ...Object.fromEntries(renewed) } }
}
