/**
 * Tells whether a clause quotes a sentence: by its words, so that it holds however the clause was
 * written and by whomever.
 */

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
