/** The words of a cell of the strip: a place in four characters, and what finds no cell in a line. */
import { cutTo, emsOf, wordsOf } from '#shared/charts/measure.ts'

/** Of the room of a place, the part that its last word may take. */
const END = 0.5
const BOLD = 1.06 // bold Latin letters are wider

/**
 * A place in `room` em, without a sign that it is cut: its beginning and its last word, since an address
 * is most exact at its end (政务大厅二楼: 政务二楼). It follows from the place alone, so that a cell says
 * the same as long as it stands.
 */
export function shortPlace(place: string, room: number): string {
  const isLatin = /[a-z]/i.test(place)
  const ems = isLatin ? room / BOLD : room
  if (emsOf(place) <= ems) return place
  const words = wordsOf(place)
  let end = ''
  while (words.length > 1) {
    const longer = (words.at(-1) ?? '') + end
    if (emsOf(longer) > ems * END) break
    end = longer
    words.pop()
  }
  if (end.trim() === '') return cutTo(place, ems).trim()
  const gap = isLatin && !end.startsWith(' ') ? ' ' : ''
  const start = cutTo(words.join(''), ems - emsOf(gap + end)).trimEnd()
  return `${start}${gap}${end}`.trim()
}

/** The air between two of them, em. */
const GAP = 0.6
/** What an inverse one takes besides. */
const PLATE = 0.4
/** A number behind its kind, with the sign between them. */
const sumText = (kind: string, count: number): string => `${kind}×${count}`

export type Told = { text: string; late: boolean; drill: boolean }

/**
 * As many of the `sums` as `room` em holds, the first first; what is left of them is one number.
 */
export function fittingSums(
  sums: readonly { kind: string; count: number; late: boolean; drill: boolean }[],
  others: (count: number) => string,
  room: number,
): { told: readonly Told[]; width: number } {
  const all = sums.map(({ kind, count, ...rest }) => ({ ...rest, text: sumText(kind, count) }))
  const widthOf = (entries: readonly Told[]): number =>
    entries.reduce((sum, { text, late }) => sum + emsOf(text) + GAP + (late ? PLATE : 0), 0)
  for (let count = all.length; count >= 0; count--) {
    const rest = sums.slice(count).reduce((sum, each) => sum + each.count, 0)
    const last = rest > 0 ? [{ text: others(rest), late: false, drill: false }] : []
    const told = [...all.slice(0, count), ...last]
    if (widthOf(told) <= room || count === 0) return { told, width: widthOf(told) }
  }
  return { told: [], width: 0 }
}
