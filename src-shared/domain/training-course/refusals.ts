/** Why something is not done with a training course, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'

export const unknownCourse = (): Refusal =>
  refuse('unknown-course', localized('没有这门课程', 'There is no such course'))
export const courseEnded = (): Refusal =>
  refuse(
    'course-ended',
    localized(
      '课程已停开；要再开，先打开课程并保存',
      'The course has ended: to hold it again, open it and save it',
    ),
  )
export const sameCourse = (): Refusal =>
  refuse('no-change', localized('内容没有变', 'It says this already'))
export const noQuestions = (): Refusal =>
  refuse(
    'no-questions',
    localized(
      '这门课没有考题：先在课程里加上',
      'The course has no questions: add some to it first',
    ),
  )
export const badQuestion = (nth: number): Refusal =>
  refuse(
    'bad-input',
    localized(
      `第${nth}题的正确答案不在选项里，或有两个选项相同`,
      `Question ${nth}: the right answer is none of its answers, or two answers are the same`,
    ),
    ['questions'],
  )
export const answersMissing = (of: number): Refusal =>
  refuse('bad-input', localized(`要答满${of}题`, `Answer all ${of} questions`), ['answers'])
export const rightOutOfRange = (of: number): Refusal =>
  refuse(
    'bad-input',
    localized(`答对的题数须在0到${of}之间`, `\`right\` must be between 0 and ${of}`),
    ['right'],
  )
export const trainedAhead = (): Refusal =>
  refuse('bad-input', localized('时间不能晚于现在', '`at` must not lie ahead of now'), ['at'])
export const unknownExam = (): Refusal =>
  refuse(
    'unknown-exam',
    localized('没有这次考试，或已作废', 'There is no such exam, or it was withdrawn'),
  )
