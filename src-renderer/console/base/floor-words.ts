/** The words of floor plans, typed; they load with the first part that shows one. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { floorEn } from '#renderer/i18n/floor.en.ts'
import { floorZh } from '#renderer/i18n/floor.zh.ts'

export const useFloorWords = () => useMoreWords('floor', floorZh, floorEn)
