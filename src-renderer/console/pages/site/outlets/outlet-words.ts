/** The words of the channels of announcements, typed; they load with the settings. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { outletsEn } from '#renderer/i18n/outlets.en.ts'
import { outletsZh } from '#renderer/i18n/outlets.zh.ts'

export const useOutletWords = () => useMoreWords('outlets', outletsZh, outletsEn)
