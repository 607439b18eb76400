/** The words of the aftermath, typed; they load with what shows them. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { aftermathEn } from '#renderer/i18n/aftermath.en.ts'
import { aftermathZh } from '#renderer/i18n/aftermath.zh.ts'

export const useAftermathWords = () => useMoreWords('aftermath', aftermathZh, aftermathEn)

/** What a label says without its bracket: how the field is called in a sentence. */
export const fieldOf = (label: string): string => label.split(/（| \(/)[0] ?? label
