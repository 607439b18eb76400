/** Makes supplies of the rows of a list: a row a batch, as a store keeps its book. */
import { readDate } from '../import/dates.ts'
import { readCount, type Choice } from '../import/values.ts'
import {
  chooseOrAsk,
  listQuestions,
  rowReader,
  type CodeAnswers,
  type ListFault,
  type ListQuestion,
} from './list-rows.ts'
import type { ListSheet } from './lists.ts'
import { plainText } from './sheet.ts'

/** As it is sent; class, place and keeper by their names. What has no column is left out. */
export type SupplyRow = {
  row: number
  name: string
  class?: string
  model?: string
  unit?: string
  count?: number
  batch?: string
  expiry?: string
  place?: string
  spot?: string
  keeper?: string
  minimum?: number
  checkMonths?: number
  conditions?: string
}
type SupplyRows = {
  rows: readonly SupplyRow[]
  questions: readonly ListQuestion[]
  faults: readonly ListFault[]
}

const TEXTS = ['model', 'unit', 'batch', 'place', 'spot', 'keeper', 'conditions'] as const
const DECIMAL = /^\d+\.\d{1,3}$/

/** `12`, `约1,200`, `0.5`; with its unit behind it, `6瓶`. Undefined: it is no number. */
function amountOf(text: string): { count: number; unit: string } | null | undefined {
  const [, figure = '', unit = ''] =
    /^(?:约|近)?\s*([\d.,]*)\s*(\D*)$/.exec(text.normalize('NFKC').trim()) ?? []
  if (figure === '') return text.trim() === '' || /^[-—–/无]+$/.test(text.trim()) ? null : undefined
  const count = DECIMAL.test(figure) ? Number(figure) : readCount(figure)
  return typeof count === 'number' ? { count, unit: unit.trim() } : undefined
}

/** `6`, `6个月`, `每季度`, `半年`, `每年`. */
function monthsOf(text: string): number | null | undefined {
  const words = plainText(text)
  if (words === '' || /^(?:无|不检|-+|—+)$/.test(words)) return null
  const [, figure] = /^每?(\d{1,3})(?:个?月|months?)?$/.exec(words) ?? []
  if (figure !== undefined) return Number(figure)
  if (/^(?:每月|月检|monthly)$/.test(words)) return 1
  if (/^(?:每?季度?|季检|quarterly)$/.test(words)) return 3
  if (/^每?半年$/.test(words)) return 6
  return /^(?:每?(?:一?年|年度)|年检|yearly|annual)$/.test(words) ? 12 : undefined
}

/** `classes`: the classes of supplies, with their names. */
export function supplyRows(
  list: ListSheet,
  classes: readonly Choice[],
  answers: CodeAnswers,
): SupplyRows {
  const { ask, questions } = listQuestions()
  const faults: ListFault[] = []
  const rows = list.rows.flatMap((row): SupplyRow[] => {
    const { text, name, wrong, fail } = rowReader(row)
    if (name === '') fail('name', 'name-missing')
    const count = amountOf(text('count'))
    if (count === undefined) fail('count', 'amount-bad')
    const minimum = amountOf(text('minimum'))
    if (minimum === undefined) fail('minimum', 'amount-bad')
    const checkMonths = monthsOf(text('checkMonths'))
    if (checkMonths === undefined) fail('checkMonths', 'months-bad')
    const isNone = text('expiry') === '' || /^[-—–/无]+$/.test(text('expiry'))
    const expiry = isNone ? null : readDate(text('expiry'), null)
    if (typeof expiry === 'string' || expiry?.date === null) fail('expiry', 'day-bad')
    const type = chooseOrAsk(row, 'class', { choices: classes, answers }, ask)
    faults.push(...wrong)
    if (wrong.length > 0 || type === null) return []
    const unit = text('unit') || (count?.unit ?? '')
    const day = expiry !== null && typeof expiry !== 'string' ? expiry.date : null
    return [
      {
        row: row.row,
        name,
        class: type.names[0]?.zh ?? type.code,
        ...Object.fromEntries(
          TEXTS.flatMap((field) => {
            const written = field === 'unit' ? unit : text(field)
            return written === '' ? [] : [[field, written]]
          }),
        ),
        ...(count && { count: count.count }),
        ...(day && { expiry: day }),
        ...(minimum && { minimum: minimum.count }),
        ...(checkMonths && { checkMonths }),
      },
    ]
  })
  return { rows, questions: [...questions.values()], faults }
}
