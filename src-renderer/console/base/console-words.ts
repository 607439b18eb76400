/** The console's words, typed: a key that no message file has does not compile. */
import { useText, useWords } from '../../i18n/index.ts'
import type { ConsoleWords } from '../../i18n/console.zh.ts'
import { storedWords } from '../../ui/stored-words.ts'

export const useConsoleWords = () => useWords<ConsoleWords>()

/**
 * Shows words of the record that the station itself stored: `const stored = useStored();
 * stored(incident.place)`.
 */
export function useStored(): (words: string | null) => string {
  const { lang } = useText()
  return (words) => storedWords(words ?? '', lang.value)
}
