/**
 * Cuts what was pasted into the list of clauses: a line is a clause, and what stands before its
 * words as a number is its number. 第三条, 一、, （二）, 3., 3.2 and （1） are numbers; nothing else is.
 */
import { LONGEST_NUMBER, LONGEST_QUOTE } from '#shared/contract/document-file.ts'

export type PastedClause = { number: string | null; quote: string }

const HAN = '[〇零一二三四五六七八九十百]'
const NUMBER = new RegExp(
  `^(第${HAN}+[章节条款项]|第\\d+[章节条款项]|${HAN}+(?=[、．.])|[（(](?:${HAN}+|\\d{1,3})[）)]|\\d{1,3}(?:\\.\\d{1,3})*(?=[.．、\\s）)]))[、．.）)\\s]*`,
)

function clauseOf(line: string): PastedClause {
  const [before = '', number = null] = NUMBER.exec(line) ?? []
  const quote = line.slice(before.length).trim()
  // a line that is only a number says nothing by itself: it is a sentence as it stands
  return number === null || quote === ''
    ? { number: null, quote: line.slice(0, LONGEST_QUOTE) }
    : { number: number.slice(0, LONGEST_NUMBER), quote: quote.slice(0, LONGEST_QUOTE) }
}

/** Lines that are empty are none. */
export const pastedClauses = (pasted: string): readonly PastedClause[] =>
  pasted
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(clauseOf)
