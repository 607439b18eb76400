/**
 * Takes from the board what may not hang in a hall: walls show everything that says what must be
 * done, and nothing that anybody said or wrote, nor who commands or keeps what (突发事件应对法
 * art. 84–85).
 */
import { isAbout, NOT_TAKEN_OVER } from '../station/faults.ts'
import { disclosed, disclosedLeft } from './disclosed.ts'
import type { BoardAnnouncement } from './announcements.ts'
import type { BoardPassedOver } from './gate-types.ts'
import { publicRoom } from './room.ts'
import type { Board, BoardIncident, BoardList, BoardStep } from './types.ts'
import { wallWarning } from './warnings.ts'

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

const withoutWords = (passed: BoardPassedOver | null): BoardPassedOver | null =>
  passed && { ...passed, reason: null }

const publicStep = (step: BoardStep): BoardStep => ({
  ...step,
  reason: null,
  explained: null,
  words: null,
  passedOver: withoutWords(step.passedOver),
  onBehalfOf: step.onBehalfOf && { person: null, channel: null, words: null },
  listed: step.listed && publicList(step.listed, step.list?.kind === 'persons'),
  ...(step.task ? { title: step.short, task: { ...step.task, text: null, named: [] } } : {}),
  ...(step.named ? { named: [] } : {}),
})

/** Why an import was withdrawn is somebody's words, too. */
const withoutReason = ({
  withdrawn,
  ...imported
}: NonNullable<BoardIncident['imported']>): NonNullable<BoardIncident['imported']> => ({
  ...imported,
  ...(withdrawn ? { withdrawn: { ...withdrawn, reason: '' } } : {}),
})

/** Nobody on a wall reads who called, nor in what words; nor what a merged incident brought. */
function withoutCallers(incident: BoardIncident): BoardIncident {
  if (!incident.callers && !incident.takenIn) return incident
  const shown = { ...incident }
  delete shown.callers
  if (incident.takenIn)
    shown.takenIn = incident.takenIn.map(({ incidentId, number, at, by }) => ({
      ...{ incidentId, number, at, by },
    }))
  return shown
}

/** A wall need not say by which channels the site reaches people, nor which of them failed. */
function withoutOutlets(announcement: BoardAnnouncement): BoardAnnouncement {
  const shown = { ...announcement }
  delete shown.outlets
  delete shown.tries
  delete shown.taken
  return shown
}

/** Walls never get files nor the aftermath, nor learn that there are any. */
function withoutFiles(incident: BoardIncident): BoardIncident {
  if (!incident.files && !incident.aftermath) return incident
  const shown = { ...incident }
  delete shown.files
  delete shown.aftermath
  return shown
}

/** An incident without its personal values. */
export const publicIncident = (incident: BoardIncident): BoardIncident => ({
  ...withoutFiles(withoutCallers(incident)),
  narrative: null,
  reporter: null,
  commander: null,
  ...(incident.command.named ? { command: { ...incident.command, people: [] } } : {}),
  reason: null,
  plans: incident.plans.map((plan) => ({
    ...plan,
    declined: plan.declined && { ...plan.declined, reason: null },
    stopped: plan.stopped && { ...plan.stopped, reason: null },
    ...(plan.stated ? { stated: { ...plan.stated, matter: null, measures: null } } : {}),
  })),
  steps: incident.steps.map(publicStep),
  facts: incident.facts.map((fact) => ({ ...fact, passedOver: withoutWords(fact.passedOver) })),
  gates: [],
  alerts: incident.alerts.map((alert) => ({
    ...alert,
    shelved: alert.shelved && { ...alert.shelved, reason: null },
  })),
  calls: incident.calls.map((call) => ({ ...call, who: null, number: null, words: null })),
  evidence: [], // walls draw none
  ...(incident.headquarters
    ? {
        headquarters: incident.headquarters.map((member) => ({
          ...member,
          person: null,
          duty: null,
        })),
      }
    : {}),
  ...(incident.bulletins
    ? {
        bulletins: incident.bulletins.map(({ number, kind, at, by }) => ({
          ...{ number, kind, at, by },
          ...{ text: null, signer: null, to: null },
        })),
      }
    : {}),
  ...(incident.announcements
    ? {
        announcements: incident.announcements.map((announcement) => ({
          ...withoutOutlets(announcement),
          text: null,
          ended: announcement.ended && { ...announcement.ended, reason: null },
        })),
      }
    : {}),
  ...(incident.imported ? { imported: withoutReason(incident.imported) } : {}),
})

/** What a site was warned of, and what it means to do, is told outside by announcements alone. */
function withoutWarnings(board: Board): Board {
  if (!board.warnings) return board
  const shown = { ...board }
  delete shown.warnings
  return shown
}

/**
 * The board with of each incident what its type allows, and nothing of discreet ones: what is not
 * shown is not counted either.
 */
export const boardByType = (board: Board): Board => ({
  ...withoutWarnings(board),
  month: board.monthByType ?? board.month,
  emergency: board.emergency && {
    ...board.emergency,
    incidents: board.emergency.incidents.flatMap((incident) => disclosedLeft(incident) ?? []),
  },
  // that one names their places
  alerts: board.alerts.filter(({ id }) => !isAbout(id, NOT_TAKEN_OVER)),
  incidents: board.incidents.flatMap((incident) => disclosed(incident) ?? []),
})

/**
 * Makes the board of a public wall of that of any wall. `month` and `head` as they are without the
 * incidents that are hidden.
 */
export const disclosedBoard = (
  board: Board,
  { month, head }: Pick<Board, 'month' | 'head'>,
): Board => ({
  ...boardByType(board),
  public: true,
  month,
  head,
  ...(board.room ? { room: publicRoom(board.room) } : {}),
})

/** The board for walls. */
export const publicBoard = (board: Board): Board => ({
  ...board,
  emergency: board.emergency && {
    ...board.emergency,
    contact: board.emergency.contact && { ...board.emergency.contact, phones: [] },
  },
  ...(board.warnings ? { warnings: board.warnings.map(wallWarning) } : {}),
  incidents: board.incidents.map(publicIncident),
})
