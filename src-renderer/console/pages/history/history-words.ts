/** The words of the history pages, typed; they load with these pages. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { historyEn } from '#renderer/i18n/history.en.ts'
import { historyZh } from '#renderer/i18n/history.zh.ts'

export const useHistoryWords = () => useMoreWords('history', historyZh, historyEn)
