/** Groups the entries of a dry run by the instant at which they happen. */
import type { DryEntry } from '#shared/domain/incident/dry-run.ts'

// ms since the start, and since the instant before
export type Instant = { at: number; after: number; gap: number; entries: readonly DryEntry[] }

/** In one instant: what is asked, what comes to its turn, what runs out, who is told. */
const ORDER: readonly DryEntry['kind'][] = [
  'question',
  'threshold',
  'opens',
  'limit',
  'late',
  'told',
]

/** A limit that runs out unfinished is told once: as late. */
const folded = (entries: readonly DryEntry[]): readonly DryEntry[] =>
  entries.filter(
    (item) =>
      item.kind !== 'limit' ||
      !entries.some((other) => other.kind === 'late' && other.stepId === item.stepId),
  )

export function instantsOf(entries: readonly DryEntry[], startsAt: number): readonly Instant[] {
  const times = [...new Set(entries.map(({ at }) => at))].toSorted((a, b) => a - b)
  return times.map((at, i) => ({
    at,
    after: at - startsAt,
    gap: i === 0 ? 0 : at - (times[i - 1] ?? at),
    entries: folded(entries.filter((item) => item.at === at)).toSorted(
      (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
    ),
  }))
}

/** Room before an instant in px: longer waits are wider apart, and a month is not a mile. */
export const spaceOf = (gapMs: number): number =>
  gapMs <= 0 ? 0 : Math.round(Math.min(56, 8 + 7 * Math.log2(1 + gapMs / 60_000)))
