/**
 * Takes a move back: the incident is in the state before, the steps that the move had left out are
 * open again, and their limits run with the instants that they were due at.
 */
import { accept, type Decision } from '../../decision.ts'
import * as no from '../record/correction-refusals.ts'
import type { LastMove, MoveBack } from '../record/correction-commands.ts'
import type { IncidentMovedBack } from '../record/correction-events.ts'
import type { Recorded } from '../record/events.ts'
import { withoutUndone, type Journalled } from '../record/journalled.ts'
import { incidentOver } from '../record/refusals.ts'
import { isTerminal, withStep, type Incident, type IncidentState } from '../record/state.ts'
import { evidenceOfReopened } from './evidence.ts'

const MOVED_BY_HAND: readonly IncidentState[] = [
  'contained',
  'lifted',
  'recovering',
  'closed',
  'falseReport',
  'merged',
]
const GONE: readonly IncidentState[] = ['archived', 'transferred']

/** The automatic finishes that came with this move: by the same command, at the same instant. */
const leftBy = (move: Journalled, events: readonly Journalled[]): readonly string[] =>
  events.flatMap((event) =>
    event.type === 'StepFinished' &&
    event.automatic &&
    event.at === move.at &&
    event.commandId === move.commandId
      ? [event.stepId]
      : [],
  )

/** The move that led into `state`, as the events tell it; null where another event did. */
export function lastMoveInto(state: IncidentState, events: readonly Journalled[]): LastMove | null {
  const valid = withoutUndone(events)
  const moves: ((LastMove & { to: IncidentState }) | null)[] = []
  for (const event of valid)
    if (event.type === 'IncidentMoved')
      moves.push({
        ...{ from: event.from, to: event.to, at: event.at, left: leftBy(event, valid) },
        ...(event.movedAt === undefined ? {} : { since: event.movedAt }),
      })
    else if (event.type === 'IncidentMerged')
      moves.push({ from: event.from, to: 'merged', at: event.at, left: leftBy(event, valid) })
    else if (event.type === 'IncidentMovedBack') moves.pop()
    else if (LEADS_ELSEWHERE.includes(event.type)) moves.push(null)
  const last = moves.at(-1)
  if (last?.to !== state) return null
  const { from, at, left, since } = last
  return { from, at, left, ...(since === undefined ? {} : { since }) }
}
const LEADS_ELSEWHERE: readonly Journalled['type'][] = [
  'PlanActivated',
  'PlanStopped',
  'PrealertSet',
  'PrealertEnded',
  'IncidentTakenOver',
]

/**
 * Refused: an incident that is archived or has left the chain (`incident-over`), a state into which
 * nobody moved it (`bad-move`).
 */
export function moveBack(
  incident: Incident,
  { last, reason }: MoveBack,
): Decision<IncidentMovedBack> {
  const { state, steps, moments, continued } = incident
  if (GONE.includes(state) || continued) return incidentOver(state)
  if (!last || !MOVED_BY_HAND.includes(state)) return no.nothingToMoveBack(state)
  return accept({
    type: 'IncidentMovedBack',
    from: state,
    to: last.from,
    reopened: last.left.filter((id) => {
      const finish = steps[id]?.finish
      return finish?.automatic !== undefined && finish.at === last.at
    }),
    forgets: moments[state] === (last.since ?? last.at),
    reason,
  })
}

export function incidentMovedBack(
  incident: Incident,
  { from, to, reopened, forgets, reason }: Recorded<IncidentMovedBack>,
): Incident {
  const opened = reopened.reduce((state, id) => withStep(state, id, { finish: null }), incident)
  const moments = { ...incident.moments }
  if (forgets) delete moments[from]
  const back: Incident = {
    ...opened,
    ...(isTerminal(from) ? evidenceOfReopened(opened) : {}),
    ...{ state: to, moments, reason },
  }
  if (from === 'merged') delete back.mergedInto
  return back
}
