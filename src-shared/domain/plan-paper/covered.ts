/**
 * Takes numbers by which a person is reached or known out of what the rules have drafted, before
 * it is recorded: a draft stands in clear for ever (docs/privacy.md).
 */
import { hasNumberOfPerson, withoutNumbersOfPersons } from '../person-numbers.ts'
import { mapOf, textOf } from './json.ts'
import { clausesCited, wordsQuoted } from './standing.ts'

type Written = Record<string, unknown>

/** A number to call that is a person's is left out: who is called stays. */
function covered(value: unknown): unknown {
  if (typeof value === 'string') return withoutNumbersOfPersons(value)
  if (Array.isArray(value)) return value.map(covered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      key === 'number' && typeof part === 'string' && hasNumberOfPerson(part)
        ? []
        : [[key, covered(part)]],
    ),
  )
}

const citesOnly = (part: unknown, ids: ReadonlySet<string>): boolean =>
  ids.has(textOf(mapOf(part)['clause']))

/** The pages of a document without what stands there for these clauses alone. */
const pagesWithout = (document: Written, ids: ReadonlySet<string>): Written =>
  Object.fromEntries(
    Object.entries(document).map(([key, page]) => [
      key,
      Array.isArray(page) ? page.filter((part) => !citesOnly(part, ids)) : page,
    ]),
  )

/**
 * The drafts of a paper as they may be recorded. `texts`: its sentences. One that has a person's
 * number, and that no step or question needs, is neither clause nor line of a page: it stays with
 * the paper, where it can be purged, and is open until somebody decides on it.
 */
export function coveredDrafts(
  { document, plans }: { document: Written; plans: readonly Written[] },
  texts: readonly string[],
): { document: Written; plans: readonly Written[] } {
  const drafts = { document: covered(document) as Written, plans: plans.map(covered) as Written[] }
  const hidden = new Set(texts.filter(hasNumberOfPerson).map(wordsQuoted))
  if (hidden.size === 0) return drafts
  const needed = clausesCited({ document: null, plans: drafts.plans })
  const isLeftOut = ([id, clause]: readonly [string, unknown]): boolean =>
    !needed.has(id) && hidden.has(wordsQuoted(textOf(mapOf(clause)['quote'])))
  const all = Object.entries(mapOf(drafts.document['clauses']))
  const leftOut = new Set(all.filter(isLeftOut).map(([id]) => id))
  const clauses = Object.fromEntries(all.filter(([id]) => !leftOut.has(id)))
  return { ...drafts, document: { ...pagesWithout(drafts.document, leftOut), clauses } }
}
