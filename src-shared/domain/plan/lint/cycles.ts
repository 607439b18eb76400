/**
 * Checks that no step waits for itself, directly or through others: by `after`, by a condition, or
 * by the start of its clock.
 */
import type { Plan } from '../plan.ts'
import { stepsBefore } from '../walk.ts'
import { error, type PlanRule } from './finding.ts'

/** The first way from a step back to itself, as step ids, or null. */
function wayBack(
  from: string,
  before: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const seen = new Set<string>()
  const search = (at: string, way: readonly string[]): readonly string[] | null => {
    for (const next of before.get(at) ?? []) {
      if (next === from) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      const ring = search(next, [...way, next])
      if (ring) return ring
    }
    return null
  }
  return search(from, [from])
}

export const cycles: PlanRule = (plan: Plan) => {
  const before = new Map(plan.steps.map((step) => [step.id, stepsBefore(step)]))
  const reported = new Set<string>() // a ring is told once, at its first step
  return plan.steps.flatMap(({ id }) => {
    const way = reported.has(id) ? null : wayBack(id, before)
    if (!way) return []
    for (const step of way) reported.add(step)
    return [
      error(
        'cycle',
        `steps.${id}`,
        `步骤互相等待：${way.join(' → ')}`,
        `Steps wait for each other: ${way.join(' → ')}`,
      ),
    ]
  })
}
