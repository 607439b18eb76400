/** How a clause is named and what it says, on every face and paper. Its id stands apart. */
import { localized, type LocalizedText } from '../text.ts'
import type { Clause } from './plan.ts'

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
