/** The words of the bar that makes files, typed; they come with it and not before. */
import { exportEn } from '../../i18n/export.en.ts'
import { exportZh } from '../../i18n/export.zh.ts'
import { useMoreWords } from '../../i18n/index.ts'

export const useExportWords = () => useMoreWords('export', exportZh, exportEn)
