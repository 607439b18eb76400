/** The streams of training courses, one for each: its words, its end, and the exams taken in it. */
import { unreachable, type Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isCourse, type Course, type CourseWords, type Exam } from './course.ts'

export type CourseSet = { type: 'CourseSet' } & CourseWords
export type CourseEnded = { type: 'CourseEnded'; reason: Sealed }
/** `examId`: the nth of the course. */
export type ExamTaken = {
  type: 'ExamTaken'
  examId: string
} & Pick<Exam, 'learner' | 'takenAt' | 'right' | 'of' | 'passed' | 'paper' | 'sessionId'>
export type ExamWithdrawn = { type: 'ExamWithdrawn'; examId: string; reason: Sealed }
export type CourseEvent = CourseSet | CourseEnded | ExamTaken | ExamWithdrawn

export type CourseState = { id: string; course: Course | null }

function set(id: string, before: Course | null, event: Recorded<CourseSet>): Course {
  const words = bodyOf(event) as CourseWords
  return {
    ...{ id, version: 0, exams: [], ...before },
    ...words,
    ended: null, // one that is set again is owed again
  }
}

function changed(course: Course, event: Recorded<Exclude<CourseEvent, CourseSet>>): Course {
  const { at, by } = event
  switch (event.type) {
    case 'CourseEnded':
      return { ...course, ended: { at, by, reason: event.reason } }
    case 'ExamTaken': {
      const { examId, learner, takenAt, right, of, passed, paper, sessionId } = event
      const exam = { learner, takenAt, right, of, passed, paper, sessionId }
      return {
        ...course,
        exams: [...course.exams, { id: examId, ...exam, at, by, withdrawn: null }],
      }
    }
    case 'ExamWithdrawn':
      return {
        ...course,
        exams: course.exams.map((exam) =>
          exam.id === event.examId
            ? { ...exam, withdrawn: { at, by, reason: event.reason } }
            : exam,
        ),
      }
    default:
      return unreachable(event)
  }
}

export const courseStream = defineStream<CourseState, CourseEvent, { 'training-course': Course }>({
  name: 'training-course.',
  initial: (id) => ({ id, course: null }),
  evolve({ id, course }, event) {
    const after =
      event.type === 'CourseSet' ? set(id, course, event) : course && changed(course, event)
    return { id, course: after && { ...after, version: (course?.version ?? 0) + 1 } }
  },
  documents: {
    'training-course': {
      of: ({ course }) => course,
      name: localized('培训课程', 'training courses'),
      hasForm: (body, id) => isCourse(body) && (body as Course).id === id,
    },
  },
  version: ({ course }) => course?.version ?? 0,
})
