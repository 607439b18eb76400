/**
 * What many tallies come to together, again and again: their keys are numbered once, so that of
 * thousands of sites a sum adds numbers alone.
 */
import { GROUPS, inOrder, NUMBER_NAMES, partsOf, type Counts, type Tally } from './tally.ts'

type Group = (typeof GROUPS)[number]
type Named = (typeof NUMBER_NAMES)[number]

/** A number for every figure, and for every key of a group once it is met. */
function numbered() {
  const groups = new Map(GROUPS.map((group) => [group, new Map<string, number>()]))
  let count = NUMBER_NAMES.length
  return {
    count: () => count,
    of: (group: Group): ReadonlyMap<string, number> => groups.get(group) ?? new Map(),
    at(group: Group, key: string): number {
      const known = groups.get(group)?.get(key)
      if (known !== undefined) return known
      groups.get(group)?.set(key, count)
      return count++
    },
  }
}

/**
 * A function that adds tallies, and remembers of each that it has met before where its counts go.
 * It comes to what adding them one by one comes to.
 */
export function tallySummer(): (tallies: readonly Tally[]) => Tally {
  const numbers = numbered()
  const packed = new WeakMap<Tally, Float64Array>() // place and count in turns

  function pack(tally: Tally): Float64Array {
    const pairs = NUMBER_NAMES.flatMap((name, place) => [place, tally[name]])
    for (const group of GROUPS)
      for (const [key, count] of Object.entries(tally[group]))
        pairs.push(numbers.at(group, key), count)
    const places = Float64Array.from(pairs)
    packed.set(tally, places)
    return places
  }

  return (tallies) => {
    const all = tallies.map((tally) => packed.get(tally) ?? pack(tally))
    const sums = new Float64Array(numbers.count())
    for (const pairs of all)
      for (let index = 0; index < pairs.length; index += 2)
        sums[pairs[index]!] = sums[pairs[index]!]! + pairs[index + 1]!
    const counts = (group: Group): Counts =>
      inOrder(
        [...numbers.of(group)].flatMap(([key, place]): [string, number][] =>
          sums[place] === 0 ? [] : [[key, sums[place]!]],
        ),
      )
    const number = (name: Named): number => sums[NUMBER_NAMES.indexOf(name)]!
    return {
      ...partsOf(number, counts),
      open: tallies.flatMap(({ open }) => open).sort((instant, other) => instant - other),
    }
  }
}
