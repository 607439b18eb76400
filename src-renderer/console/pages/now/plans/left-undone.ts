/**
 * What a plan that ends leaves undone and lives depend on, as the station names it when it refuses
 * to end the plan without a reason for each.
 */
import type { Refused } from '#shared/contract/contract.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { stepOf } from '#renderer/ui/incident-stage.ts'

export const leftIn = (
  refusal: Refused | null,
  incident: Pick<BoardIncident, 'steps'>,
): readonly BoardStep[] =>
  refusal?.code === 'life-safety-open'
    ? (refusal.details ?? []).flatMap((id) => stepOf(incident, id) ?? [])
    : []

/** One reason serves all of them. */
export const reasonsFor = (
  steps: readonly Pick<BoardStep, 'id'>[],
  reason: string,
): Record<string, string> => Object.fromEntries(steps.map(({ id }) => [id, reason.trim()]))
