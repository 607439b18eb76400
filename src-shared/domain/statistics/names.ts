/**
 * What the codes of the figures are called. A code that nothing names any more is missing. Only the
 * shape: who knows the names fills it.
 */
import type { LocalizedText } from '../text.ts'

export type FigureNames = {
  types: Readonly<Record<string, LocalizedText>>
  categories: Readonly<Record<string, LocalizedText>>
  plans: Readonly<Record<string, LocalizedText>>
  steps: Readonly<Record<string, { title: LocalizedText; role: LocalizedText; planId: string }>>
  clauses: Readonly<Record<string, LocalizedText>> // what each says, in our words
  // by `plan|question`
  questions: Readonly<
    Record<string, { question: LocalizedText; options: Readonly<Record<string, LocalizedText>> }>
  >
}
