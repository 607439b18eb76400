/**
 * Cuts paragraphs at the numbers printed in them, also where lines have run together, and puts each
 * part under the headings that it stands under.
 */
import { contentsLines, runInContents } from './contents.ts'
import { labelOf, type Label } from './labels.ts'
import { nest, fitsHere, type Place } from './nesting.ts'
import type { PaperParagraph } from './paper.ts'
import { plainSigns, tidy } from './signs.ts'
import { isDocumentTitle, runInTitle, sectionOf } from './titles.ts'

/**
 * A part of the paper: a heading, or the text under one number. `printed`: the mark before it as
 * printed. `places`: where it stands, the highest first, its own number last.
 */
export type Block = {
  paragraph: number
  printed: string
  label: Label | null
  text: string
  plain: string
  isHeading: boolean
  isContents: boolean
  isCell: boolean
  /** Of a cell: what the first row of its table says over its column, and over any of them. */
  over: { column: string; row: readonly string[] } | null
  places: readonly Place[]
}

type Piece = Omit<Block, 'places' | 'isHeading' | 'over'> & { level: number | null }

/** Signs of a heading that others have run into, and of a number with its marks. */
const LONGEST_RUN = 22
const LONGEST_LABEL = 24
const MAY_BEGIN = /[（(一二三四五六七八九十0-9０-９①-⑳第]/
const REFERENCE_BEFORE =
  /(第|见|按|照|至|到|和|及|与|或|共|约|达|超|过|于|上述|前款|本条|[0-9A-Za-z.])$/
const REFERENCE_AFTER = /^(项|款|条(?!件)|类(?!型)|级(?!别)|号|楼|层|步|期)/
/** What stands behind the chapters, often without a number. */
const LAST = /^(?:附则|附录|附件[一二三四五0-9]?)$/
const ENDS = /[。；：！？”，]$/

/** Whether the text before an inner number is as short as a heading, and without a mark. */
const isShortRun = (plain: string): boolean =>
  plain.length > 0 && plain.length <= LONGEST_RUN && !/[。；，：！？]/.test(plain)

function innerLabel(
  plain: string,
  from: number,
  at: number,
  places: readonly Place[],
): Label | null {
  if (!MAY_BEGIN.test(plain.charAt(at))) return null
  const before = plain.slice(Math.max(from, at - LONGEST_RUN - 1), at)
  if (REFERENCE_BEFORE.test(before)) return null
  const label = labelOf(plain.slice(at, at + LONGEST_LABEL), false)
  if (!label || !fitsHere(label, places)) return null
  const rest = plain.slice(at + label.length, at + label.length + 4)
  if (REFERENCE_AFTER.test(rest) || rest === '') return null
  if (label.style === 'dot' && /^[0-9]/.test(rest)) return null
  return ENDS.test(before) || isShortRun(before) ? label : null
}

/** Cuts one paragraph at its numbers; `places` is where the text before it stood. */
function piecesOf(
  paragraph: PaperParagraph,
  index: number,
  isContents: boolean,
  before: readonly Place[],
): readonly Piece[] {
  const text = tidy(paragraph.text)
  const plain = plainSigns(text)
  const pieces: Piece[] = []
  let places = before
  const add = (label: Label | null, start: number, end: number): void => {
    const from = start + (label?.length ?? 0)
    pieces.push({
      paragraph: index,
      printed: text.slice(start, from).trim(),
      label,
      text: text.slice(from, end).trim(),
      plain: plain.slice(from, end).trim(),
      isContents,
      isCell: paragraph.style === 'cell',
      level: start === 0 && paragraph.style === 'heading' ? (paragraph.level ?? 1) : null,
    })
    places = nest(places, label, null, '')
  }
  let label = labelOf(plain, true)
  let start = 0
  if (isContents) return text === '' ? [] : (add(null, 0, text.length), pieces)
  if (label) places = nest(places, label, null, '')
  for (let at = label?.length ?? 1; at < plain.length; at += 1) {
    const inner = innerLabel(plain, start + (label?.length ?? 0), at, places)
    if (!inner) continue
    add(label, start, at)
    places = nest(places, inner, null, '')
    label = inner
    start = at
    at += inner.length - 1
  }
  if (text !== '') add(label, start, text.length)
  return pieces
}

/** A heading that the text under it has run into becomes a piece before it. */
function apart(piece: Piece, title: string): readonly Piece[] {
  const ownTitle =
    title !== '' && piece.plain.startsWith(title) && piece.plain.length > title.length
  const length = ownTitle ? title.length : piece.label ? runInTitle(piece.plain) : 0
  if (length === 0) return [piece]
  const head = { ...piece, text: piece.text.slice(0, length), plain: piece.plain.slice(0, length) }
  const rest = {
    ...piece,
    label: null,
    printed: '',
    text: piece.text.slice(length),
    plain: piece.plain.slice(length),
    level: null,
  }
  return [{ ...head, level: head.level ?? 9 }, ...apart(rest, '')]
}

const deeper = (piece: Piece, next: Piece | undefined, places: readonly Place[]): boolean => {
  if (!next?.label || !piece.label) return false
  const here = nest(places, piece.label, piece.level, '')
  return nest(here, next.label, null, '').length > here.length
}

/**
 * Whether a piece is a heading: styled as such, or short, without an end, and with parts under it.
 */
function headsParts(piece: Piece, next: Piece | undefined, places: readonly Place[]): boolean {
  const { plain } = piece
  if (piece.level !== null && !(plain.endsWith('。') && plain.length > 40))
    return plain.length <= 80
  if (plain.length > 40 || /[。；]|[！？]$/.test(plain)) return false
  if (/(?:(?:下列|以下|如下)[^，]{0,8}|，.*)：$/.test(plain)) return false
  if (deeper(piece, next, places)) return true
  if (piece.label && /(?:流程|程序|措施|方法|步骤)：?$/.test(plain) && !plain.includes('，'))
    return true
  if (piece.label === null && !piece.isCell && (isDocumentTitle(plain) || LAST.test(plain)))
    return true
  if (plain.length > 25 || plain.includes('，')) return false
  if (piece.label && next?.isCell && !plain.endsWith('：')) return sectionOf(plain) !== null
  if (piece.label && next && !next.label && !next.isCell) return !/[：]$/.test(plain)
  return false
}

/** What stands over each cell, by the index of its paragraph; empty in the first row of a table. */
function overCells(paragraphs: readonly PaperParagraph[]): readonly Block['over'][] {
  let head: string[] = []
  let isHead = false
  return paragraphs.map(({ style, column = 0, text }, index) => {
    if (style !== 'cell') return null
    const begins = paragraphs[index - 1]?.style !== 'cell'
    if (begins) head = []
    isHead = begins || (isHead && column > 0)
    if (isHead) head[column] = plainSigns(tidy(text))
    return { column: isHead ? '' : (head[column] ?? ''), row: head }
  })
}

/** The parts of a paper in their order. Blank paragraphs are left out. */
export function outlineOf(paragraphs: readonly PaperParagraph[], title: string): readonly Block[] {
  const contents = contentsLines(paragraphs.map(({ text }) => tidy(text)))
  const plainTitle = plainSigns(tidy(title))
  const pieces: Piece[] = []
  let before: readonly Place[] = []
  paragraphs.forEach((paragraph, index) => {
    const text = tidy(paragraph.text)
    const list = contents.has(index) ? text.length : runInContents(text)
    const parts = [
      ...(list > 0 ? piecesOf({ ...paragraph, text: text.slice(0, list) }, index, true, []) : []),
      ...piecesOf({ ...paragraph, text: text.slice(list) }, index, false, list > 0 ? [] : before),
    ]
    for (const piece of parts) {
      const split = piece.isContents ? [piece] : apart(piece, plainTitle)
      pieces.push(...split)
      before = split.reduce((places, part) => nest(places, part.label, part.level, ''), before)
    }
  })
  const over = overCells(paragraphs)
  const blocks: Block[] = []
  let places: readonly Place[] = []
  pieces.forEach((piece, index) => {
    const isHeading = !piece.isContents && headsParts(piece, pieces[index + 1], places)
    const { level, ...rest } = piece
    if (!piece.isContents)
      places = nest(
        places,
        piece.label,
        isHeading && !piece.label ? (level ?? 1) : level,
        isHeading ? piece.plain.replace(/[：。]+$/, '') : '',
      )
    blocks.push({ ...rest, isHeading, over: over[piece.paragraph] ?? null, places })
  })
  return blocks
}

/** The name of the paper: its first line that can be one; empty if none can. */
export function titleOfPaper(paragraphs: readonly PaperParagraph[]): string {
  const first = paragraphs.slice(0, 30).map(({ text, style }) => ({ text: tidy(text), style }))
  const named = first.find(({ text }) => isDocumentTitle(plainSigns(text)) && !labelOf(text, true))
  const styled = first.find(({ text, style }) => style === 'heading' && text !== '')
  return (named ?? styled)?.text ?? ''
}
