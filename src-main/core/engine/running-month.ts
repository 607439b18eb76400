/**
 * The figures of the current month at hand, kept with every commit: each push shows them, and a
 * month may have hundreds of incidents.
 */
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import {
  isSameTally,
  NOTHING,
  tallyOf,
  tallyOfOne,
  withChange,
  withTally,
  type Tally,
} from '#shared/domain/statistics/tally.ts'
import type { Journal } from '../ports.ts'

export type RunningMonth = {
  /** The month whose figures are at hand: the current one as soon as `turn` has read it. */
  current: () => { month: string; tally: Tally }
  /** The same without these incidents. */
  without: (ids: Iterable<string>) => { month: string; tally: Tally }
  /** Takes over the stats of an incident as a commit has saved them. */
  count: (stats: IncidentStats) => void
  /** Reads the month again. */
  recount: () => Promise<void>
  /** Resolves when this month is at hand: true for the first who asked for one that has begun. */
  turn: (month: string) => Promise<boolean>
}

/** A month that is being read, and what is saved in the meantime. */
type Coming = {
  month: string
  statsById: Map<string, IncidentStats>
  gone: Set<string> // into another month, as their occurrence was put right
  read: Promise<boolean>
}

/** Nothing is at hand before the first `recount`. */
export function createRunningMonth(
  journal: Pick<Journal, 'incidentStats'>,
  first: string,
): RunningMonth {
  let month = first
  let statsById = new Map<string, IncidentStats>()
  let tally = NOTHING
  let coming: Coming | null = null

  function hold(next: Map<string, IncidentStats>): void {
    statsById = next
    tally = tallyOf([...next.values()])
  }

  function uncount(id: string): void {
    const before = statsById.get(id)
    if (before) tally = withTally(tally, tallyOfOne(before), -1)
    statsById.delete(id)
  }

  function countComing(stats: IncidentStats): void {
    if (!coming) return
    const { incidentId } = stats
    if (stats.month === coming.month) {
      coming.statsById.set(incidentId, stats)
      coming.gone.delete(incidentId)
    } else {
      coming.statsById.delete(incidentId)
      coming.gone.add(incidentId)
    }
  }

  async function readComing(next: Coming): Promise<boolean> {
    try {
      const read = await journal.incidentStats(next.month, next.month)
      if (coming !== next) return false // the clock has been put to yet another month
      const still = read.filter(({ incidentId }) => !next.gone.has(incidentId))
      hold(
        new Map([...still.map((stats) => [stats.incidentId, stats] as const), ...next.statsById]),
      )
      month = next.month
      return true
    } finally {
      if (coming === next) coming = null
    }
  }

  return {
    current: () => ({ month, tally }),
    without(ids) {
      const left = [...ids].flatMap((id) => statsById.get(id) ?? [])
      return { month, tally: left.length === 0 ? tally : withTally(tally, tallyOf(left), -1) }
    },
    count(stats) {
      const before = statsById.get(stats.incidentId)
      if (stats.month !== month) uncount(stats.incidentId)
      else {
        const after = tallyOfOne(stats, before)
        if (!before) tally = withTally(tally, after, 1)
        // most of what a desk does changes no figure
        else if (!isSameTally(tallyOfOne(before), after))
          tally = withChange(tally, tallyOfOne(before), after)
        statsById.set(stats.incidentId, stats)
      }
      countComing(stats)
    },
    async recount() {
      const read = await journal.incidentStats(month, month)
      hold(new Map(read.map((stats) => [stats.incidentId, stats])))
    },
    async turn(current) {
      if (current === month) return false
      if (current === coming?.month) return coming.read.then(() => false)
      const next: Coming = {
        month: current,
        statsById: new Map(),
        gone: new Set(),
        read: Promise.resolve(true),
      }
      coming = next
      next.read = readComing(next)
      return next.read
    },
  }
}
