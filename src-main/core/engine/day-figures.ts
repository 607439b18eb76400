/**
 * Keeps the figures of single days at hand, month by month: a month is read from its stats when
 * somebody asks for it, and again only after something in it has changed. So a wall that shows
 * thirteen months costs the reading of the one that goes on.
 */
import {
  dayTallies,
  weekdayHours,
  type DayTallies,
  type WeekdayHours,
} from '#shared/domain/statistics/day-tallies.ts'
import type { Memory } from './memory.ts'
import type { Journal } from '../ports.ts'

export type MonthOfDays = { days: DayTallies; hours: WeekdayHours }

export type DayFigures = {
  /** A month `2026-11`, without these incidents, if any of them lies in it. */
  month: (month: string, without?: ReadonlySet<string>) => Promise<MonthOfDays>
}

type Known = { version: number; zone: string; read: Promise<MonthOfDays> }

const NOBODY: ReadonlySet<string> = new Set()

export function createDayFigures(
  memory: Pick<Memory, 'site' | 'monthVersion'>,
  journal: Pick<Journal, 'incidentStats'>,
): DayFigures {
  const known = new Map<string, Known>()

  async function read(month: string, without: ReadonlySet<string>): Promise<MonthOfDays> {
    const { zone } = memory.site
    const allStats = (await journal.incidentStats(month, month)).filter(
      ({ incidentId }) => !without.has(incidentId),
    )
    return { days: dayTallies(allStats, zone), hours: weekdayHours(allStats, zone) }
  }

  function whole(month: string): Promise<MonthOfDays> {
    const [version, { zone }] = [memory.monthVersion(month), memory.site]
    const before = known.get(month)
    if (before?.version === version && before.zone === zone) return before.read
    const next: Known = { version, zone, read: read(month, NOBODY) }
    known.set(month, next)
    // what could not be read is read again
    next.read.catch(() => {
      if (known.get(month) === next) known.delete(month)
    })
    return next.read
  }

  return {
    month: (month, without = NOBODY) => (without.size === 0 ? whole(month) : read(month, without)),
  }
}
