/** Folds one event into the record. Believes every fact, refuses none, asks nothing. */
import { unreachable } from '../decision.ts'
import type { IncidentEvent, PlanActivated, Recorded, StepsChanged } from './events.ts'
import type { Alert, Incident, IncidentState, StepRun } from './state.ts'

const fresh = (planId: string): StepRun => ({
  planId, standing: 'hidden', openedAt: null, accepted: null, finish: null, limit: null, lateAt: null, unrecordedAt: null,
  explained: null, corrections: 0
})

const withStep = (incident: Incident, id: string, part: Partial<StepRun>): Incident => {
  const step = incident.steps[id]
  return step ? { ...incident, steps: { ...incident.steps, [id]: { ...step, ...part } } } : incident
}

const withAlert = (incident: Incident, id: string, part: Partial<Alert>): Incident =>
  ({ ...incident, alerts: incident.alerts.map((alert) => alert.id === id ? { ...alert, ...part } : alert) })

/** The first time of a state or milestone stays. */
const reached = (incident: Incident, moment: IncidentState | 'activated' | 'firstStep', at: number): Incident['moments'] =>
  ({ [moment]: at, ...incident.moments })

function activated(incident: Incident, event: Recorded<PlanActivated>): Incident {
  const runs = incident.runs.map((run) => run.planId === event.supersedes ? { ...run, supersededBy: event.planId } : run)
  const steps = Object.fromEntries(event.stepIds.map((id) => [id, fresh(event.planId)]))
  const moments = { responding: event.at, activated: event.at, ...incident.moments }
  return {
    ...incident,
    state: 'responding',
    level: event.level,
    commander: event.commander ?? incident.commander,
    moments,
    steps: { ...incident.steps, ...steps },
    runs: [...runs, {
      planId: event.planId, revision: event.revision, activatedAt: event.at, by: event.by, provisional: event.provisional, supersededBy: null
    }]
  }
}

function changed(incident: Incident, event: Recorded<StepsChanged>): Incident {
  const steps = { ...incident.steps }
  for (const { stepId, standing, limit } of event.changes) {
    const step = steps[stepId]
    if (!step) continue
    const openedAt = standing !== 'open' ? step.openedAt : step.standing === 'open' ? step.openedAt ?? event.at : event.at
    steps[stepId] = { ...step, standing, limit, openedAt }
  }
  return { ...incident, steps }
}

function fold(incident: Incident, event: Recorded<IncidentEvent>): Incident {
  const { at, by } = event
  switch (event.type) {
    case 'IncidentReported':
      return {
        ...incident, state: 'reported', drill: event.drill, place: event.place, narrative: event.narrative, reporter: event.reporter,
        channel: event.channel, type: event.incidentType, category: event.category, legalCategory: event.legalCategory,
        receivedAt: at, occurredAt: event.occurredAt, reportedBy: by, moments: { reported: at }
      }
    case 'IncidentClassified':
      return { ...incident, type: event.incidentType, category: event.category, legalCategory: event.legalCategory }
    case 'PlanActivated': return activated(incident, event)
    case 'FactAnswered': {
      const known = event.planId === null ? incident.facts : incident.factsOf[event.planId] ?? {}
      const facts = { ...known, [event.key]: { value: event.value, at, by, firstAt: known[event.key]?.firstAt ?? at } }
      return event.planId === null ? { ...incident, facts } : { ...incident, factsOf: { ...incident.factsOf, [event.planId]: facts } }
    }
    case 'StepsChanged': return changed(incident, event)
    case 'StepAccepted': return withStep(incident, event.stepId, { accepted: { at, by, ...event.reason ? { reason: event.reason } : {} } })
    case 'StepFinished': {
      const { outcome, reason, onBehalfOf, outOfOrder, automatic } = event
      const done = withStep(incident, event.stepId, { finish: { outcome, at, by, reason, onBehalfOf, outOfOrder, ...automatic ? { automatic } : {} } })
      return outcome === 'done' || outcome === 'already-done' ? { ...done, moments: reached(done, 'firstStep', at) } : done
    }
    case 'StepLate': return withStep(incident, event.stepId, { lateAt: at })
    case 'StepExplained': return withStep(incident, event.stepId, { explained: { reason: event.reason, at, by } })
    case 'StepCorrected': {
      const step = incident.steps[event.stepId]
      return withStep(incident, event.stepId, { finish: null, accepted: null, corrections: (step?.corrections ?? 0) + 1 })
    }
    case 'TimePassed': return { ...incident, passed: [...incident.passed, event.threshold] }
    case 'AlertRaised': {
      const alert: Alert = { ...event.alert, raisedAt: at, told: [], acknowledged: null, silencedUntil: null }
      const raised = { ...incident, alertCount: incident.alertCount + 1, alerts: [...incident.alerts, alert] }
      return alert.kind === 'not-recorded' ? withStep(raised, alert.stepId, { unrecordedAt: at }) : raised
    }
    case 'AlertClimbed': {
      const alert = incident.alerts.find((one) => one.id === event.alertId)
      return withAlert(incident, event.alertId, { told: [...alert?.told ?? [], { ...event.told, at }] })
    }
    case 'AlertAcknowledged': return withAlert(incident, event.alertId, { acknowledged: { at, by }, silencedUntil: null })
    case 'AlertSilenced': return withAlert(incident, event.alertId, { silencedUntil: event.until })
    case 'AlertCleared': {
      const alert = incident.alerts.find((one) => one.id === event.alertId)
      const left = { ...incident, alerts: incident.alerts.filter((one) => one !== alert) }
      return alert?.kind === 'not-recorded' ? withStep(left, alert.stepId, { unrecordedAt: null }) : left
    }
    case 'IncidentMoved':
      return { ...incident, state: event.to, reason: event.reason ?? incident.reason, moments: reached(incident, event.to, at) }
    case 'NoteAdded': return incident
    default: return unreachable(event)
  }
}

/** `evolve(state, event) → state`. `version` counts the events of this incident. */
export const evolve = (incident: Incident, event: Recorded<IncidentEvent>): Incident =>
  ({ ...fold(incident, event), version: incident.version + 1 })
