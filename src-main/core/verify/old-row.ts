/** Takes from a row what rows of an older program lack, so that those can be checked. */
import type { IncidentRow } from '../ports.ts'

function without<T extends object>(value: T, ...keys: readonly (keyof T)[]): T {
  const left = { ...value }
  for (const key of keys) Reflect.deleteProperty(left, key)
  return left
}

/**
 * The row as the program before this one would have folded it (schema 2 of the record): without the
 * log of alerts and what the figures need since.
 */
export const asBefore = ({ incident, stats, ...row }: IncidentRow): IncidentRow => ({
  ...row,
  incident: without(incident, 'alertLog'),
  stats: {
    ...without(stats, 'plans', 'alerts', 'evidence', 'answers'),
    limits: stats.limits.map((limit) => without(limit, 'reason', 'report')),
  },
  old: true,
})
