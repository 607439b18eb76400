/** The words of plan upkeep, typed; they load with what shows them. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { upkeepEn } from '#renderer/i18n/upkeep.en.ts'
import { upkeepZh } from '#renderer/i18n/upkeep.zh.ts'

export const useUpkeepWords = () => useMoreWords('upkeep', upkeepZh, upkeepEn)
