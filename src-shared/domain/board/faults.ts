/** Draws the faults of the station as alerts of no incident. */
import type { Fault } from '../station/faults.ts'
import { localized } from '../text.ts'
import type { BoardFault } from './types.ts'

const DESK = localized('值班员', 'Duty desk')

const drawFault = ({ alertId, raisedAt, acknowledged, ...fault }: Fault): BoardFault => ({
  id: alertId,
  kind: 'fault',
  incidentId: null,
  stepId: null,
  priority: fault.priority,
  tone: fault.tone,
  cause: fault.cause,
  action: fault.action,
  owner: DESK,
  people: [],
  actor: { role: DESK, people: [] },
  repeats: 1,
  members: [],
  clause: '',
  dueAt: raisedAt,
  raisedAt,
  soundedAt: raisedAt,
  acknowledgedAt: acknowledged?.at ?? null,
  acknowledgedBy: acknowledged?.by ?? null,
  silencedUntil: null,
  shelved: null,
  told: [],
  next: null,
})

/** Highest priority first, then oldest. */
export const drawFaults = (faults: readonly Fault[]): BoardFault[] =>
  faults.map(drawFault).sort((a, b) => a.priority - b.priority || a.raisedAt - b.raisedAt)
