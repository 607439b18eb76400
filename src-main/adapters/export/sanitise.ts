/** Makes text of people safe in a file that another program opens, without loss to a reader. */

/**
 * Control characters but tab and new line, and those that are invisible or turn the direction of
 * the text; the joiners that emoji need stay.
 */
const UNSEEN =
  /(?![\t\n])[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu

/**
 * Shows invisible characters by their number, so that none is hidden and none acts: `[U+202E]`.
 * Lone halves of characters become the replacement character.
 */
export const sanitise = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(
      UNSEEN,
      (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )

/**
 * A cell that a spreadsheet would take for a formula: by its first sign, also after blanks, behind
 * a delimiter of other countries, or as a full-width sign.
 */
const FORMULA = /^[\s;,|'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\n;|]/u

/**
 * For files whose cells have no type (CSV): such a text gets an apostrophe in front, which
 * spreadsheets take as the mark of a text.
 */
export const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
