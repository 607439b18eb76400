/** Defines the forms in which figures are kept: the stats of an incident, the tally of a month. */
import * as is from '../form.ts'
import { STATES, type AlertLogEntry } from '../incident/record/state.ts'
import { REPORT_CLOCKS } from '../incident/record/report-clocks.ts'
import type {
  AftermathStats,
  IncidentStats,
  LawReportStats,
  LimitStats,
  NudgeStats,
} from './incident-stats.ts'
import type { Tally } from './tally.ts'

const limitFact = is.fields<LimitStats>({
  stepId: is.words,
  planId: is.words,
  clause: is.words,
  startedAt: is.number,
  dueAt: is.number,
  doneAt: is.orNull(is.number),
  endedAt: is.orNull(is.number),
  lateAt: is.orNull(is.number),
  toldAt: is.maybe(is.number),
  explained: is.flag,
  reason: is.maybe(is.words),
  report: is.maybe(is.words),
  proposed: is.maybe(is.flag),
})
const alertFact = is.fields<AlertLogEntry>({
  stepId: is.words,
  kind: is.maybe(is.words),
  priority: is.oneOf([1, 2, 3]),
  raisedAt: is.number,
  acknowledgedAt: is.orNull(is.number),
  clearedAt: is.orNull(is.number),
})
const nudgeFact = is.fields<NudgeStats>({
  stepId: is.orNull(is.words),
  factKey: is.orNull(is.words),
  planId: is.words,
  startedAt: is.number,
  dueAt: is.number,
  doneAt: is.orNull(is.number),
  endedAt: is.orNull(is.number),
})
const lawReportFact = is.fields<LawReportStats>({
  kind: is.oneOf(REPORT_CLOCKS),
  ruleId: is.words,
  startedAt: is.number,
  dueAt: is.number,
  doneAt: is.orNull(is.number),
  endedAt: is.orNull(is.number),
  lateAt: is.orNull(is.number),
})
const aftermathFact = is.fields<AftermathStats>({
  done: is.number,
  open: is.list(is.words),
  agreedFen: is.number,
  paidFen: is.number,
  reviewed: is.flag,
  passedOver: is.flag,
  lessons: is.number,
  evaluations: is.fields<AftermathStats['evaluations']>({ done: is.number, late: is.number }),
})
export const isStats: is.Form = is.fields<IncidentStats>({
  incidentId: is.words,
  number: is.maybe(is.words),
  month: is.words,
  at: is.number,
  drill: is.flag,
  counted: is.flag,
  falseReport: is.flag,
  category: is.orNull(is.words),
  legalCategory: is.orNull(is.words),
  type: is.orNull(is.words),
  level: is.orNull(is.number),
  place: is.words,
  address: is.maybe(is.sealed),
  channel: is.orNull(is.words),
  state: is.oneOf(STATES),
  moments: is.numbers,
  limits: is.list(limitFact),
  severity: is.maybe(is.words),
  casualties: is.maybe(is.numbers),
  loss: is.maybe(is.number),
  impact: is.maybe(is.map((value) => is.number(value) || is.words(value))),
  plans: is.maybe(
    is.list(
      is.fields<{ planId: string; revision: string }>({ planId: is.words, revision: is.words }),
    ),
  ),
  alerts: is.maybe(is.list(alertFact)),
  nudges: is.maybe(is.list(nudgeFact)),
  lawReports: is.maybe(is.list(lawReportFact)),
  evidence: is.maybe(
    is.fields<{ kept: number; mayGo: number }>({ kept: is.number, mayGo: is.number }),
  ),
  aftermath: is.maybe(aftermathFact),
  imported: is.maybe(is.oneOf(['counted', 'withdrawn'])),
  answers: is.maybe(is.map(is.list(is.words))),
})
export const isTally: is.Form = is.fields<Tally>({
  incidents: is.number,
  drills: is.number,
  falseReports: is.number,
  met: is.number,
  late: is.number,
  byCategory: is.numbers,
  byLegalCategory: is.numbers,
  byType: is.numbers,
  byLevel: is.numbers,
  open: is.list(is.number),
})
