/** When drills are due at this site, and the figures of drills in a period, for page and papers. */
import { startOfDate } from '#shared/domain/calendar.ts'
import type { Drill } from '#shared/domain/drill/drill.ts'
import {
  duesOfPlans,
  heldBefore,
  type DrilledPlan,
  type DueView,
} from '#shared/domain/drill/due.ts'
import { drillsOfPeriod, type DrillFigures } from '#shared/domain/drill/figures.ts'
import type { Period } from '#shared/domain/statistics/period.ts'
import type { QueryContext } from '../handler.ts'
import { readinessAround } from '../readiness/around.ts'
import { sinceOf } from './since.ts'

/** `today`: local date of the site. */
export const dueViewOf = (context: QueryContext): DueView & { today: string } => {
  const { policies, calendar, zone, today } = readinessAround(context)
  return { policies, calendar, zone, today, since: sinceOf(context) }
}

/**
 * Of the local days of a period; what was due in it is as it stood when it began. `drills`: those
 * of the record, as it is now or as it was at a position of it. `plans`: those to be drilled.
 */
export function drillFigures(
  drills: readonly Drill[],
  period: Period,
  view: DueView,
  plans: readonly DrilledPlan[],
): DrillFigures {
  const before = heldBefore(drills, startOfDate(period.from, view.zone))
  const due = duesOfPlans(plans, before, view)
  return drillsOfPeriod(drills, due, period, view.zone)
}
