/**
 * Reads the row of a table as an incident of the past, or says what is wrong with it: each fault
 * names its column and value. It reads texts only, asks nothing and writes nothing.
 */
import { instantOf, localDate } from '../calendar.ts'
import { CASUALTIES, type Severity } from '../incident/record/scales.ts'
import { type Counts, PAST_MOMENTS, type PastMoments } from '../incident/record/slices.ts'
import { PLACE_UNKNOWN } from '../wording/place-unknown.ts'
import { readDate, timeOf, type DateFault, type DayOrder, type Written } from './dates.ts'
import type { Coded, Field, Mapping } from './fields.ts'
import { isEmpty, readCount, readMoney, readYes } from './values.ts'

/** `row` as people count the rows of the file. */
export type SourceRow = { row: number; cells: readonly string[] }
export type FaultCode =
  | DateFault
  | 'date-missing'
  | 'date-future'
  | 'date-early'
  | 'count-bad'
  | 'money-bad'
  | 'yes-bad'
  | 'not-assigned'
  | 'too-long'
/** `column` from 0, null if no column stands for the field. */
export type Fault = {
  row: number
  field: Field
  column: number | null
  value: string
  code: FaultCode
}
/**
 * A value of a coded column → the site's code; null: no code. A value that is missing has not been
 * assigned.
 */
export type Assigned = Readonly<Record<Coded, ReadonlyMap<string, string | null>>>
/** How rows are read. `orders`: of the columns whose dates need one; `now` in UTC ms. */
export type HowToRead = {
  mapping: Mapping
  orders: Readonly<Partial<Record<Field, DayOrder>>>
  assigned: Assigned
  zone: string
  now: number
}

/**
 * An incident of the past as a row gives it, ready to be sent. Instants in UTC ms, `loss` in yuan.
 */
export type PastIncident = {
  row: number
  occurredAt: number
  place: string
  receivedAt: number | null
  type: string | null
  category: string | null
  level: number | null
  severity: Severity | null
  channel: string | null
  narrative: string | null
  reporter: string | null
  casualties: Counts
  loss: number | null
  moments: PastMoments
  falseReport: boolean
  drill: boolean
}

export const NO_PLACE = PLACE_UNKNOWN
const LONGEST = { place: 200, channel: 200, reporter: 200, narrative: 10_000 } as const

/** The value of a coded column under which it is assigned. */
export const valueIn = (cells: readonly string[], column: number | null): string =>
  column === null ? '' : (cells[column] ?? '').trim()

/**
 * What became of a row: an incident or at least one fault, never both. `when` and `where` are known
 * as far as they can be read, of a faulty row, too.
 */
export type ReadRow = {
  row: number
  when: number | null
  where: string
  incident: PastIncident | null
  faults: readonly Fault[]
}

export function readRow(
  { row, cells }: SourceRow,
  { mapping, orders, assigned, zone, now }: HowToRead,
): ReadRow {
  const faults: Fault[] = []
  const cell = (field: Field): string => valueIn(cells, mapping[field])
  const fail = (field: Field, code: FaultCode): null => {
    faults.push({ row, field, column: mapping[field], value: cell(field), code })
    return null
  }

  function occurrence(): number | null {
    const text = cell('occurred')
    if (isEmpty(text)) return fail('occurred', 'date-missing')
    const read = readDate(text, orders.occurred ?? null)
    if (typeof read === 'string') return fail('occurred', read)
    const clock = read.time === null ? cell('time') : ''
    const time = isEmpty(clock) ? (read.time ?? 0) : timeOf(clock)
    if (time === null) return fail('time', 'date-bad')
    return past('occurred', read.date, time)
  }
  function past(field: Field, date: string, time: number): number | null {
    const at = instantOf(date, time, zone)
    return at > now ? fail(field, 'date-future') : at
  }
  /** A later moment; where only a time of day is written, on the day of the occurrence. */
  function later(
    field: 'received' | 'contained' | 'lifted' | 'closed',
    occurredAt: number,
  ): number | null {
    const text = cell(field)
    if (isEmpty(text)) return null
    const clock = timeOf(text)
    const read: Written | DateFault =
      clock === null
        ? readDate(text, orders[field] ?? null)
        : { date: localDate(occurredAt, zone), time: clock }
    if (typeof read === 'string') return fail(field, read)
    // no earlier than what happened on that day
    const sameDay = read.time === null && read.date === localDate(occurredAt, zone)
    const at = sameDay ? occurredAt : past(field, read.date, read.time ?? 0)
    return at !== null && at < occurredAt ? fail(field, 'date-early') : at
  }
  const words = (field: keyof typeof LONGEST): string | null => {
    const text = cell(field)
    return text.length > LONGEST[field] ? fail(field, 'too-long') : text === '' ? null : text
  }
  function code(field: Coded): string | null {
    const text = cell(field)
    if (text === '') return null
    const assignedCode = assigned[field].get(text)
    return assignedCode === undefined ? fail(field, 'not-assigned') : assignedCode
  }
  const number = (field: 'dead' | 'serious' | 'minor' | 'missing' | 'loss'): number | null => {
    const read = field === 'loss' ? readMoney(cell(field)) : readCount(cell(field))
    return read === undefined ? fail(field, field === 'loss' ? 'money-bad' : 'count-bad') : read
  }
  const yes = (field: 'falseReport' | 'drill'): boolean =>
    readYes(cell(field)) ?? fail(field, 'yes-bad') !== null

  const occurredAt = occurrence()
  const level = code('level')
  const incident = {
    row,
    place: words('place') ?? NO_PLACE,
    type: code('type'),
    category: code('category'),
    level: level === null ? null : Number(level),
    severity: code('severity') as Severity | null,
    channel: words('channel'),
    narrative: words('narrative'),
    reporter: words('reporter'),
    casualties: Object.fromEntries(
      CASUALTIES.flatMap((kind) => {
        const count = number(kind)
        return count === null ? [] : [[kind, count]]
      }),
    ),
    loss: number('loss'),
    falseReport: yes('falseReport'),
    drill: yes('drill'),
  }
  if (occurredAt === null) return { row, when: null, where: incident.place, incident: null, faults }
  const receivedAt = later('received', occurredAt)
  const moments = Object.fromEntries(
    PAST_MOMENTS.flatMap((field) => {
      const at = later(field, occurredAt)
      return at === null ? [] : [[field, at]]
    }),
  )
  return {
    row,
    when: occurredAt,
    where: incident.place,
    incident: faults.length > 0 ? null : { ...incident, occurredAt, receivedAt, moments },
    faults,
  }
}
