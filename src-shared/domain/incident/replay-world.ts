/** The world in which events of the record are folded again, without the site that has decided. */
import type { Plan } from '../plan/plan.ts'
import type { World } from './record/world.ts'

/**
 * `plans`: by revision, those that the folded incidents run. `zone`: null where the record has no
 * site yet. Calendar and roster are not in the record: they decide nothing that stands in a row.
 */
export const replayWorld = (
  plans: ReadonlyMap<string, Plan>,
  zone: string | null | undefined,
): World => ({
  zone: zone ?? 'UTC',
  calendar: {},
  roster: null,
  plan(revision) {
    const plan = plans.get(revision)
    if (!plan) throw new Error(`no plan ${revision} in the record`)
    return plan
  },
})
