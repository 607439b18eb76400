/**
 * Reads the month as a wall shows it: beside the same days of the month before and of last year's,
 * and day by day over thirteen months. All of it is added up from the tallies of single days.
 */
import type { CategoryCounts } from '#shared/contract/wall.ts'
import { localDate } from '#shared/domain/calendar.ts'
import {
  figuresIn,
  NO_HOURS,
  withHours,
  type DayTallies,
  type PeriodFigures,
} from '#shared/domain/statistics/day-tallies.ts'
import { datesFrom } from '#shared/domain/duty/roster.ts'
import {
  comparedWith,
  isRecorded,
  monthsOf,
  thirteenMonths,
  type Period,
} from '#shared/domain/statistics/period.ts'
import type { MonthOfDays } from '../../engine/day-figures.ts'
import { categoryNames } from '../../engine/known-names.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { recordedSince } from '../statistics/recorded-since.ts'
import { readSteadily } from '../statistics/steady-read.ts'
import { hiddenIn } from './hidden.ts'

type Compared = {
  now: PeriodFigures
  previous: PeriodFigures | null
  lastYear: PeriodFigures | null
}

/**
 * Those that have a count in any of the three; the others of the site would say nothing. What
 * counts this month stands first, each as the site has it, so that no bar changes its place because
 * another one has grown.
 */
function categoriesOf(
  { now, previous, lastYear }: Compared,
  { library }: Pick<QueryContext, 'library'>,
): readonly CategoryCounts[] {
  const nameOf = categoryNames(library)
  const countIn = (figures: PeriodFigures | null, code: string): number | null =>
    figures && (figures.byCategory[code] ?? 0)
  const counted = new Set(
    [now, previous, lastYear].flatMap((figures) => Object.keys(figures?.byCategory ?? {})),
  )
  const codes = new Set([...library.categories().map(({ code }) => code), ...counted])
  const categories = [...codes]
    .filter((code) => counted.has(code))
    .map((code) => ({
      code,
      name: nameOf(code),
      now: now.byCategory[code] ?? 0,
      previous: countIn(previous, code),
      lastYear: countIn(lastYear, code),
    }))
  return [
    ...categories.filter((category) => category.now > 0),
    ...categories.filter((category) => category.now === 0),
  ]
}

const joined = (months: readonly MonthOfDays[]): DayTallies =>
  new Map(months.flatMap(({ days }) => [...days]))

export const readMonth: QueryHandler<'wall/month'> = async (_input, context) => {
  const { memory, dayFigures, now, pause } = context
  const { zone } = memory.site
  const today = localDate(now(), zone)
  const trend: Period = { from: thirteenMonths(today).from, to: today }
  const read = async (): Promise<readonly MonthOfDays[]> => {
    const months: MonthOfDays[] = []
    for (const month of monthsOf(trend)) {
      months.push(await dayFigures.month(month, hiddenIn(month, context)))
      await pause()
    }
    return months
  }
  const { drawn: months } = await readSteadily(memory, read)
  const [at, recordSince] = [now(), await recordedSince(context)]
  const days = joined(months)
  const month: Period = { from: `${today.slice(0, 7)}-01`, to: thirteenMonths(today).to }
  const periods = comparedWith(month, today)
  const comparable = (period: Period): PeriodFigures | null =>
    isRecorded(period, recordSince) ? figuresIn(period, days, at) : null
  const compared: Compared = {
    now: figuresIn({ ...month, to: today }, days, at),
    previous: comparable(periods.previous),
    lastYear: comparable(periods.lastYear),
  }
  const dates = datesFrom(trend.from, trend.to)
  const drillsOf = (date: string): number => days.get(date)?.counts.drills ?? 0
  return {
    ok: true,
    reply: {
      ...compared,
      categories: categoriesOf(compared, context),
      drills: dates
        .filter((date) => date >= month.from)
        .reduce((sum, date) => sum + drillsOf(date), 0),
      byDay: {
        from: trend.from,
        incidents: dates.map((date) => days.get(date)?.counts.incidents ?? 0),
        drills: dates.map(drillsOf),
      },
      byWeekdayHour: months.reduce((sum, { hours }) => withHours(sum, hours), NO_HOURS),
      recordSince,
      at,
    },
  }
}
