/** The words of keeping and purging personal values, typed; they load with what shows them. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { retentionEn } from '#renderer/i18n/retention.en.ts'
import { retentionZh } from '#renderer/i18n/retention.zh.ts'

export const useRetentionWords = () => useMoreWords('retention', retentionZh, retentionEn)
