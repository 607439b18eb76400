/**
 * The figures of a month that are mere numbers, in a form that one incident can be added to or
 * taken from. Kept for each month as it is written, it must come to what all stats of the month
 * come to; so it counts by the same functions as everything else.
 */
import type { IncidentStats } from './incident-stats.ts'
import { COUNTS, sourceLimits, type CountMetric, type Frame } from './metrics.ts'

export type Counts = Readonly<Record<string, number>>

export const GROUPS = ['byCategory', 'byLegalCategory', 'byType', 'byLevel'] as const
type Group = (typeof GROUPS)[number]
const NUMBERS = {
  incidents: 'incidents',
  drills: 'drills',
  falseReports: 'falseReports',
  met: 'limits.met',
  late: 'limits.late',
} as const satisfies Record<string, CountMetric>
export const NUMBER_NAMES = Object.keys(NUMBERS) as readonly (keyof typeof NUMBERS)[]

/**
 * `late`: those that no clock can change. `open`: when the limits that still run are due (UTC ms),
 * in order: from then on each is late.
 */
export type Tally = Readonly<Record<keyof typeof NUMBERS, number>> &
  Readonly<Record<Group, Counts>> & { open: readonly number[] }

/** Before any limit is due by the clock alone. No key of a tally depends on the zone. */
const TIMELESS: Frame = { now: -Infinity, zone: 'UTC', drill: false }

/** Of keys, in their order, so that the same counts are the same text. */
export function countOf(keys: readonly string[]): Counts {
  const [first] = keys
  if (first === undefined) return {}
  if (keys.length === 1) return { [first]: 1 }
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return inOrder(counts)
}
export const inOrder = (counts: Iterable<readonly [string, number]>): Counts =>
  Object.fromEntries([...counts].sort(([item], [other]) => (item < other ? -1 : 1)))

const openLimits = (stats: IncidentStats): number[] =>
  stats.counted && !stats.drill
    ? sourceLimits(stats).flatMap(({ dueAt, doneAt, endedAt, lateAt }) =>
        doneAt === null && endedAt === null && lateAt === null ? [dueAt] : [],
      )
    : []
const sorted = (instants: readonly number[]): number[] =>
  [...instants].sort((instant, other) => instant - other)

/** What these incidents come to. */
export function tallyOf(allStats: readonly IncidentStats[]): Tally {
  const units = (metric: CountMetric): string[] =>
    allStats.flatMap((stats) => COUNTS[metric](stats, TIMELESS))
  const number = (name: keyof typeof NUMBERS): number => units(NUMBERS[name]).length
  return {
    incidents: number('incidents'),
    drills: number('drills'),
    falseReports: number('falseReports'),
    met: number('met'),
    late: number('late'),
    byCategory: countOf(units('byCategory')),
    byLegalCategory: countOf(units('byLegalCategory')),
    byType: countOf(units('byType')),
    byLevel: countOf(units('byLevel')),
    open: sorted(allStats.flatMap(openLimits)),
  }
}

export const NOTHING: Tally = tallyOf([])

const talliesOfOne = new WeakMap<IncidentStats, Tally>()

/** Whether two states of an incident have the same of everything that is counted here. */
const areCountedAlike = (a: IncidentStats, b: IncidentStats): boolean =>
  a.counted === b.counted &&
  a.drill === b.drill &&
  a.falseReport === b.falseReport &&
  a.category === b.category &&
  a.legalCategory === b.legalCategory &&
  a.type === b.type &&
  a.level === b.level &&
  a.limits.length === b.limits.length &&
  a.limits.every((limit, index) => limit === b.limits[index])

/**
 * What one incident comes to: worked out once, as its stats never change. `before`: its stats until
 * now, which mostly come to the same.
 */
export function tallyOfOne(stats: IncidentStats, before?: IncidentStats | null): Tally {
  const known = talliesOfOne.get(stats)
  if (known) return known
  const tally = before && areCountedAlike(before, stats) ? tallyOfOne(before) : tallyOf([stats])
  talliesOfOne.set(stats, tally)
  return tally
}

const areSameCounts = (a: Counts, b: Counts): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
const areSameInstants = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((instant, index) => instant === b[index])

/** Whether two tallies come to the same. */
export const isSameTally = (a: Tally, b: Tally): boolean =>
  a === b ||
  (NUMBER_NAMES.every((name) => a[name] === b[name]) &&
    GROUPS.every((name) => areSameCounts(a[name], b[name])) &&
    areSameInstants(a.open, b.open))

function addCounts(to: Counts, more: Counts, times: 1 | -1): Counts {
  const counts = new Map(Object.entries(to))
  for (const [key, count] of Object.entries(more))
    counts.set(key, (counts.get(key) ?? 0) + times * count)
  return inOrder([...counts].filter(([, count]) => count !== 0))
}

function without(open: readonly number[], gone: readonly number[]): readonly number[] {
  const left = [...open]
  for (const dueAt of gone) {
    const index = left.indexOf(dueAt)
    if (index >= 0) left.splice(index, 1)
  }
  return left
}

/** Every part but `open`, figure by figure and group by group. */
export const partsOf = (
  number: (name: keyof typeof NUMBERS) => number,
  group: (name: Group) => Counts,
): Omit<Tally, 'open'> => ({
  incidents: number('incidents'),
  drills: number('drills'),
  falseReports: number('falseReports'),
  met: number('met'),
  late: number('late'),
  byCategory: group('byCategory'),
  byLegalCategory: group('byLegalCategory'),
  byType: group('byType'),
  byLevel: group('byLevel'),
})

/** The tally with `more` added (1) or taken away (-1). */
export function withTally(tally: Tally, more: Tally, times: 1 | -1): Tally {
  const number = (name: keyof typeof NUMBERS): number => tally[name] + times * more[name]
  const group = (name: Group): Counts => addCounts(tally[name], more[name], times)
  return {
    ...partsOf(number, group),
    open: times === 1 ? sorted([...tally.open, ...more.open]) : without(tally.open, more.open),
  }
}

/**
 * The tally with what one incident comes to now in place of what it came to `before`. Mostly its
 * limits alone have changed.
 */
export function withChange(tally: Tally, before: Tally, after: Tally): Tally {
  const number = (name: keyof typeof NUMBERS): number => tally[name] - before[name] + after[name]
  const group = (name: Group): Counts =>
    areSameCounts(before[name], after[name])
      ? tally[name]
      : addCounts(addCounts(tally[name], before[name], -1), after[name], 1)
  return {
    ...partsOf(number, group),
    open: areSameInstants(before.open, after.open)
      ? tally.open
      : sorted([...without(tally.open, before.open), ...after.open]),
  }
}
