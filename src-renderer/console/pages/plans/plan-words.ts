/** The words of the plan pages, typed; they come with these pages and not before. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { plansEn } from '#renderer/i18n/plans.en.ts'
import { plansZh } from '#renderer/i18n/plans.zh.ts'

export const usePlanWords = () => useMoreWords('plans', plansZh, plansEn)
