/** The words of the page that takes tables into the registers, typed; they load with it. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { registerImportEn } from '#renderer/i18n/register-import.en.ts'
import { registerImportZh } from '#renderer/i18n/register-import.zh.ts'

export const useRegisterImportWords = () =>
  useMoreWords('registerImport', registerImportZh, registerImportEn)
