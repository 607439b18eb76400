/** What of the board may hang in a hall: everything that says what must be done, nothing that a caller or a witness said (突发事件应对法 art. 84–85). */
import type { Board, BoardIncident } from './types.ts'

/** An incident without its personal values. */
export const publicIncident = (incident: BoardIncident): BoardIncident => ({
  ...incident,
  narrative: null,
  reporter: null,
  steps: incident.steps.map((step) => step.onBehalfOf ? { ...step, onBehalfOf: { ...step.onBehalfOf, person: null, words: null } } : step)
})

/** The board for walls. */
export const publicBoard = (board: Board): Board => ({ ...board, incidents: board.incidents.map(publicIncident) })
