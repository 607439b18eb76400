/** The words of announcements, typed; they load with their form. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { announceEn } from '#renderer/i18n/announce.en.ts'
import { announceZh } from '#renderer/i18n/announce.zh.ts'

export const useAnnounceWords = () => useMoreWords('announce', announceZh, announceEn)
