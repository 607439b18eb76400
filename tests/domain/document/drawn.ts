/** A table of a document as a reader sees it: its lines, cell by cell, in one language. */
import type { ReportDocument, Table } from '#shared/domain/document/document.ts'
import { shown, type Language } from '#shared/domain/document/format.ts'

export const ZONE = 'Asia/Shanghai'

export const linesOf = (
  { columns, rows }: Table,
  language: Language = 'zh',
): readonly (readonly string[])[] =>
  rows.map((row) =>
    row.map(({ value }, index) => shown(value, columns[index]?.kind ?? 'text', language, ZONE)),
  )

export function tableOf({ sections }: ReportDocument, id: string): Table {
  const table = sections.flatMap(({ tables }) => tables).find((candidate) => candidate.id === id)
  if (!table) throw new Error(`no table ${id}`)
  return table
}
