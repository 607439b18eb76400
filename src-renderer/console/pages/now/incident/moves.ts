/**
 * The moves that an incident can make, as buttons: which stand in front, which ask for confirmation
 * or a reason. The rules are the station's.
 */
import type { Input } from '#shared/contract/contract.ts'
import type { BoardGate } from '#shared/domain/board/gate-types.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'

export type MoveName =
  | 'verifying'
  | 'assessing'
  | 'contained'
  | 'lifted'
  | 'recovering'
  | 'closed'
  | 'archived'
  | 'falseReport'
/** A move that lives and starts stand in the way of. */
export type GatedMove = Extract<MoveName, 'contained' | 'lifted' | 'recovering' | 'closed'>
type Target = Input<'incident/move'>['to']

const TARGETS: Readonly<Record<MoveName, Target>> = {
  verifying: 'verifying',
  assessing: 'assessing',
  contained: 'contained',
  lifted: 'lifted',
  recovering: 'recovering',
  closed: 'closed',
  archived: 'archived',
  falseReport: 'false-report',
}
export const targetOf = (move: MoveName): Target => TARGETS[move]

const isMove = (state: IncidentState): state is MoveName => Object.hasOwn(TARGETS, state)

/**
 * What cannot be taken back is confirmed, and the confirmation names the object (NUREG-0700 2.7.5).
 */
export type ConfirmedMove = 'lifted' | 'closed' | 'archived' | 'falseReport'
export const mustConfirm = (move: MoveName): move is ConfirmedMove =>
  move === 'lifted' || move === 'closed' || move === 'archived' || move === 'falseReport'

/**
 * A false report always needs a reason, closing only without a plan or with nothing done, the
 * archive only without the review that is asked for.
 */
export const needsWhy = (
  move: MoveName,
  { plans, gates, aftermath }: Pick<BoardIncident, 'plans' | 'gates' | 'aftermath'>,
): boolean =>
  move === 'falseReport' ||
  (move === 'archived' && aftermath?.review === 'missing') ||
  (move === 'closed' &&
    (plans.length === 0 || gates.some(({ to, needsReason }) => to === move && needsReason)))

/** What a move must be answered first; null where it may go on. */
export function gateOf(move: MoveName, { gates }: Pick<BoardIncident, 'gates'>): BoardGate | null {
  const gate = gates.find(({ to }) => to === move)
  return gate?.items.some(({ settled }) => !settled) ? gate : null
}
export const isGated = (move: MoveName): move is GatedMove =>
  move === 'contained' || move === 'lifted' || move === 'recovering' || move === 'closed'

/** In front: up to two that lead on along the chain. Behind a menu: the rest, false report last. */
export function movesOf(incident: Pick<BoardIncident, 'moves'>): {
  front: readonly MoveName[]
  rest: readonly MoveName[]
} {
  const moves = incident.moves.filter(isMove)
  const front: readonly MoveName[] = moves.filter((move) => move !== 'falseReport').slice(0, 2)
  return { front, rest: moves.filter((move) => !front.includes(move)) }
}

/** What can be taken back to the state before. */
export const canMoveBack = (state: IncidentState): boolean =>
  ['contained', 'lifted', 'recovering', 'closed', 'falseReport'].includes(state)

/** Another plan may be added as long as the response is not lifted. */
export const takesPlans = (state: IncidentState): boolean =>
  ['reported', 'verifying', 'assessing', 'prealert', 'responding', 'contained'].includes(state)
