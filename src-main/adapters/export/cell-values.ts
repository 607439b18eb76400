/** Turns a value into the cell of a file with types: a number to reckon with, or a text. */
import { DAY_MS } from '#shared/domain/units.ts'
import type { ColumnKind, Value } from '#shared/domain/document/document.ts'
import { localAsUtc } from '#shared/domain/calendar.ts'
import type { Language } from '#shared/domain/document/format.ts'
import { instantText } from '#shared/domain/wording/instant.ts'
import { sanitise } from './sanitise.ts'

const EPOCH = 25_569 // 1970-01-01 in days of a spreadsheet
/** Before this day spreadsheets differ by a day, since some of them have a 29 February 1900. */
const FIRST_SURE = 61
/** Most characters (UTF-16 units) that a cell of a spreadsheet holds. */
const LONGEST = 32_767
const CUT = '…'

/** The days of a spreadsheet for a local instant, as if it were UTC (ms). */
const serial = (local: number): number => local / DAY_MS + EPOCH

const clipped = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - CUT.length).toWellFormed()}${CUT}`

/** Sanitised text in the language of the file. */
export const cellText = (value: string | { zh: string; en: string }, language: Language): string =>
  sanitise(typeof value === 'string' ? value : value[language])

function dayOf(date: string): number | null {
  const days = serial(Date.parse(`${date}T00:00:00Z`))
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && days >= FIRST_SURE ? days : null // NaN is not
}

/**
 * Durations in days, instants and dates as local days since 1900; a value outside a spreadsheet's
 * range as its text.
 */
export function cellValue(
  value: Value,
  kind: ColumnKind,
  language: Language,
  zone: string,
): number | string | null {
  if (value === null) return null
  if (typeof value === 'number') {
    if (kind === 'duration') return value / DAY_MS
    if (kind !== 'instant') return value
    const days = serial(localAsUtc(value, zone))
    return days >= FIRST_SURE ? days : instantText(value, zone)
  }
  const text = cellText(value, language)
  return (kind === 'date' ? dayOf(text) : null) ?? clipped(text)
}
