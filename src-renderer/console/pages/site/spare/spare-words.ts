/** The words of the spare, typed; they load with the settings. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { spareEn } from '#renderer/i18n/spare.en.ts'
import { spareZh } from '#renderer/i18n/spare.zh.ts'

export const useSpareWords = () => useMoreWords('spare', spareZh, spareEn)
