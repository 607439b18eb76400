/** Makes places of the rows of a list: halls, floors, rooms, and estates with their customers. */
import { readCount, readYes, type Choice } from '../import/values.ts'
import {
  chooseOrAsk,
  listQuestions,
  rowReader,
  valuesIn,
  type CodeAnswers,
  type ListFault,
  type ListQuestion,
} from './list-rows.ts'
import type { ListSheet } from './lists.ts'

/** As it is sent; kinds, places and contacts by their names. What has no column is left out. */
export type PlaceRow = {
  row: number
  name: string
  kind?: string
  size?: number
  within?: string
  aliases?: readonly string[]
  area?: string
  private?: boolean
  property?: string
  contactPost?: string
}

/** `约1,200户` as a number; undefined: it is none. */
const sizeOf = (text: string): number | null | undefined =>
  readCount(
    text
      .normalize('NFKC')
      .replace(/^(?:约|近)\s*/, '')
      .replace(/\s*(?:户|家|个|间|套|左右|customers|households)+$/i, ''),
  )

/** `kinds`: what a place may be, with its names. */
export function placeRows(
  list: ListSheet,
  kinds: readonly Choice[],
  answers: CodeAnswers,
): PlaceRows {
  const { ask, questions } = listQuestions()
  const faults: ListFault[] = []
  const rows = list.rows.flatMap((row): PlaceRow[] => {
    const { text, name, wrong, fail, optional } = rowReader(row)
    if (name === '') fail('name', 'name-missing')
    const size = sizeOf(text('size'))
    if (size === undefined) fail('size', 'size-bad')
    const isPrivate = readYes(text('private'))
    if (isPrivate === null) fail('private', 'yes-bad')
    const kind = chooseOrAsk(row, 'kind', { choices: kinds, answers }, ask)
    faults.push(...wrong)
    if (wrong.length > 0 || kind === null) return []
    const { mapping } = list
    return [
      {
        row: row.row,
        name,
        kind: kind.names[0]?.zh ?? kind.code,
        ...(typeof size === 'number' && { size }),
        ...optional('within', 'area', 'property', 'contactPost'),
        ...(mapping.aliases !== undefined && { aliases: [...new Set(valuesIn(text('aliases')))] }),
        ...(mapping.private !== undefined && { private: isPrivate ?? false }),
      },
    ]
  })
  return { rows, questions: [...questions.values()], faults }
}

export type PlaceRows = {
  rows: readonly PlaceRow[]
  questions: readonly ListQuestion[]
  faults: readonly ListFault[]
}
