/** What rows that an older program folded lack, so that they can be checked as they are. */
import type { IncidentRow } from '../ports.ts'

function without<T extends object>(one: T, ...keys: readonly (keyof T)[]): T {
  const left = { ...one }
  for (const key of keys) Reflect.deleteProperty(left, key)
  return left
}

/**
 * The row as the program before this one would have folded it (schema 2 of the record): without the
 * log of alerts and what the figures need since.
 */
export const asBefore = ({ incident, fact, ...row }: IncidentRow): IncidentRow => ({
  ...row,
  incident: without(incident, 'alertLog'),
  fact: {
    ...without(fact, 'plans', 'alerts', 'evidence', 'answers'),
    limits: fact.limits.map((limit) => without(limit, 'reason', 'report')),
  },
  old: true,
})
