/** What a board entry says of a plan that waits for an answer. */
import type { LocalizedText } from '../text.ts'

/** A plan that the station proposes by a rule of the plan, until it is activated or dismissed. */
export type BoardProposed = {
  planId: string
  title: LocalizedText
  why: LocalizedText
  clause: string
  number?: string // of the clause in its own paper
  supersedes: string | null // the plan that it takes the place of
}
