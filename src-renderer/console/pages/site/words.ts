/** The words of the settings page, typed; they come with the page and not before. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { siteEn } from '#renderer/i18n/site.en.ts'
import { siteZh } from '#renderer/i18n/site.zh.ts'

export const useSiteWords = () => useMoreWords('site', siteZh, siteEn)
