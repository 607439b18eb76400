/**
 * A training course (培训课程) as it stands: what is taught, which posts owe it, how long it holds,
 * its questions, and every exam that was taken (S01-11, S02-23, S06-25, S08-26).
 */
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { isLearner, type Learner } from '../training/learner.ts'

/** `right`: the index of the right answer. */
export type ExamQuestion = { text: string; answers: readonly string[]; right: number }

/**
 * What a site says of a course, in its own words. `planId`: the plan that it is made from. `posts`:
 * whoever holds one of these owes it; `everybody`: all persons of the register do. `months`: after
 * so many it is to be repeated, 0: never; `remindDays`: so many days before it is shown as coming;
 * null: as the policy of training has it. `passMark`: right answers in percent that pass; without
 * questions attendance does.
 */
export type CourseWords = {
  title: string
  words: string
  planId: string | null
  posts: readonly string[]
  everybody: boolean
  months: number | null
  remindDays: number | null
  passMark: number
  questions: readonly ExamQuestion[]
}

/**
 * One try of the questions. `takenAt` in UTC ms; `paper`: on a sheet, and entered; `sessionId`: the
 * session that it belonged to. One that was withdrawn counts nowhere.
 */
export type Exam = {
  id: string
  learner: Learner
  takenAt: number
  right: number
  of: number
  passed: boolean
  paper: boolean
  sessionId: string | null
  at: number
  by: string
  withdrawn: { at: number; by: string; reason: Sealed } | null
}

/** `version`: events of the stream when this was folded. `ended`: nobody owes it any more. */
export type Course = CourseWords & {
  id: string
  version: number
  ended: { at: number; by: string; reason: Sealed } | null
  exams: readonly Exam[]
}

export const MONTHS_RANGE = [0, 120] as const
export const REMIND_RANGE = [0, 180] as const
export const PASS_RANGE = [1, 100] as const
export const MOST_QUESTIONS = 60
export const MOST_ANSWERS = 6
/** What passes unless the site says something else: a figure of ours, no rule's. */
export const USUAL_PASS_MARK = 80

/** How many right answers of so many pass. */
export const neededToPass = ({ passMark }: Pick<CourseWords, 'passMark'>, of: number): number =>
  Math.ceil((passMark * of) / 100)

/** Those that count. */
export const countedExams = ({ exams }: Pick<Course, 'exams'>): readonly Exam[] =>
  exams.filter(({ withdrawn }) => withdrawn === null)

const reasoned = is.fields<NonNullable<Course['ended']>>({
  at: is.number,
  by: is.words,
  reason: is.sealed,
})

export const isCourse: is.Form = is.fields<Course>({
  id: is.words,
  version: is.number,
  title: is.words,
  words: is.words,
  planId: is.orNull(is.words),
  posts: is.list(is.words),
  everybody: is.flag,
  months: is.orNull(is.number),
  remindDays: is.orNull(is.number),
  passMark: is.number,
  questions: is.list(
    is.fields<ExamQuestion>({
      text: is.words,
      answers: is.list(is.words),
      right: is.number,
    }),
  ),
  ended: is.orNull(reasoned),
  exams: is.list(
    is.fields<Exam>({
      id: is.words,
      learner: isLearner,
      takenAt: is.number,
      right: is.number,
      of: is.number,
      passed: is.flag,
      paper: is.flag,
      sessionId: is.orNull(is.words),
      at: is.number,
      by: is.words,
      withdrawn: is.orNull(reasoned),
    }),
  ),
})
