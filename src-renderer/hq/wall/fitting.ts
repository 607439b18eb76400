/** Cuts words to the room that they have on a wall, by whole words, and marks the cut. */
import { CUT, cutTo, emsOf, fitsByWord, withoutMiddle } from '#shared/charts/measure.ts'

/** Letters are a little wider than they are measured, bold ones more. */
const AIR = { plain: 1.03, bold: 1.1 } as const
export type Weight = keyof typeof AIR
/** The mark of a cut is as wide as a Chinese character, which is more than it is measured (em). */
const MARK = 1
/** Less than so much of a text says nothing (em). */
const LEAST = 2

export const takes = (text: string, weight: Weight = 'plain'): number => emsOf(text) * AIR[weight]

/**
 * What a text says in `ems`, the room in em of its own size: all of it, else its first words with
 * the mark of a cut; nothing where that would say nothing.
 */
export function cutIn(text: string, ems: number, weight: Weight = 'plain'): string {
  if (takes(text, weight) <= ems) return text
  const room = ems / AIR[weight] - MARK
  return room < LEAST || !fitsByWord(text, room) ? '' : cutTo(text, room) + CUT
}
/** The same for a name: its beginning and its end, where several may begin alike. */
export function cutName(text: string, ems: number, weight: Weight = 'plain'): string {
  if (takes(text, weight) <= ems) return text
  const room = ems / AIR[weight] - MARK + emsOf(CUT)
  return room < LEAST ? '' : withoutMiddle(text, room)
}

const SHARE = 0.72
/** A place and its kind: the kind has its room first, up to a share; the place what that leaves. */
export function placeAndKind(
  [place, kind]: readonly [string, string],
  ems: number,
): readonly [string, string] {
  const gap = 0.5
  const left = ems - takes(place, 'bold') - gap
  const kindIn = cutIn(kind, Math.max(left, Math.min(takes(kind), ems * SHARE)))
  return [cutName(place, ems - (kindIn ? takes(kindIn) + gap : 0), 'bold'), kindIn]
}

/** A name cut to less could be any (em). */
const LEAST_NAME = 4
export type ListIn = { shown: readonly string[]; rest: string; width: number }
type ListWords = {
  /** Between two of them (em). */
  gap: number
  others: (count: number) => string
  /** The first one, where not even it has room; without it none stands there. */
  shorten?: (text: string, ems: number) => string
}

/** As many as stand in a line of `ems`; of the rest `others` says how many there are. */
export function listIn(
  texts: readonly string[],
  ems: number,
  { gap, others, shorten = () => '' }: ListWords,
): ListIn {
  const withRest = (shown: readonly string[]): ListIn => {
    const rest = shown.length === texts.length ? '' : others(texts.length - shown.length)
    const parts = [...shown.map((text) => takes(text)), ...(rest ? [takes(rest, 'bold')] : [])]
    return { shown, rest, width: parts.reduce((sum, part) => sum + part + gap, 0) }
  }
  for (let count = texts.length; count > 0; count--) {
    const list = withRest(texts.slice(0, count))
    if (list.width - gap <= ems) return list
  }
  const [first = '', ...more] = texts
  const left = ems - (more.length > 0 ? takes(others(more.length), 'bold') + gap : 0)
  const cut = left < LEAST_NAME ? '' : shorten(first, left)
  return cut ? withRest([cut]) : { shown: [], rest: '', width: 0 }
}

/**
 * Several rows of names on one line of `ems`: each has its equal share, and what a short one leaves
 * goes to the others.
 */
export function namesIn(
  rows: readonly (readonly string[])[],
  ems: number,
  words: ListWords,
): readonly ListIn[] {
  const needs = rows.map((texts) => listIn(texts, Infinity, words).width)
  const fitted = new Map<number, ListIn>()
  let room = ems
  const shortestFirst = rows.map((_, n) => n).sort((a, b) => needs[a]! - needs[b]!)
  shortestFirst.forEach((n, done) => {
    const list = listIn(rows[n] ?? [], room / (rows.length - done), words)
    fitted.set(n, list)
    room -= list.width
  })
  return rows.map((_, n) => fitted.get(n) ?? { shown: [], rest: '', width: 0 })
}
