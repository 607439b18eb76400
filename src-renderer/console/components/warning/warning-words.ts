/** The words of warnings from outside, typed; they load with their lines. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { warningEn } from '#renderer/i18n/warning.en.ts'
import { warningZh } from '#renderer/i18n/warning.zh.ts'

export const useWarningWords = () => useMoreWords('warning', warningZh, warningEn)
