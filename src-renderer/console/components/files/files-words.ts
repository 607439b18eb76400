/** The words of attached files, typed; they load with what shows them. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { filesEn } from '#renderer/i18n/files.en.ts'
import { filesZh } from '#renderer/i18n/files.zh.ts'

export const useFilesWords = () => useMoreWords('files', filesZh, filesEn)
