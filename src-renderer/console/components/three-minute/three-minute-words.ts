/** The words of the three-minute drill, typed; they load with what shows it. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { threeMinuteEn } from '#renderer/i18n/three-minute.en.ts'
import { threeMinuteZh } from '#renderer/i18n/three-minute.zh.ts'

export const useThreeMinuteWords = () => useMoreWords('threeMinute', threeMinuteZh, threeMinuteEn)
