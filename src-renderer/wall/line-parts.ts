/** What of the most urgent incident stands in one line of so many em; text keeps its size. */
import { cutTo, emsOf } from '#shared/charts/measure.ts'

/** In the order in which they are given room; what does not fit is left out, the place is cut. */
export type LineParts = {
  place: string
  kind: string
  figure: string // of its limit, empty where nothing counts
  number: string // empty where it has none
  title: string // of what matters in it
  owner: string
}

const GAP = 0.6
/** Less of a title than this says nothing. */
const LEAST_TITLE = 4
/** Figures are set bold. */
const BOLD = 1.08

const room = (text: string, wide = 1): number => (text === '' ? 0 : GAP + wide * emsOf(text))

/**
 * The same parts as far as `ems` hold them. Where and what it is comes first, then how late, then
 * who must act; the number by which it is called stands where it leaves room for what matters.
 */
export function lineParts(parts: LineParts, ems: number): LineParts {
  const kind = cutTo(parts.kind, Math.max(0, ems / 2))
  const afterKind = ems - room(kind, BOLD)
  const place = cutTo(parts.place, Math.max(0, afterKind / BOLD))
  let left = afterKind - emsOf(place) * BOLD
  const take = (text: string, wide = 1): string => {
    const needs = room(text, wide)
    if (needs > left) return ''
    left -= needs
    return text
  }
  const figure = take(parts.figure, BOLD)
  const owner = take(parts.owner)
  const least = Math.min(LEAST_TITLE, emsOf(parts.title)) + GAP
  const number = parts.title === '' || left - room(parts.number) >= least ? take(parts.number) : ''
  const title =
    emsOf(parts.title) + GAP <= left || left - GAP >= LEAST_TITLE
      ? take(cutTo(parts.title, left - GAP))
      : ''
  return { place, kind, figure, number, title, owner }
}
