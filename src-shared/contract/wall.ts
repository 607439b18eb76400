/**
 * What a wall asks the station for, since no push brings it: whether the site can respond, what
 * comes due, and the month with what it is compared with.
 */
import { z } from 'zod'
import type { Means, RequiredPresence } from '../domain/readiness/can-respond.ts'
import type { BriefLine } from '../domain/readiness/brief.ts'
import type { ObligationCounts } from '../domain/readiness/obligation.ts'
import type { PeriodFigures, WeekdayHours } from '../domain/statistics/day-tallies.ts'
import type { SinceYesterday } from '../domain/statistics/since-yesterday.ts'
import type { LocalizedText } from '../domain/text.ts'
import { ByType, Id, reply } from './parts.ts'
import type { FloorPlanRead } from './places.ts'
import { defineRequest } from './request.ts'

/**
 * A required post with who is there. `isCovered`: all of them stand in for others. `until`: when
 * their shift ends (UTC ms); null: no shift names the post.
 */
export type RequiredPostRead = RequiredPresence & {
  name: LocalizedText
  people: readonly string[]
  isCovered: boolean
  until: number | null
}
/** A line of what comes due, or of days off. */
export type ComingDateRead = BriefLine

/**
 * `means`: null for a public wall, which learns nothing of who is there and what lacks; it has no
 * `dates` and no counts of what is due either. `at`: the station's time (UTC ms) this was read at.
 */
export type WallCalm = {
  at: number
  means: (Omit<Means, 'posts'> & { posts: readonly RequiredPostRead[] | null }) | null
  dates: readonly ComingDateRead[] // worst first
  due: ObligationCounts | null
  since: SinceYesterday
}

/** How many incidents of a category; null where there is nothing to compare with. */
export type CategoryCounts = {
  code: string
  name: LocalizedText
  now: number
  previous: number | null
  lastYear: number | null
}
/**
 * This month as far as it has come. `previous`, `lastYear`: the same days of the month before and
 * of last year's, null where the record does not go back so far. `categories`: those that have a
 * count, in the order of the site, those without one this month after the others. `byDay`: every
 * day of thirteen months from the local date `from` to today. `byWeekdayHour`: of the same days,
 * Monday first. `recordSince`: the first month (2026-08) that the record speaks of.
 */
export type WallMonth = {
  now: PeriodFigures
  previous: PeriodFigures | null
  lastYear: PeriodFigures | null
  categories: readonly CategoryCounts[]
  drills: number
  byDay: { from: string; incidents: readonly number[]; drills: readonly number[] }
  byWeekdayHour: WeekdayHours
  recordSince: string
  at: number // the station's time (UTC ms) this was read at
}

/** What was nothing once may be left out. */
const Shown = z.union([z.undefined(), z.null(), z.strictObject({ byType: ByType })]).optional()

export const wallRequests = {
  'wall/calm': defineRequest({
    kind: 'query',
    who: ['dispatcher', 'wall'],
    input: Shown,
    reply: reply<WallCalm>(),
  }),
  'wall/month': defineRequest({
    kind: 'query',
    who: ['dispatcher', 'wall'],
    input: Shown,
    reply: reply<WallMonth>(),
  }),
  /** Null: the place has none. A public wall has no homes on it. */
  'wall/floor-plan': defineRequest({
    kind: 'query',
    who: ['dispatcher', 'wall'],
    input: z.strictObject({ placeId: Id }),
    reply: reply<FloorPlanRead | null>(),
  }),
}
