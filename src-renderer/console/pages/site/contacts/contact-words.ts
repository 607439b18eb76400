/** The words of the register of contacts, typed; they load with its page. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { contactsEn } from '#renderer/i18n/contacts.en.ts'
import { contactsZh } from '#renderer/i18n/contacts.zh.ts'

export const useContactWords = () => useMoreWords('contacts', contactsZh, contactsEn)
