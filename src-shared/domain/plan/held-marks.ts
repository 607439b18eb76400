/**
 * Marks of types (danger, somebody's home, handled quietly) that a revision has taken: what was
 * reported before that is held by them until it is over (ADR 61).
 */
import type { IncidentType } from './plan.ts'

export const HELD_MARKS = ['danger', 'private', 'discreet'] as const
export type TypeMark = (typeof HELD_MARKS)[number]
export type MarkTaken = { code: string; mark: TypeMark }
/** `until`: UTC ms, when the revision took it. */
export type HeldMark = MarkTaken & { until: number }

/** The marks that types have before a revision and have no more after it, or not themselves. */
export function marksTaken(
  before: readonly IncidentType[],
  after: readonly IncidentType[],
): readonly MarkTaken[] {
  const next = new Map(after.map((type) => [type.code, type]))
  return before.flatMap((type) =>
    HELD_MARKS.filter((mark) => type[mark] === true && next.get(type.code)?.[mark] !== true).map(
      (mark) => ({ code: type.code, mark }),
    ),
  )
}

/** All that were taken so far; of one mark of a type when it was taken last. `at` in UTC ms. */
export const withTaken = (
  before: readonly HeldMark[],
  taken: readonly MarkTaken[],
  at: number,
): readonly HeldMark[] => [
  ...new Map(
    [...before, ...taken.map((mark) => ({ ...mark, until: at }))].map((mark) => [
      `${mark.mark} ${mark.code}`,
      mark,
    ]),
  ).values(),
]

/**
 * Types as they are for what was reported at `since` (UTC ms): one stands once more with each mark
 * that was taken from it then or later. Never fewer marks than the types have themselves.
 */
export const typesSince = (
  types: readonly IncidentType[],
  marks: readonly HeldMark[],
  since: number,
): readonly IncidentType[] => {
  const later = marks.filter(({ until }) => until >= since)
  if (later.length === 0) return types
  return [
    ...types,
    ...later.flatMap(({ code, mark }) =>
      types.filter((type) => type.code === code).map((type) => ({ ...type, [mark]: true })),
    ),
  ]
}
