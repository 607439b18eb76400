/**
 * The requests for figures and for the history: any period, the incidents behind a figure, a
 * search, a whole record.
 */
import { z } from 'zod'
import type { PurgedOnPaper } from '../domain/document/purged-line.ts'
import type { BoardIncident } from '../domain/board/types.ts'
import type { IncidentIssueRead } from './supplies.ts'
import type { ActionRead } from '../domain/corrective-action/draw.ts'
import type { AlertRecord } from '../domain/history/alerts.ts'
import { STATES } from '../domain/incident/record/state.ts'
import type { EmergencySpan } from '../domain/station/adoptions.ts'
import type { ReadinessFigures } from '../domain/readiness/figures.ts'
import type { ActionFigures } from '../domain/statistics/actions.ts'
import type { WarningFigures } from '../domain/statistics/warnings.ts'
import type { MonthStatistics } from '../domain/statistics/month.ts'
import { METRICS, NONE } from '../domain/statistics/metrics.ts'
import type { FigureNames } from '../domain/statistics/names.ts'
import type { PeriodStatistics } from '../domain/statistics/statistics.ts'
import type { LocalizedText } from '../domain/text.ts'
import { LocalDate, LocalMonth, NOT_TOO_LONG, RIGHT_WAY_ROUND } from './dates.ts'
import type { TimelineEntry } from './incident.ts'
import { ByType, Id, reply, Short } from './parts.ts'
import { defineRequest } from './request.ts'

export type { FigureNames }

const Level = z.union([z.int().min(1).max(9), z.literal(NONE)])
const Typed = z.string().max(200)
const filter = z.strictObject({
  type: Id.nullish(),
  category: Id.nullish(),
  level: Level.nullish(),
  place: Short.nullish(),
  drill: z.boolean().nullish(),
})

export const period = z
  .strictObject({ from: LocalDate, to: LocalDate, filter: filter.nullish() })
  .refine(...RIGHT_WAY_ROUND)
  .refine(...NOT_TOO_LONG)
const behind = z
  .strictObject({
    from: LocalDate,
    to: LocalDate,
    filter: filter.nullish(),
    metric: z.enum(METRICS),
    key: z.string().max(400).nullish(),
    limit: z.int().min(1).max(5000).nullish(),
  })
  .refine(...RIGHT_WAY_ROUND)
  .refine(...NOT_TOO_LONG)
const search = z.strictObject({
  words: Typed.nullish(),
  from: LocalDate.nullish(),
  to: LocalDate.nullish(),
  types: z.array(Id).max(200).nullish(),
  levels: z.array(Level).max(10).nullish(),
  states: z.array(z.enum(STATES)).max(STATES.length).nullish(),
  drill: z.enum(['real', 'drill', 'all']).nullish(),
  after: z
    .string()
    .regex(/^-?\d{1,16}\.[\w.:-]{1,80}$/)
    .nullish(),
  limit: z.int().min(1).max(200).nullish(),
})

/**
 * An incident as a list of the past shows it. `at`: when it occurred, else was reported (UTC ms).
 * `late`: how many of its limits were late.
 */
export type IncidentLine = {
  incidentId: string
  number: string | null // the short one; null of imported ones
  at: number
  place: string
  type: string | null
  typeName: LocalizedText | null
  level: number | null
  state: string
  drill: boolean
  imported: 'counted' | 'withdrawn' | null // a past one from a file
  plans: readonly { planId: string; title: LocalizedText }[]
  late: number
}
/**
 * How a line was found: `matched` are the characters of its place, plans and type in which the
 * typed words are heard; `said`: one of them is heard only in what the caller said, which no list
 * shows.
 */
export type MatchedLine = IncidentLine & { matched: readonly string[]; said: boolean }
/** What a page shows first: the period alone, without what it is compared with. */
export type FiguresReply = {
  now: PeriodStatistics // of the period that was asked for
  names: FigureNames
  actions: ActionFigures // of all, whatever the filter
  warnings: WarningFigures // the same
  readiness: ReadinessFigures // the same; what the site keeps no record of is null
  // the first month (2026-08) that the record speaks of: before it there is no figure, nor nought
  recordSince: string
  // times within the period for which an emergency record was in use (UTC ms), oldest first
  emergencies: readonly EmergencySpan[]
  position: number // of the record that they are drawn from
  at: number // the station's time (UTC ms) they were drawn at
}
export type PeriodReply = FiguresReply & {
  previous: PeriodStatistics // 环比
  lastYear: PeriodStatistics // 同比
  // the period runs: these are the same days as far as they have come, 1 to 26 October
  sameDays: boolean
  yearToDate: PeriodStatistics
  // thirteen whole months, the last one that of `to`
  trend: readonly { month: string; incidents: number }[]
}
/**
 * `times`: how many units of the figure this incident gives. `total`: the figure, the sum of all
 * `times`; `incidents`: how many rows there are without a limit.
 */
export type DrillDownReply = {
  rows: readonly (IncidentLine & { times: number })[]
  total: number
  incidents: number
  position: number
  at: number
}

/** Something has happened, or several things at one instant. */
export type Moment = { seq: number; at: number }

export const statistics = {
  'statistics/month': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ month: LocalMonth }),
    reply: reply<MonthStatistics>(),
  }),
  'statistics/period': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: period,
    reply: reply<PeriodReply>(),
  }),
  'statistics/figures': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: period,
    reply: reply<FiguresReply>(),
  }),
  'statistics/incidents': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: behind,
    reply: reply<DrillDownReply>(),
  }),
  'history/search': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: search,
    reply: reply<{ rows: readonly MatchedLine[]; next: string | null; total: number }>(),
  }),
  'history/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, plain: z.boolean().nullish() }),
    reply: reply<{
      incident: BoardIncident
      entries: readonly TimelineEntry[]
      alerts: readonly AlertRecord[]
      /** The corrective actions that come from it; absent where there are none. */
      actions?: readonly ActionRead[]
      supplies?: readonly IncidentIssueRead[]
      /** How many personal values and files of it were purged; absent where none were. */
      purged?: PurgedOnPaper
    }>(),
  }),
  /**
   * The moments of an incident in order: `seq` of the last event of each, and its instant (UTC ms).
   */
  'history/moments': defineRequest({
    kind: 'query',
    who: ['dispatcher', 'wall'],
    input: z.strictObject({ incidentId: Id, byType: ByType }),
    reply: reply<{ moments: readonly Moment[] }>(),
  }),
  /**
   * The board entry of an incident as it stood after the event `seq`, without personal values
   * for any caller: a replay is for teaching.
   */
  'history/at': defineRequest({
    kind: 'query',
    who: ['dispatcher', 'wall'],
    input: z.strictObject({ incidentId: Id, seq: z.int().min(1), byType: ByType }),
    reply: reply<{ incident: BoardIncident }>(),
  }),
}
