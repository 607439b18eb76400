/** Makes contacts of the rows of a list: bodies and persons outside, with their numbers. */
import { proposeCode, readYes, type Choice } from '../import/values.ts'
import {
  listQuestions,
  longFaults,
  numbersOf,
  placeOf,
  textOf,
  type ListFault,
  type ListQuestion,
} from './list-rows.ts'
import type { ListSheet } from './lists.ts'
import type { ListedNumber } from './numbers.ts'
import { plainText } from './sheet.ts'

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
/** Written values → codes; under the empty text the category of rows that have none. */
export type CodeAnswers = ReadonlyMap<string, string>
type Outcome<T> = {
  rows: readonly T[]
  questions: readonly ListQuestion[]
  faults: readonly ListFault[]
}

const ALL_HOURS = /^(?:24\s*(?:小时|h|hours?)?|全天|昼夜|全天候)$/i

/** Which choice a value names, by itself or as somebody has answered; null: it has to be asked. */
export function chosenOf(
  value: string,
  choices: readonly Choice[],
  answers: CodeAnswers,
): Choice | null {
  const code = answers.get(plainText(value)) ?? (value === '' ? null : proposeCode(value, choices))
  return choices.find((choice) => choice.code === code) ?? null
}

/** `categories`: what a contact may be, with its names. */
export function contactRows(
  list: ListSheet,
  categories: readonly Choice[],
  answers: CodeAnswers,
): Outcome<ContactRow> {
  const { ask, questions } = listQuestions()
  const faults: ListFault[] = []
  const rows = list.rows.flatMap((row): ContactRow[] => {
    const text = (field: Parameters<typeof textOf>[1]): string => textOf(row, field).trim()
    const { numbers, faults: bad } = numbersOf(row)
    const name = text('name').replace(/\s+/g, ' ')
    // a category without anybody, as a table to fill in has it
    if (name === '' && numbers.length === 0 && bad.length === 0) return []
    const wrong: ListFault[] = [...longFaults(row), ...bad]
    if (name === '')
      wrong.push({ at: placeOf(row, 'name'), field: 'name', value: '', code: 'name-missing' })
    const allHours = ALL_HOURS.test(text('allHours')) ? true : readYes(text('allHours'))
    if (allHours === null)
      wrong.push({
        at: placeOf(row, 'allHours'),
        field: 'allHours',
        value: text('allHours'),
        code: 'yes-bad',
      })
    const category = chosenOf(text('category'), categories, answers)
    if (category === null)
      ask({
        kind: 'category',
        key: plainText(text('category')),
        text: text('category'),
        at: placeOf(row, 'category'),
        candidates: [],
      })
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
