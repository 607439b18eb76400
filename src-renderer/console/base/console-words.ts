/** The console's words, typed: a key that no message file has does not compile. */
import { useText, useWords } from '../../i18n/index.ts'
import type { ConsoleWords } from '../../i18n/console.zh.ts'
import { isolated } from '../../ui/isolated.ts'
import { storedWords } from '../../ui/stored-words.ts'

export const useConsoleWords = () => useWords<ConsoleWords>()

/**
 * Shows words of the record that the station itself or a person stored: `const stored =
 * useStored(); stored(incident.place)`. They turn nothing round that stands beside them.
 */
export function useStored(): (words: string | null) => string {
  const { lang } = useText()
  return (words) => isolated(storedWords(words ?? '', lang.value))
}
