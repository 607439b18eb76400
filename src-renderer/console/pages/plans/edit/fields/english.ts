/**
 * Whether the words of a plan are written in English, too: the editor provides it, and every field
 * of words looks at it.
 */
import type { InjectionKey, Ref } from 'vue'
import type { EditedPlan } from '../draft/draft-types.ts'

export const ENGLISH: InjectionKey<Readonly<Ref<boolean>>> = Symbol('english')

/** Somebody has written a name in English: whoever goes on sees the fields for it. */
export const hasEnglish = ({ title, steps, facts }: EditedPlan): boolean =>
  title.en !== '' ||
  steps.some((step) => step.title.en !== '') ||
  Object.values(facts).some(({ question }) => question.en !== '')
