/**
 * The figures of checks in a period. They are no incidents: no filter concerns them, and a drill
 * has none.
 */
import { localDate, startOfDate } from '../calendar.ts'
import type { Checklist } from '../checklist/checklist.ts'
import type { Days } from '../checklist/slots.ts'
import {
  dueBefore,
  isActionOver,
  standingAt,
  type CorrectiveAction,
} from '../corrective-action/action.ts'
import { hazardOf } from '../corrective-action/hazard.ts'
import { datesFrom } from '../duty/roster.ts'
import { dayAfter, type Period } from '../statistics/period.ts'
import { failures, missedPoints, readBy, signOf, type Check } from './check.ts'
import { countingChecks, monthlyDues, slotStandings } from './due.ts'

/**
 * `done` + `missed` = `due`; `late`: of those done. `extra`: signed ones that were not due, as
 * before an event, or of months before their list was taken into use. `failed`: items that were not
 * good, `critical` of them; `pointsMissed`: of rounds that were signed. `hazards`: opened, `closed`
 * and, at the end, `left` and `overdue`.
 */
export type CheckFigures = {
  due: number
  done: number
  late: number
  missed: number
  extra: number
  failed: number
  critical: number
  pointsMissed: number
  hazards: { opened: number; major: number; closed: number; left: number; overdue: number }
}

type Of = {
  lists: readonly Checklist[]
  checks: Iterable<Check>
  actions: Iterable<CorrectiveAction>
}

type Dues = Pick<CheckFigures, 'due' | 'done' | 'late' | 'missed'>
const NONE: Dues = { due: 0, done: 0, late: 0, missed: 0 }
const sum = (a: Dues, b: Dues): Dues => ({
  due: a.due + b.due,
  done: a.done + b.done,
  late: a.late + b.late,
  missed: a.missed + b.missed,
})
const dueOf = (isDone: boolean, late: boolean): Dues => ({
  due: 1,
  done: isDone ? 1 : 0,
  late: isDone && late ? 1 : 0,
  missed: isDone ? 0 : 1,
})

/** `end`: the first instant that is no longer of the period, or now. */
function duesOf(
  list: Checklist,
  checks: readonly Check[],
  { from, to }: Period,
  { end, ...days }: Days & { end: number },
): Dues {
  const today = localDate(end - 1, days.zone)
  const signedBy = (at: number): readonly Check[] =>
    checks.filter((check) => (signOf(check)?.doneAt ?? Infinity) < at)
  const slots = datesFrom(from, to < today ? to : today)
    .flatMap((date) => slotStandings(list, signedBy(end), date, { now: end, ...days }))
    .filter(({ state, due }) => state !== 'coming' && (due < end || state === 'done'))
    .map(({ state }) => dueOf(state === 'done' || state === 'late', state === 'late'))
  const months = monthlyDues(list, signedBy(end), days.zone)
    .filter((each) => {
      const day = each.done !== null && each.done < each.due ? each.done : each.due
      return day >= from && day <= to && (each.done !== null || each.due < today)
    })
    .map(({ due, done }) => dueOf(done !== null, done !== null && done > due))
  return [...slots, ...months].reduce(sum, NONE)
}

function hazardFigures(
  actions: Iterable<CorrectiveAction>,
  { start, end, today }: { start: number; end: number; today: string },
): CheckFigures['hazards'] {
  const figures = { opened: 0, major: 0, closed: 0, left: 0, overdue: 0 }
  for (const action of actions) {
    const hazard = hazardOf(action)
    if (!hazard || action.openedAt >= end) continue
    if (action.openedAt >= start) {
      figures.opened += 1
      if (hazard.hazard === 'major') figures.major += 1
    }
    figures.closed += action.turns.filter(
      ({ to, at }) => to === 'closed' && at >= start && at < end,
    ).length
    const state = standingAt(action, end)
    if (isActionOver(state)) continue
    figures.left += 1
    if (state === 'open' && dueBefore(action, end) < today) figures.overdue += 1
  }
  return figures
}

/**
 * Of the local days of a period. What has not come yet by `now` (UTC ms) counts nowhere. A month
 * that has ended is the same whenever it is asked for.
 */
export function checksOfPeriod(
  { lists, checks, actions }: Of,
  period: Period,
  { now, zone, calendar }: Days & { now: number },
): CheckFigures {
  const start = startOfDate(period.from, zone)
  const end = Math.min(startOfDate(dayAfter(period.to), zone), now + 1)
  const all = [...checks]
  const figures = lists
    .map((list) => duesOf(list, countingChecks(all, list.id), period, { end, zone, calendar }))
    .reduce(sum, NONE)
  const byId = new Map(lists.map((list) => [list.id, list]))
  const signed = lists
    .flatMap(({ id }) => countingChecks(all, id))
    .filter((check) => {
      const at = signOf(check)?.doneAt ?? Infinity
      return at >= start && at < end
    })
  const ofMonths = new Set(
    lists.flatMap((list) =>
      monthlyDues(list, countingChecks(all, list.id), zone).flatMap(({ check }) => check ?? []),
    ),
  )
  const result = { extra: 0, failed: 0, critical: 0, pointsMissed: 0 }
  for (const check of signed) {
    const list = byId.get(check.checklistId)
    if (!list) continue
    const version = readBy(check, list)
    const failed = failures(check)
    const isCritical = new Set(version.items.filter((item) => item.critical).map(({ id }) => id))
    result.extra += check.due === null && !ofMonths.has(check) ? 1 : 0
    result.failed += failed.length
    result.critical += failed.filter(({ itemId }) => isCritical.has(itemId)).length
    result.pointsMissed += missedPoints(check, version).length
  }
  const today = localDate(end - 1, zone)
  return { ...figures, ...result, hazards: hazardFigures(actions, { start, end, today }) }
}
