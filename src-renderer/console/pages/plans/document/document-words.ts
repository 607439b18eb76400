/** The words for documents of the site's own, typed; they come with the pages of plans. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { documentsEn } from '#renderer/i18n/documents.en.ts'
import { documentsZh } from '#renderer/i18n/documents.zh.ts'

export const useDocumentWords = () => useMoreWords('documents', documentsZh, documentsEn)
