/** What the board says of a call. */
import type { CallOutcome } from '../incident/record/state.ts'
import type { LocalizedText } from '../text.ts'

/**
 * A call that began, or what came of it. `who`, `number`, `words`: null for walls. `toldAt`
 * (UTC ms): it was told only then; absent where that is the same.
 */
export type BoardCall = {
  stepId: string | null
  role: LocalizedText | null
  who: string | null
  number: string | null
  outcome: CallOutcome
  words: string | null
  at: number
  by: string
  toldAt?: number
}
