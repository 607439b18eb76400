/** The words of the shift handover, typed; they load with its pages. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { handoverEn } from '#renderer/i18n/handover.en.ts'
import { handoverZh } from '#renderer/i18n/handover.zh.ts'

export const useHandoverWords = () => useMoreWords('handover', handoverZh, handoverEn)
