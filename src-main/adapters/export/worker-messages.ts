/** The messages between the main thread and the worker that writes files, all plain data. */
import type { DocumentFormat, DocumentSource, Enclosed, FilingEnclosed } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { ReportDocument, Section, Table, Value } from '#shared/domain/document/document.ts'
import type { Language } from '#shared/domain/document/format.ts'

export type Rows = readonly (readonly Value[])[]
/** A table whose rows come later, piece by piece. `widths` of its columns, in digits. */
export type TableHead = Omit<Table, 'rows' | 'total'> & {
  count: number
  total: readonly Value[] | null
  widths: readonly number[]
}
/** A document without the rows of its tables. */
export type DocumentHead = Omit<ReportDocument, 'sections'> & {
  sections: readonly (Omit<Section, 'tables'> & { tables: readonly TableHead[] })[]
}

/**
 * `temporary`: where the file is written before it gets its name `file`; for PDF the page and the
 * printed file come to lie there first.
 */
export type Assignment = {
  head: DocumentHead
  source: DocumentSource
  format: DocumentFormat
  language: Language
  file: string
  temporary: string
  page: string
  enclosed: Enclosed | FilingEnclosed | null
}

export type ToWorker =
  { kind: 'rows'; rows: Rows; last: boolean } | { kind: 'printed'; refusal: Refusal | null }
/**
 * rows: send the next batch · file: one more of the enclosed files is in it · print: print the file
 * at `page` to `temporary`.
 */
export type FromWorker =
  | { kind: 'rows' }
  | { kind: 'file' }
  | { kind: 'print' }
  | { kind: 'done'; bytes: number; sha256: string }
  | { kind: 'refused'; refusal: Refusal }

/**
 * The input of the writer of a format. `rows` gives the batches of the next table, in the order of
 * the document; each table is to be read to its end.
 */
export type FormatJob = {
  document: DocumentHead
  source: DocumentSource
  language: Language
  rows: () => AsyncIterable<Rows>
}
