/**
 * What an incident owes to the authorities once a merge was taken back: as if it had never been.
 * Nothing of the product may be imported here.
 */
import type { PlainLawReport } from './draft.ts'

/** When the head knew, as it was told (`id` null) or came with a merged one; in their order. */
export type Head = { id: string | null; at: number }
/** What is told holds over all that is known; what comes along only where it is earlier. */
export const headOf = (heads: readonly Head[]): number | null =>
  heads.reduce<number | null>(
    (known, { id, at }) => (id === null || known === null ? at : Math.min(known, at)),
    null,
  )

type First = { from: number; due: number }
/** `sent`: instants. */
export type Owed = { head: number | null; firsts: readonly First[]; sent: readonly number[] }

/** `gone`: what the other one had brought; `left`: what there is without it. */
export function withoutTheirs<C extends PlainLawReport>(
  clocks: readonly C[],
  gone: Owed,
  left: Owed,
): C[] {
  const isTheirs = (at: number | null): boolean =>
    at !== null && gone.sent.includes(at) && !left.sent.includes(at)
  const isOf = ({ head, firsts }: Owed, { from, due }: C): boolean =>
    head === from || firsts.some((first) => first.from === from && first.due === due)
  return clocks.flatMap((clock): C[] => {
    if (clock.kind === 'first') {
      if (isOf(gone, clock) && !isOf(left, clock)) return []
      return [isTheirs(clock.done) ? { ...clock, done: left.sent[0] ?? null } : clock]
    }
    if (left.sent.length === 0) return []
    if (clock.kind !== 'followUp' || !isTheirs(clock.from ?? null)) return [clock]
    const until = clock.done ?? clock.ended ?? Infinity
    const from = left.sent.filter((at) => at < until).at(-1)
    const span = clock.due - (clock.from ?? 0)
    return from === undefined ? [] : [{ ...clock, from, due: from + span, late: null }]
  })
}
