/** The step and the stage at which an incident stands, for both faces. */
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { STAGES } from './glossary.ts'

type StagedIncident = Pick<BoardIncident, 'steps' | 'nearest' | 'next'>

/** The step of an incident that bears an id. */
export const stepOf = (
  { steps }: Pick<BoardIncident, 'steps'>,
  id: string | null,
): BoardStep | null => steps.find((step) => step.id === id) ?? null

/**
 * The step that an incident stands at: the one whose limit is nearest, else the next action; null
 * while none is open.
 */
export const leadStep = (incident: StagedIncident): BoardStep | null =>
  stepOf(incident, incident.nearest) ?? stepOf(incident, incident.next)

/**
 * The stage it stands in, by its name: a number of seven reads as progress. Null while no step is
 * open.
 */
export function stageName(incident: StagedIncident): LocalizedText | null {
  const step = leadStep(incident)
  return step && STAGES[step.stage]
}
