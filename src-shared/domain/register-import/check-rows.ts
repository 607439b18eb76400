/**
 * Makes items of checklists, and checks that were made on paper, of the rows of a table. Which list
 * one means, and whether it has such an item, the station says.
 */
import { instantOf } from '../calendar.ts'
import { readYes } from '../import/values.ts'
import { isDate } from '../statistics/period.ts'
import { HOUR_MS, MINUTE_MS } from '../units.ts'
import { rowReader, type ListFault } from './list-rows.ts'
import type { ListSheet } from './lists.ts'

/** As they are sent; what has no column is left out. */
export type ChecklistItemRow = {
  row: number
  list: string
  name: string
  kind?: string
  answer?: string
  unit?: string
  min?: number
  max?: number
  critical?: boolean
  photo?: boolean
}
/** `at`: UTC ms. `failed`: items with what was wrong. */
export type MadeCheckRow = {
  row: number
  list: string
  name: string
  at: number
  person: string
  place?: string
  failed?: readonly string[]
}
type Rows<T> = { rows: readonly T[]; questions: readonly never[]; faults: readonly ListFault[] }

/** `0.07`, `≥0.07`; null: it is none. */
function boundOf(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/^[≥≤<>=]+/, '')
  if (plain === '') return undefined
  return Number.isFinite(Number(plain)) ? Number(plain) : null
}

export function checklistRows(list: ListSheet): Rows<ChecklistItemRow> {
  const faults: ListFault[] = []
  let last = '' // the name of a list that is joined over its rows stands in the first of them
  const rows = list.rows.flatMap((row): ChecklistItemRow[] => {
    const { wrong, text, fail } = rowReader(row)
    const named = text('list') || last
    last = named
    const name = text('name')
    if (name === '' || named === '') fail('name', 'name-missing')
    const [min, max] = [boundOf(text('min')), boundOf(text('max'))]
    if (min === null) fail('min', 'bound-bad')
    if (max === null) fail('max', 'bound-bad')
    const [critical, photo] = [readYes(text('critical')), readYes(text('photo'))]
    if (critical === null) fail('critical', 'yes-bad')
    if (photo === null) fail('photo', 'yes-bad')
    faults.push(...wrong)
    if (wrong.length > 0) return []
    const words = (field: 'kind' | 'answer' | 'unit'): Partial<ChecklistItemRow> =>
      text(field) === '' ? {} : { [field]: text(field) }
    return [
      {
        ...{ row: row.row, list: named, name },
        ...{ ...words('kind'), ...words('answer'), ...words('unit') },
        ...(typeof min === 'number' && { min }),
        ...(typeof max === 'number' && { max }),
        ...(list.mapping.critical !== undefined && { critical: critical ?? false }),
        ...(list.mapping.photo !== undefined && { photo: photo ?? false }),
      },
    ]
  })
  return { rows, questions: [], faults }
}

/** `2026-11-24 14:30`, with other dividers too, in the zone of the site; null: no such instant. */
export function tableTime(text: string, zone: string): number | null {
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]+(\d{1,2})[:：时](\d{2})/.exec(
      text.normalize('NFKC').trim(),
    ) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDate(date) || Number(hour) > 23 || Number(minute) > 59) return null
  return instantOf(date, Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS, zone)
}

export function checkRows(list: ListSheet, zone: string): Rows<MadeCheckRow> {
  const faults: ListFault[] = []
  const rows = list.rows.flatMap((row): MadeCheckRow[] => {
    const { wrong, text, fail } = rowReader(row)
    const name = text('name')
    if (name === '') fail('name', 'name-missing')
    if (text('person') === '') fail('person', 'name-missing')
    const at = tableTime(text('at'), zone)
    if (at === null) fail('at', 'time-bad')
    faults.push(...wrong)
    if (wrong.length > 0 || at === null) return []
    // an item may have commas of its own
    const failed = text('failed')
      .split(/[；;\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== '' && part !== '无')
    return [
      {
        ...{ row: row.row, list: name, name, at, person: text('person') },
        ...(text('place') !== '' && { place: text('place') }),
        ...(failed.length > 0 && { failed }),
      },
    ]
  })
  return { rows, questions: [], faults }
}
