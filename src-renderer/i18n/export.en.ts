/** The words of the bar that makes files, in English; they come with it. */
import type { exportZh } from './export.zh.ts'

export const exportEn: typeof exportZh = {
  title: 'Export',
  withReasons: 'With reasons for delay and corrective actions',
  making: 'Writing the {format} file',
  lines: ', {done} of {of} lines',
  parts: ', {done} of {of} lines and files',
  cancel: 'Cancel',
  again: 'Download again',
  got: 'Passed to the browser: {file}',
  saved: 'Saved: {file}',
  notSaved: 'Not saved; the file is kept and can be fetched again',
  hint: 'Export as {format}',
}
