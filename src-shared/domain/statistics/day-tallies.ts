/**
 * The figures of single days, as tallies: added up they are those of any period, so that whoever
 * compares a month day by day need not read its incidents again. They count by the functions that
 * count everything else.
 */
import { localDate } from '../calendar.ts'
import type { LimitCounts } from './figures.ts'
import type { IncidentStats } from './incident-stats.ts'
import { COUNTS, isIn, timeTo, type CountMetric, type Frame } from './metrics.ts'
import { monthOfTally } from './month.ts'
import type { Period } from './period.ts'
import { spread } from './spread.ts'
import { NOTHING, tallyOf, withTally, type Counts, type Tally } from './tally.ts'

/**
 * What the incidents of one local date come to. `nudges.open`: when those that still run are due
 * (UTC ms), from then on each is late; `firstSteps`: ms from each report to its first step.
 */
export type DayTally = {
  counts: Tally
  nudges: { met: number; late: number; open: readonly number[] }
  firstSteps: readonly number[]
}
/** By local date; a day without incidents and drills is missing. */
export type DayTallies = ReadonlyMap<string, DayTally>

/** Incidents by weekday, Monday first, and hour of the day. */
export type WeekdayHours = readonly (readonly number[])[]

/** The figures of a period that day tallies have; what each is stands in definitions.ts. */
export type PeriodFigures = Period & {
  incidents: number
  byCategory: Counts
  limits: LimitCounts
  nudges: LimitCounts
  firstStep: { median: number | null; n: number }
}

/** Before anything is due by the clock alone. */
const frameIn = (zone: string): Frame => ({ now: -Infinity, zone, drill: false })

function dayTallyOf(allStats: readonly IncidentStats[], frame: Frame): DayTally {
  const count = (metric: CountMetric): number =>
    allStats.reduce((sum, stats) => sum + COUNTS[metric](stats, frame).length, 0)
  const counted = allStats.filter((stats) => isIn(stats, frame))
  return {
    counts: tallyOf(allStats),
    nudges: {
      met: count('nudges.met'),
      late: count('nudges.late'),
      open: counted.flatMap(({ nudges = [] }) =>
        nudges.flatMap(({ dueAt, doneAt, endedAt }) =>
          doneAt === null && endedAt === null ? [dueAt] : [],
        ),
      ),
    },
    firstSteps: counted.flatMap((stats) => timeTo('firstStep', stats) ?? []),
  }
}

/** By the local date in the zone on which each occurred, else was reported. */
export const dayTallies = (allStats: readonly IncidentStats[], zone: string): DayTallies =>
  new Map(
    [...Map.groupBy(allStats, ({ at }) => localDate(at, zone))].map(([date, ofDay]) => [
      date,
      dayTallyOf(ofDay, frameIn(zone)),
    ]),
  )

const HOURS = 24
const WEEKDAYS = 7
export const NO_HOURS: WeekdayHours = Array.from({ length: WEEKDAYS }, () =>
  Array<number>(HOURS).fill(0),
)

/** When these incidents occurred. */
export function weekdayHours(allStats: readonly IncidentStats[], zone: string): WeekdayHours {
  const hours = NO_HOURS.map((ofDay) => [...ofDay])
  for (const key of allStats.flatMap((stats) => COUNTS.byWeekdayHour(stats, frameIn(zone)))) {
    const [day = 0, hour = 0] = key.split('-').map(Number)
    const ofDay = hours[day]
    if (ofDay) ofDay[hour] = (ofDay[hour] ?? 0) + 1
  }
  return hours
}

export const withHours = (hours: WeekdayHours, more: WeekdayHours): WeekdayHours =>
  hours.map((ofDay, day) => ofDay.map((count, hour) => count + (more[day]?.[hour] ?? 0)))

/**
 * The figures of a period, both its dates included, as `periodStatistics` gives them. What still
 * runs is late from the instant `now` (UTC ms) at which it is due.
 */
export function figuresIn({ from, to }: Period, days: DayTallies, now: number): PeriodFigures {
  const ofPeriod = [...days].filter(([date]) => from <= date && date <= to).map(([, day]) => day)
  const tally = ofPeriod.reduce((sum, { counts }) => withTally(sum, counts, 1), NOTHING)
  const { incidents, byCategory, limits } = monthOfTally(from.slice(0, 7), tally, now)
  const total = (of: (day: DayTally) => number): number =>
    ofPeriod.reduce((sum, day) => sum + of(day), 0)
  const met = total(({ nudges }) => nudges.met)
  const late = total(
    ({ nudges }) => nudges.late + nudges.open.filter((dueAt) => now >= dueAt).length,
  )
  const { median, n } = spread(ofPeriod.flatMap(({ firstSteps }) => firstSteps))
  return {
    ...{ from, to, incidents, byCategory, limits },
    nudges: { due: met + late, met, late },
    firstStep: { median, n },
  }
}
