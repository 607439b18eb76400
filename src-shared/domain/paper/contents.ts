/** Tells the list of contents of a paper from its text, which has the same headings once more. */
import { plainSigns } from './signs.ts'

/** A line that ends in dots, a tab or brackets and the number of a page. */
const PAGE_LINE = /((?:[.·．]{3,}|…+)\s?|（|\t)[0-9ivxIVX]{1,4}）?$/
/** Only the end of a line is looked at, so that a page of dots takes no time. */
const LINE_END = 40
const DOTTED = /(?:[.·．]{6,}|…{2,})\s?[0-9]{1,3}$/
const LIST_TITLE = /^(目录|目次)$/

/**
 * How many signs at the start of a paragraph are a list of contents that has run into the text: it
 * says 目录, and its first heading comes a second time. 0: none.
 */
export function runInContents(text: string): number {
  const plain = plainSigns(text)
  const at = plain.indexOf('目录')
  if (at < 0) return 0
  const first = /[一1][、.][\p{Script=Han}]{2}/u.exec(plain.slice(at))
  if (!first) return 0
  const again = plain.indexOf(first[0], at + first.index + first[0].length)
  return again < 0 ? 0 : again
}

/** The paragraphs that are a list of contents by themselves, by their indices. */
export function contentsLines(texts: readonly string[]): ReadonlySet<number> {
  const lines = new Set<number>()
  let open = false
  texts.forEach((text, index) => {
    const plain = plainSigns(text)
    if (LIST_TITLE.test(plain.replace(/\s/g, ''))) open = true
    else if (open && !PAGE_LINE.test(plain.slice(-LINE_END)) && plain !== '')
      open = isHeadingAgain(texts, index)
    if (open || DOTTED.test(plain.slice(-LINE_END))) lines.add(index)
  })
  return lines
}

/** Without page numbers, a line of the list is a line that comes once more further down. */
const isHeadingAgain = (texts: readonly string[], index: number): boolean =>
  (texts[index]?.length ?? 0) < 40 && texts.indexOf(texts[index] ?? '', index + 1) > index
