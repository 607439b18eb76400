/** The words of the register of people, posts and duty, typed; they load with the settings page. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { registerEn } from '#renderer/i18n/register.en.ts'
import { registerZh } from '#renderer/i18n/register.zh.ts'

export const useRegisterWords = () => useMoreWords('register', registerZh, registerEn)
