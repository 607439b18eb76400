/** The console's words, typed: a key that no message file has does not compile. */
import { useWords } from '../i18n/index.ts'
import type { ConsoleWords } from '../i18n/console.zh.ts'

export const useConsoleWords = () => useWords<ConsoleWords>()
