/** Parts a long announcement into pieces that are shown one after another. */
import { emsOf, linesOf, wordsOf } from '#shared/charts/measure.ts'

const SENTENCES = /.*?(?:[。！？；]+|[!?;]+\s+|\.\s+|$)/gsu
const CLAUSES = /.*?(?:[，、：]+|[,:]\s+|$)/gsu

/**
 * An announcement in pieces that fit on two lines of `ems`. It is parted at the ends of sentences
 * only; a single sentence that is too long for that at its commas, and one without commas between
 * words.
 */
export const piecesOf = (text: string, ems: number): string[] =>
  parted(text.trim(), ems, [
    (whole) => matches(whole, SENTENCES),
    (sentence) => matches(sentence, CLAUSES),
    wordsOf,
    (word) => [...word],
  ])

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([part]) => part).filter(Boolean)

type Parting = (text: string) => string[]

/**
 * Takes as much as fits at a time; what does not fit even alone is parted by the next finer way.
 */
function parted(text: string, ems: number, [way, ...finer]: readonly Parting[]): string[] {
  if (text === '') return []
  if (linesOf(text, ems) <= 2 || !way) return [text]
  const pieces: string[] = []
  let piece = ''
  for (const part of way(text)) {
    if (linesOf((piece + part).trim(), ems) <= 2) {
      piece += part
      continue
    }
    pieces.push(piece.trim())
    piece = ''
    if (linesOf(part.trim(), ems) <= 2) piece = part
    else pieces.push(...parted(part.trim(), ems, finer))
  }
  return [...pieces, piece.trim()].filter(Boolean)
}

/**
 * Where two lines of `ems` part best: after a mark if there is one near the middle, and never
 * within a word. One line if no parting fits.
 */
export function linesIn(text: string, ems: number): string[] {
  let best: { lines: string[]; cost: number } = { lines: [text], cost: Infinity }
  let before = ''
  for (const word of wordsOf(text)) {
    const lines = [before.trim(), text.slice(before.length).trim()]
    const [first = 0, second = 0] = lines.map(emsOf)
    const cost = Math.max(first, second) + (MARK.test(before) ? 0 : ems / 4)
    const barred = !before || MARK.test(word) || first > ems || second > ems
    if (!barred && cost < best.cost) best = { lines, cost }
    before += word
  }
  return best.lines
}

const MARK = /[\u3001-\u300f\uff00-\uff1f,:;.!?]\s*$/
