/** Takes from a row what rows of older programs lack, so that those can be checked. */
import type { IncidentRow } from '../ports.ts'

function without<T extends object>(value: T, ...keys: readonly (keyof T)[]): T {
  const left = { ...value }
  for (const key of keys) Reflect.deleteProperty(left, key)
  return left
}

/** The row as schema 3 of the record has it: it does not say which limits no source sets. */
export const asBeforeProposed = ({ stats, ...row }: IncidentRow): IncidentRow => ({
  ...row,
  stats: { ...stats, limits: stats.limits.map((limit) => without(limit, 'proposed')) },
  old: true,
})

/** The row as schema 2 has it: also without the log of alerts and what the figures need since. */
export const asBefore = (row: IncidentRow): IncidentRow => {
  const { incident, stats, ...rest } = asBeforeProposed(row)
  return {
    ...rest,
    incident: without(incident, 'alertLog'),
    stats: {
      ...without(stats, 'plans', 'alerts', 'evidence', 'answers'),
      limits: stats.limits.map((limit) => without(limit, 'reason', 'report')),
    },
  }
}

/** What an old row may look like, the newest first. */
export const olderForms = (row: IncidentRow): readonly IncidentRow[] => [
  asBeforeProposed(row),
  asBefore(row),
]
