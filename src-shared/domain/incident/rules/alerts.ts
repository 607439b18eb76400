/**
 * Keeps the alerts of an incident: when one is called for and when it is cleared, who acknowledges
 * and silences it, and the log that stays for the figures.
 */
import { MOST_SOUNDS } from '../../attention/times.ts'
import { accept, type Decision, type Refusal } from '../../decision.ts'
import type { AcknowledgeAlert, ShelveAlert, SilenceAlert } from '../record/commands.ts'
import type {
  AlertAcknowledged,
  AlertChanged,
  AlertCleared,
  AlertClimbed,
  AlertRaised,
  AlertRenewed,
  AlertShelved,
  AlertSilenced,
  Recorded,
} from '../record/events.ts'
import { waitingOn } from '../record/limits.ts'
import * as no from '../record/refusals.ts'
import { isOpen, type PlannedStep } from '../record/select.ts'
import {
  isTerminal,
  withStep,
  type Alert,
  type AlertLogEntry,
  type Incident,
} from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import { isAttention } from './attention-alerts.ts'
import { takenPutOff } from './attention-clocks.ts'
import { raise } from './escalation.ts'

/** Only a late report still has an alert once the incident is over. */
const noAlert = ({ state }: Incident): Refusal =>
  isTerminal(state) ? no.incidentOver(state) : no.unknownAlert()

const alertOf = ({ alerts }: Incident, alertId: string): Alert | undefined =>
  alerts.find(({ id }) => id === alertId)

/**
 * A late step that is open and bears no alert gets one: at once when it turns late, again when a
 * correction re-opens it.
 */
export const alertsToRaise = (
  steps: readonly PlannedStep[],
  incident: Incident,
): readonly AlertRaised[] => {
  const late = steps.find(
    ({ step, state }) =>
      isOpen(incident, state) &&
      state.lateAt !== null &&
      state.limit &&
      !incident.alerts.some((alert) => alert.stepId === step.id && alert.kind === 'late'),
  )
  return late?.state.limit
    ? [raise(incident, 'late', late.step, late.plan, late.state.limit.dueAt)]
    : []
}

function whyCleared(
  alert: Alert & { stepId: string },
  steps: readonly PlannedStep[],
  incident: Incident,
): AlertCleared['why'] | null {
  if (isTerminal(incident.state)) return 'over'
  const step = incident.steps[alert.stepId]
  if (!step || step.finish) return 'finished'
  const needed =
    step.standing === 'open' && (alert.kind === 'late' || waitingOn(alert.stepId, steps).length > 0)
  return needed ? null : 'not-needed'
}

/** The alerts that nobody has to act upon any more. */
export const alertsToClear = (
  steps: readonly PlannedStep[],
  incident: Incident,
): readonly AlertCleared[] =>
  incident.alerts.flatMap((alert) => {
    if (alert.stepId === null) return []
    const why = whyCleared({ ...alert, stepId: alert.stepId }, steps, incident)
    return why ? [{ type: 'AlertCleared', alertId: alert.id, why } as const] : []
  })

/**
 * Acknowledges what stood on the screen. Refused: `unknown-alert`, where all are acknowledged
 * already, and several of which one concerns life (`life-safety`).
 */
export function acknowledgeAlert(
  incident: Incident,
  { alertIds }: AcknowledgeAlert,
): Decision<AlertAcknowledged> {
  const alerts = alertIds.map((alertId) => alertOf(incident, alertId))
  const [first] = alerts
  if (!first || alerts.includes(undefined)) return noAlert(incident)
  if (alerts.length > 1 && alerts.some((alert) => alert?.priority === 1)) return no.oneAtATime()
  const open = alerts.flatMap((alert) => (alert && !alert.acknowledged ? [alert.id] : []))
  return open.length === 0 && first.acknowledged
    ? no.alertAcknowledged(first.acknowledged.by)
    : accept(...open.map((alertId): AlertAcknowledged => ({ type: 'AlertAcknowledged', alertId })))
}

/** Refused: `unknown-alert`, and one that concerns life (`life-safety`). */
export function shelveAlert(
  incident: Incident,
  { alertId, forMs, reason }: ShelveAlert,
  { meta }: RuleContext,
): Decision<AlertShelved> {
  const alert = alertOf(incident, alertId)
  if (!alert) return noAlert(incident)
  return alert.priority === 1
    ? no.lifeSafetyAlert()
    : accept({ type: 'AlertShelved', alertId, until: meta.at + forMs, forMs, reason })
}

/** It is quiet until then, and sounds again if nobody has acted. */
export const alertShelved = (
  incident: Incident,
  { alertId, until, reason, at, by }: Recorded<AlertShelved>,
): Incident =>
  withAlert(incident, alertId, { shelved: { until, at, by, reason }, silencedUntil: until })

/** Refused: `unknown-alert`. */
export const silenceAlert = (
  incident: Incident,
  { alertId, forMs }: SilenceAlert,
  { meta }: RuleContext,
): Decision<AlertSilenced> =>
  alertOf(incident, alertId)
    ? accept({ type: 'AlertSilenced', alertId, until: meta.at + forMs })
    : noAlert(incident)

const withAlert = (incident: Incident, id: string, part: Partial<Alert>): Incident => ({
  ...incident,
  alerts: incident.alerts.map((alert) => (alert.id === id ? { ...alert, ...part } : alert)),
})

/** The n-th alert of an incident bears its number after the last dot of its id. */
function logged(
  { alertLog }: Incident,
  alertId: string,
  change: (entry: AlertLogEntry) => Partial<Pick<AlertLogEntry, 'acknowledgedAt' | 'clearedAt'>>,
): Pick<Incident, 'alertLog'> {
  const index = Number(alertId.slice(alertId.lastIndexOf('.') + 1)) - 1
  return alertLog
    ? {
        alertLog: alertLog.map((entry, i) =>
          i === index ? { ...entry, ...change(entry) } : entry,
        ),
      }
    : {}
}

export function alertRaised(incident: Incident, event: Recorded<AlertRaised>): Incident {
  const alert: Alert = {
    ...event.alert,
    raisedAt: event.at,
    told: [],
    acknowledged: null,
    silencedUntil: event.quietUntil ?? null,
  }
  const { stepId, priority, raisedAt } = alert
  const entry: AlertLogEntry = {
    stepId: stepId ?? '',
    ...kindInLog(alert),
    priority,
    raisedAt,
    acknowledgedAt: null,
    clearedAt: null,
  }
  const raised = {
    ...incident,
    alertCount: incident.alertCount + 1,
    alerts: [...incident.alerts, alert],
    alertLog: [...(incident.alertLog ?? []), entry],
  }
  if (isAttention(alert)) return withSound(raised, event.quietUntil ?? raisedAt)
  return alert.kind === 'not-recorded' && stepId !== null
    ? withStep(raised, stepId, { unrecordedAt: raisedAt })
    : raised
}

/** A log says the kind only where it cannot be told from the priority. */
const kindInLog = ({ kind, priority }: Alert): Pick<AlertLogEntry, 'kind'> =>
  kind === 'late' || (kind === 'not-recorded' && priority === 3) ? {} : { kind }

const withSound = (incident: Incident, soundsAt: number): Incident =>
  incident.attention
    ? {
        ...incident,
        attention: {
          ...incident.attention,
          sounded: [...incident.attention.sounded, soundsAt].slice(-MOST_SOUNDS),
          acted: false,
        },
      }
    : incident

/**
 * It stands as it stood, and concerns something else. What is worse is back at once where it was
 * put off, and goes to the posts of what it concerns now: nobody has told them of it.
 */
export function alertChanged(
  incident: Incident,
  { alertId, kind, priority, cause, action, owner, ladder, at }: Recorded<AlertChanged>,
): Incident {
  const text = { kind, priority, cause, action, owner, ladder }
  const alert = alertOf(incident, alertId)
  if (!alert || priority >= alert.priority) return withAlert(incident, alertId, text)
  const back: Alert = { ...alert, ...text, soundedAt: at, told: [] }
  if (back.shelved) back.silencedUntil = null
  delete back.shelved
  return {
    ...incident,
    alerts: incident.alerts.map((other) => (other === alert ? back : other)),
  }
}

/** It sounds as if it had just been raised, and begins with the first post again. */
export const alertRenewed = (
  incident: Incident,
  { alertId, kind, priority, cause, action, owner, ladder, at }: Recorded<AlertRenewed>,
): Incident =>
  withSound(
    withAlert(incident, alertId, {
      kind,
      priority,
      cause,
      action,
      owner,
      ladder,
      soundedAt: at,
      told: [],
      acknowledged: null,
      silencedUntil: null,
    }),
    at,
  )

export const alertEscalated = (
  incident: Incident,
  { alertId, told, at }: Recorded<AlertClimbed>,
): Incident =>
  withAlert(incident, alertId, {
    told: [...(alertOf(incident, alertId)?.told ?? []), { ...told, at }],
  })

/** The first acknowledgement stays in the log: one that sounds anew is acknowledged again. */
export function alertAcknowledged(
  incident: Incident,
  { alertId, at, by }: Recorded<AlertAcknowledged>,
): Incident {
  const alert = alertOf(incident, alertId)
  const acknowledged = {
    ...withAlert(incident, alertId, {
      acknowledged: { at, by, ...(alert ? { priority: alert.priority } : {}) },
      silencedUntil: null,
    }),
    ...logged(incident, alertId, ({ acknowledgedAt }) => ({
      acknowledgedAt: acknowledgedAt ?? at,
    })),
  }
  return alert && isAttention(alert) ? takenPutOff(acknowledged, at) : acknowledged
}

export const alertSilenced = (incident: Incident, { alertId, until }: AlertSilenced): Incident =>
  withAlert(incident, alertId, { silencedUntil: until })

export function alertCleared(
  incident: Incident,
  { alertId, at }: Recorded<AlertCleared>,
): Incident {
  const alert = alertOf(incident, alertId)
  const cleared = {
    ...incident,
    alerts: incident.alerts.filter((other) => other !== alert),
    ...logged(incident, alertId, () => ({ clearedAt: at })),
  }
  return alert?.kind === 'not-recorded' && alert.stepId !== null
    ? withStep(cleared, alert.stepId, { unrecordedAt: null })
    : cleared
}
