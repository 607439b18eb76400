/** The words of handing up to HQ, typed; they load with the settings. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { hqEn } from '#renderer/i18n/hq.en.ts'
import { hqZh } from '#renderer/i18n/hq.zh.ts'

export const useHqWords = () => useMoreWords('hq', hqZh, hqEn)
