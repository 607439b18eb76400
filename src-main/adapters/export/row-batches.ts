/**
 * Takes a paper apart for the worker: everything but the rows at once, the rows in pieces that are
 * quickly handed over. It writes nothing.
 */
import type { Paper, Table, Value } from '#shared/domain/document/document.ts'
import { shown, type Language } from '#shared/domain/document/format.ts'
import type { TableHead, DocumentHead, Rows } from './worker-messages.ts'

/** Rows in one piece: handing it over takes the main thread about a millisecond. */
const PIECE = 250
const [NARROWEST, WIDEST, LOOKED_AT] = [8, 44, 200]

const values = (row: Table['rows'][number]): readonly Value[] => row.map(({ value }) => value)

/** In digits; a Chinese character is as wide as two. Of several lines the longest counts. */
const widthOf = (text: string): number =>
  Math.max(
    ...text
      .slice(0, LOOKED_AT)
      .split('\n')
      .map((line) => [...line].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)),
  )

function widthsOf(
  { columns, rows, total = [] }: Table,
  language: Language,
  zone: string,
): readonly number[] {
  const looked = [...rows.slice(0, LOOKED_AT), total]
  return columns.map(({ title, kind }, at) => {
    const widest = Math.max(
      widthOf(title[language]),
      ...looked.map((row) => widthOf(shown(row[at]?.value ?? null, kind, language, zone))),
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

/** The paper without the rows of its tables. */
export const documentHead = (paper: Paper, language: Language): DocumentHead => ({
  ...paper,
  sections: paper.sections.map((section) => ({
    ...section,
    tables: section.tables.map((table) => headOf(table, language, paper.zone)),
  })),
})

/** The rows of all tables in order; `last`: with this piece a table is at its end. */
export function* rowBatches(paper: Paper): Generator<{ rows: Rows; last: boolean }, undefined> {
  for (const { rows } of paper.sections.flatMap(({ tables }) => tables)) {
    for (let from = 0; from === 0 || from < rows.length; from += PIECE)
      yield { rows: rows.slice(from, from + PIECE).map(values), last: from + PIECE >= rows.length }
  }
}

export const rowCount = (paper: Paper): number =>
  paper.sections.flatMap(({ tables }) => tables).reduce((sum, { rows }) => sum + rows.length, 0)

/**
 * The same paper with no table but this one; null if it has none of this name. Without a name: the
 * register, else the first.
 */
export function onlyTable(paper: Paper, id: string | undefined): Paper | null {
  const tables = paper.sections.flatMap(({ tables: all }) => all)
  const table =
    id === undefined
      ? (tables.find((one) => one.id === 'register') ?? tables[0])
      : tables.find((one) => one.id === id)
  return table
    ? {
        ...paper,
        sections: [{ id: table.id, title: table.title, words: [], charts: [], tables: [table] }],
      }
    : null
}
