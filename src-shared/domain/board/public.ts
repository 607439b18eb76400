/**
 * Takes from the board what may not hang in a hall: walls show everything that says what must be
 * done, and nothing that a caller or a witness said (突发事件应对法 art. 84–85).
 */
import type { Board, BoardIncident, BoardList, BoardStep } from './types.ts'

/**
 * Persons are counted and not named; of a place only its helper is left out. Why an entry was not
 * reached may name somebody, too.
 */
const publicList = (list: BoardList, persons: boolean): BoardList => ({
  ...list,
  items: persons
    ? []
    : list.items.map((item) => ({ ...item, helper: null, for: null, reason: null })),
})

const publicStep = (step: BoardStep): BoardStep => ({
  ...step,
  onBehalfOf: step.onBehalfOf && { ...step.onBehalfOf, person: null, words: null },
  listed: step.listed && publicList(step.listed, step.list?.kind === 'persons'),
})

/** An incident without its personal values. */
export const publicIncident = (incident: BoardIncident): BoardIncident => ({
  ...incident,
  narrative: null,
  reporter: null,
  steps: incident.steps.map(publicStep),
  alerts: incident.alerts.map((alert) => ({
    ...alert,
    shelved: alert.shelved && { ...alert.shelved, reason: null },
  })),
  calls: incident.calls.map((call) => ({ ...call, who: null, number: null, words: null })),
  evidence: incident.evidence.map((evidence) => ({ ...evidence, keeper: null })),
})

/** The board for walls. */
export const publicBoard = (board: Board): Board => ({
  ...board,
  emergency: board.emergency && {
    ...board.emergency,
    contact: board.emergency.contact && { ...board.emergency.contact, phones: [] },
  },
  incidents: board.incidents.map(publicIncident),
})
