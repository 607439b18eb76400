/**
 * What becomes of the rhythm of a list in use when a policy of the site is set anew: one that went
 * by the policy follows it, stricter or looser; one with an interval of its own keeps that, as far
 * as the policy lets it (公安部令第61号 art. 25 and 26 say how seldom at most).
 */
import { isSame } from '../canonical.ts'
import { MINUTE_MS } from '../units.ts'
import { latest, type Checklist, type ChecklistKind, type Rhythm, type Ruled } from './checklist.ts'
import { openOn } from './slots.ts'

/** What the policies allow at most; null and left out: nothing rules it. */
export type Longest = {
  roundMinutes: number | null
  months: Readonly<Partial<Record<ChecklistKind, number>>>
}

type Limited = Extract<Rhythm, { every: 'round' | 'months' }>

/** The limit of a rhythm in its own unit; null: nothing rules it. */
function limitOf(rhythm: Rhythm, kind: ChecklistKind, longest: Longest): number | null {
  if (rhythm.every === 'round') return longest.roundMinutes
  return rhythm.every === 'months' ? (longest.months[kind] ?? null) : null
}

const isLimited = (rhythm: Rhythm): rhythm is Limited =>
  rhythm.every === 'round' || rhythm.every === 'months'
const intervalOf = (rhythm: Limited): number =>
  rhythm.every === 'round' ? rhythm.minutes : rhythm.months

/** With this interval; a round is never longer than it is open. */
function withInterval(rhythm: Limited, interval: number): Limited {
  if (rhythm.every === 'months') return { ...rhythm, months: interval }
  const { from, to } = openOn(rhythm, '2000-01-01', 'UTC')
  return { ...rhythm, minutes: Math.min(interval, (to - from) / MINUTE_MS) }
}

/** Null: the rhythm stays as it is. `before`, `after`: what the policies allow. */
export function ruledBy(
  list: Checklist,
  before: Longest,
  after: Longest,
): { rhythm: Rhythm; chosen: Ruled['chosen'] } | null {
  const { rhythm, kind, ruled } = latest(list)
  const [limit, next] = [before, after].map((longest) => limitOf(rhythm, kind, longest))
  if (list.withdrawn || !isLimited(rhythm) || !limit || !next || limit === next) return null
  const goesByPolicy = isSame(rhythm, withInterval(rhythm, limit))
  const chosen = ruled ? ruled.chosen : goesByPolicy ? null : rhythm
  const ofList = chosen !== null && isLimited(chosen) ? intervalOf(chosen) : Infinity
  const moved = withInterval(rhythm, Math.min(ofList, next))
  return isSame(moved, rhythm) ? null : { rhythm: moved, chosen }
}
