/**
 * Tells whether a clause quotes a sentence: by its words, so that it holds however the clause was
 * written and by whomever.
 */

/** Signs of a quotation at most, as a clause takes them. */
export const LONGEST_QUOTE = 2_000

/** Without blanks, in one width, without what ends it. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[。.;；!！?？:：,，、]+$/, '')

const SENTENCES = /(?<=[。!！?？\n])/
const PARTS = /(?<=[。!！?？;；\n])/

/** All that a quotation has in it: whole, sentence by sentence, and at semicolons. */
export function quotedIn(quote: string): ReadonlySet<string> {
  const parts = [quote, ...quote.split(SENTENCES), ...quote.split(PARTS)].map(plainWords)
  return new Set(parts.filter((part) => part !== ''))
}

/** Mobile numbers of persons in mainland China: 11 digits that begin with 1 and 3 to 9. */
const MOBILE = /(?<!\d)1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)/g
/** Numbers of identity cards: 17 digits and a check character. */
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?![\dXx])/g

/**
 * The sentence as a draft may quote it: a draft is kept in clear for ever, so numbers by which a
 * person is reached or known stay out of it.
 */
export const withoutNumbersOfPersons = (text: string): string =>
  text.replace(IDENTITY, '（号码略）').replace(MOBILE, '（号码略）')

export const hasNumberOfPerson = (text: string): boolean => withoutNumbersOfPersons(text) !== text
