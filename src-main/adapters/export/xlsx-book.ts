/**
 * The workbook without its long part: sheets, styles, charts and what explains them, made by the
 * library; the rows of tables are laid in by xlsx.ts.
 */
import { writeXlsx, type Cell, type WriteSheet } from 'hucre'
import type { LocalizedText } from '#shared/domain/text.ts'
import { cellText } from './cell-values.ts'
import type { TableHead, FormatJob } from './worker-messages.ts'
import { sheetNames } from './sheet-names.ts'
import { WORDS } from './export-wording.ts'
import { chartSheet } from './xlsx-charts.ts'
import { FONT, HEAD, LABEL, ON_A4, PLAIN, TITLE, valueStyle, WRAPPED } from './xlsx-styles.ts'

/**
 * One table on its sheet: `sheet` is its place in the workbook from 1 on, `heads` the number of
 * rows above the values.
 */
export type TableSheet = { table: TableHead; sheet: number; heads: number }
export type Book = { archive: Uint8Array; tables: readonly TableSheet[] }

/** Always the same: the same paper gives the same bytes, whenever it is written. */
const MADE = new Date(Date.UTC(2000, 0, 1))

/** The letters of a column, from 0 on: A, B … Z, AA. */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26))

// an ampersand begins a code there
const headerText = (words: string): string => words.replaceAll('&', '&&')

/** Heads, then one row that shows the styles of the values, then one for the total. */
function tableSheet(
  table: TableHead,
  name: string,
  mark: string | null,
  language: 'zh' | 'en',
): WriteSheet {
  const { columns, count } = table
  const heads = mark === null ? 1 : 2
  const cells = new Map<string, Partial<Cell>>()
  if (mark !== null) cells.set('0,0', { style: TITLE })
  columns.forEach(({ kind }, at) => {
    cells.set(`${heads - 1},${at}`, { style: HEAD })
    cells.set(`${heads},${at}`, { value: 0, style: valueStyle(kind, false) })
    cells.set(`${heads + 1},${at}`, { value: 0, style: valueStyle(kind, true) })
  })
  const end = letters(columns.length - 1)
  return {
    name,
    cells,
    columns: table.widths.map((width) => ({ width })),
    rows: [
      ...(mark === null ? [] : [[mark]]),
      columns.map(({ title }) => cellText(title, language)),
      columns.map(() => 0),
      columns.map(() => 0),
    ],
    freezePane: { rows: heads },
    ...(count > 0 && { autoFilter: { range: `A${heads}:${end}${heads + count}` } }),
    pageSetup: { ...ON_A4, printTitlesRow: `$1:$${heads}` },
    ...(mark !== null && { headerFooter: { oddHeader: `&C${headerText(mark)}` } }),
  }
}

function aboutSheet(
  { paper, source, language }: FormatJob,
  name: string,
  tables: readonly TableHead[],
  names: readonly string[],
): WriteSheet {
  const rows: (string | number)[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const say = (words: LocalizedText | string): string => cellText(words, language)
  const put = (row: (string | number)[], label = LABEL): void => {
    row.forEach((value, at) =>
      cells.set(`${rows.length},${at}`, {
        style: label === HEAD || at === 0 ? label : typeof value === 'number' ? LABEL : WRAPPED,
      }),
    )
    rows.push(row)
  }
  put([say(paper.title)], TITLE)
  if (paper.mark) put([say(paper.mark)], TITLE)
  for (const line of paper.lines) put([say(line)], PLAIN)
  put([say(WORDS.zone), paper.zone])
  put([say(WORDS.position), source.position])
  put([say(WORDS.hash), source.hash])
  rows.push([])
  put([say(WORDS.sheets), say(WORDS.note), say(WORDS.rows)], HEAD)
  tables.forEach((table, at) => put([names[at] ?? '', say(table.note ?? ''), table.count], WRAPPED))
  for (const { title, words } of paper.sections) {
    if (words.length === 0) continue
    rows.push([])
    put([say(title)], TITLE)
    for (const paragraph of words) put(['', say(paragraph)])
  }
  return {
    name,
    rows,
    cells,
    columns: [{ width: 28 }, { width: 90 }, { width: 12 }],
    pageSetup: ON_A4,
  }
}

/** Sheets in this order: what it is, the tables, the charts. */
export async function makeBook(job: FormatJob): Promise<Book> {
  const { paper, language } = job
  const tables = paper.sections.flatMap((section) => section.tables)
  const charts = paper.sections.flatMap((section) => section.charts)
  const say = (words: LocalizedText): string => cellText(words, language)
  const [about = '', ...rest] = sheetNames([
    say(WORDS.about),
    ...tables.map(({ title }) => say(title)),
    ...(charts.length > 0 ? [say(WORDS.charts)] : []),
  ])
  const mark = paper.mark && say(paper.mark)
  const archive = await writeXlsx({
    sheets: [
      aboutSheet(job, about, tables, rest),
      ...tables.map((table, at) => tableSheet(table, rest[at] ?? '', mark, language)),
      ...(charts.length > 0 ? [chartSheet(charts, language, rest[tables.length] ?? '')] : []),
    ],
    defaultFont: FONT,
    stringMode: 'inline',
    properties: { title: say(paper.title), creator: 'Vigil', created: MADE, modified: MADE },
  })
  return {
    archive,
    tables: tables.map((table, at) => ({ table, sheet: at + 2, heads: mark === null ? 1 : 2 })),
  }
}
