/** The words of the site's walls, typed; they load with the settings. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { wallsEn } from '#renderer/i18n/walls.en.ts'
import { wallsZh } from '#renderer/i18n/walls.zh.ts'

export const useWallWords = () => useMoreWords('walls', wallsZh, wallsEn)
