/**
 * A report as data: sections of words, tables and charts that page, print, spreadsheet and web page
 * all show. Only shapes: it holds figures that statistics gave, counts nothing and draws nothing.
 * Every text is in both languages; whoever writes a file chooses one.
 */
import type { Filter } from '../statistics/figures.ts'
import type { Metric } from '../statistics/metrics.ts'
import type { Period } from '../statistics/period.ts'
import type { LocalizedText } from '../text.ts'

/**
 * What the values of a column are, and so how each file writes them. count: whole number ·
 * difference: whole number with its sign · share: 0…1, shown in per cent · duration: ms · instant:
 * UTC ms, shown in the site's zone · date: local date `2026-11-24` · yuan: number with two places.
 */
export type ColumnKind =
  'text' | 'count' | 'difference' | 'share' | 'duration' | 'instant' | 'date' | 'yuan'
/**
 * null: there is nothing to say, shown as a dash. A string is what somebody wrote (a place, a
 * name), the same in both languages.
 */
export type Value = LocalizedText | string | number | null
/** Which incidents stand behind a number: the question of `statistics/incidents`. */
export type DrillDown = Period & { filter?: Filter; metric: Metric; key?: string }
/** `incidentId`: the value names one incident, and opens it. */
export type Cell = { value: Value; behind?: DrillDown; incidentId?: string }
export type Column = { id: string; title: LocalizedText; kind: ColumnKind }
/** `total`: a last line under a rule. `empty`: what is said instead of a table without rows. */
export type Table = {
  id: string
  title: LocalizedText
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  total?: readonly Cell[]
  note?: LocalizedText
  empty: LocalizedText
}

/** `none`: nothing is known, which is not nought: no bar and no number. `value` is 0 then. */
export type Bar = { name: LocalizedText; value: number; strong?: boolean; none?: boolean }
/**
 * bars: lying, one under another, on one scale · columns: standing, in order of time, the strong
 * one is the period itself · hours: [Monday first][hour].
 */
export type Chart =
  | { kind: 'bars'; id: string; title: LocalizedText; bars: readonly Bar[] }
  | { kind: 'columns'; id: string; title: LocalizedText; bars: readonly Bar[] }
  | { kind: 'hours'; id: string; title: LocalizedText; counts: readonly (readonly number[])[] }

/**
 * `words`: one text a paragraph. What a person wrote instead of the drafted ones is a string in the
 * language it was written in. `unfilled`: what a person still has to write here, in a draft; no
 * file prints it, and no issue has it.
 */
export type Section = {
  id: string
  title: LocalizedText
  words: readonly (LocalizedText | string)[]
  unfilled?: readonly LocalizedText[]
  tables: readonly Table[]
  charts: readonly Chart[]
}

/**
 * What a file or a printed page shows: the report of a month, the figures of a period, the record
 * of one incident, a shift handover, a register, a sheet to write on, what is held of one person,
 * the evaluation of a drill.
 * what is filed of a plan document.
 * `name`: of a file, without its ending, safe on every system. `lines`: under the title. `mark`:
 * stands on every page and sheet (a draft, a drill). `running`: what stands at the foot of every
 * printed page, left out its title. `zone`: IANA, of all instants in it. `tight`: it is to stay on
 * one A4.
 */
export type ReportDocument = {
  kind:
    | 'month'
    | 'period'
    | 'incident'
    | 'handover'
    | 'register'
    | 'power-cut'
    | 'intake'
    | 'filing'
    | 'bulletin'
    | 'announcement'
    | 'person'
    | 'drill'
  name: string
  title: LocalizedText
  lines: readonly LocalizedText[]
  mark: LocalizedText | null
  running?: LocalizedText
  zone: string
  tight?: true
  sections: readonly Section[]
}
