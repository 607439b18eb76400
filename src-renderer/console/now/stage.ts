/** At which of the seven stages an incident stands: that of its nearest limit, else of its next action, as the wall counts it. */
import { STAGES, type Stage } from '#shared/domain/plan/plan.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'

export const stepOf = (incident: Pick<BoardIncident, 'steps'>, id: string | null): BoardStep | null =>
  incident.steps.find((step) => step.id === id) ?? null

/** The step whose owner has the incident in hand: that of the nearest limit, else the next action. Null as long as none is open. */
export const leadStep = (incident: Pick<BoardIncident, 'steps' | 'next' | 'nearest'>): BoardStep | null =>
  stepOf(incident, incident.nearest) ?? stepOf(incident, incident.next)

/** The number of a stage as people count it, 1 to 7. */
export const stageNumber = (stage: Stage): number => STAGES.indexOf(stage) + 1
