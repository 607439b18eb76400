/** Makes supplies of the rows of a list: a row a batch, as a store keeps its book. */
import { readDate } from '../import/dates.ts'
import { readCount, type Choice } from '../import/values.ts'
import { lastDay } from '../monthly-report/as-of.ts'
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
  return typeof count === 'number'
    ? { count, unit: unit.trim().replace(/^(?:左右|余|多)/, '') }
    : undefined
}

const MONTH = /^(\d{4})[-/.年](0?[1-9]|1[0-2])月?$/

/**
 * The last local day of use. A month alone is the whole of it: so packages are marked
 * (药品说明书和标签管理规定 art. 23). Null: nothing expires; undefined: it is no day.
 */
function expiryOf(text: string): string | null | undefined {
  if (text === '' || /^[-—–/无]+$/.test(text)) return null
  const [, year = '', month = ''] = MONTH.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? []
  if (month !== '') return lastDay(`${year}-${month.padStart(2, '0')}`)
  const read = readDate(text, null)
  return typeof read === 'string' ? undefined : read.date
}

const isOtherUnit = (amount: ReturnType<typeof amountOf>, unit: string): boolean =>
  amount ? amount.unit !== '' && plainText(amount.unit) !== plainText(unit) : false

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
    const expiry = expiryOf(text('expiry'))
    if (expiry === undefined) fail('expiry', 'day-bad')
    const unit = text('unit') || count?.unit || minimum?.unit || ''
    if (isOtherUnit(count, unit)) fail('count', 'unit-other')
    if (isOtherUnit(minimum, unit)) fail('minimum', 'unit-other')
    const type = chooseOrAsk(row, 'class', { choices: classes, answers }, ask)
    faults.push(...wrong)
    if (wrong.length > 0 || type === null) return []
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
        ...(expiry && { expiry }),
        ...(minimum && { minimum: minimum.count }),
        ...(checkMonths && { checkMonths }),
      },
    ]
  })
  return { rows, questions: [...questions.values()], faults }
}
