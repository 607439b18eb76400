/**
 * Marks words that are not in the language of the page, because whoever wrote them wrote one
 * language only: a reader is told by `lang`, an eye by a quiet tag behind them (tokens.css).
 */
import type { FunctionDirective } from 'vue'
import { LANGUAGE_CODES, LANGUAGE_TAGS } from '#shared/domain/language-tags.ts'
import { languageOf, type Language } from '#shared/domain/text.ts'

/**
 * `<b v-words="tr(step.title)">{{ tr(step.title) }}</b>`: the value is what the element shows.
 * `v-words.silent` sets only `lang`, where there is no room for a tag.
 */
export const vWords: FunctionDirective<HTMLElement, string, 'silent'> = (
  element,
  { value, modifiers },
) => {
  const page: Language = document.documentElement.lang === 'en' ? 'en' : 'zh'
  const language = languageOf(value, page)
  if (language === page) {
    element.removeAttribute('lang')
    delete element.dataset.written
    return
  }
  element.lang = LANGUAGE_CODES[language]
  if (!modifiers.silent) element.dataset.written = LANGUAGE_TAGS[language]
}
