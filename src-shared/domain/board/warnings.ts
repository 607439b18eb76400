/** Draws the warnings in force, red first. */
import type { Open } from '../sealed.ts'
import { shown, shownOrNull } from '../sealed.ts'
import {
  byColour,
  isOver,
  type KnownWarning,
  type Lasting,
  type WarningFields,
  type Warnings,
} from '../warning/warning.ts'

/**
 * Times in UTC ms. `raisedAt`: since when it has this colour, or a higher one than before. `told`
 * is empty and reasons are null for walls. `lifted`: null while it is on the board.
 */
export type BoardWarning = WarningFields & {
  id: string
  enteredAt: number
  by: string
  raisedAt: number
  changes: readonly (Omit<KnownWarning['changes'][number], 'reason'> & { reason: string | null })[]
  told: readonly { at: number; by: string; who: string }[]
  incidentIds: readonly string[]
  lifted: { at: number; by: string; reason: string | null } | null
}

export const drawWarning = (known: KnownWarning, open: Open): BoardWarning => ({
  ...known,
  changes: known.changes.map((change) => ({ ...change, reason: shownOrNull(change.reason, open) })),
  told: known.told.map((telling) => ({ ...telling, who: shown(telling.who, open) })),
  lifted: known.lifted && { ...known.lifted, reason: shownOrNull(known.lifted.reason, open) },
})

/** Those that a screen still shows at its own time (UTC ms). */
export const inForce = <W extends Lasting>(warnings: readonly W[], now: number): readonly W[] =>
  warnings.filter((warning) => !isOver(warning, now))

/** Without those that are over at `now`, in the order of their colours. */
export const drawWarnings = (
  warnings: Warnings | null,
  open: Open,
  now: number,
): readonly BoardWarning[] =>
  inForce(warnings?.known ?? [], now)
    .toSorted(byColour)
    .map((known) => drawWarning(known, open))

/** For walls: who was told, and why it was changed, is the desk's. */
export const wallWarning = (warning: BoardWarning): BoardWarning => ({
  ...warning,
  changes: [],
  told: [],
  lifted: warning.lifted && { ...warning.lifted, reason: null },
})
