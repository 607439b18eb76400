/** Writes a limit into a step, with somebody who is told when it is over. */
import type { DraftDue, DraftStep, EditedPlan } from './draft-types.ts'

/** Who commands by the plan, else by its document; '' where neither says. */
export const commanderOf = (
  draft: EditedPlan,
  document: { commander: string } | null | undefined,
): string => draft.commander ?? document?.commander ?? ''

/**
 * The commander is told at once, marked as our proposal, as long as nobody has written another
 * ladder.
 */
export function writeLimit(step: DraftStep, due: DraftDue, commander: string): void {
  step.due = due
  step.late ??= [{ notify: commander, ...(commander !== '' && { proposed: true }) }]
}
