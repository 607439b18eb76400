/**
 * The figures of corrective actions in a period. They are no incidents: no filter concerns them,
 * and what becomes of one counts in the period in which it happens.
 */
import { localDate, startOfDate } from '../calendar.ts'
import {
  dueBefore,
  isActionOver,
  standingAt,
  type ActionTurn,
  type CorrectiveAction,
} from '../corrective-action/action.ts'
import { dayAfter, type Period } from './period.ts'

/**
 * `carried` + `opened` + `reopened` − `closed` − `withdrawn` = `left`. `late`: of those closed;
 * `waiting` and `overdue`: of those left.
 */
export type ActionFigures = {
  carried: number
  opened: number
  reopened: number
  closed: number
  late: number
  withdrawn: number
  left: number
  waiting: number
  overdue: number
}

export const NO_ACTION_FIGURES: ActionFigures = {
  carried: 0,
  opened: 0,
  reopened: 0,
  closed: 0,
  late: 0,
  withdrawn: 0,
  left: 0,
  waiting: 0,
  overdue: 0,
}

/** Whether it was done after its day, as that stood when it was told. */
function isClosedLate(
  { turns, due, moved }: CorrectiveAction,
  closed: ActionTurn,
  zone: string,
): boolean {
  const done = turns.slice(0, turns.indexOf(closed)).findLast((turn) => turn.to === 'done')
  return done?.to === 'done' && localDate(done.doneAt, zone) > dueBefore({ due, moved }, done.at)
}

/**
 * Of the local days of a period in `zone`. What has not come yet by `now` (UTC ms) counts nowhere:
 * of a period that runs, `left`, `waiting` and `overdue` are as of now.
 */
export function actionFigures(
  actions: Iterable<CorrectiveAction>,
  { from, to }: Period,
  { now, zone }: { now: number; zone: string },
): ActionFigures {
  const start = startOfDate(from, zone)
  const end = Math.min(startOfDate(dayAfter(to), zone), now + 1)
  const isWithin = (at: number): boolean => at >= start && at < end
  const figures = { ...NO_ACTION_FIGURES }
  const today = localDate(end - 1, zone)
  for (const action of actions) {
    const { openedAt, turns } = action
    if (openedAt >= end) continue
    if (openedAt < start && !isActionOver(standingAt(action, start))) figures.carried += 1
    if (isWithin(openedAt)) figures.opened += 1
    for (const turn of turns) {
      if (!isWithin(turn.at)) continue
      const before = turns[turns.indexOf(turn) - 1]?.to ?? 'open'
      if (turn.to === 'closed') {
        figures.closed += 1
        if (isClosedLate(action, turn, zone)) figures.late += 1
      }
      if (turn.to === 'withdrawn') figures.withdrawn += 1
      if (turn.to === 'open' && before === 'closed') figures.reopened += 1
    }
    const state = standingAt(action, end)
    if (isActionOver(state)) continue
    figures.left += 1
    if (state === 'done') figures.waiting += 1
    if (state === 'open' && dueBefore(action, end) < today) figures.overdue += 1
  }
  return figures
}
