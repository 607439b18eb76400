/** The words of the statistics page, typed; they load with the page. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { statisticsEn } from '#renderer/i18n/statistics.en.ts'
import { statisticsZh } from '#renderer/i18n/statistics.zh.ts'

export const useStatisticsWords = () => useMoreWords('statistics', statisticsZh, statisticsEn)
