/** The words of the settings page, typed; they load with the page. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { siteEn } from '#renderer/i18n/site.en.ts'
import { siteZh } from '#renderer/i18n/site.zh.ts'

export const useSiteWords = () => useMoreWords('site', siteZh, siteEn)
