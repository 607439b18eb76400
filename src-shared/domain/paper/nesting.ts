/** Where a numbered part stands among the parts that are open above it. */
import { rankOf, type Label } from './labels.ts'

/** A part that is open: its number, the level of its heading if it is styled as one, its words. */
export type Place = { label: Label | null; level: number | null; title: string }

const isWithin = (inner: readonly number[], outer: readonly number[]): boolean =>
  outer.length < inner.length && outer.every((value, index) => value === inner[index])

/** The open part that a number of several values (1.2) belongs under: 1, or （1）; -1: none. */
function parentOf(label: Label, places: readonly Place[]): number {
  return places.findLastIndex(
    ({ label: open }) => open !== null && isWithin(label.values, open.values),
  )
}

/**
 * The open parts once this one begins. A style that is open already goes on where it stood; a new
 * style lies under what is higher by the usual order. Without a number only a heading moves.
 */
export function nest(
  places: readonly Place[],
  label: Label | null,
  level: number | null,
  title: string,
): readonly Place[] {
  const place = { label, level, title }
  if (label === null) {
    if (level === null) return places
    const stays = places.findIndex((open) => open.level === null || open.level >= level)
    return [...(stays < 0 ? places : places.slice(0, stays)), place]
  }
  if (label.style === 'bullet') {
    const same = places.findIndex((open) => open.label?.style === 'bullet')
    return [...(same < 0 ? places : places.slice(0, same)), place]
  }
  if (label.style === 'decimal') {
    const parent = parentOf(label, places)
    if (parent >= 0) return [...places.slice(0, parent + 1), place]
  }
  const same = places.findIndex(
    ({ label: open }) => open?.style === label.style && open.values.length === label.values.length,
  )
  if (same >= 0) return [...places.slice(0, same), place]
  const rank = rankOf(label.style)
  const lower = places.findIndex(
    ({ label: open, level: styled }) =>
      open !== null &&
      rankOf(open.style) > rank &&
      !(styled !== null && level !== null && styled < level),
  )
  return [...(lower < 0 ? places : places.slice(0, lower)), place]
}

/** Whether a number can stand here: it begins a row, or goes on with the one that is open. */
export function fitsHere(label: Label, places: readonly Place[]): boolean {
  const last = label.values.at(-1) ?? 0
  if (label.style === 'decimal') {
    const parent = parentOf(label, places)
    const sibling = places.slice(parent + 1).find(({ label: open }) => open?.style === 'decimal')
    return parent >= 0 && (last === 1 || last === (sibling?.label?.values.at(-1) ?? 0) + 1)
  }
  const open = places.find(({ label: other }) => other?.style === label.style)
  return last === 1 || last === (open?.label?.values.at(-1) ?? -1) + 1
}

/** The place as the paper numbers it: 三（二）1; of 3 and 3.1 only 3.1. At most 40 signs. */
export function numberOfPlaces(places: readonly Place[]): string {
  const labels = places.flatMap(({ label }) => (label && label.shown !== '' ? [label] : []))
  const shown = labels.filter(
    ({ values, style }, index) =>
      !labels
        .slice(index + 1)
        .some(
          (inner) =>
            inner.style === 'decimal' &&
            (style === 'dot' || style === 'decimal') &&
            isWithin(inner.values, values),
        ),
  )
  return shown
    .map(({ shown: words }) => words)
    .join('')
    .slice(-40)
}
