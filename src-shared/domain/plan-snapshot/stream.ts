/** The streams of plan texts that incidents run by, one for each revision, recorded once. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import { localized } from '../text.ts'
import type { Plan } from '../plan/plan.ts'

export type PlanKept = { type: 'PlanKept' } & Plan
export type PlanSnapshotEvent = PlanKept

function evolve(_plan: Plan | null, event: Recorded<PlanSnapshotEvent>): Plan {
  const { type: _type, at: _at, by: _by, ...plan } = event
  return plan
}

/** Null while the record has no plan of this revision. */
export const planSnapshotStream = defineStream<Plan | null, PlanSnapshotEvent, { plan: Plan }>({
  name: 'plan.',
  initial: () => null,
  evolve,
  loading: 'on-demand',
  documents: {
    plan: {
      of: (plan) => plan,
      name: localized('预案文本', 'plan texts'),
      hasForm: () => true,
      fromEvents: true,
    },
  },
  version: (plan) => (plan ? 1 : 0),
})
