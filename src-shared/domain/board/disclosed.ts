/**
 * Takes from an incident what public walls may not show of it, by its type: fields are let through
 * by name, so that nothing new gets there by itself.
 */
import { localized } from '../text.ts'
import { HEAD_ONLY } from './head-only.ts'
import type { BoardAlert, BoardIncident, BoardLeftIncident, BoardPlan, BoardStep } from './types.ts'

const UNNAMED = localized('突发事件', 'Incident')

/** Nothing of it is shown. */
export const isHidden = ({
  discreet,
  disclosure,
}: Pick<BoardIncident, 'discreet' | 'disclosure'>): boolean => discreet || disclosure === 'never'

/** That there is one, of which kind and how grave. */
const presence = (incident: BoardIncident): BoardIncident => ({
  ...HEAD_ONLY,
  id: incident.id,
  version: incident.version,
  disclosure: 'presence',
  place: '',
  type: incident.type,
  typeName: incident.typeName,
  category: incident.category,
  danger: incident.danger,
  discreet: false,
  kind: incident.typeName ?? UNNAMED, // a plan of the site may have a place in its title
  state: incident.state,
  level: incident.level,
  levelName: incident.levelName,
  drill: incident.drill,
  receivedAt: incident.receivedAt,
  closedAt: incident.closedAt,
  alerts: [],
  notices: [],
})

/** What is to be done and by which post, and nobody's name. */
const nobodys = (step: BoardStep): BoardStep => ({
  ...step,
  people: [],
  acceptedBy: null,
  doneBy: null,
  automatic: null,
  reason: null,
  explained: null,
  onBehalfOf: null,
  calls: [],
  say: null,
  materials: [],
  list: null,
  listed: null,
  evidence: null,
  words: null,
  passedOver: step.passedOver && { ...step.passedOver, by: '', reason: null },
})

/** It runs, and what it is called may name a place. */
const unnamed = (plan: BoardPlan, kind: BoardIncident['kind']): BoardPlan => ({
  ...plan,
  title: kind,
  short: kind,
  confirmedBy: plan.confirmedBy === null ? null : '',
  declined: plan.declined && { ...plan.declined, by: '', reason: null },
  stopped: plan.stopped && { ...plan.stopped, by: '', reason: null },
})

const ofNobody = (alert: BoardAlert): BoardAlert => ({
  ...alert,
  people: [],
  actor: { ...alert.actor, people: [] },
  acknowledgedBy: alert.acknowledgedBy === null ? null : '',
  shelved: alert.shelved && { ...alert.shelved, by: '', reason: null },
  told: alert.told.map((post) => ({ ...post, people: [] })),
})

/** Beside what `presence` has: what there is to do and until when, in which hall or estate. */
const area = (incident: BoardIncident): BoardIncident => ({
  ...presence(incident),
  plans: incident.plans.map((plan) => unnamed(plan, incident.typeName ?? UNNAMED)),
  disclosure: 'area',
  place: incident.coarsePlace ?? '',
  occurredAt: incident.occurredAt,
  // answers may say in which room
  facts: incident.facts
    .filter(({ value }) => value === null)
    .map((fact) => ({ ...fact, people: [], answeredBy: null, passedOver: null })),
  steps: incident.steps.map(nobodys),
  alerts: incident.alerts.map(ofNobody),
  next: incident.next,
  asks: incident.asks,
  nearest: incident.nearest,
  warning: incident.warning,
  casualties: incident.casualties && { ...incident.casualties, by: '' },
  atLeastOne: incident.atLeastOne,
  callingSince: incident.callingSince,
})

/** Numbers without a gap would tell that there is one between them of which nobody may know. */
function unnumbered(incident: BoardIncident): BoardIncident {
  const { number, takenIn, callerCount } = incident
  if ([number, takenIn, callerCount].every((part) => part === undefined)) return incident
  const shown = { ...incident }
  delete shown.number
  delete shown.takenIn
  delete shown.callerCount
  return shown
}

/** The incident as a public wall may show it; null: not at all. */
export function disclosed(incident: BoardIncident): BoardIncident | null {
  if (isHidden(incident)) return null
  if (incident.disclosure === undefined) return unnumbered(incident)
  return incident.disclosure === 'area' ? area(incident) : presence(incident)
}

/** The same of one that a damaged record left: its place as it was typed is too exact. */
export function disclosedLeft(incident: BoardLeftIncident): BoardLeftIncident | null {
  if (isHidden(incident)) return null
  const shown = { ...incident }
  delete shown.number
  const { disclosure } = incident
  if (disclosure === undefined) return shown
  return {
    ...shown,
    place: '',
    plans: [],
    ...(disclosure === 'presence' ? { kind: UNNAMED, open: [] } : {}),
  }
}
