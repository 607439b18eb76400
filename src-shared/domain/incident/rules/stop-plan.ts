/**
 * Ends a plan that was started by mistake or is not needed any more. What of it is late stays late,
 * the rest of it counts nowhere; a life-safety step that nobody else has in hand needs a reason.
 */
import { accept, type Decision } from '../../decision.ts'
import { localized } from '../../text.ts'
import { endingWith, rebase } from './annex.ts'
import { endSteps } from './left-undone.ts'
import * as no from '../record/correction-refusals.ts'
import type { StopPlan } from '../record/correction-commands.ts'
import type { PlanStopped } from '../record/correction-events.ts'
import type { IncidentEvent, Recorded } from '../record/events.ts'
import { planNotRunning } from '../record/refusals.ts'
import { isRunning, planOf, running } from '../record/select.ts'
import type { Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'

/**
 * Refused: a plan that does not run (`plan-not-running`), the base of an annex that runs
 * (`plan-in-use`), open life-safety steps without a reason for each (`life-safety-open`).
 */
export function stopPlan(
  incident: Incident,
  { planId, reason, reasons }: StopPlan,
  { world }: RuleContext,
): Decision<IncidentEvent> {
  const runs = running(incident)
  const run = runs.find((known) => known.planId === planId)
  if (!run) return planNotRunning(planId)
  const { title } = planOf(run, world)
  const annexes = runs
    .map((other) => planOf(other, world))
    .filter((plan) => plan.extends === planId)
  if (annexes.length > 0)
    return no.planInUse(
      title,
      annexes.map((plan) => plan.title),
    )
  const ends = endingWith(planId, incident, world)
  const ending = [planId, ...ends]
  const why = localized(`停用《${title.zh}》时未做`, `not done when "${title.en}" was stopped`)
  const left = endSteps(incident, { ending, coming: [] }, { why, reasons }, world)
  if (!left.ok) return left
  return accept<IncidentEvent>(...left.events, ...rebase(incident, world, ending, []), {
    type: 'PlanStopped',
    planId,
    ends,
    last: runs.every((other) => ending.includes(other.planId)),
    reason,
  })
}

/** Without a plan the incident is being assessed, unless it has come further already. */
export function planStopped(
  incident: Incident,
  { planId, ends, last, reason, at, by }: Recorded<PlanStopped>,
): Incident {
  const stopped = { at, by, reason }
  const runs = incident.runs.map((run) =>
    [planId, ...ends].includes(run.planId) && isRunning(run) ? { ...run, stopped } : run,
  )
  const assessed = last && (incident.state === 'responding' || incident.state === 'contained')
  return assessed
    ? {
        ...incident,
        runs,
        state: 'assessing',
        moments: { assessing: at, ...incident.moments },
      }
    : { ...incident, runs }
}
