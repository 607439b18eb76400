/** Orders the figures of a period into the lines and charts of the boxes. */
import { NONE } from '#shared/domain/statistics/metrics.ts'
import type { ClauseCounts, LateLimit } from '#shared/domain/statistics/figures.ts'
import type { Counts } from '#shared/domain/statistics/tally.ts'
import type { Bar, Chart } from '#shared/domain/document/document.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { monthBar } from '#shared/domain/document/table.ts'
import { monthMark } from '#shared/domain/wording/period.ts'
import type { Opens } from './address.ts'
import { touches } from './period-words.ts'
import type { ShownFigures } from './use-figures.ts'

/** A name with a bar and a number that opens its incidents. */
export type BarRow = { key: string; name: string; value: number; opens: Opens }

/** Codes with their counts, most first; what has no code comes last. */
export const byCount = (counts: Counts): readonly (readonly [string, number])[] =>
  Object.entries(counts).sort(
    ([codeA, a], [codeB, b]) =>
      Number(codeA === NONE) - Number(codeB === NONE) || b - a || (codeA < codeB ? -1 : 1),
  )

/** Codes in an order that is given, then the rest; all that any of these counts has. */
export function inOrderOf(
  order: readonly string[],
  ...counts: readonly Counts[]
): readonly string[] {
  const codes = new Set(counts.flatMap((count) => Object.keys(count)))
  const rest = [...codes].filter((code) => !order.includes(code) && code !== NONE).sort()
  return [...order.filter((code) => code !== NONE), ...rest, ...(codes.has(NONE) ? [NONE] : [])]
}

/** The levels that have a column: the four, any other that occurs, and none. */
export const levelsOf = (counts: Counts): readonly string[] =>
  inOrderOf(['1', '2', '3', '4'], counts, { [NONE]: 0 })

export type CategoryRow = {
  code: string
  levels: readonly { level: string; count: number }[]
  now: number
  year: number | null // not counted yet
}

/** With more categories than these, those in which nothing has happened give way. */
const ALL_SHOWN = 8

/**
 * A row for each category of the site, in its order, and for what else occurs in one of the
 * periods.
 */
export function categoryRows(
  { now, previous, lastYear, yearToDate }: ShownFigures,
  order: readonly string[],
): readonly CategoryRow[] {
  const levels = levelsOf(now.byLevel)
  const counts = [now, previous, lastYear, yearToDate].flatMap((figures) =>
    figures ? [figures.byCategory] : [],
  )
  const shown =
    order.length <= ALL_SHOWN
      ? order
      : order.filter((code) => counts.some((count) => (count[code] ?? 0) > 0))
  return inOrderOf(shown, ...counts).map((code) => ({
    code,
    levels: levels.map((level) => ({ level, count: now.categoryByLevel[code]?.[level] ?? 0 })),
    now: now.byCategory[code] ?? 0,
    year: yearToDate ? (yearToDate.byCategory[code] ?? 0) : null,
  }))
}

/** Clauses with most late limits first. */
export const clauseRows = (clauses: readonly ClauseCounts[]): readonly ClauseCounts[] =>
  [...clauses].sort(
    (a, b) =>
      b.late - a.late ||
      b.due - a.due ||
      (`${a.clause}|${a.planId}` < `${b.clause}|${b.planId}` ? -1 : 1),
  )

/** What was late last comes first. */
export const latestFirst = (late: readonly LateLimit[]): readonly LateLimit[] => [...late].reverse()

/** The part of a limit that went over (ms) until it ended, or until `now` (UTC ms). */
export const overBy = (
  { dueAt, doneAt, endedAt }: Pick<LateLimit, 'dueAt' | 'doneAt' | 'endedAt'>,
  now: number,
): number => Math.max(0, (doneAt ?? endedAt ?? now) - dueAt)

export const answerRows = (
  byAnswer: ShownFigures['now']['byAnswer'],
  { questions }: ShownFigures['names'],
): readonly {
  key: string
  question: LocalizedText
  options: readonly { key: string; label: LocalizedText; count: number }[]
}[] =>
  Object.entries(byAnswer).map(([key, counts]) => ({
    key,
    question: questions[key]?.question ?? localized(key, key),
    options: byCount(counts).map(([value, count]) => ({
      key: `${key}|${value}`,
      label: questions[key]?.options[value] ?? localized(value, value),
      count,
    })),
  }))

/** Months before the record began are empty. */
export const trendChart = (
  { now, recordSince }: ShownFigures,
  trend: NonNullable<ShownFigures['trend']>,
  title: LocalizedText,
): Chart => ({
  kind: 'columns',
  id: 'trend',
  title,
  bars: trend.map(({ month, incidents }): Bar => ({
    ...monthBar(month, incidents, monthMark(month), recordSince),
    strong: touches(now, month),
  })),
})
export const hoursChart = ({ now }: ShownFigures, title: LocalizedText): Chart => ({
  kind: 'hours',
  id: 'hours',
  title,
  counts: now.byWeekdayHour,
})
export const typeChart = (
  rows: readonly { name: LocalizedText; value: number }[],
  title: LocalizedText,
): Chart => ({
  kind: 'bars',
  id: 'types',
  title,
  bars: rows,
})
