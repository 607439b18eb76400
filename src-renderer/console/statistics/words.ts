/** The words of the statistics page, typed; they come with the page and not before. */
import { useMoreWords } from '../../i18n/index.ts'
import { statisticsEn } from '../../i18n/statistics.en.ts'
import { statisticsZh } from '../../i18n/statistics.zh.ts'

export const useStatisticsWords = () => useMoreWords('statistics', statisticsZh, statisticsEn)
