/**
 * Folds what becomes of plans: confirmed, declined, proposed, not started, steps that come back.
 * Believes every fact, refuses none.
 */
import type {
  ActivationConfirmed,
  ActivationDeclined,
  PlanNotStarted,
  PlanProposed,
  ProposalDismissed,
  Recorded,
  StepsRestored,
} from './record/events.ts'
import { fresh, withStep } from './evolve-steps.ts'
import type { Incident, Run } from './record/state.ts'

const withRuns = (
  incident: Incident,
  planIds: readonly string[],
  part: Partial<Run>,
): Incident => ({
  ...incident,
  runs: incident.runs.map((run) => (planIds.includes(run.planId) ? { ...run, ...part } : run)),
})

export const confirmed = (
  incident: Incident,
  { planId, at, by }: Recorded<ActivationConfirmed>,
): Incident => withRuns(incident, [planId], { confirmed: { at, by } })

export const declined = (
  incident: Incident,
  { planId, ends, reason, at, by }: Recorded<ActivationDeclined>,
): Incident => withRuns(incident, [planId, ...ends], { declined: { at, by, reason } })

export const proposed = (
  incident: Incident,
  { planId, title, why, clause, at }: Recorded<PlanProposed>,
): Incident => ({
  ...incident,
  proposed: [...(incident.proposed ?? []), { planId, title, why, clause, at }],
})

export const dismissed = (
  incident: Incident,
  { planId, reason, at, by }: Recorded<ProposalDismissed>,
): Incident => ({
  ...incident,
  proposed: (incident.proposed ?? []).map((one) =>
    one.planId === planId ? { ...one, dismissed: { at, by, reason } } : one,
  ),
})

export const notStarted = (
  incident: Incident,
  { stepId, planId, why }: Recorded<PlanNotStarted>,
): Incident =>
  stepId !== null
    ? withStep(incident, stepId, { notStarted: why })
    : {
        ...incident,
        unstarted: [...(incident.unstarted ?? []), ...(planId === null ? [] : [planId])],
      }

/** A step that the record has comes back as it stood; one that it never had begins. */
export function restored(
  incident: Incident,
  { planId, stepIds }: Recorded<StepsRestored>,
): Incident {
  const steps = Object.fromEntries(
    stepIds.map((id) => {
      const known = incident.steps[id]
      return [id, known ? { ...known, finish: null } : fresh(planId)]
    }),
  )
  return { ...incident, steps: { ...incident.steps, ...steps } }
}
