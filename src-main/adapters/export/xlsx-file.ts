/**
 * Writes XLSX: the library makes the workbook, and the rows of its tables go in as they come, so
 * that a long register never lies in memory whole.
 */
import type { FormatJob, Rows } from './worker-messages.ts'
import { cellText, cellValue } from './cell-values.ts'
import type { Target } from './file-target.ts'
import { letters, makeBook, type TableSheet } from './xlsx-book.ts'
import { unzip, writeZip, type ZipEntry } from './zip-archive.ts'

/**
 * A spreadsheet takes `_x0041_` in a text for the character A; so the underscore in front becomes
 * such a word itself.
 */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))

function cellXml(ref: string, style: string, value: number | string | null): string {
  if (value === null) return `<c r="${ref}"${style}/>`
  return typeof value === 'number'
    ? `<c r="${ref}"${style}><v>${value}</v></c>`
    : `<c r="${ref}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/**
 * A sheet of the library, taken apart at its rows: the text of each row, and the style of each cell
 * as an attribute.
 */
function rowsIn(xml: string): {
  before: string
  rows: readonly { text: string; styles: readonly string[] }[]
  after: string
} {
  const [from, to] = [
    xml.indexOf('<sheetData>') + '<sheetData>'.length,
    xml.indexOf('</sheetData>'),
  ]
  const rows = [...xml.slice(from, to).matchAll(/<row .*?<\/row>/gs)].map(([text]) => ({
    text,
    styles: [...text.matchAll(/<c r="[A-Z]+\d+"( s="\d+")?/g)].map(([, style]) => style ?? ''),
  }))
  return { before: xml.slice(0, from), rows, after: xml.slice(to) }
}

async function* sheetOf(
  xml: string,
  { table, heads }: TableSheet,
  rows: AsyncIterable<Rows>,
  { document, language }: FormatJob,
): AsyncGenerator<string> {
  const { before, rows: templateRows, after } = rowsIn(xml)
  const { columns, count, total, empty } = table
  const [values = [], last = []] = [templateRows[heads]?.styles, templateRows[heads + 1]?.styles]
  const names = columns.map((_column, index) => letters(index))
  const lines = heads + Math.max(1, count) + (total ? 1 : 0)
  const line = (row: Rows[number], n: number, styles: readonly string[]): string =>
    `<row r="${n}">${row
      .map((value, index) =>
        cellXml(
          `${names[index] ?? ''}${n}`,
          styles[index] ?? '',
          cellValue(value, columns[index]?.kind ?? 'text', language, document.zone),
        ),
      )
      .join('')}</row>`
  yield before.replace(
    /<dimension ref="[^"]*"/,
    `<dimension ref="A1:${names.at(-1) ?? 'A'}${lines}"`,
  )
  yield templateRows
    .slice(0, heads)
    .map(({ text }) => text)
    .join('')
  let n = heads
  for await (const piece of rows) yield piece.map((row) => line(row, ++n, values)).join('')
  if (n === heads) yield `<row r="${++n}">${cellXml(`A${n}`, '', cellText(empty, language))}</row>`
  if (total) yield line(total, ++n, last)
  yield after
}

/** Writes the whole workbook. */
export async function writeWorkbook(job: FormatJob, target: Target): Promise<void> {
  const { archive, tables } = await makeBook(job)
  const parts = unzip(archive)
  const tableEntries = tables.map((tableSheet): ZipEntry => {
    const path = `xl/worksheets/sheet${tableSheet.sheet}.xml`
    const xml = parts.get(path)
    if (!xml) throw new Error(`no ${path} in the workbook`)
    parts.delete(path)
    return { path, data: sheetOf(xml.toString('utf8'), tableSheet, job.rows(), job) }
  })
  await writeZip(target, [...[...parts].map(([path, data]) => ({ path, data })), ...tableEntries])
}
