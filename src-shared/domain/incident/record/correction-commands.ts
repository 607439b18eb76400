/** What can be asked for to put the record right, by addition. */
import type { Guarded, Sealed } from '../../sealed.ts'
import type { CommandUndone } from './correction-events.ts'
import type { IncidentTypeRef } from './slices.ts'
import type { IncidentState } from './state.ts'

/**
 * What is not said stays as it was. `area`: of a sealed place. `placeBefore`: the place that stood
 * in clear, sealed, where it turns out to be somebody's home.
 */
export type AmendReport = {
  type: 'AmendReport'
  place?: Guarded
  area?: string
  placeId?: string
  placeBefore?: Sealed
  incidentType?: IncidentTypeRef
  channel?: string
  reporter?: Sealed
  narrative?: Sealed
  occurredAt?: number
  reason: Guarded
}

/** `last`: the move that brought it here, as the record has it; null where that cannot be told. */
export type MoveBack = { type: 'MoveBack'; last: LastMove | null; reason: Guarded }
/** `since` (UTC ms): when it was so, if that was told later. */
export type LastMove = {
  from: IncidentState
  at: number
  left: readonly string[]
  since?: number
}
/** `reasons`: why a step of life safety is left undone, by its id. */
export type StopPlan = {
  type: 'StopPlan'
  planId: string
  reason: Guarded
  reasons: Readonly<Record<string, Guarded>>
}
/** For so long a person may take back what he has just recorded (ms). */
export const UNDO_WITHIN_MS = 10_000
/** What the record would be without a command: worked out before (`undo.ts`). */
export type UndoCommand = { type: 'UndoCommand' } & Omit<CommandUndone, 'type'>

export type CorrectionCommand = AmendReport | MoveBack | StopPlan | UndoCommand
