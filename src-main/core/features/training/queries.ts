/** Reads the training of the site: courses, sessions, who lacks what, and what is to be signed. */
import type {
  CourseRead,
  LearnerRead,
  PlanToSign,
  SessionRead,
  TrainingRead,
} from '#shared/contract/training.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { owedSignOffs } from '#shared/domain/sign-off/owed.ts'
import { yearToDate } from '#shared/domain/statistics/period.ts'
import { countedExams, type Course, type Exam } from '#shared/domain/training-course/course.ts'
import type { Session } from '#shared/domain/training-session/session.ts'
import { trainingOfPeriod, type TrainingState } from '#shared/domain/training/figures.ts'
import type { Learner } from '#shared/domain/training/learner.ts'
import { proposedCourse } from '#shared/domain/training/proposal.ts'
import { owedStandings } from '#shared/domain/training/standing.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { opened } from '../people/register.ts'
import { latestPlan } from '../plan/data.ts'
import { signOffsByPlan, timeAt, trainingState } from './data.ts'

const examRead = (
  { learner, id, takenAt, right, of, passed, paper, sessionId, at, by }: Exam,
  read: (of: Learner) => LearnerRead,
): CourseRead['exams'][number] => ({
  learner: read(learner),
  ...{ id, takenAt, right, of, passed, paper, sessionId, at, by },
})

function courseRead(
  course: Course,
  context: QueryContext,
  read: (of: Learner) => LearnerRead,
): CourseRead {
  const { id, title, words, planId, posts, everybody, months, remindDays } = course
  const { passMark, questions, ended } = course
  const nameOf = postNames(context)
  return {
    ...{ id, title, words, planId, everybody, months, remindDays, passMark, questions },
    ended: ended !== null,
    planTitle: planId === null ? null : (latestPlan(planId, context)?.title ?? null),
    posts: posts.map((post) => ({ id: post, name: nameOf(post) })),
    exams: countedExams(course).map((exam) => examRead(exam, read)),
  }
}

const sessionRead = (
  { id, courseId, heldAt, minutes, place, leader, attendees }: Session,
  read: (of: Learner) => LearnerRead,
): SessionRead => ({
  ...{ id, courseId, heldAt, minutes, place },
  leader: read(leader),
  attendees: attendees.map(read),
})

function plansToSign({ staff }: TrainingState, context: QueryContext): readonly PlanToSign[] {
  const { library, memory } = context
  const plans = library.plans()
  const owed = owedSignOffs(plans, staff, signOffsByPlan(context), memory.site.zone)
  const byPlan = Map.groupBy(owed, ({ planId }) => planId)
  return plans.flatMap(({ id, revision, title }) => {
    const readers = (byPlan.get(id) ?? []).map(({ personId, posts, state: signed, readOn }) => ({
      ...{ personId, posts, state: signed, readOn },
    }))
    return readers.length > 0 ? [{ planId: id, revision, title, readers }] : []
  })
}

const read: QueryHandler<'training/read'> = async (_input, context) => {
  const { memory } = context
  const now = context.now()
  const time = timeAt(context, now)
  const state = trainingState(context, now)
  const { courses, sessions, staff } = state
  await memory.fetchValues([courses, sessions, staff.map(({ person }) => person.name)])
  const nameOf = postNames(context)
  const learner = ({ personId, person }: Learner): LearnerRead => ({
    ...{ personId, name: memory.value(person) ?? '' },
  })
  const today = localDate(now, time.zone)
  const reply: TrainingRead = {
    ...{ today, usual: time.usual },
    persons: staff.map(({ person, posts }) => ({
      ...{ id: person.id, name: opened(person.name, context) },
      posts: [...posts].map(nameOf),
    })),
    courses: courses
      .map((course) => courseRead(course, context, learner))
      .sort((a, b) => Number(a.ended) - Number(b.ended) || (a.id < b.id ? -1 : 1)),
    sessions: sessions
      .filter(({ withdrawn }) => withdrawn === null)
      .sort((a, b) => b.heldAt - a.heldAt)
      .map((session) => sessionRead(session, learner)),
    owed: owedStandings(state, staff, time),
    plans: plansToSign(state, context),
    figures: trainingOfPeriod(state, yearToDate({ from: today, to: today }), time),
  }
  return { ok: true, reply }
}

const figures: QueryHandler<'training/figures'> = async ({ from, to }, context) => {
  const now = context.now()
  const state = trainingState(context, now)
  return { ok: true, reply: trainingOfPeriod(state, { from, to }, timeAt(context, now)) }
}

const proposal: QueryHandler<'training/proposal'> = async ({ planId }, context) => {
  const plan = latestPlan(planId, context)
  return plan
    ? { ok: true, reply: proposedCourse(plan, context.library.plans()) }
    : unknownPlan(planId)
}

export const trainingQueries = {
  'training/read': read,
  'training/figures': figures,
  'training/proposal': proposal,
}
