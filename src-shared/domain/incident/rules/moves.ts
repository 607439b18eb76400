/**
 * Moves an incident along its chain of states, and says what keeps it from being closed
 * (突发事件应对法 art. 60–94 as model).
 */
import { accept, type Decision, type Refusal } from '../../decision.ts'
import { localized, type LocalizedText } from '../../text.ts'
import type { MoveIncident } from '../record/commands.ts'
import {
  record,
  type GatePassed,
  type IncidentEvent,
  type IncidentMoved,
  type Recorded,
  type StepExplained,
  type StepFinished,
} from '../record/events.ts'
import { resultOnlyAtClosing } from '../record/aftermath-refusals.ts'
import { toldContainedOnly } from '../record/correction-refusals.ts'
import * as no from '../record/refusals.ts'
import { plannedSteps, timesDone, type PlannedStep } from '../record/select.ts'
import { isTerminal, type Incident, type IncidentState } from '../record/state.ts'
import type { RuleContext, World } from '../record/world.ts'
import { passReview, resultOf } from './aftermath-due.ts'
import { notApplicable } from './auto-finish.ts'
import { gatePassed, isExplained, isUndone, passedOver, passGate, subjectOfStep } from './gates.ts'
import { needsReason } from './lateness.ts'
import { endedBy } from './repeat.ts'
import { refusedTime } from './told.ts'
import { withoutWatch } from './watch.ts'

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
 * of a reason. What is explained at the gate does not.
 */
export const blocking = (incident: Incident, world: World, now: number): readonly PlannedStep[] =>
  plannedSteps(incident, world).filter(
    (planned) =>
      (mustBeFinished(planned) || needsReason(planned, now)) &&
      !isExplained(planned, incident, world),
  )

/**
 * Nobody has ever done anything of any of its plans, and somebody has yet to say why of what is
 * left: closing it needs one reason for all of that.
 */
export const isNothingDone = ({ steps, passedOver: passed = [] }: Incident): boolean =>
  Object.values(steps).every((state) => timesDone(state) === 0 || state.finish?.automatic) &&
  Object.entries(steps).some(
    ([id, { standing, finish, explained }]) =>
      standing !== 'hidden' &&
      !explained &&
      !finish?.reason &&
      !finish?.automatic &&
      !passed.some(({ stepId }) => stepId === id),
  )

/** The steps that end by the move itself. */
export const stopping = (
  incident: Incident,
  to: IncidentState,
  world: World,
): readonly StepFinished[] =>
  to === 'closed' || to === 'falseReport' || to === 'transferred'
    ? plannedSteps(incident, world)
        .filter(({ state }) => state.finish === null && state.standing !== 'hidden')
        .map(({ step }) => notApplicable(step.id, NOT_DONE[to]))
    : endedBy(incident, to, world)

/** Why a step that nobody did ended with its incident. */
export const NOT_DONE = {
  closed: localized('结案时未做', 'not done when the incident was closed'),
  falseReport: localized('记为误报时未做', 'not done when the report was found to be false'),
  transferred: localized('移送时未做', 'not done when the incident was passed on'),
} as const

/**
 * A life-safety step that is late and passed over at the end is explained by the same words: nobody
 * is asked twice.
 */
const explaining = (
  passed: readonly GatePassed[],
  incident: Incident,
  world: World,
  now: number,
): readonly StepExplained[] =>
  plannedSteps(incident, world).flatMap((planned): StepExplained[] => {
    const { id } = planned.step
    const reason =
      passed.find(({ stepId }) => stepId === id)?.reason ??
      passedOver(incident, subjectOfStep(planned))?.reason
    return reason !== undefined && isUndone(planned) && needsReason(planned, now)
      ? [{ type: 'StepExplained', stepId: id, reason }]
      : []
  })

/**
 * Refused: a state that cannot follow (`bad-move`); a time of its own of anything but contained, or
 * one of before the report or ahead (`bad-input`); in this order what a gate holds back
 * (`life-safety-open`, `unconfirmed`), steps that block closing (`close-blocked`), a false report,
 * closing without a plan or with nothing done where no reason is given (`bad-move`), and the
 * archive without the review that the level asks for (`review-missing`, a reason under `review`).
 */
export function move(
  incident: Incident,
  { to, reason, reasons = {}, verifiedBy = null, result = null, movedAt = null }: MoveIncident,
  { world, meta }: RuleContext,
): Decision<IncidentEvent> {
  const allowed = movesFrom(incident.state)
  if (!canMove(incident.state, to)) return no.badMove(incident.state, allowed)
  if (movedAt !== null && to !== 'contained') return toldContainedOnly()
  const untold = refusedTime(movedAt, incident, meta.at)
  if (untold) return untold
  const moved: IncidentMoved = {
    type: 'IncidentMoved',
    from: incident.state,
    to,
    reason,
    ...(verifiedBy && to === 'falseReport' ? { verifiedBy } : {}),
    ...(movedAt === null || movedAt === meta.at ? {} : { movedAt }),
  }
  const needsWhy = (what: LocalizedText): Refusal => no.moveNeedsReason(what, allowed)
  if (to === 'falseReport' && !reason) return needsWhy(localized('记为误报', 'A false report'))
  if (result && to !== 'closed') return resultOnlyAtClosing()
  const review =
    to === 'archived' ? passReview(incident, reasons['review'] ?? null, world) : accept<never>()
  if (!review.ok) return review
  const gate = passGate(to, reasons, incident, world)
  if (!gate.ok) return gate
  const passed = gate.events
  if (to === 'closed') {
    const after = passed.reduce((state, event) => gatePassed(state, record(event, meta)), incident)
    const blocks = blocking(after, world, meta.at)
    if (blocks.length > 0) return no.closeBlocked(blocks.map(({ step }) => step))
    if (incident.runs.length === 0 && !reason)
      return needsWhy(localized('没有启动预案就结案', 'Closing without a plan'))
    if (isNothingDone(after) && !reason)
      return needsWhy(localized('一步未做就结案', 'Closing with nothing done'))
  }
  const explained = to === 'closed' ? explaining(passed, incident, world, meta.at) : []
  return accept<IncidentEvent>(
    ...passed,
    ...explained,
    ...review.events,
    ...(result ? [resultOf(incident, result)] : []),
    ...stopping(incident, to, world),
    moved,
  )
}

/** The first time of a state stays. */
export const incidentMoved = (
  incident: Incident,
  { to, reason, at, movedAt = at }: Recorded<IncidentMoved>,
): Incident => ({
  // a watch that was kept before is none of this time
  ...(to === 'contained' ? withoutWatch(incident) : incident),
  state: to,
  reason: reason ?? incident.reason,
  moments: { [to]: movedAt, ...incident.moments },
})
