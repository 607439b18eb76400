/** Takes a document apart for the worker: all but the rows at once, the rows in small batches. */
import type { ReportDocument, Table, Value } from '#shared/domain/document/document.ts'
import { shown, type Language } from '#shared/domain/document/format.ts'
import type { TableHead, DocumentHead, Rows } from './worker-messages.ts'

/** Rows of a batch: handing it over takes the main thread about a millisecond. */
const BATCH = 250
const [NARROWEST, WIDEST, SAMPLE_SIZE] = [8, 44, 200]

const values = (row: Table['rows'][number]): readonly Value[] => row.map(({ value }) => value)

/** In digits; a Chinese character is as wide as two. Of several lines the longest counts. */
const widthOf = (text: string): number =>
  Math.max(
    ...text
      .slice(0, SAMPLE_SIZE)
      .split('\n')
      .map((line) => [...line].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)),
  )

function widthsOf(
  { columns, rows, total = [] }: Table,
  language: Language,
  zone: string,
): readonly number[] {
  const samples = [...rows.slice(0, SAMPLE_SIZE), total]
  return columns.map(({ title, kind }, index) => {
    const widest = Math.max(
      widthOf(title[language]),
      ...samples.map((row) => widthOf(shown(row[index]?.value ?? null, kind, language, zone))),
    )
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 3)) // room for the button of the filter
  })
}

const headOf = (table: Table, language: Language, zone: string): TableHead => {
  const { rows, total, ...head } = table
  return {
    ...head,
    count: rows.length,
    total: total ? values(total) : null,
    widths: widthsOf(table, language, zone),
  }
}

/** The document without the rows of its tables. */
export const documentHead = (document: ReportDocument, language: Language): DocumentHead => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    tables: section.tables.map((table) => headOf(table, language, document.zone)),
  })),
})

/** The rows of all tables in order; `last`: the table ends with this batch. */
export function* rowBatches(
  document: ReportDocument,
): Generator<{ rows: Rows; last: boolean }, undefined> {
  for (const { rows } of document.sections.flatMap(({ tables }) => tables)) {
    for (let from = 0; from === 0 || from < rows.length; from += BATCH)
      yield { rows: rows.slice(from, from + BATCH).map(values), last: from + BATCH >= rows.length }
  }
}

export const rowCount = (document: ReportDocument): number =>
  document.sections.flatMap(({ tables }) => tables).reduce((sum, { rows }) => sum + rows.length, 0)

/**
 * The same document with a single table; null if it has no table of this id. Without an id: the
 * register, else the first table.
 */
export function onlyTable(document: ReportDocument, id: string | undefined): ReportDocument | null {
  const tables = document.sections.flatMap(({ tables: all }) => all)
  const table =
    id === undefined
      ? (tables.find((table) => table.id === 'register') ?? tables[0])
      : tables.find((table) => table.id === id)
  return table
    ? {
        ...document,
        sections: [{ id: table.id, title: table.title, words: [], charts: [], tables: [table] }],
      }
    : null
}
