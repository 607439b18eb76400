/** The words of further callers, typed; they load with the first part that shows one. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { callersEn } from '#renderer/i18n/callers.en.ts'
import { callersZh } from '#renderer/i18n/callers.zh.ts'

export const useCallerWords = () => useMoreWords('callers', callersZh, callersEn)
