/** Folds one event into the record. Believes every fact, refuses none, asks nothing. */
import type { IncidentEvent, PlanActivated, Recorded, StepsChanged } from './record/events.ts'
import { foldImport } from './rules/imported.ts'
import { foldJudging } from './rules/index.ts'
import type { Alert, Incident, IncidentState } from './record/state.ts'
import { logged, loggedRaised } from './rules/alert-log.ts'
import { confirmed, declined, dismissed, notStarted, proposed, restored } from './evolve-runs.ts'
import { corrected, explained, fresh, repeated, withStep } from './evolve-steps.ts'

const withAlert = (incident: Incident, id: string, part: Partial<Alert>): Incident => ({
  ...incident,
  alerts: incident.alerts.map((alert) => (alert.id === id ? { ...alert, ...part } : alert)),
})

/** The first time of a state or milestone stays. */
const reached = (
  incident: Incident,
  moment: IncidentState | 'activated' | 'firstStep',
  at: number,
): Incident['moments'] => ({ [moment]: at, ...incident.moments })

function activated(incident: Incident, event: Recorded<PlanActivated>): Incident {
  const ended = event.supersedes === null ? [] : [event.supersedes, ...(event.ends ?? [])]
  const runs = incident.runs.map((run) =>
    ended.includes(run.planId) && run.supersededBy === null
      ? { ...run, supersededBy: event.planId }
      : run,
  )
  const steps = Object.fromEntries(event.stepIds.map((id) => [id, fresh(event.planId)]))
  const moments = { responding: event.at, activated: event.at, ...incident.moments }
  return {
    ...incident,
    state: 'responding',
    level: event.level,
    commander: event.commander ?? incident.commander,
    moments,
    steps: { ...incident.steps, ...steps },
    runs: [
      ...runs,
      {
        planId: event.planId,
        revision: event.revision,
        activatedAt: event.at,
        by: event.by,
        provisional: event.provisional,
        supersededBy: null,
        ...(event.broughtBy ? { broughtBy: event.broughtBy } : {}),
      },
    ],
  }
}

function changed(incident: Incident, event: Recorded<StepsChanged>): Incident {
  const steps = { ...incident.steps }
  for (const { stepId, standing, limit } of event.changes) {
    const step = steps[stepId]
    if (!step) continue
    const openedAt =
      standing !== 'open'
        ? step.openedAt
        : step.standing === 'open'
          ? (step.openedAt ?? event.at)
          : event.at
    steps[stepId] = { ...step, standing, limit, openedAt }
  }
  return { ...incident, steps }
}

function fold(incident: Incident, event: Recorded<IncidentEvent>): Incident {
  const { at, by } = event
  switch (event.type) {
    case 'IncidentReported':
      return {
        ...incident,
        state: 'reported',
        drill: event.drill,
        place: event.place,
        narrative: event.narrative,
        reporter: event.reporter,
        channel: event.channel,
        type: event.incidentType,
        category: event.category,
        legalCategory: event.legalCategory,
        receivedAt: at,
        occurredAt: event.occurredAt,
        reportedBy: by,
        moments: { reported: at },
      }
    case 'IncidentClassified':
      return {
        ...incident,
        type: event.incidentType,
        category: event.category,
        legalCategory: event.legalCategory,
      }
    case 'PlanActivated':
      return activated(incident, event)
    case 'FactAnswered': {
      const known = event.planId === null ? incident.facts : (incident.factsOf[event.planId] ?? {})
      const facts = {
        ...known,
        [event.key]: { value: event.value, at, by, firstAt: known[event.key]?.firstAt ?? at },
      }
      return event.planId === null
        ? { ...incident, facts }
        : { ...incident, factsOf: { ...incident.factsOf, [event.planId]: facts } }
    }
    case 'StepsChanged':
      return changed(incident, event)
    case 'StepAccepted':
      return withStep(incident, event.stepId, {
        accepted: { at, by, ...(event.reason ? { reason: event.reason } : {}) },
      })
    case 'StepFinished': {
      const { outcome, reason, onBehalfOf, outOfOrder, automatic, replacedBy } = event
      const done = withStep(incident, event.stepId, {
        finish: {
          outcome,
          at,
          by,
          reason,
          onBehalfOf,
          outOfOrder,
          ...(automatic ? { automatic } : {}),
          ...(replacedBy ? { replacedBy } : {}),
        },
      })
      return outcome === 'done' || outcome === 'already-done'
        ? { ...done, moments: reached(done, 'firstStep', at) }
        : done
    }
    case 'StepLate':
      return withStep(incident, event.stepId, { lateAt: at })
    case 'StepExplained':
      return explained(incident, event)
    case 'StepCorrected':
      return corrected(incident, event)
    case 'StepRepeated':
      return repeated(incident, event)
    case 'StepsRestored':
      return restored(incident, event)
    case 'ActivationConfirmed':
      return confirmed(incident, event)
    case 'ActivationDeclined':
      return declined(incident, event)
    case 'PlanProposed':
      return proposed(incident, event)
    case 'ProposalDismissed':
      return dismissed(incident, event)
    case 'PlanNotStarted':
      return notStarted(incident, event)
    case 'TimePassed':
      return { ...incident, passed: [...incident.passed, event.threshold] }
    case 'AlertRaised': {
      const alert: Alert = {
        ...event.alert,
        raisedAt: at,
        told: [],
        acknowledged: null,
        silencedUntil: null,
      }
      const raised = {
        ...incident,
        alertCount: incident.alertCount + 1,
        alerts: [...incident.alerts, alert],
        alertLog: loggedRaised(incident, event),
      }
      return alert.kind === 'not-recorded'
        ? withStep(raised, alert.stepId, { unrecordedAt: at })
        : raised
    }
    case 'AlertClimbed': {
      const alert = incident.alerts.find((one) => one.id === event.alertId)
      return withAlert(incident, event.alertId, {
        told: [...(alert?.told ?? []), { ...event.told, at }],
      })
    }
    case 'AlertAcknowledged':
      return {
        ...withAlert(incident, event.alertId, { acknowledged: { at, by }, silencedUntil: null }),
        ...logged(incident, event.alertId, { acknowledgedAt: at }),
      }
    case 'AlertSilenced':
      return withAlert(incident, event.alertId, { silencedUntil: event.until })
    case 'AlertCleared': {
      const alert = incident.alerts.find((one) => one.id === event.alertId)
      const left = {
        ...incident,
        alerts: incident.alerts.filter((one) => one !== alert),
        ...logged(incident, event.alertId, { clearedAt: at }),
      }
      return alert?.kind === 'not-recorded'
        ? withStep(left, alert.stepId, { unrecordedAt: null })
        : left
    }
    case 'IncidentMoved':
      return {
        ...incident,
        state: event.to,
        reason: event.reason ?? incident.reason,
        moments: reached(incident, event.to, at),
      }
    case 'NoteAdded':
      return incident
    case 'IncidentImported':
    case 'IncidentWithdrawn':
      return foldImport(incident, event)
    default:
      return foldJudging(incident, event)
  }
}

/** `evolve(state, event) → state`. `version` counts the events of this incident. */
export const evolve = (incident: Incident, event: Recorded<IncidentEvent>): Incident => ({
  ...fold(incident, event),
  version: incident.version + 1,
})
