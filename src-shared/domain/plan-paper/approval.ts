/** Says when a text that was made of a paper may be approved (AQ/T 9006: a plan says all of it). */
import type { Refusal } from '../decision.ts'
import { paperHasOpenSentences } from './refusals.ts'

/**
 * While sentences of the paper are open, its document and plans are approved only as incomplete.
 * `texts`: what is to be approved, as it is written; `open`: how many sentences. Null: it may be.
 * Refusal: `paper-has-open-sentences`.
 */
export const refusedForOpen = (
  open: number,
  texts: readonly Readonly<Record<string, unknown>>[],
): Refusal | null =>
  open > 0 && texts.some((text) => text['completeness'] !== 'incomplete')
    ? paperHasOpenSentences(open)
    : null
