/**
 * What Enter may do with the words of a caller, as one list: join them to what runs, report a new
 * incident with a plan, or report it without.
 */
import type { Proposal } from '#shared/contract/contract.ts'
import type { Join } from '#shared/domain/match/joining.ts'

export type IntakeRow =
  { kind: 'join'; join: Join } | { kind: 'plan'; proposal: Proposal } | { kind: 'later' }

/** Joining stands first only where all agrees; else after the first way to a new incident. */
export function intakeRows(
  proposals: readonly Proposal[],
  joins: readonly Join[],
): readonly IntakeRow[] {
  const joined = (isFirst: boolean): readonly IntakeRow[] =>
    joins
      .filter(({ standing }) => (standing === 'first') === isFirst)
      .map((join) => ({ kind: 'join', join }))
  const [best, ...others] = proposals.map((proposal): IntakeRow => ({ kind: 'plan', proposal }))
  return [...joined(true), ...(best ? [best] : []), ...joined(false), ...others, { kind: 'later' }]
}

/** Tells rows apart while the list is asked for anew. */
export const keyOf = (row: IntakeRow | undefined): string => {
  if (row?.kind === 'join') return `join ${row.join.incidentId}`
  return row?.kind === 'plan' ? `plan ${row.proposal.planId}` : 'later'
}
