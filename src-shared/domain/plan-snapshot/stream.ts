/** The streams of plan texts that incidents run by, one for each revision, recorded once. */
import type { Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import { localized } from '../text.ts'
import type { Plan } from '../plan/plan.ts'

export type PlanKept = { type: 'PlanKept' } & Plan
export type PlanSnapshotEvent = PlanKept

/** Null while the record has no plan of this revision. */
export const planSnapshotStream = defineStream<Plan | null, PlanSnapshotEvent, { plan: Plan }>({
  name: 'plan.',
  initial: () => null,
  evolve: (_plan, event: Recorded<PlanSnapshotEvent>) => bodyOf(event) as Plan,
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
