/** Makes contacts of the rows of a list: bodies and persons outside, with their numbers. */
import { readYes, type Choice } from '../import/values.ts'
import {
  chooseOrAsk,
  listQuestions,
  numbersOf,
  rowReader,
  type CodeAnswers,
  type ListFault,
  type ListQuestion,
} from './list-rows.ts'
import type { ListSheet } from './lists.ts'
import type { ListedNumber } from './numbers.ts'

/** As it is sent; `category` by its name. What the file has no column for is left out. */
export type ContactRow = {
  row: number
  name: string
  category: string
  numbers: readonly ListedNumber[]
  allHours?: boolean
  place?: string
  note?: string
}
type Outcome<T> = {
  rows: readonly T[]
  questions: readonly ListQuestion[]
  faults: readonly ListFault[]
}

const ALL_HOURS = /^(?:24\s*(?:小时|h|hours?)?|全天|昼夜|全天候)$/i

/** `categories`: what a contact may be, with its names. */
export function contactRows(
  list: ListSheet,
  categories: readonly Choice[],
  answers: CodeAnswers,
): Outcome<ContactRow> {
  const { ask, questions } = listQuestions()
  const faults: ListFault[] = []
  const rows = list.rows.flatMap((row): ContactRow[] => {
    const { text, name, wrong, fail } = rowReader(row)
    const { numbers, faults: bad } = numbersOf(row)
    // a category without anybody, as a table to fill in has it
    if (name === '' && numbers.length === 0 && bad.length === 0) return []
    wrong.push(...bad)
    if (name === '') fail('name', 'name-missing')
    const allHours = ALL_HOURS.test(text('allHours')) ? true : readYes(text('allHours'))
    if (allHours === null) fail('allHours', 'yes-bad')
    const category = chooseOrAsk(row, 'category', { choices: categories, answers }, ask)
    faults.push(...wrong)
    if (wrong.length > 0 || category === null) return []
    // who answers there is told with the note
    const remark = [text('person') && `联系人：${text('person')}`, text('note')]
      .filter((part) => part !== '')
      .join('；')
    const { mapping } = list
    return [
      {
        row: row.row,
        name,
        category: category.names[0]?.zh ?? category.code,
        numbers,
        ...(mapping.allHours !== undefined && { allHours: allHours ?? false }),
        ...(mapping.place !== undefined && text('place') !== '' && { place: text('place') }),
        ...((mapping.note ?? mapping.person) !== undefined && { note: remark }),
      },
    ]
  })
  return { rows, questions: [...questions.values()], faults }
}
