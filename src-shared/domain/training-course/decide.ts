/** Decides on a training course: its words, its end, exams taken at the console or on paper. */
import { isSame } from '../canonical.ts'
import { accept, unreachable, type Decision, type Meta, type Refusal } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import type { Learner } from '../training/learner.ts'
import { neededToPass, type Course, type CourseWords } from './course.ts'
import * as no from './refusals.ts'
import type { CourseEvent, ExamTaken } from './stream.ts'

export type SetCourse = { type: 'SetCourse'; isNew: boolean; words: CourseWords }
export type EndCourse = { type: 'EndCourse'; reason: Sealed }
/**
 * `answers`: by question the index that was chosen; null: on paper, with `right` of them right.
 * `of`: how many questions the sheet had; null: as the course has now. `takenAt` null: now.
 */
export type ExamSheet = {
  learner: Learner
  answers: readonly number[] | null
  right: number | null
  of: number | null
  takenAt: number | null
  sessionId: string | null
}
/** All of them, or none. */
export type TakeExams = { type: 'TakeExams'; sheets: readonly ExamSheet[] }
export type WithdrawExam = { type: 'WithdrawExam'; examId: string; reason: Sealed }
export type CourseCommand = SetCourse | EndCourse | TakeExams | WithdrawExam

type Decided = Decision<CourseEvent>

const wordsOf = ({
  title,
  words,
  planId,
  posts,
  everybody,
  months,
  remindDays,
  passMark,
  questions,
}: CourseWords): CourseWords => ({
  ...{ title, words, planId, posts, everybody, months, remindDays, passMark, questions },
})

function set(course: Course | null, { isNew, words }: SetCourse): Decided {
  if (!course && !isNew) return no.unknownCourse()
  const bad = words.questions.findIndex(
    ({ answers, right }) =>
      right >= answers.length || new Set(answers).size !== answers.length || answers.length < 2,
  )
  if (bad >= 0) return no.badQuestion(bad + 1)
  if (course && !course.ended && isSame(wordsOf(course), wordsOf(words))) return no.sameCourse()
  return accept({ type: 'CourseSet', ...wordsOf(words) })
}

/** How many are right, of how many. */
function marks(
  { questions }: Course,
  { answers, right, of }: ExamSheet,
): { ok: true; right: number; of: number } | Refusal {
  if (answers) {
    const count = questions.length
    if (count === 0) return no.noQuestions()
    if (answers.length !== count) return no.answersMissing(count)
    const isRight = questions.map((question, index) => question.right === answers[index])
    return { ok: true, right: isRight.filter(Boolean).length, of: count }
  }
  const count = of ?? questions.length
  if (count === 0) return no.noQuestions()
  return right === null || right > count
    ? no.rightOutOfRange(count)
    : { ok: true, right, of: count }
}

function take(course: Course, { sheets }: TakeExams, { at }: Meta): Decided {
  if (course.ended) return no.courseEnded()
  const taken: ExamTaken[] = []
  for (const sheet of sheets) {
    const { learner, answers, takenAt, sessionId } = sheet
    if (takenAt !== null && takenAt > at) return no.trainedAhead()
    const marked = marks(course, sheet)
    if (!marked.ok) return marked
    const { right, of } = marked
    taken.push({
      type: 'ExamTaken',
      examId: String(course.exams.length + taken.length + 1),
      ...{ learner, takenAt: takenAt ?? at, right, of, sessionId },
      ...{ passed: right >= neededToPass(course, of), paper: answers === null },
    })
  }
  return accept(...taken)
}

/**
 * Refused: a course that nobody set (`unknown-course`); a question whose right answer is none of
 * its answers, an exam that leaves questions out or lies ahead of now (`bad-input`); what it says
 * already (`no-change`); an exam of a course that has ended (`course-ended`) or has no questions
 * (`no-questions`); an exam that is not there (`unknown-exam`).
 */
export function decideCourse(course: Course | null, command: CourseCommand, meta: Meta): Decided {
  if (command.type === 'SetCourse') return set(course, command)
  if (!course) return no.unknownCourse()
  switch (command.type) {
    case 'EndCourse':
      return course.ended
        ? no.courseEnded()
        : accept({ type: 'CourseEnded', reason: command.reason })
    case 'TakeExams':
      return take(course, command, meta)
    case 'WithdrawExam': {
      const exam = course.exams.find(({ id }) => id === command.examId)
      return exam && exam.withdrawn === null
        ? accept({ type: 'ExamWithdrawn', examId: exam.id, reason: command.reason })
        : no.unknownExam()
    }
    default:
      return unreachable(command)
  }
}
