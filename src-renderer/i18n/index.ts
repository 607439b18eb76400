/** The language of a page. Words for people come as {@link LocalizedText} or from a page's own message file; nothing here knows those words. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import type { LocalizedText } from '#shared/domain/text.ts'
import { isolated } from '../ui/isolated.ts'

export type Locale = 'zh-CN' | 'en'
export type Messages = { [key: string]: string | Messages }
/** Every key of a message file, dotted: a key that is not there does not compile. */
export type KeyOf<M> = {
  [K in keyof M & string]: M[K] extends string ? K : `${K}.${KeyOf<M[K]>}`
}[keyof M & string]

const REMEMBERED = 'vigil.lang'

/** The language asked for by `?lang=en`, else the one chosen here before, else Chinese. */
export function chosenLocale(): Locale {
  const requested =
    new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(REMEMBERED)
  return requested === 'en' ? 'en' : 'zh-CN'
}

/** Installs a page's messages. `en` has the shape of `zh`, so a translation that is missing does not compile. */
export function createWords<M extends Messages>(
  zh: M,
  en: NoInfer<M>,
  locale: Locale = chosenLocale(),
) {
  document.documentElement.lang = locale
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': zh, en },
  })
}

type Named = Record<string, unknown>

/** What people wrote turns no sentence round that it is put into. */
const isolatedIn = (named: Named): Named =>
  Object.fromEntries(
    Object.entries(named).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value) : value,
    ]),
  )

/** The page's own words: `const t = useWords<WallMessages>(); t('foot.contact', { time })`. */
export function useWords<M>(): (key: KeyOf<M>, named?: Named) => string {
  const { t } = useI18n()
  return (key, named) => (named ? t(key, isolatedIn(named)) : t(key))
}

/**
 * Words of a part that is loaded later than its page: they join the page's own under `name`, once. `zh` and `en` as in {@link createWords};
 * `const t = useMoreWords('plans', plansZh, plansEn); t('library.title')`.
 */
export function useMoreWords<M extends Messages>(
  name: string,
  zh: M,
  en: NoInfer<M>,
): (key: KeyOf<M>, named?: Named) => string {
  const { t, getLocaleMessage, mergeLocaleMessage } = useI18n()
  if (!Object.hasOwn(getLocaleMessage('zh-CN'), name)) {
    mergeLocaleMessage('zh-CN', { [name]: zh })
    mergeLocaleMessage('en', { [name]: en })
  }
  return (key, named) => (named ? t(`${name}.${key}`, isolatedIn(named)) : t(`${name}.${key}`))
}

/**
 * Picks the language of a {@link LocalizedText}: `const { tr, lang } = useText()`. While a plan is
 * written one of the two may be empty: then the other stands there.
 */
export function useText(): { tr: (text: LocalizedText) => string; lang: ComputedRef<'zh' | 'en'> } {
  const { locale } = useI18n()
  const lang = computed(() => (locale.value === 'en' ? 'en' : 'zh'))
  return { lang, tr: (text) => text[lang.value] || text[lang.value === 'zh' ? 'en' : 'zh'] }
}

/** Changes the language of the page, and remembers it on this machine. */
export function useLocale(): { locale: ComputedRef<Locale>; choose: (locale: Locale) => void } {
  const { locale } = useI18n()
  return {
    locale: computed(() => (locale.value === 'en' ? 'en' : 'zh-CN')),
    choose: (next) => {
      locale.value = next
      document.documentElement.lang = next
      localStorage.setItem(REMEMBERED, next)
    },
  }
}
