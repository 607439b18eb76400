/**
 * Marks words that are not in the language of the page, because whoever wrote them wrote one
 * language only: a reader is told by `lang`, an eye by a quiet tag behind them (tokens.css).
 */
import type { FunctionDirective } from 'vue'
import { languageOf, type Language } from '#shared/domain/text.ts'

const MARKS: Readonly<Record<Language, { lang: string; tag: string }>> = {
  zh: { lang: 'zh-CN', tag: '中文' },
  en: { lang: 'en', tag: 'EN' },
}

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
  element.lang = MARKS[language].lang
  if (!modifiers.silent) element.dataset.written = MARKS[language].tag
}
