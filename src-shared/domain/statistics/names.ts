/**
 * Defines the names of the codes in figures. A code that nothing names any more is missing. It is
 * only the shape: the caller knows the names and fills it.
 */
import type { LocalizedText } from '../text.ts'

export type FigureNames = {
  types: Readonly<Record<string, LocalizedText>>
  categories: Readonly<Record<string, LocalizedText>>
  plans: Readonly<Record<string, LocalizedText>>
  steps: Readonly<
    Record<string, { title: LocalizedText; role: LocalizedText; planId: string; proposed: boolean }>
  >
  clauses: Readonly<Record<string, LocalizedText>> // what each says, in our words
  chapters?: Readonly<Record<string, LocalizedText>> // where each stands in its paper: 五（二）3（2）
  // by `plan|question`
  questions: Readonly<
    Record<string, { question: LocalizedText; options: Readonly<Record<string, LocalizedText>> }>
  >
}
