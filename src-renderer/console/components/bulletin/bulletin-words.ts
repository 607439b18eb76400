/** The words of the reports to those above, typed; they load with their form. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { bulletinEn } from '#renderer/i18n/bulletin.en.ts'
import { bulletinZh } from '#renderer/i18n/bulletin.zh.ts'

export const useBulletinWords = () => useMoreWords('bulletin', bulletinZh, bulletinEn)
