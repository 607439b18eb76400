/** The words of the register of places, typed; they load with its page. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { placesEn } from '#renderer/i18n/places.en.ts'
import { placesZh } from '#renderer/i18n/places.zh.ts'

export const usePlaceWords = () => useMoreWords('places', placesZh, placesEn)
