/** What a board entry says of the moves that ask for something first. */
import type { IncidentState } from '../incident/record/state.ts'
import type { LocalizedText } from '../text.ts'

/**
 * Why something is passed over at a gate: by whom, when (UTC ms), and in what words (null for
 * walls).
 */
export type BoardPassedOver = { at: number; by: string; reason: string | null }

/**
 * A step, a question or a plan that nobody has confirmed: one of the first two names, else the
 * plan's. `settled`: it does not keep the incident from this move.
 */
export type BoardGateItem = {
  stepId: string | null
  factKey: string | null
  planId: string
  what: LocalizedText
  taken: { at: number; by: string } | null // somebody has the step in hand
  passedOver: BoardPassedOver | null
  settled: boolean
}

/** What one move asks for and what it ends. */
export type BoardGate = {
  to: IncidentState
  // life safety and starts that nobody has confirmed, in the order in which they are asked for
  items: readonly BoardGateItem[]
  blocks: readonly string[] // ids of further steps to finish or explain first: of closing only
  // of contained: somebody has said so by an answer; it is still to be moved
  told: { at: number; by: string } | null
  needsReason: boolean // one reason for all that is left: nothing was done
  unregistered: readonly string[] // ids of steps done without their evidence: of closing only
  stops: readonly string[] // ids of the steps that end by the move itself
  limits: readonly string[] // ids of those of them whose limit runs
  announcements: readonly LocalizedText[] // that come down by it
  open: readonly string[] // ids of the steps that stay open after it
}
