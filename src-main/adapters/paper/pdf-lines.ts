/**
 * Puts the pieces of text of a PDF's pages together: lines, without headers, footers and numbers of
 * pages, and lines into paragraphs.
 */

/** A piece of text: from its left end, on its base line, in points; `height` of its letters. */
export type PdfPiece = { text: string; x: number; y: number; width: number; height: number }
export type PdfPage = { height: number; pieces: readonly PdfPiece[] }

type Line = { text: string; left: number; right: number; y: number; height: number; page: number }

const EDGE = 0.09 // of a page's height, at its top and its end
const PAGE_NUMBER =
  /^(?:第\s?)?[-—–·\s]*(?:[0-9]{1,4}|[ivxIVX]{1,6})[-—–·\s]*(?:页)?(?:\s?[/／共]\s?(?:共)?\s?[0-9]{1,4}\s?页?)?$/
const BEGINS =
  /^(?:第[一二三四五六七八九十百0-9]{1,5}[章节条篇]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.、．)）]|[①-⑳]|[•●■◆]|附件)/
const ENDS = /[。！？；：”]$/

/** The pieces on one base line, from left to right; a wide gap between them is a blank. */
function lineOf(pieces: readonly PdfPiece[], page: number): Line {
  const sorted = [...pieces].sort((first, second) => first.x - second.x)
  let text = ''
  let right = sorted[0]?.x ?? 0
  for (const piece of sorted) {
    const gap = piece.x - right
    text += text !== '' && gap > piece.height * 0.9 ? ` ${piece.text}` : piece.text
    right = piece.x + piece.width
  }
  const height = Math.max(...sorted.map((piece) => piece.height))
  return { text: text.trim(), left: sorted[0]?.x ?? 0, right, y: sorted[0]?.y ?? 0, height, page }
}

function linesOf({ pieces }: PdfPage, page: number): readonly Line[] {
  const rows: PdfPiece[][] = []
  for (const piece of [...pieces].sort((first, second) => second.y - first.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - piece.y) < Math.max(2, first.height * 0.5))
      row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => lineOf(row, page)).filter(({ text }) => text !== '')
}

/** Without figures, by which the same line of another page is known. */
const withoutFigures = (text: string): string => text.replace(/[0-9\s]/g, '')

/** Lines at the edge of pages that are numbers, or stand on most pages. */
function isRepeated(lines: readonly Line[], pages: readonly PdfPage[]): (line: Line) => boolean {
  const atEdge = ({ y, page }: Line): boolean => {
    const height = pages[page]?.height ?? 0
    return y > height * (1 - EDGE) || y < height * EDGE
  }
  const seen = new Map<string, Set<number>>()
  for (const line of lines.filter(atEdge)) {
    const key = withoutFigures(line.text)
    seen.set(key, (seen.get(key) ?? new Set()).add(line.page))
  }
  const most = Math.max(2, Math.ceil(pages.length / 2))
  return (line) =>
    atEdge(line) &&
    (PAGE_NUMBER.test(line.text) || (seen.get(withoutFigures(line.text))?.size ?? 0) >= most)
}

const median = (values: readonly number[]): number =>
  [...values].sort((first, second) => first - second)[Math.floor(values.length / 2)] ?? 0

/** Whether a line goes on with the paragraph of the line before it. */
function goesOn(line: Line, before: Line, margins: { left: number; right: number }): boolean {
  if (BEGINS.test(line.text)) return false
  const em = Math.max(before.height, 1)
  if (line.left > margins.left + em * 1.2) return false // the first line of a paragraph is set in
  if (Math.abs(line.height - before.height) > em * 0.25) return false
  const isFull = before.right > margins.right - em * 2.5
  if (!isFull) return false
  const gap = before.y - line.y
  return line.page !== before.page || (gap > 0 && gap < em * 2.6) || !ENDS.test(before.text)
}

const LATIN_END = /[A-Za-z0-9,.]$/
const LATIN_START = /^[A-Za-z0-9]/

/** The paragraphs of these pages, in their order. */
export function pdfParagraphs(pages: readonly PdfPage[]): readonly string[] {
  const all = pages.flatMap((page, index) => linesOf(page, index))
  const isFrame = isRepeated(all, pages)
  const lines = all.filter((line) => !isFrame(line))
  const wide = lines.filter(({ text }) => text.length > 12)
  const margins = {
    left: median(wide.map(({ left }) => left)),
    right:
      [...wide.map(({ right }) => right)].sort((first, second) => first - second)[
        Math.floor(wide.length * 0.9)
      ] ?? 0,
  }
  const paragraphs: string[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const last = paragraphs.at(-1)
    if (before && last !== undefined && goesOn(line, before, margins)) {
      const blank = LATIN_END.test(last) && LATIN_START.test(line.text) ? ' ' : ''
      paragraphs[paragraphs.length - 1] = `${last}${blank}${line.text}`
    } else paragraphs.push(line.text)
  })
  return paragraphs
}
