/** The refusals of an export, in both languages. */
import { basename } from 'node:path'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { isOutOfSpace, fileErrorReason } from '../file-errors.ts'

export const cancelled = (): Refusal =>
  refuse('export-cancelled', localized('已取消，没有写成文件', 'Cancelled: no file was written'))
export const failed = (): Refusal =>
  refuse(
    'export-failed',
    localized(
      '导出时程序出错，文件没有写成；请重试，再不行请告诉管理员，详情已写入技术日志',
      'Something went wrong in the program while writing: no file was made. The technical log has the details',
    ),
  )
export const unknownTable = (name: string, ids: readonly string[]): Refusal =>
  refuse(
    'unknown-table',
    localized(
      `没有这个表：${name}。可用：${ids.join(' ')}`,
      `There is no such table: ${name}. Known: ${ids.join(' ')}`,
    ),
    ids,
  )
export const noBrowser = (): Refusal =>
  refuse(
    'no-browser',
    localized(
      '生成PDF需要桌面版，或本机装有Chrome、Edge或Chromium（可用CHROME_BIN指明）。也可导出html，再用浏览器打印成PDF',
      'A PDF needs the desktop program, or Chrome, Edge or Chromium on this machine (CHROME_BIN may give its path). Or export html and print that to PDF in a browser',
    ),
  )
export const notPrinted = (): Refusal =>
  refuse(
    'export-failed',
    localized(
      '浏览器没能生成PDF；可改为导出html，再用浏览器打印',
      'The browser could not make the PDF; export html instead and print that',
    ),
  )

/** Null for what is no failure of the file system. */
export function notWritten(error: unknown): Refusal | null {
  const reason = fileErrorReason(error)
  if (!reason) return null
  const { path } = error as NodeJS.ErrnoException
  const name =
    path === undefined ? '' : basename(path).replace(/\.\d+-{1,2}\d+\.part(\.html)?$/, '')
  return isOutOfSpace(error)
    ? refuse(
        'disk-full',
        localized(
          '磁盘已满，文件没有写成，原有同名文件未动。请腾出空间或换个位置再导出',
          'The disk is full: the file was not written, and any file of that name is unchanged. Free some space or choose another place',
        ),
      )
    : refuse(
        'file-not-written',
        localized(
          `文件${name}没有写成：${reason.zh}`,
          `The file ${name} was not written: ${reason.en}`,
        ),
      )
}
