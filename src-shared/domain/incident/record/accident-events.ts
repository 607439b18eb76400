/** What is said of an incident as an accident at work: its kind, and what it has cost. */
import type { Guarded } from '../../sealed.ts'
import type { AccidentKind, LossParts } from './slices.ts'

/** With its name, so that the record reads by itself. `before`: the code that it replaces. */
export type AccidentKindJudged = {
  type: 'AccidentKindJudged'
  accident: AccidentKind
  before: string | null
  reason: Guarded | null
}

/** `parts`: all that are known, whose sum `yuan` is; absent where only the whole was told. */
export type LossEstimated = {
  type: 'LossEstimated'
  yuan: number
  before: number | null
  reason: Guarded | null
  parts?: LossParts
}
