/** The words of the history pages, typed; they come with these pages and not before. */
import { useMoreWords } from '../../i18n/index.ts'
import { historyEn } from '../../i18n/history.en.ts'
import { historyZh } from '../../i18n/history.zh.ts'

export const useHistoryWords = () => useMoreWords('history', historyZh, historyEn)
