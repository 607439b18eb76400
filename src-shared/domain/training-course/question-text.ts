/**
 * The questions of a course as people write them in one field: a question in its first line, an
 * answer a line below it with `-`, the right one with `+`; a blank line between questions.
 */
import { localized, type LocalizedText } from '../text.ts'
import { MOST_ANSWERS, type ExamQuestion } from './course.ts'

export const questionsText = (questions: readonly ExamQuestion[]): string =>
  questions
    .map(({ text, answers, right }) =>
      [text, ...answers.map((answer, index) => `${index === right ? '+' : '-'} ${answer}`)].join(
        '\n',
      ),
    )
    .join('\n\n')

const RIGHT = /^[+＋√✓]\s*/u
const WRONG = /^[-－–—·•]\s*/u

/** What is wrong with the first block that is no question; null: all are. */
export type ReadQuestions = {
  questions: readonly ExamQuestion[]
  fault: LocalizedText | null
}

function readBlock(lines: readonly string[], nth: number): ExamQuestion | LocalizedText {
  const [text = '', ...rest] = lines
  const answers = rest.map((line) => line.replace(RIGHT, '').replace(WRONG, '').trim())
  const right = rest.flatMap((line, index) => (RIGHT.test(line) ? [index] : []))
  if (rest.some((line) => !RIGHT.test(line) && !WRONG.test(line)))
    return localized(
      `第${nth}题：每个选项一行，行首写“-”，正确的写“+”`,
      `Question ${nth}: an answer a line, with "-" before it, the right one with "+"`,
    )
  if (answers.length < 2 || answers.length > MOST_ANSWERS || answers.includes(''))
    return localized(
      `第${nth}题：要有2到${MOST_ANSWERS}个选项`,
      `Question ${nth}: between 2 and ${MOST_ANSWERS} answers are needed`,
    )
  if (new Set(answers).size !== answers.length)
    return localized(`第${nth}题：有两个选项相同`, `Question ${nth}: two answers are the same`)
  return right.length === 1
    ? { text, answers, right: right[0] ?? 0 }
    : localized(
        `第${nth}题：正确的选项要有且只有一个，行首写“+”`,
        `Question ${nth}: mark just one answer as right with "+"`,
      )
}

export function readQuestions(text: string): ReadQuestions {
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
  const questions: ExamQuestion[] = []
  for (const [index, lines] of blocks.entries()) {
    const read = readBlock(lines, index + 1)
    if ('zh' in read) return { questions, fault: read }
    questions.push(read)
  }
  return { questions, fault: null }
}
