/** How a limit counts, and where. Nothing of the product may be imported here, not even a type. */
import type { Draft, PlainLimit } from './draft.ts'

/**
 * Done at or before it is due: met. Late: the rest whose due instant has passed, and what was
 * recorded as late, unless it was told afterwards that it had been done in time. Else it counts
 * nowhere, or not yet.
 */
export function limitResult(
  { due, done, ended, late, told }: Pick<PlainLimit, 'due' | 'done' | 'ended' | 'late' | 'told'>,
  now: number,
): 'met' | 'late' | null {
  if (told !== null && done !== null) return done <= due ? 'met' : 'late'
  const punctual = done === due && (late === null || late === due)
  if (punctual) return 'met'
  if (late !== null) return 'late'
  if (done !== null) return done <= due ? 'met' : 'late'
  if (ended !== null) return ended >= due ? 'late' : null
  return now >= due ? 'late' : null
}

/**
 * What was late of a merged incident when it was merged counts where it went to, and from there
 * where that one went to: each limit at one place.
 */
export function passOn(draft: Draft, drafts: ReadonlyMap<string, Draft>): void {
  let last = draft
  for (let next = drafts.get(draft.into ?? ''); next; next = drafts.get(next.into ?? ''))
    last = next
  if (last === draft) return
  const at = draft.first.get('merged') ?? 0
  last.limits.push(...draft.limits.filter((limit) => limitResult(limit, at) === 'late'))
}
