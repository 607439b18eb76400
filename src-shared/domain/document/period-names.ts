/** The names that the figures of a period are printed under, each by its code. */
import type { LocalizedText } from '../text.ts'

export type Names = {
  types: Readonly<Record<string, LocalizedText>>
  categories: Readonly<Record<string, LocalizedText>>
  plans: Readonly<Record<string, LocalizedText>>
  steps: Readonly<Record<string, { title: LocalizedText }>>
  clauses: Readonly<Record<string, LocalizedText>>
  chapters?: Readonly<Record<string, LocalizedText>>
}
