/**
 * Reads rows of attendance that were copied out of a spreadsheet: cells divided by tabs, or by
 * commas where there are none; the first row names the columns.
 */
import { headRowBy, proposeBy, type Heads } from '../import/heads.ts'
import { ATTENDANCE_HEADS } from '../register-import/readiness-heads.ts'
import { isDate } from '../statistics/period.ts'
import type { AttendanceRow } from './rows.ts'

export type AttendanceField =
  'course' | 'date' | 'person' | 'minutes' | 'place' | 'leader' | 'score'

const { course, day, name, minutes, place, leader, score } = ATTENDANCE_HEADS
const HEADS: Heads<AttendanceField> = {
  ...{ course, date: day, person: name, minutes, place, leader, score },
}
const LOOK = 5

/** `heads`: a column that is needed was not recognised. `badDay`, with its row: no day there. */
export type PastedFault = { kind: 'heads' } | { kind: 'badDay'; row: number }

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s.*)?$/

function dayIn(text: string): string | null {
  const [, year = '', month = '', day = ''] = DAY.exec(text.normalize('NFKC').trim()) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : null
}

const numberIn = (text: string): number | null => {
  const [digits] = /\d+(?:\.\d+)?/.exec(text.normalize('NFKC')) ?? []
  return digits === undefined ? null : Number(digits)
}

/** Rows are numbered as they stand in the text, from 1. */
export function readPasted(text: string): { rows: AttendanceRow[]; fault: PastedFault | null } {
  const by = text.includes('\t') ? '\t' : /[,，]/
  const lines = text.split(/\r?\n/).map((line) => line.split(by).map((cell) => cell.trim()))
  const headRow = headRowBy(HEADS, lines, LOOK)
  const columns = proposeBy(HEADS, lines[headRow] ?? [])
  if (!columns.has('course') || !columns.has('date') || !columns.has('person'))
    return { rows: [], fault: { kind: 'heads' } }
  const rows: AttendanceRow[] = []
  for (const [index, cells] of lines.entries()) {
    const cell = (field: AttendanceField): string => cells[columns.get(field) ?? -1] ?? ''
    if (index <= headRow || (cell('course') === '' && cell('person') === '')) continue
    const row = index + 1
    const date = dayIn(cell('date'))
    if (date === null) return { rows, fault: { kind: 'badDay', row } }
    const [minutes, score] = [numberIn(cell('minutes')), numberIn(cell('score'))]
    rows.push({
      ...{ row, date, course: cell('course'), person: cell('person') },
      ...(minutes === null || minutes === 0 ? {} : { minutes: Math.round(minutes) }),
      ...(cell('place') === '' ? {} : { place: cell('place') }),
      ...(cell('leader') === '' ? {} : { leader: cell('leader') }),
      ...(score === null ? {} : { score }),
    })
  }
  return { rows, fault: null }
}
