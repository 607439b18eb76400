/** What of the corrective actions belongs into the report of a month, as they stood at its end. */
import { localDate, startOfDate } from '#shared/domain/calendar.ts'
import {
  actionBefore,
  isActionOver,
  sortedActions,
  standingAt,
  type CorrectiveAction,
} from '#shared/domain/corrective-action/action.ts'
import type { MonthReportData } from '#shared/domain/monthly-report/data.ts'
import { actionFigures } from '#shared/domain/statistics/actions.ts'
import { dayAfter, type Period } from '#shared/domain/statistics/period.ts'
import { drawnActions, type ActionsAround } from '../action/queries.ts'

/** `at`: as of when it is drawn (UTC ms). */
export async function monthActions(
  actions: readonly CorrectiveAction[],
  { from, to }: Period,
  { at, zone }: { at: number; zone: string },
  context: ActionsAround,
): Promise<MonthReportData['actions']> {
  const start = startOfDate(from, zone)
  const end = Math.min(startOfDate(dayAfter(to), zone), at + 1)
  const today = localDate(end - 1, zone)
  const concerned = actions
    .flatMap((action) => actionBefore(action, end) ?? [])
    .filter(
      (action) => !isActionOver(standingAt(action)) || (action.turns.at(-1)?.at ?? 0) >= start,
    )
  return {
    figures: actionFigures(actions, { from, to }, { now: at, zone }),
    rows: await drawnActions(sortedActions(concerned, today), today, context),
  }
}
