/** The words of training, typed; they load with its part. */
import { trainingEn } from '#renderer/i18n/training.en.ts'
import { trainingZh } from '#renderer/i18n/training.zh.ts'
import { useMoreWords } from '#renderer/i18n/index.ts'

export const useTrainingWords = () => useMoreWords('training', trainingZh, trainingEn)
