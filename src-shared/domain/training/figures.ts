/** The figures of training in a period, once for every screen, report and file. */
import { localDate, startOfDate } from '../calendar.ts'
import { datePlus } from '../duty/roster.ts'
import type { SignOffs } from '../sign-off/sign-off.ts'
import type { Period } from '../statistics/period.ts'
import { countedExams } from '../training-course/course.ts'
import { isHeld } from '../training-session/session.ts'
import { learnerKey } from './learner.ts'
import {
  owedStandings,
  type Staff,
  type TrainingRecord as Courses,
  type TrainingTime,
} from './standing.ts'

/**
 * `sessions` held and their `minutes`; `attendances`: people at them, each session anew; `persons`:
 * the same, each once, with those who took an exam; `exams` taken, `passed` of them; `signedOff`:
 * sign-offs of plans; `lacking`: courses that are owed and expired or missing at the end of the
 * period, or now where it is not over, by the register as it is now.
 */
export type TrainingFigures = {
  sessions: number
  minutes: number
  attendances: number
  persons: number
  exams: number
  passed: number
  signedOff: number
  lacking: number
}

export type TrainingState = Courses & { signOffs: readonly SignOffs[]; staff: Staff }

/** Of a period of local days, both included. */
export function trainingOfPeriod(
  { courses, sessions, signOffs, staff }: TrainingState,
  { from, to }: Period,
  { now, zone, usual }: TrainingTime,
): TrainingFigures {
  const isIn = (at: number): boolean => {
    const day = localDate(at, zone)
    return from <= day && day <= to && at <= now
  }
  const past = sessions.filter((session) => isHeld(session, now) && isIn(session.heldAt))
  const exams = courses.flatMap(countedExams).filter(({ takenAt }) => isIn(takenAt))
  const learners = [
    ...past.flatMap(({ attendees }) => attendees),
    ...exams.map(({ learner }) => learner),
  ]
  const end = Math.min(now, startOfDate(datePlus(to, 1), zone) - 1)
  return {
    sessions: past.length,
    minutes: past.reduce((sum, { minutes }) => sum + minutes, 0),
    attendances: past.reduce((sum, { attendees }) => sum + attendees.length, 0),
    persons: new Set(learners.map(learnerKey)).size,
    exams: exams.length,
    passed: exams.filter(({ passed }) => passed).length,
    signedOff: signOffs.flatMap(({ signed }) => signed).filter(({ readAt }) => isIn(readAt)).length,
    lacking: owedStandings({ courses, sessions }, staff, { now: end, zone, usual }).filter(
      ({ state }) => state === 'missing' || state === 'expired',
    ).length,
  }
}
