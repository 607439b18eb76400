/** The words of the strip: a place in four characters, and what finds no cell in a line. */
import { cutTo, emsOf } from '#shared/charts/measure.ts'

const BOLD = 1.06 // bold Latin letters are wider
/** What a bold digit is wider than a usual one, em. */
const BOLD_DIGIT = 0.07

/** Width in em, if it is set bold, as places of the worst and labels are. */
export const boldEms = (text: string): number =>
  emsOf(text) + BOLD_DIGIT * (text.match(/[0-9×]/g)?.length ?? 0)
/** Of the room of a place, the part that its end may take. */
const END = 0.5

/** What tells two places of a house apart: a number with its word, a side, a door, a part. */
const EXACT =
  /(?:[0-9一二三四五六七八九十]+|[A-Z]?[0-9]*)[楼层号区室座栋门口厅]$|(?:大堂|门口|车库|机房|[东西南北][侧门楼厅])$/

/** A beginning of fewer characters says nothing: then a word is parted. */
const LEAST_START = 2

/** Its beginning and, where that is exact, its end; whole words as far as they are known. */
function shortHan(place: string, ems: number): string {
  const [exact = ''] = EXACT.exec(place) ?? []
  const end = exact.length > 1 && emsOf(exact) <= ems * END ? exact : ''
  const start = place.slice(0, place.length - end.length)
  const rest = ems - emsOf(end)
  const whole = cutTo(start, rest)
  if (emsOf(whole) >= Math.min(LEAST_START, rest)) return whole + end
  const letters = [...start]
  while (emsOf(letters.join('')) > rest) letters.pop()
  return letters.join('') + end
}

/** Its first words and its last. */
function shortLatin(place: string, ems: number): string {
  const words = place.split(' ')
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  const end = emsOf(` ${last}`) <= ems * END ? ` ${last}` : ''
  return cutTo(words.slice(0, end ? -1 : undefined).join(' '), ems - emsOf(end)).trimEnd() + end
}

/**
 * A place in `room` em, without a sign that it is cut: its beginning and what its end adds to it,
 * since an address is most exact at its end (政务大厅二楼: 政务二楼). It follows from the place
 * alone, so that a cell says the same as long as it stands.
 */
export function shortPlace(place: string, room: number): string {
  const isLatin = /[a-z]{2}/.test(place)
  const ems = (isLatin ? room / BOLD : room) - (boldEms(place) - emsOf(place))
  if (emsOf(place) <= ems) return place
  return place.includes(' ') && isLatin ? shortLatin(place, ems) : shortHan(place, ems)
}

/** The air between two of them, em. */
const GAP = 0.6
/** What an inverse one takes besides. */
const PLATE = 0.4
/** The air between a number and what of it is late. */
const TOUCHING = 0.2
/** A number behind its kind, with the sign between them. */
const sumText = (kind: string, count: number): string => `${kind}×${count}`

/** `of`: how many of its number are late, in words, where that is some but not all of them. */
export type SumText = { text: string; late: boolean; drill: boolean; of?: string }
type NamedSum = { kind: string; count: number; late: boolean; drill: boolean }
type SumWords = { others: (count: number) => string; late: (count: number) => string }

const widthOf = (entries: readonly SumText[]): number =>
  entries.reduce(
    (sum, { text, late, of = '' }) =>
      sum + boldEms(text) + GAP + (late || of ? PLATE : 0) + (of ? boldEms(of) + TOUCHING : 0),
    0,
  )

const countOf = (sums: readonly NamedSum[]): number =>
  sums.reduce((total, { count }) => total + count, 0)
/** Late ones as the header counts them: without drills. */
const lateIn = (sums: readonly NamedSum[]): number =>
  countOf(sums.filter(({ late, drill }) => late && !drill))

/** Those that have no place of their own, as one number; what is late of them stands beside it. */
function othersOf(sums: readonly NamedSum[], words: SumWords): readonly SumText[] {
  const [count, late] = [countOf(sums), lateIn(sums)]
  if (count === 0) return []
  const entry = { text: words.others(count), late: late === count, drill: false }
  return [late === 0 || late === count ? entry : { ...entry, of: words.late(late) }]
}

/**
 * As many of the `sums` as `room` em holds, the first first; what is left of them is one number,
 * with how many of it are late. Where there is no room for both it is those that are late.
 */
export function fittingSums(
  sums: readonly NamedSum[],
  words: SumWords,
  room: number,
): { sums: readonly SumText[]; width: number } {
  const all = sums.map(({ kind, count, ...rest }): SumText => ({
    ...rest,
    text: sumText(kind, count),
  }))
  const late = lateIn(sums)
  const ways = [
    ...Array.from({ length: all.length + 1 }, (_, parted) => [
      ...all.slice(0, all.length - parted),
      ...othersOf(sums.slice(all.length - parted), words),
    ]),
    ...(late > 0 ? [[{ text: words.late(late), late: true, drill: false }]] : []),
  ]
  const fitting = ways.find((entries) => widthOf(entries) <= room) ?? []
  return { sums: fitting, width: widthOf(fitting) }
}
