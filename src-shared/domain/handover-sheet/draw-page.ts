/** Draws what a shift handover shows of the board: the incidents that run, and their alerts. */
import { commanderWords } from '../board/commander-words.ts'
import { matterOf } from '../board/matter.ts'
import { byAttention } from '../board/order.ts'
import type { BoardAlert, BoardFault, BoardIncident, BoardPlan } from '../board/types.ts'
import { inForce } from '../board/warnings.ts'
import { byColour, type Warnings } from '../warning/warning.ts'
import { isTerminal } from '../incident/record/state.ts'
import { DAY_MS } from '../units.ts'
import type {
  HandoverPage,
  PageAcknowledged,
  PageAftermath,
  PageFault,
  PageIncident,
  PageNext,
  PageShelved,
} from './page.ts'

const isRunning = ({ supersededBy, declined, stopped }: BoardPlan): boolean =>
  supersededBy === null && !declined && !stopped
const isUnconfirmed = (plan: BoardPlan): boolean =>
  isRunning(plan) && plan.provisional && plan.confirmedAt === null

function nextOf(incident: BoardIncident, now: number): PageNext | null {
  const matter = matterOf(incident, now)
  if (matter) {
    const { title, note, role, people, at } = matter
    return { title, note, role, people, at }
  }
  const [step] = byAttention(incident.steps)
  return step
    ? { title: step.short, note: null, role: step.role, people: step.people, at: step.dueAt }
    : null
}

const numbered = ({ number }: BoardIncident): { number?: string } => (number ? { number } : {})

function drawIncident(incident: BoardIncident, now: number): PageIncident {
  const open = byAttention(incident.steps).filter(({ prohibits }) => !prohibits)
  const { id, place, kind, state, level, levelName, warning, drill, receivedAt } = incident
  return {
    ...numbered(incident),
    ...{ id, place, kind, state, level, levelName, warning, drill, receivedAt },
    commander: incident.commander,
    command: commanderWords(incident.command),
    open: open.length,
    lifeSafety: open.filter(({ lifeSafety }) => lifeSafety).length,
    next: nextOf(incident, now),
    provisional: incident.plans.filter(isUnconfirmed).map((plan) => plan.short),
    assumed: incident.facts.filter(({ assumed }) => assumed !== null).map((fact) => fact.short),
  }
}

/** So long before its term an evaluation of a plan is told. */
const EVALUATION_TOLD_MS = 7 * DAY_MS

/**
 * What is owed to people, reviews that hold the archive, evaluations that are due, of all that is
 * on the board.
 */
function drawAftermath(
  incidents: readonly BoardIncident[],
  now: number,
): Pick<HandoverPage, 'aftermath'> {
  const open = incidents.reduce(
    (sum, { aftermath }) =>
      sum + (aftermath?.entries ?? []).filter(({ done, withdrawn }) => !done && !withdrawn).length,
    0,
  )
  const reviews = incidents.filter(
    ({ state, aftermath }) => state === 'closed' && aftermath?.review === 'missing',
  ).length
  const evaluations = incidents
    .flatMap(({ aftermath }) => aftermath?.evaluations ?? [])
    .filter(
      ({ dueAt, doneAt }) => doneAt === null && dueAt !== null && dueAt - now <= EVALUATION_TOLD_MS,
    ).length
  return aftermathOf({ open, reviews, evaluations })
}

/** Absent without any; no evaluations are not named. */
export const aftermathOf = ({
  open,
  reviews,
  evaluations = 0,
}: PageAftermath): Pick<HandoverPage, 'aftermath'> =>
  open + reviews + evaluations > 0
    ? { aftermath: { open, reviews, ...(evaluations > 0 ? { evaluations } : {}) } }
    : {}

type AlertOfIncident = { alert: BoardAlert; incident: BoardIncident }

const isShelved = ({ alert: { shelved } }: AlertOfIncident, now: number): boolean =>
  shelved !== null && shelved.until > now

const drawShelved = ({ alert, incident }: AlertOfIncident): readonly PageShelved[] =>
  alert.shelved === null
    ? []
    : [
        {
          ...{ incidentId: incident.id, ...numbered(incident), place: incident.place },
          ...{ cause: alert.cause, ...alert.shelved },
        },
      ]

const drawAcknowledged = ({
  alert: { cause, acknowledgedAt, acknowledgedBy },
  incident,
}: AlertOfIncident): readonly PageAcknowledged[] =>
  acknowledgedAt === null
    ? []
    : [
        {
          incidentId: incident.id,
          ...numbered(incident),
          place: incident.place,
          cause,
          at: acknowledgedAt,
          by: acknowledgedBy ?? '',
        },
      ]

const drawFault = ({ cause, action, raisedAt, acknowledgedBy }: BoardFault): PageFault => ({
  cause,
  action,
  since: raisedAt,
  acknowledgedBy,
})

/** Those in force at `now` (UTC ms), red first; nothing where there are none. */
export function drawPageWarnings(
  warnings: Warnings | null,
  now: number,
): Pick<HandoverPage, 'warnings'> {
  const shown = inForce(warnings?.known ?? [], now).toSorted(byColour)
  if (shown.length === 0) return {}
  return {
    warnings: shown.map(({ id, kind, warning, area, startsAt, until, told }) => ({
      ...{ id, kind, warning, area, startsAt, until },
      told: told.length,
    })),
  }
}

/** `incidents`: of the board, in its order; `now` in UTC ms. */
export function drawFromBoard(
  incidents: readonly BoardIncident[],
  faults: readonly BoardFault[],
  now: number,
): Pick<
  HandoverPage,
  'incidents' | 'closed' | 'acknowledged' | 'shelved' | 'faults' | 'aftermath'
> {
  const running = incidents.filter(({ state }) => !isTerminal(state))
  const alerts = running.flatMap((incident) =>
    incident.alerts.map((alert): AlertOfIncident => ({ alert, incident })),
  )
  const shelved = alerts.filter((alert) => isShelved(alert, now))
  const others = alerts.filter((alert) => !shelved.includes(alert))
  return {
    incidents: running.map((incident) => drawIncident(incident, now)),
    closed: incidents.length - running.length,
    acknowledged: others.flatMap(drawAcknowledged),
    shelved: shelved.flatMap(drawShelved).sort((a, b) => a.until - b.until),
    faults: faults.map(drawFault),
    ...drawAftermath(incidents, now),
  }
}
