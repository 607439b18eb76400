/** The words of the files of plans, typed; they load with what shows them. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { attachmentsEn } from '#renderer/i18n/attachments.en.ts'
import { attachmentsZh } from '#renderer/i18n/attachments.zh.ts'

export const useAttachmentWords = () => useMoreWords('attachments', attachmentsZh, attachmentsEn)
