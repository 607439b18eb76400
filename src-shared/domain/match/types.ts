/** What matching is given and what it answers. It proposes; a person decides. */
import type { IncidentType, Plan } from '../plan/plan.ts'
import type { LocalizedText } from '../text.ts'

/**
 * A plan proposed for what a caller said, with the reason and the words that decided it (as the
 * plans write them).
 */
export type Proposal = {
  planId: string
  type: string | null
  place?: string
  title: LocalizedText
  reason: LocalizedText
  words: readonly string[]
}

/** Reads Chinese in Latin letters: `大厅` → [`da`, `ting`]; whatever is not Chinese is left out. */
export type Syllables = (text: string) => readonly string[]

export type Sources = {
  plans: readonly Plan[]
  types: readonly IncidentType[]
  syllables: Syllables
}
