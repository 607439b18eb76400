/** Handlers of training courses, sessions and exams: from the input to what the rules decide. */
import type { Refusal } from '#shared/domain/decision.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { unknownPosts } from '#shared/domain/roster/refusals.ts'
import type { CourseWords } from '#shared/domain/training-course/course.ts'
import { decideCourse, type CourseCommand } from '#shared/domain/training-course/decide.ts'
import { courseStream, type ExamTaken } from '#shared/domain/training-course/stream.ts'
import { decideSession, type SessionCommand } from '#shared/domain/training-session/decide.ts'
import { sessionStream } from '#shared/domain/training-session/stream.ts'
import { unknownTraining } from '#shared/domain/training-session/decide.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { sealer, type CommandContext, type Handler, type Sealing } from '../handler.ts'
import { withSeals } from '../contacts/sealing.ts'
import { sitePostIds, staffPostIds } from '../people/register.ts'
import { latestPlan } from '../plan/data.ts'
import { learnerOf, learnersOf, refusedLearners } from './data.ts'

/** A command on a course, its personal values sealed with those of the course. */
export function decidedCourse(
  courseId: string,
  command: (sealing: Sealing) => CourseCommand,
  { memory, meta, vault }: CommandContext,
  reply: (changes: Changes) => Json = () => ({}),
): Changes | Refusal {
  const { seals, ...sealing } = sealer(vault, courseStream.nameOf(courseId))
  const course = memory.documents.get('training-course', courseId)
  const decision = decideCourse(course, command(sealing), meta)
  const state = { id: courseId, course }
  const changes = recordDecision(courseStream, courseId, state, decision, meta)
  return changes.ok ? { ...withSeals(changes, seals), reply: reply(changes) } : changes
}

/** The same of a session. */
export function decidedSession(
  sessionId: string,
  command: (sealing: Sealing) => SessionCommand,
  { memory, meta, vault }: CommandContext,
  reply: Json = {},
): Changes | Refusal {
  const { seals, ...sealing } = sealer(vault, sessionStream.nameOf(sessionId))
  const session = memory.documents.get('training-session', sessionId)
  const ordered = command(sealing)
  const courseId = ordered.type === 'SetSession' ? ordered.words.courseId : session?.courseId
  const course = memory.documents.get('training-course', courseId ?? '')
  const decision = decideSession(session, ordered, meta, {
    course: course ? (course.ended ? 'ended' : 'open') : 'none',
    zone: memory.site.zone,
  })
  const state = { id: sessionId, session }
  const changes = recordDecision(sessionStream, sessionId, state, decision, meta, reply)
  return changes.ok ? withSeals(changes, seals) : changes
}

const setCourse: Handler<'training/course-set'> = async (input, context) => {
  const { id, planId = null, everybody = false, months = null, remindDays = null, ...rest } = input
  if (planId && !latestPlan(planId, context)) return unknownPlan(planId)
  const known = new Set([...sitePostIds(context), ...staffPostIds(context)])
  const before = id ? context.memory.documents.get('training-course', id) : null
  const strangers = rest.posts.filter((post) => !known.has(post) && !before?.posts.includes(post))
  if (strangers.length > 0) return unknownPosts(strangers)
  const words: CourseWords = {
    ...rest,
    posts: [...new Set(rest.posts)],
    ...{ planId, everybody, months, remindDays },
  }
  const courseId = id ?? context.vault.id(context.meta.at)
  return decidedCourse(
    courseId,
    () => ({ type: 'SetCourse', isNew: !id, words }),
    context,
    () => ({ courseId }),
  )
}

const endCourse: Handler<'training/course-end'> = async ({ courseId, reason }, context) =>
  decidedCourse(courseId, ({ seal }) => ({ type: 'EndCourse', reason: seal(reason) }), context)

const setSession: Handler<'training/session-set'> = async (input, context) => {
  const { id, courseId, heldAt, minutes, place, leader, attendees } = input
  const refused = refusedLearners([leader, ...attendees], context)
  if (refused) return refused
  const { memory, meta, vault } = context
  const before = id ? memory.documents.get('training-session', id) : null
  await memory.fetchValues(before)
  const sessionId = id ?? vault.id(meta.at)
  return decidedSession(
    sessionId,
    (sealing) => {
      const known = before?.attendees ?? []
      return {
        ...{ type: 'SetSession', isNew: !id },
        words: {
          ...{ courseId, heldAt, minutes, place },
          leader: learnerOf(leader, before ? [before.leader] : [], sealing, context),
          attendees: learnersOf(attendees, known, sealing, context),
        },
      }
    },
    context,
    { sessionId },
  )
}

const withdrawSession: Handler<'training/session-withdraw'> = async (input, context) =>
  decidedSession(
    input.sessionId,
    ({ seal }) => ({ type: 'WithdrawSession', reason: seal(input.reason) }),
    context,
  )

const takeExam: Handler<'training/exam'> = async (input, context) => {
  const { courseId, learner, answers = null, right = null, of = null, at = null } = input
  const { sessionId = null } = input
  const refused = refusedLearners([learner], context)
  if (refused) return refused
  if (sessionId && !context.memory.documents.get('training-session', sessionId))
    return unknownTraining()
  return decidedCourse(
    courseId,
    (sealing) => ({
      type: 'TakeExams',
      sheets: [
        {
          learner: learnerOf(learner, [], sealing, context),
          ...{ answers, right, of, takenAt: at, sessionId },
        },
      ],
    }),
    context,
    ({ events }) => {
      const taken = events[0]?.body as unknown as ExamTaken
      return { examId: taken.examId, right: taken.right, of: taken.of, passed: taken.passed }
    },
  )
}

const withdrawExam: Handler<'training/exam-withdraw'> = async (input, context) => {
  const { courseId, examId, reason } = input
  return decidedCourse(
    courseId,
    ({ seal }) => ({ type: 'WithdrawExam', examId, reason: seal(reason) }),
    context,
  )
}

export const trainingCommands = {
  'training/course-set': setCourse,
  'training/course-end': endCourse,
  'training/session-set': setSession,
  'training/session-withdraw': withdrawSession,
  'training/exam': takeExam,
  'training/exam-withdraw': withdrawExam,
}
