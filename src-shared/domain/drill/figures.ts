/**
 * The figures of drills in a period. They are no incidents, and no figure of incidents has them: a
 * drill that was arranged is counted by its own record, once. No share is formed: done
 * and due are two counts.
 */
import { localDate } from '../calendar.ts'
import type { Period } from '../statistics/period.ts'
import { drilledIn, isHeld, stateOfDrill, type Drill, type DrillForm } from './drill.ts'
import type { DrillDue } from './due.ts'
import { GRADES, type Grade } from './scoring.ts'

/**
 * `held`: played to their end in the period, with a plan; `due`: plans whose drill falls due in it
 * or was overdue at its beginning; `done`: of these, drilled in it. `evaluated`, `acknowledged` (by
 * everybody), `reportedOut`: of those held. `findings` of those held.
 */
export type DrillFigures = {
  held: number
  brokenOff: number
  due: number
  done: number
  byForm: Readonly<Record<DrillForm, number>>
  byGrade: Readonly<Record<Grade, number>>
  evaluated: number
  acknowledged: number
  reportedOut: number
  findings: number
  participants: number
}

/** Everybody who took part was shown the report. */
export const isAcknowledged = ({ evaluation, participants, acknowledged }: Drill): boolean =>
  evaluation !== null && participants.every(({ id }) => acknowledged[id] !== undefined)

/**
 * Of the local days of a period in `zone`. `dueBefore`: what was due as it stood before the period
 * began ({@link drillsDue} over the drills of before).
 */
export function drillsOfPeriod(
  drills: readonly Drill[],
  dueBefore: readonly DrillDue[],
  period: Period,
  zone: string,
): DrillFigures {
  const startedWithin = drills.filter(({ started }) => {
    const day = started && localDate(started.at, zone)
    return day !== null && day >= period.from && day <= period.to
  })
  const counted = startedWithin.filter(isHeld)
  const due = dueBefore.filter((entry) => entry.due !== null && entry.due <= period.to)
  const isDone = ({ planId }: DrillDue): boolean =>
    counted.some((drill) => drilledIn(drill).includes(planId))
  const count = (test: (drill: Drill) => boolean): number => counted.filter(test).length
  const byForm = { desk: 0, function: 0, full: 0 }
  for (const { form } of counted) byForm[form] += 1
  const byGrade = Object.fromEntries(
    GRADES.map((grade) => [grade, count(({ evaluation }) => evaluation?.grade === grade)]),
  ) as Record<Grade, number>
  return {
    held: counted.length,
    brokenOff: startedWithin.filter((drill) => stateOfDrill(drill) === 'broken-off').length,
    due: due.length,
    done: due.filter(isDone).length,
    byForm,
    byGrade,
    evaluated: count(({ evaluation }) => evaluation !== null),
    acknowledged: count(isAcknowledged),
    reportedOut: count(({ reportedOut }) => reportedOut !== null),
    findings: counted.reduce(
      (sum, { findings }) => sum + findings.filter(({ withdrawn }) => !withdrawn).length,
      0,
    ),
    participants: counted.reduce((sum, { participants }) => sum + participants.length, 0),
  }
}
