/**
 * What the codes of the figures are called. A code that nothing names any more is missing. Only the
 * shape: who knows the names fills it.
 */
import type { Text } from '../text.ts'

export type FigureNames = {
  types: Readonly<Record<string, Text>>
  categories: Readonly<Record<string, Text>>
  plans: Readonly<Record<string, Text>>
  steps: Readonly<Record<string, { title: Text; role: Text; planId: string }>>
  clauses: Readonly<Record<string, Text>> // what each says, in our words
  // by `plan|question`
  questions: Readonly<Record<string, { question: Text; options: Readonly<Record<string, Text>> }>>
}
