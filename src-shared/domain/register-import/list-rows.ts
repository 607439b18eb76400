/** What the rows of every list share: faults with their place, and questions about a value. */
import { readDate } from '../import/dates.ts'
import { proposeCode, type Choice } from '../import/values.ts'
import { plainText, type CellPlace } from './sheet.ts'
import type { ListField } from './list-heads.ts'
import type { ListRow } from './lists.ts'
import { numbersIn, type ListedNumber } from './numbers.ts'

export type ListFaultCode =
  | 'name-missing'
  | 'number-bad'
  | 'size-bad'
  | 'yes-bad'
  | 'bound-bad'
  | 'time-bad'
  | 'amount-bad'
  | 'unit-other'
  | 'months-bad'
  | 'day-bad'
  | 'date-bad'
  | 'minutes-bad'
  | 'present-bad'
  | 'score-bad'
  | 'blank'
  | 'too-long'
/** `field`: which of the row's it concerns. */
export type ListFault = { at: CellPlace; field: ListField; value: string; code: ListFaultCode }
/**
 * A value that the register does not have (`post`, `category`, `kind`, `class`, `grade`), a name
 * that is not clear (`person`): of several persons of the register, of none, or twice in the file
 * (then with its row); or the `session` of a list that does not name it.
 */
export type ListQuestion = {
  kind: 'person' | 'post' | 'category' | 'kind' | 'class' | 'grade' | 'session'
  key: string
  text: string
  at: CellPlace
  count: number
  candidates: readonly string[]
}

const NUMBER_FIELDS = [
  ['phone', null],
  ['mobile', 'mobile'],
  ['desk', 'desk'],
  ['short', 'short'],
  ['radio', 'radio'],
] as const

export const LONGEST: Partial<Record<ListField, number>> = {
  name: 200,
  list: 200,
  category: 200,
  kind: 200,
  place: 200,
  within: 200,
  area: 200,
  property: 200,
  note: 2000,
  model: 200,
  unit: 20,
  batch: 200,
  spot: 200,
  keeper: 200,
  conditions: 200,
  measures: 5000,
  words: 5000,
  agreed: 5000,
  plan: 200,
  owner: 200,
  person: 200,
  course: 200,
  leader: 200,
}

export const placeOf = ({ row, cells }: ListRow, field: ListField): CellPlace =>
  cells[field]?.at ?? { row, column: null }
export const textOf = ({ cells }: ListRow, field: ListField): string => cells[field]?.text ?? ''

/** The texts of a row that are too long for the register. */
export const longFaults = (row: ListRow, longest = LONGEST): readonly ListFault[] =>
  (Object.keys(row.cells) as ListField[])
    .filter((field) => textOf(row, field).length > (longest[field] ?? 10_000))
    .map((field) => ({
      at: placeOf(row, field),
      field,
      value: textOf(row, field),
      code: 'too-long',
    }))

/** Reads one row: its texts without blanks around them, its name, and what is `wrong` with it. */
export function rowReader(row: ListRow, longest = LONGEST) {
  const wrong: ListFault[] = [...longFaults(row, longest)]
  const text = (field: ListField): string => textOf(row, field).trim()
  const fail = (field: ListField, code: ListFaultCode): void => {
    wrong.push({ at: placeOf(row, field), field, value: text(field), code })
  }
  const name = text('name').replace(/\s+/g, ' ')
  /** What the row may leave out; an empty object where it does. */
  const optional = <F extends ListField>(...fields: F[]): Partial<Record<F, string>> =>
    Object.fromEntries(
      fields.flatMap((field) => (text(field) === '' ? [] : [[field, text(field)]])),
    ) as Partial<Record<F, string>>
  /** A local day without a time; null, and a fault unless it `mayLack`, where none is written. */
  function dayOf(field: ListField, mayLack: boolean): string | null {
    if (text(field) === '' && mayLack) return null
    const read = readDate(text(field), null)
    if (typeof read !== 'string') return read.date
    fail(field, text(field) === '' ? 'blank' : 'date-bad')
    return null
  }
  return { text, name, wrong, fail, optional, dayOf }
}

/** The numbers of a row in the order of its columns, each once. */
export function numbersOf(row: ListRow): {
  numbers: readonly ListedNumber[]
  faults: readonly ListFault[]
} {
  const numbers = new Map<string, ListedNumber>()
  const faults: ListFault[] = []
  for (const [field, kind] of NUMBER_FIELDS) {
    const text = textOf(row, field)
    const read = numbersIn(text, kind)
    if (read === null)
      faults.push({ at: placeOf(row, field), field, value: text, code: 'number-bad' })
    else
      for (const number of read) if (!numbers.has(number.number)) numbers.set(number.number, number)
  }
  return { numbers: [...numbers.values()], faults }
}

/** Several values of a cell: `监控岗、巡查岗`. */
export const valuesIn = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .split(/[、,;/|\n]+/)
    .map((value) => value.trim())
    .filter((value) => !/^(?:|[-—–]+|无)$/.test(value))

/** Collects questions: each is asked once, however many rows say it. */
export function listQuestions() {
  const questions = new Map<string, ListQuestion>()
  return {
    questions,
    ask(question: Omit<ListQuestion, 'count'>): null {
      const key = `${question.kind} ${question.key}`
      const before = questions.get(key)
      questions.set(
        key,
        before ? { ...before, count: before.count + 1 } : { ...question, count: 1 },
      )
      return null
    },
  }
}

/** Written values → codes; under the empty text the category of rows that have none. */
export type CodeAnswers = ReadonlyMap<string, string>

/** Which choice a value names, by itself or as somebody has answered; null: it has to be asked. */
function chosenOf(value: string, choices: readonly Choice[], answers: CodeAnswers): Choice | null {
  const code = answers.get(plainText(value)) ?? (value === '' ? null : proposeCode(value, choices))
  return choices.find((choice) => choice.code === code) ?? null
}

/** As {@link chosenOf}, of the field of that kind in a row; what has to be asked is asked. */
export function chooseOrAsk(
  row: ListRow,
  kind: 'category' | 'kind' | 'class' | 'grade',
  { choices, answers }: { choices: readonly Choice[]; answers: CodeAnswers },
  ask: (question: Omit<ListQuestion, 'count'>) => null,
): Choice | null {
  const text = textOf(row, kind).trim()
  return (
    chosenOf(text, choices, answers) ??
    ask({ kind, key: plainText(text), text, at: placeOf(row, kind), candidates: [] })
  )
}
