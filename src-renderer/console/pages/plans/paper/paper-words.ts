/** The words of papers of plans, typed; they load with what shows them. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { papersEn } from '#renderer/i18n/papers.en.ts'
import { papersZh } from '#renderer/i18n/papers.zh.ts'

export const usePaperWords = () => useMoreWords('papers', papersZh, papersEn)
