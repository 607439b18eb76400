/** The words of the daily self-test, typed; they load with the settings. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { selfTestEn } from '#renderer/i18n/self-test.en.ts'
import { selfTestZh } from '#renderer/i18n/self-test.zh.ts'

export const useSelfTestWords = () => useMoreWords('selfTest', selfTestZh, selfTestEn)
