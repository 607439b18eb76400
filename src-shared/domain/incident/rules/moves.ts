/**
 * Moves an incident along its chain of states, and says what keeps it from being closed
 * (突发事件应对法 art. 60–94 as model).
 */
import { accept, type Decision } from '../../decision.ts'
import { localized } from '../../text.ts'
import type { MoveIncident } from '../record/commands.ts'
import type { IncidentEvent, IncidentMoved, Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import { plannedSteps, timesDone, type PlannedStep } from '../record/select.ts'
import { isTerminal, type Incident, type IncidentState } from '../record/state.ts'
import type { RuleContext, World } from '../record/world.ts'
import { notApplicable } from './auto-finish.ts'
import { needsReason } from './lateness.ts'
import { endedBy } from './repeat.ts'

const FROM: Partial<Record<IncidentState, readonly IncidentState[]>> = {
  verifying: ['reported'],
  assessing: ['reported', 'verifying'],
  contained: ['responding'],
  lifted: ['responding', 'contained'],
  recovering: ['lifted'],
  archived: ['closed'],
}

/** Closed and false report come from any state before closed, so they are not in the table. */
export const canMove = (from: IncidentState, to: IncidentState): boolean =>
  to === 'closed' || to === 'falseReport' ? !isTerminal(from) : (FROM[to]?.includes(from) ?? false)

/** Every state that an incident can be moved to by a person now, in the order of the chain. */
export const movesFrom = (from: IncidentState): readonly IncidentState[] =>
  (
    [
      'verifying',
      'assessing',
      'contained',
      'lifted',
      'recovering',
      'closed',
      'archived',
      'falseReport',
    ] as const
  ).filter((to) => canMove(from, to))

export const canActivate = (from: IncidentState): boolean =>
  ['reported', 'verifying', 'assessing', 'prealert', 'responding', 'contained'].includes(from)

/**
 * Must be finished before the incident closes: what is required or concerns life, unless its
 * condition is false. A question that nobody answered is no way past it.
 */
const mustBeFinished = ({ step, state }: PlannedStep): boolean =>
  state.finish === null &&
  timesDone(state) === 0 &&
  state.standing !== 'hidden' &&
  (step.required || step.lifeSafety)

/**
 * The steps that keep an incident from being closed: those that must be finished, and those in need
 * of a reason.
 */
export const blocking = (incident: Incident, world: World, now: number): readonly PlannedStep[] =>
  plannedSteps(incident, world).filter(
    (planned) => mustBeFinished(planned) || needsReason(planned, now),
  )

const NOT_DONE = {
  closed: localized('结案时未做', 'not done when the incident was closed'),
  falseReport: localized('认定误报时未做', 'not done when the report was found false'),
} as const

/**
 * Refused: a state that cannot follow (`bad-move`), a false report or closing without a plan where
 * no reason is given, closing while steps block it (`close-blocked`).
 */
export function move(
  incident: Incident,
  { to, reason }: MoveIncident,
  { world, meta }: RuleContext,
): Decision<IncidentEvent> {
  const allowed = movesFrom(incident.state)
  if (!canMove(incident.state, to)) return no.badMove(incident.state, allowed)
  const moved: IncidentMoved = { type: 'IncidentMoved', from: incident.state, to, reason }
  if (to !== 'closed' && to !== 'falseReport')
    return accept<IncidentEvent>(...endedBy(incident, to, world), moved)
  const left = plannedSteps(incident, world)
    .filter(({ state }) => state.finish === null && state.standing !== 'hidden')
    .map(({ step }) => notApplicable(step.id, NOT_DONE[to]))
  if (to === 'falseReport')
    return reason
      ? accept<IncidentEvent>(...left, moved)
      : no.moveNeedsReason(localized('认定误报', 'A false report'), allowed)
  if (incident.runs.length === 0 && !reason)
    return no.moveNeedsReason(localized('没有启动预案就结案', 'Closing without a plan'), allowed)
  const blocks = blocking(incident, world, meta.at)
  return blocks.length > 0
    ? no.closeBlocked(blocks.map(({ step }) => step))
    : accept<IncidentEvent>(...left, moved)
}

/** The first time of a state stays. */
export const incidentMoved = (
  incident: Incident,
  { to, reason, at }: Recorded<IncidentMoved>,
): Incident => ({
  ...incident,
  state: to,
  reason: reason ?? incident.reason,
  moments: { [to]: at, ...incident.moments },
})
