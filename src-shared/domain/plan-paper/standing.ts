/**
 * Works out what has become of every sentence of a paper, from the paper and the drafts that are
 * made of it: the one function that page, counts and approval ask.
 */
import { isMap, mapOf, mapsIn, textOf, wordIn, type Json } from './json.ts'
import type { OpenedSentence, PlanPaper } from './paper.ts'
import { withoutNumbersOfPersons } from '../person-numbers.ts'
import { LONGEST_QUOTE } from '../plan/clause.ts'
import { plainWords, quotedIn } from './same-words.ts'

/** The texts that are made of a paper, as they are written: drafts, else what is in force. */
export type Made = { document: Json | null; plans: readonly Json[] }

/**
 * Where a sentence is used. `planId` null: in the document itself. `path` as the check of a draft
 * names places (`steps.lift-02`, `facts.trapped`, `definitions.0`). `title`: of the step or the
 * question, in Chinese if it has that; null where the place has none.
 */
export type SentenceUse = { planId: string | null; path: string; title: string | null }

/**
 * used: a clause that quotes it is cited, or it is a heading; aside: somebody set it aside; purged:
 * its words are gone; open: nothing yet.
 */
export type SentenceState = 'used' | 'aside' | 'purged' | 'open'
export type SentenceStanding = { state: SentenceState; uses: readonly SentenceUse[] }

/** The clauses that a part of a draft cites. */
const citedIn = (part: Json): readonly string[] =>
  [part['clause'], ...(Array.isArray(part['clauses']) ? part['clauses'] : [])].filter(
    (id): id is string => typeof id === 'string',
  )

type Cite = (part: Json, use: SentenceUse) => void

function citeInPlan(plan: Json, cite: Cite): void {
  const planId = textOf(plan['id'])
  const titled = (part: Json, path: string, title: string | null): void =>
    cite(part, { planId, path, title })
  for (const step of mapsIn(plan['steps']))
    titled(step, `steps.${textOf(step['id'])}`, wordIn(step['title']))
  for (const [key, fact] of Object.entries(mapOf(plan['facts'])))
    titled(mapOf(fact), `facts.${key}`, wordIn(mapOf(fact)['question']))
  if (isMap(plan['activation'])) titled(plan['activation'], 'activation', null)
  mapsIn(plan['start']).forEach((rule, index) =>
    titled(rule, `start.${index}`, wordIn(rule['why'])),
  )
}

const PAGES = [
  'principles',
  'legalBases',
  'definitions',
  'readiness',
  'supplies',
  'contacts',
  'aftermath',
] as const

function citeInDocument(document: Json, cite: Cite): void {
  const within = (part: Json, path: string, title: string | null): void =>
    cite(part, { planId: null, path, title })
  for (const page of ['purpose', 'scope'] as const)
    within(mapOf(document[page]), page, wordIn(mapOf(document[page])['says']))
  for (const page of PAGES)
    mapsIn(document[page]).forEach((part, index) =>
      within(
        part,
        `${page}.${index}`,
        wordIn(part['term'] ?? part['what'] ?? part['who'] ?? part['name'] ?? part['says']),
      ),
    )
  for (const [id, role] of Object.entries(mapOf(document['roles'])))
    within(mapOf(role), `roles.${id}`, wordIn(mapOf(role)['name']))
  for (const clause of Object.keys(mapOf(document['answers'])))
    within({ clause }, `answers.${clause}`, null)
}

/** Where each clause is cited, by its id. */
function citations({ document, plans }: Made): ReadonlyMap<string, readonly SentenceUse[]> {
  const all = new Map<string, SentenceUse[]>()
  const cite: Cite = (part, use) => {
    for (const clause of citedIn(part)) all.set(clause, [...(all.get(clause) ?? []), use])
  }
  if (document) citeInDocument(document, cite)
  for (const plan of plans) citeInPlan(plan, cite)
  return all
}

/** The ids of all clauses that a document and its plans cite. */
export const clausesCited = (texts: Made): ReadonlySet<string> => new Set(citations(texts).keys())

/** The clauses of a document that quote these words, by the words. */
export function clausesByWords(document: Json | null): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>()
  for (const [id, clause] of Object.entries(mapOf(document?.['clauses'])))
    for (const words of quotedIn(textOf(mapOf(clause)['quote'])))
      all.set(words, [...(all.get(words) ?? []), id])
  return all
}

/** The words by which a sentence is looked for in quotations. */
export const wordsQuoted = (text: string): string =>
  plainWords(withoutNumbersOfPersons(text).slice(0, LONGEST_QUOTE))

/**
 * What became of each of these sentences, in their order. The time that it takes grows with the
 * words, not with sentences times clauses.
 */
export function standingOf(
  sentences: readonly OpenedSentence[],
  aside: PlanPaper['aside'],
  texts: Made,
): readonly SentenceStanding[] {
  const clauses = clausesByWords(texts.document)
  const cited = citations(texts)
  return sentences.map(({ id, heading, text }) => {
    const quoting = text === null ? [] : (clauses.get(wordsQuoted(text)) ?? [])
    const uses = quoting.flatMap((clause) => cited.get(clause) ?? [])
    const isUsed = heading || uses.length > 0
    const state = isUsed ? 'used' : aside[id] ? 'aside' : text === null ? 'purged' : 'open'
    return { state, uses }
  })
}

export type SentenceCounts = { used: number; aside: number; open: number }

/** Purged words count as set aside: nobody can do anything with them. Headings count as nothing. */
export function countsOf(
  sentences: readonly Pick<OpenedSentence, 'heading'>[],
  results: readonly Pick<SentenceStanding, 'state'>[],
): SentenceCounts {
  const states = results.filter((_, index) => !sentences[index]?.heading)
  const count = (...which: readonly SentenceState[]): number =>
    states.filter(({ state }) => which.includes(state)).length
  return { used: count('used'), aside: count('aside', 'purged'), open: count('open') }
}
