/**
 * Where an incident stands and who has it in hand, once for both faces. Pure: it draws nothing and
 * reads no clock.
 */
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { STAGES } from './glossary.ts'

type Looked = Pick<BoardIncident, 'steps' | 'nearest' | 'next'>

const stepOf = ({ steps }: Looked, id: string | null): BoardStep | null =>
  steps.find((step) => step.id === id) ?? null

/**
 * The step that an incident stands at: the one whose limit is nearest, else the next action; null
 * while none is open.
 */
export const leadStep = (incident: Looked): BoardStep | null =>
  stepOf(incident, incident.nearest) ?? stepOf(incident, incident.next)

/**
 * The stage it stands in, by its name: a number of seven reads as progress. Null while no step is
 * open.
 */
export function stageName(incident: Looked): LocalizedText | null {
  const step = leadStep(incident)
  return step && STAGES[step.stage]
}
