/**
 * Confirms or declines a provisional activation (先行启动): the person on the spot started the plan,
 * and an entitled one decides.
 */
import { accept, type Decision } from '../../decision.ts'
import { localized } from '../../text.ts'
import { basesOf, endingWith, rebase } from './annex.ts'
import type { ConfirmActivation } from '../record/commands.ts'
import type {
  ActivationConfirmed,
  ActivationDeclined,
  IncidentEvent,
  Recorded,
} from '../record/events.ts'
import { notApplicable, unfinishedOf } from './auto-finish.ts'
import * as no from '../record/refusals.ts'
import { planOf, running, type PlannedStep } from '../record/select.ts'
import type { Incident, Run } from '../record/state.ts'
import type { RuleContext, World } from '../record/world.ts'

/** It was activated provisionally, and nobody has decided about that. */
export const isUndecided = (run: Run): boolean =>
  run.provisional && run.supersededBy === null && !run.confirmed && !run.declined

/**
 * Declined, the plan is over: its unfinished steps do not apply, and those of a base that ran only
 * for it. What it had replaced in a base that goes on comes back. The reason is needed.
 */
export function confirmActivation(
  incident: Incident,
  { planId, confirmed, reason }: ConfirmActivation,
  { world }: RuleContext,
): Decision<IncidentEvent> {
  const run = running(incident).find((known) => known.planId === planId)
  if (!run) return no.planNotRunning(planId)
  if (!isUndecided(run)) return no.notProvisional(planId)
  if (confirmed) return accept({ type: 'ActivationConfirmed', planId, stepId: null })
  if (!reason)
    return no.reasonNeeded(localized('不确认先行启动', 'Declining a provisional activation'))
  const ends = endingWith(planId, incident, world)
  const ending = [planId, ...ends]
  const { title } = planOf(run, world)
  const left = unfinishedOf(incident, ending).map((stepId) =>
    notApplicable(
      stepId,
      localized(
        `先行启动《${title.zh}》未获确认时未做`,
        `not done when the activation of "${title.en}" was declined`,
      ),
    ),
  )
  return accept<IncidentEvent>(...left, ...rebase(incident, world, ending, []), {
    type: 'ActivationDeclined',
    planId,
    reason,
    ends,
  })
}

/** A step with `confirms` that is done confirms its plan, and the annexes that run with it. */
export const confirmedBy = (
  { step, plan }: PlannedStep,
  incident: Incident,
  world: World,
): readonly ActivationConfirmed[] =>
  !step.confirms
    ? []
    : running(incident)
        .filter(isUndecided)
        .filter((run) => {
          if (run.planId === plan.id) return true
          const bases = basesOf(planOf(run, world), incident, world)
          return !('missing' in bases) && bases.some((base) => base.plan.id === plan.id)
        })
        .map(({ planId }) => ({ type: 'ActivationConfirmed', planId, stepId: step.id }))

const withRuns = (
  incident: Incident,
  planIds: readonly string[],
  part: Partial<Run>,
): Incident => ({
  ...incident,
  runs: incident.runs.map((run) => (planIds.includes(run.planId) ? { ...run, ...part } : run)),
})

export const activationConfirmed = (
  incident: Incident,
  { planId, at, by }: Recorded<ActivationConfirmed>,
): Incident => withRuns(incident, [planId], { confirmed: { at, by } })

export const activationDeclined = (
  incident: Incident,
  { planId, ends, reason, at, by }: Recorded<ActivationDeclined>,
): Incident => withRuns(incident, [planId, ...ends], { declined: { at, by, reason } })
