/** The words of exported files beside those of their document, in both languages. */
import type { Format } from '#shared/domain/document/file-formats.ts'
import { localized } from '#shared/domain/text.ts'

export const WORDS = {
  about: localized('说明', 'About'),
  charts: localized('图表', 'Charts'),
  zone: localized('时区', 'Time zone'),
  position: localized('记录条数', 'Record entry'),
  hash: localized('记录校验值', 'Hash of the record'),
  sheets: localized('工作表', 'Sheet'),
  rows: localized('行数', 'Rows'),
  note: localized('口径', 'What it shows'),
  name: localized('名称', 'Name'),
  count: localized('数量', 'Number'),
  weekday: localized('星期', 'Weekday'),
  words: localized('正文', 'Text'),
} as const

const MIME: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
}
/** The type under which a browser gets the file. */
export const mimeOf = (format: Format): string => MIME[format]
