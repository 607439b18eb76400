/**
 * An incident of which nobody may or can be told more than its head. Whatever the board shows of an
 * incident has to be listed here before anything may leave it out.
 */
import type { BoardIncident } from './types.ts'

export const HEAD_ONLY = {
  narrative: null,
  reporter: null,
  channel: null,
  commander: null,
  command: { role: { zh: '', en: '' }, people: [], named: false, since: null },
  occurredAt: null,
  reason: null,
  plans: [],
  proposed: [],
  facts: [],
  steps: [],
  next: null,
  asks: null,
  nearest: null,
  moves: [],
  blocks: [],
  gates: [],
  levels: [],
  warning: null,
  severity: null,
  legalCategory: null,
  severitySuggested: null,
  casualties: null,
  atLeastOne: [],
  loss: null,
  impact: null,
  evidence: [],
  calls: [],
  callingSince: null,
  amended: null,
} as const satisfies Partial<BoardIncident>
