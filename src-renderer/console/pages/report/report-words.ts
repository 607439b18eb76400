/** The words of the report pages, typed; they load with these pages. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { reportEn } from '#renderer/i18n/report.en.ts'
import { reportZh } from '#renderer/i18n/report.zh.ts'

export const useReportWords = () => useMoreWords('report', reportZh, reportEn)
