/** Cuts words to the room that they have on a wall, by whole words where it can. */
import { cutTo, emsOf } from '#shared/charts/measure.ts'

/** Letters are a little wider than they are measured, bold ones more. */
const AIR = { plain: 1.03, bold: 1.1 } as const
export type Weight = keyof typeof AIR

/** `ems`: the room in em of the text's own size. */
export const cutIn = (text: string, ems: number, weight: Weight = 'plain'): string =>
  cutTo(text, Math.max(0, ems / AIR[weight]))

export const takes = (text: string, weight: Weight = 'plain'): number => emsOf(text) * AIR[weight]

/**
 * Two texts side by side: the second one has its room first, up to `share` of the whole; the first
 * has what it leaves.
 */
export function pairIn(
  [first, second]: readonly [string, string],
  ems: number,
  { share = 0.5, gap = 0.5, weight = 'plain' as Weight } = {},
): readonly [string, string] {
  const needs = takes(second)
  const left = ems - takes(first, weight) - gap
  const cutSecond = cutIn(second, Math.max(left, Math.min(needs, ems * share)))
  return [cutIn(first, ems - (cutSecond ? takes(cutSecond) + gap : 0), weight), cutSecond]
}

/** As many as stand in a line of `ems`; of the rest `others` says how many there are. */
export function listIn(
  texts: readonly string[],
  ems: number,
  { gap, others }: { gap: number; others: (count: number) => string },
): { shown: readonly string[]; rest: string; width: number } {
  const withRest = (shown: readonly string[]) => {
    const rest = shown.length === texts.length ? '' : others(texts.length - shown.length)
    const parts = [...shown.map((text) => takes(text)), ...(rest ? [takes(rest, 'bold')] : [])]
    return { shown, rest, width: parts.reduce((sum, part) => sum + part + gap, 0) }
  }
  for (let count = texts.length; count > 0; count--) {
    const list = withRest(texts.slice(0, count))
    if (list.width - gap <= ems) return list
  }
  // the first is cut rather than left out, where that says anything
  const [first] = texts
  if (first === undefined) return withRest([])
  const cut = cutIn(
    first,
    ems - (texts.length > 1 ? takes(others(texts.length - 1), 'bold') + gap : 0),
  )
  return withRest(takes(cut) >= 3 ? [cut] : [])
}
