/** The words of the import, typed; they load with it. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { importEn } from '#renderer/i18n/import.en.ts'
import { importZh } from '#renderer/i18n/import.zh.ts'

export const useImportWords = () => useMoreWords('import', importZh, importEn)
