/** The words that files have beside those of their paper, in both languages. */
import type { Format } from '#shared/domain/document/file-formats.ts'
import { text } from '#shared/domain/text.ts'

export const WORDS = {
  about: text('说明', 'About'),
  charts: text('图表', 'Charts'),
  zone: text('时区', 'Time zone'),
  position: text('数据位置', 'Data position'),
  hash: text('记录校验值', 'Hash of the record'),
  sheets: text('工作表', 'Sheet'),
  rows: text('行数', 'Rows'),
  note: text('口径', 'What it says'),
  name: text('名称', 'Name'),
  count: text('数量', 'Number'),
  weekday: text('星期', 'Weekday'),
  words: text('正文', 'Text'),
} as const

const MIME: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
}
/** What a browser is told that it gets. */
export const mimeOf = (format: Format): string => MIME[format]
