/** What rows that an older program folded lack, so that they can be checked as they are. */
import type { Incident } from '#shared/domain/incident/state.ts'
import type { IncidentFact, LimitFact } from '#shared/domain/statistics/fact.ts'
import type { IncidentRow } from './ports.ts'

/** The row as the program before this one would have folded it (schema 2 of the record): without the log of alerts and what the figures need since. */
export function asBefore({ incident, fact, ...row }: IncidentRow): IncidentRow {
  const earlier: Incident = { ...incident }
  delete earlier.alertLog
  const { plans: _plans, alerts: _alerts, evidence: _evidence, answers: _answers, ...kept }: IncidentFact = fact
  const limits = fact.limits.map(({ reason: _reason, report: _report, ...limit }): LimitFact => limit)
  return { ...row, incident: earlier, fact: { ...kept, limits }, old: true }
}
