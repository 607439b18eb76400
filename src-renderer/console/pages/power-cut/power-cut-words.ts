/** The words of the power-cut sheet, typed; they load with its page. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { powerCutEn } from '#renderer/i18n/power-cut.en.ts'
import { powerCutZh } from '#renderer/i18n/power-cut.zh.ts'

export const usePowerCutWords = () => useMoreWords('powerCut', powerCutZh, powerCutEn)
