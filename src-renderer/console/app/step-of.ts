/** The step of an incident that bears an id. Where the incident stands is said by ui/stage.ts. */
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'

export const stepOf = (
  incident: Pick<BoardIncident, 'steps'>,
  id: string | null,
): BoardStep | null => incident.steps.find((step) => step.id === id) ?? null
