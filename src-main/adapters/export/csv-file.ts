/**
 * Writes CSV by RFC 4180, in UTF-8 with a byte order mark so that spreadsheets read Chinese: a
 * single table, its heads in the first line, no total.
 */
import type { ColumnKind, Value } from '#shared/domain/document/document.ts'
import type { Language } from '#shared/domain/document/format.ts'
import { clockDuration } from '#shared/domain/wording/duration.ts'
import { instantText } from '#shared/domain/wording/instant.ts'
import { cellText } from './cell-values.ts'
import { escapeFormula } from './sanitise.ts'
import type { FormatJob } from './worker-messages.ts'
import type { Target } from './file-target.ts'

const MARK = '\ufeff'
const END = '\r\n'

/** Numbers as a program reads them, durations and instants as a spreadsheet does. */
function numberField(value: number, kind: ColumnKind, zone: string): string {
  switch (kind) {
    case 'duration':
      return `${value < 0 ? '-' : ''}${clockDuration(Math.abs(value))}`
    case 'instant':
      return instantText(value, zone)
    case 'yuan':
      return value.toFixed(2)
    case 'count':
    case 'difference':
    case 'share':
    case 'text':
    case 'date':
      return String(value)
  }
}

/** Quoted also for what separates fields in countries where the comma is in numbers. */
const quoted = (field: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field

/** Empty for null; a text that would act as a formula is escaped. */
export function csvField(value: Value, kind: ColumnKind, language: Language, zone: string): string {
  if (value === null) return ''
  return typeof value === 'number'
    ? numberField(value, kind, zone)
    : quoted(escapeFormula(cellText(value, language)))
}

/** Writes the one table of the job. */
export async function writeCsv(
  { document, rows, language }: FormatJob,
  target: Target,
): Promise<void> {
  const [table] = document.sections.flatMap(({ tables }) => tables)
  if (!table) return
  const line = (fields: readonly string[]): string => fields.join(',') + END
  target.write(
    MARK + line(table.columns.map(({ title }) => csvField(title, 'text', language, document.zone))),
  )
  for await (const piece of rows()) {
    target.write(
      piece
        .map((row) =>
          line(
            row.map((value, index) =>
              csvField(value, table.columns[index]?.kind ?? 'text', language, document.zone),
            ),
          ),
        )
        .join(''),
    )
  }
}
