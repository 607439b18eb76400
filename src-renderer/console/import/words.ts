/** The words of this page, typed; they come with the page and not before. */
import { useMoreWords } from '../../i18n/index.ts'
import { importEn } from '../../i18n/import.en.ts'
import { importZh } from '../../i18n/import.zh.ts'

export const useImportWords = () => useMoreWords('import', importZh, importEn)
