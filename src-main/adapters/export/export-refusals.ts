/** The refusals of an export, in both languages. */
import { basename } from 'node:path'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { isOutOfSpace, fileErrorReason } from '../file-errors.ts'
import { sanitise } from './sanitise.ts'

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
/** Why a browser printed nothing, by what it says of itself. */
const PRINT_FAULTS: readonly [RegExp, LocalizedText][] = [
  [
    /as root without --no-sandbox/i,
    localized(
      '值守站以root身份运行，而浏览器不肯以root身份运行。请改用普通账户运行值守站',
      'the station runs as root, and the browser refuses to run as root: run the station as an ordinary user',
    ),
  ],
  [
    /no usable sandbox|sandbox.*(failed|denied)|clone.*operation not permitted/i,
    localized(
      '系统不让浏览器建立沙箱。请管理员放开用户命名空间，或改用桌面版',
      'the system gives the browser no sandbox: have the administrator allow user namespaces, or use the desktop program',
    ),
  ],
  [
    /error while loading shared libraries/i,
    localized('浏览器缺少系统库', 'the browser lacks a library of the system'),
  ],
]

/** The last line, without the numbers of processes and lines before it. */
function lastLine(says: string): string {
  const line = says.trim().split('\n').at(-1) ?? ''
  return sanitise(line.replace(/^\[[^\]]*\]\s*/, '')).slice(0, 200)
}

/** `says`: what the browser said, or why it could not be spoken to; empty if nothing is known. */
export function notPrinted(says = ''): Refusal {
  const line = lastLine(says)
  const why =
    PRINT_FAULTS.find(([fault]) => fault.test(says))?.[1] ??
    (line === '' ? null : localized(line, line))
  return refuse(
    'export-failed',
    localized(
      `浏览器没能生成PDF${why ? `：${why.zh}` : ''}。可改为导出html，再用浏览器打印`,
      `The browser could not make the PDF${why ? `: ${why.en}` : ''}. Export html instead and print that`,
    ),
  )
}

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
