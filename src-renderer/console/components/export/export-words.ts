/** The words of the bar that makes files, typed; they come with it and not before. */
import { exportEn } from '#renderer/i18n/export.en.ts'
import { exportZh } from '#renderer/i18n/export.zh.ts'
import { useMoreWords } from '#renderer/i18n/index.ts'

export const useExportWords = () => useMoreWords('export', exportZh, exportEn)
