/**
 * Seals a personal value for the record: only the digest of salt and value. The value itself lies
 * in one table that permits deletion, so that a purge leaves the record valid (突发事件应对法 art. 84–85).
 */
import { isSame } from './canonical.ts'
import { isLocalizedText, localized, type LocalizedText } from './text.ts'

export type Sealed = { sealed: string }

/**
 * What newer events hold sealed and older ones in clear, which never change. A text that the
 * contract tags as personal is none: it has to be sealed before.
 */
export type Guarded = (string & { readonly personal?: never }) | Sealed

/** Gives the value of a seal, or null once it is purged. */
export type Open = (sealed: Sealed) => string | null

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && typeof (value as Sealed).sealed === 'string'

/** What stands where a value was. */
export const PURGED = localized('（内容已按规定清除）', '(removed by rule)')
/** The same in a text that has no language. */
const PURGED_TEXT = `${PURGED.zh} ${PURGED.en}`
/** What stands in a document for a value that it leaves out. */
export const WITHHELD = localized('〔略〕', '[withheld]')

/** The value as screens show it. */
export const shown = (value: Guarded, open: Open): string =>
  isSealed(value) ? (open(value) ?? PURGED_TEXT) : value
export const shownOrNull = (value: Guarded | null | undefined, open: Open): string | null =>
  value === null || value === undefined ? null : shown(value, open)

/** Whether two values say the same, whatever seals their words have. */
export function isSameOpened(value: unknown, other: unknown, open: Open): boolean {
  const plain = (part: unknown): unknown =>
    JSON.parse(
      JSON.stringify(part ?? null, (_key, inner: unknown) =>
        isSealed(inner) ? (open(inner) ?? inner.sealed) : inner,
      ),
    )
  return isSame(plain(value), plain(other))
}

/** Without outer blanks, as far as it can be seen. */
export const trimmed = (value: Guarded): Guarded => (isSealed(value) ? value : value.trim())

/** Every digest of a personal value that an event or a state speaks of. */
export function sealedIn(value: unknown): readonly Sealed[] {
  if (typeof value !== 'object' || value === null) return []
  return isSealed(value) ? [value] : Object.values(value).flatMap(sealedIn)
}

// A seal within a sentence: a sentence is made before anybody has the value, and may be stored.
const REFERENCE = /⟦([0-9a-f]{64})⟧/g
/** The seal of a value that is left out, and what stands for it in a sentence. */
export const WITHHELD_SEAL: Sealed = { sealed: '0'.repeat(64) }
export const WITHHELD_REFERENCE = `⟦${WITHHELD_SEAL.sealed}⟧`

/** The value as it stands in a sentence, until {@link withValues} puts it there. */
export const inSentence = (value: Guarded): string =>
  isSealed(value) ? `⟦${value.sealed}⟧` : value

/** The seals that the sentences in a value speak of. */
export const referredIn = (value: unknown): readonly Sealed[] =>
  [...JSON.stringify(value ?? null).matchAll(REFERENCE)].map(([, sealed = '']) => ({ sealed }))

/** The same with a word in place of every sealed value in its sentences: what is left out. */
export const withoutValues = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value).replace(REFERENCE, WITHHELD_REFERENCE)) as T

/** The same with the values in every sentence; a purged one leaves a word in its language. */
export function withValues<T>(value: T, open: Open): T {
  const put = (text: string, language: keyof LocalizedText | null): string =>
    text.includes('⟦')
      ? text.replace(REFERENCE, (reference, sealed: string) => {
          const [none, left] =
            reference === WITHHELD_REFERENCE ? [null, WITHHELD] : [open({ sealed }), PURGED]
          if (none !== null) return none
          if (language !== null) return left[language]
          return left === WITHHELD ? WITHHELD.zh : PURGED_TEXT
        })
      : text
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return put(part, null)
    if (typeof part !== 'object' || part === null) return part
    if (Array.isArray(part)) return part.map(walk)
    if (isLocalizedText(part)) return { ...part, zh: put(part.zh, 'zh'), en: put(part.en, 'en') }
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value) as T
}
