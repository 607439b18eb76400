/** The words of the readiness page, typed; they load with it. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { readinessEn } from '#renderer/i18n/readiness.en.ts'
import { readinessZh } from '#renderer/i18n/readiness.zh.ts'

export const useReadinessWords = () => useMoreWords('readiness', readinessZh, readinessEn)
