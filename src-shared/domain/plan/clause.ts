/** How a clause is named and what it says, on every face and paper. Its id stands apart. */
import { localized, type LocalizedText } from '../text.ts'
import type { Clause } from './plan.ts'

/** Characters at most: of a number as the paper prints it, and of a sentence of the paper. */
export const LONGEST_NUMBER = 40
export const LONGEST_QUOTE = 2_000

/**
 * What people call a clause: the number that its paper gives it (第三条（二）), else where it stands
 * there.
 */
export const clauseName = ({
  number,
  chapter,
}: Pick<Clause, 'number' | 'chapter'>): LocalizedText =>
  number === undefined ? chapter : localized(number, number)

/** What a clause asks for: in other words, else in the sentence of its paper. */
export const clauseText = ({ says, quote = '' }: Pick<Clause, 'says' | 'quote'>): LocalizedText =>
  says ?? localized(quote, quote)

/**
 * A clause on a paper: what its own paper calls it, then our id. The id alone where the paper gives
 * it no name.
 */
export const clauseOnPaper = (id: string, name: LocalizedText): LocalizedText =>
  name.zh === '' ? localized(id, id) : localized(`${name.zh} · ${id}`, `${name.en} · ${id}`)

/** Clauses that a plan cites, as a paper names them; one that it does not have by its id. */
export function clausesOnPaper(ids: readonly string[], clauses: readonly Clause[]): LocalizedText {
  const names = ids.map((id) => {
    const clause = clauses.find((known) => known.id === id)
    return clause ? clauseOnPaper(id, clauseName(clause)) : localized(id, id)
  })
  return localized(names.map(({ zh }) => zh).join('、'), names.map(({ en }) => en).join(', '))
}

/** The number that its paper gives a clause, where it gives one: for what is drawn of a plan. */
export const numberOf = (id: string, clauses: readonly Clause[]): { number?: string } => {
  const number = clauses.find((clause) => clause.id === id)?.number
  return number === undefined ? {} : { number }
}
