/**
 * Reads and writes the address of what the page shows: `#/statistics?month=2026-11&type=…`. Of one
 * typed by hand that means nothing it says why.
 */
import { hashOf } from '../../base/route.ts'
import { METRICS, NONE, type Metric } from '#shared/domain/statistics/metrics.ts'
import {
  comparedWith,
  isDate,
  nextPeriod,
  periodOf,
  previousPeriod,
  yearToDate,
  type Period,
  type PeriodKind,
} from '#shared/domain/statistics/period.ts'
import type { Filter } from '#shared/domain/statistics/figures.ts'
import type { DrillDown } from '#shared/domain/document/document.ts'

export const KINDS = ['month', 'quarter', 'year', 'range'] as const
/** A month, quarter or year of the calendar, or any days. */
export type Kind = PeriodKind | 'range'
/**
 * Of which period the figure is: the one that is shown, what it is compared with, the year so far,
 * or one month `2026-10`.
 */
export type Of = 'now' | 'previous' | 'lastYear' | 'yearToDate' | `${number}-${number}`
/** A figure whose incidents are listed. */
export type Opens = { metric: Metric; key?: string; of?: Of }
/** `name`: 2026-11, 2026-Q4, 2026; empty for any days. */
export type PeriodQuery = {
  kind: Kind
  name: string
  period: Period
  filter: Filter
  open: Opens | null
}

const LONGEST_YEARS = 12
const [FIRST_YEAR, LAST_YEAR] = ['1971', '2999']
const ID = /^[\w.:-]{1,80}$/
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

const mayAsk = ({ from, to }: Period): boolean =>
  from >= FIRST_YEAR &&
  to.slice(0, 4) <= LAST_YEAR &&
  from <= to &&
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < LONGEST_YEARS

const calendar = (kind: PeriodKind, name: string): Omit<PeriodQuery, 'filter' | 'open'> | null => {
  const period = periodOf(kind, name)
  return period && mayAsk(period) ? { kind, name, period } : null
}

/** The month, quarter or year in which a local date lies. */
export function around(kind: PeriodKind, date: string): string {
  const [year, month] = [date.slice(0, 4), date.slice(5, 7)]
  return kind === 'year'
    ? year
    : kind === 'quarter'
      ? `${year}-Q${Math.ceil(Number(month) / 3)}`
      : `${year}-${month}`
}

type Query = Readonly<Record<string, string>>

function periodIn({
  month,
  quarter,
  year,
  from,
  to,
}: Query): Omit<PeriodQuery, 'filter' | 'open'> | null {
  if (month !== undefined) return calendar('month', month)
  if (quarter !== undefined) return calendar('quarter', quarter)
  if (year !== undefined) return calendar('year', year)
  if (
    from === undefined ||
    to === undefined ||
    !isDate(from) ||
    !isDate(to) ||
    !mayAsk({ from, to })
  )
    return null
  return { kind: 'range', name: '', period: { from, to } }
}

function filterIn({ type, category, level, place, drill }: Query): Filter {
  const filter: Filter = {}
  if (type !== undefined && ID.test(type)) filter.type = type
  // a type is the narrower one
  else if (category !== undefined && ID.test(category)) filter.category = category
  if (level === NONE) filter.level = NONE
  else if (level !== undefined && /^[1-9]$/.test(level)) filter.level = Number(level)
  if (place !== undefined && place.trim() !== '' && place.length <= 200) filter.place = place
  if (drill === '1') filter.drill = true
  return filter
}

const isMetric = (name: string): name is Metric => (METRICS as readonly string[]).includes(name)
const isOf = (name: string): name is Of =>
  ['now', 'previous', 'lastYear', 'yearToDate'].includes(name) || MONTH.test(name)

function openIn({ open, key, of = 'now' }: Query): Opens | null {
  if (open === undefined || !isMetric(open) || !isOf(of) || (key !== undefined && key.length > 400))
    return null
  return { metric: open, ...(key === undefined ? {} : { key }), ...(of === 'now' ? {} : { of }) }
}

/** What is wrong with the period of an address, and the word that is. */
export type AddressFault = {
  why: 'month' | 'quarter' | 'year' | 'date' | 'missing' | 'reversed' | 'long'
  word: string
}

/** Null for an address of a period, or of none: that is this month. */
export function addressFault(query: Query): AddressFault | null {
  const kind = (['month', 'quarter', 'year'] as const).find((name) => query[name] !== undefined)
  if (kind) {
    const word = query[kind] ?? ''
    return calendar(kind, word) ? null : { why: kind, word }
  }
  const { from, to } = query
  if (from === undefined && to === undefined) return null
  const wrong = [from, to].find((date) => date !== undefined && !isDate(date))
  if (wrong !== undefined) return { why: 'date', word: wrong }
  if (from === undefined || to === undefined)
    return { why: 'missing', word: from === undefined ? 'from' : 'to' }
  if (from > to) return { why: 'reversed', word: `${from}–${to}` }
  return mayAsk({ from, to }) ? null : { why: 'long', word: `${from}–${to}` }
}

/** @param today local date of the site */
export function periodQueryOf(query: Query, today: string): PeriodQuery {
  const named = periodIn(query) ?? calendar('month', around('month', today))
  return {
    ...(named ?? { kind: 'range', name: '', period: { from: today, to: today } }),
    filter: filterIn(query),
    open: openIn(query),
  }
}

/** The address of what is shown. */
export function addressOf({ kind, name, period, filter, open }: PeriodQuery): string {
  const span = kind === 'range' ? { from: period.from, to: period.to } : { [kind]: name }
  const { type, category, level, place, drill } = filter
  return hashOf(['statistics'], {
    ...span,
    type,
    category,
    level: level === undefined ? undefined : String(level),
    place,
    drill: drill ? '1' : undefined,
    open: open?.metric,
    key: open?.key,
    of: open?.of,
  })
}

/** The period before (-1) or after (1), of the same kind. */
export function stepped(query: PeriodQuery, by: 1 | -1): PeriodQuery {
  const period = by === 1 ? nextPeriod(query.period) : previousPeriod(query.period)
  return {
    ...query,
    period,
    name: query.kind === 'range' ? '' : around(query.kind, period.from),
    open: null,
  }
}

/**
 * Of another kind: the month, quarter or year in which what is shown ends, or its very days; never
 * one that has not begun.
 */
export function turnedTo(kind: Kind, query: PeriodQuery, today: string): PeriodQuery {
  if (kind === 'range') return { ...query, kind, name: '', open: null }
  const date =
    query.period.to < today
      ? query.period.to
      : query.period.from > today
        ? query.period.from
        : today
  return { ...query, ...calendar(kind, around(kind, date)), open: null }
}

export const isFiltered = ({ type, category, level, place, drill }: Filter): boolean =>
  [type, category, level, place].some((item) => item !== undefined) || drill === true

/**
 * The question to the station for the incidents behind a figure; `today`: local date of the site.
 */
export function drillDownOf(
  { metric, key, of = 'now' }: Opens,
  { period, filter }: Pick<PeriodQuery, 'period' | 'filter'>,
  today: string,
): DrillDown {
  const { previous, lastYear } = comparedWith(period, today)
  const periods = { now: period, previous, lastYear, yearToDate: yearToDate(period) } as const
  const named =
    of in periods ? periods[of as keyof typeof periods] : (periodOf('month', of) ?? period)
  return { from: named.from, to: named.to, filter, metric, ...(key === undefined ? {} : { key }) }
}
