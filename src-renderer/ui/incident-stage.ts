/** The step and the stage at which an incident stands, for both faces. */
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { STAGES as ORDER } from '#shared/domain/plan/plan.ts'
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

/** The stage an incident stands at by its name, and as the `at`th `of` the seven. */
export type StagePlace = { name: LocalizedText; at: number; of: number }

/** From this one on a stage is about what comes after an event. */
const AFTERWARDS = ORDER.indexOf('recover')

/**
 * What is said of where an incident stands: its state, its stage, or both where the one does not
 * contradict the other. Responding, with nothing but the aftermath left to do, it is at that stage;
 * contained, with a step of before left over, it is contained.
 */
export function whereItStands(incident: StagedIncident & Pick<BoardIncident, 'state'>): {
  state: IncidentState | null
  stage: StagePlace | null
} {
  const { state } = incident
  const step = leadStep(incident)
  if (!step) return { state, stage: null }
  const at = ORDER.indexOf(step.stage)
  const stage = { name: STAGES[step.stage], at: at + 1, of: ORDER.length }
  if (state === 'responding' && at >= AFTERWARDS) return { state: null, stage }
  if (state === 'contained' && at < AFTERWARDS) return { state, stage: null }
  return { state, stage }
}
