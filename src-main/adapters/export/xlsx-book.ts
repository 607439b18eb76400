/**
 * Makes the workbook with sheets, styles, charts and explanations by the library; xlsx-file.ts puts
 * the rows of the tables in.
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
 * A table on its sheet: `sheet` is its place in the workbook from 1 on, `heads` the number of rows
 * above the values.
 */
export type TableSheet = { table: TableHead; sheet: number; heads: number }
export type Book = { archive: Uint8Array; tables: readonly TableSheet[] }

/** Always the same, so that the same document gives the same bytes. */
const CREATED_AT = new Date(Date.UTC(2000, 0, 1))

/** The letters of a column, from 0 on: A, B … Z, AA. */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26))

// an ampersand begins a code there
const headerText = (words: string): string => words.replaceAll('&', '&&')

/** Heads, then a row with the styles of the values, then a row with those of the total. */
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
  columns.forEach(({ kind }, index) => {
    cells.set(`${heads - 1},${index}`, { style: HEAD })
    cells.set(`${heads},${index}`, { value: 0, style: valueStyle(kind, false) })
    cells.set(`${heads + 1},${index}`, { value: 0, style: valueStyle(kind, true) })
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
  { document, source, language }: FormatJob,
  name: string,
  tables: readonly TableHead[],
  names: readonly string[],
): WriteSheet {
  const rows: (string | number)[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const text = (words: LocalizedText | string): string => cellText(words, language)
  const addRow = (row: (string | number)[], label = LABEL): void => {
    row.forEach((value, index) =>
      cells.set(`${rows.length},${index}`, {
        style: label === HEAD || index === 0 ? label : typeof value === 'number' ? LABEL : WRAPPED,
      }),
    )
    rows.push(row)
  }
  addRow([text(document.title)], TITLE)
  if (document.mark) addRow([text(document.mark)], TITLE)
  for (const line of document.lines) addRow([text(line)], PLAIN)
  addRow([text(WORDS.zone), document.zone])
  addRow([text(WORDS.position), source.position])
  addRow([text(WORDS.hash), source.hash])
  rows.push([])
  addRow([text(WORDS.sheets), text(WORDS.note), text(WORDS.rows)], HEAD)
  tables.forEach((table, index) =>
    addRow([names[index] ?? '', text(table.note ?? ''), table.count], WRAPPED),
  )
  for (const { title, words } of document.sections) {
    if (words.length === 0) continue
    rows.push([])
    addRow([text(title)], TITLE)
    for (const paragraph of words) addRow(['', text(paragraph)])
  }
  return {
    name,
    rows,
    cells,
    columns: [{ width: 28 }, { width: 90 }, { width: 12 }],
    pageSetup: ON_A4,
  }
}

/** Sheets in this order: about, the tables, the charts. */
export async function makeBook(job: FormatJob): Promise<Book> {
  const { document, language } = job
  const tables = document.sections.flatMap((section) => section.tables)
  const charts = document.sections.flatMap((section) => section.charts)
  const text = (words: LocalizedText): string => cellText(words, language)
  const [about = '', ...rest] = sheetNames([
    text(WORDS.about),
    ...tables.map(({ title }) => text(title)),
    ...(charts.length > 0 ? [text(WORDS.charts)] : []),
  ])
  const mark = document.mark && text(document.mark)
  const archive = await writeXlsx({
    sheets: [
      aboutSheet(job, about, tables, rest),
      ...tables.map((table, index) => tableSheet(table, rest[index] ?? '', mark, language)),
      ...(charts.length > 0 ? [chartSheet(charts, language, rest[tables.length] ?? '')] : []),
    ],
    defaultFont: FONT,
    stringMode: 'inline',
    properties: {
      title: text(document.title),
      creator: 'Vigil',
      created: CREATED_AT,
      modified: CREATED_AT,
    },
  })
  return {
    archive,
    tables: tables.map((table, index) => ({
      table,
      sheet: index + 2,
      heads: mark === null ? 1 : 2,
    })),
  }
}
