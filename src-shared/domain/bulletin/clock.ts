/**
 * How much of a clock of the law has gone, for the screens: marks on the way, and only the end
 * sounds (`rules/report-clocks.ts`).
 */
import type { BoardIncident } from '../board/types.ts'
import {
  isRunning,
  type ReportClock,
  type ReportClockKind,
} from '../incident/record/report-clocks.ts'

/** Marks on the way; only the end sounds. */
export const MARKS = [0.5, 0.8] as const

/** The clock of an incident that is to be seen: what runs, the first before the others. */
export function clockToSee({
  reportClocks = [],
}: Pick<BoardIncident, 'reportClocks'>): ReportClock | undefined {
  const of = (kind: ReportClockKind): ReportClock | undefined =>
    reportClocks.find((clock) => clock.kind === kind && isRunning(clock))
  return of('first') ?? of('changes') ?? of('followUp') ?? reportClocks[0]
}

/** How much of the time has gone at an instant (UTC ms), from 0 on; null once it is met or over. */
export const shareGone = (clock: ReportClock, now: number): number | null =>
  isRunning(clock) ? 1 - (clock.dueAt - now) / (clock.dueAt - clock.startedAt) : null
