/** What the standards of accidents at work ask of an incident. */
import type { LossPart } from '../incident/record/scales.ts'
import type { AccidentKind } from '../incident/record/slices.ts'
import type { InjuryClass } from '../incident/rules/accident.ts'

/**
 * `injury` follows from the numbers of people, null while they do not say it; the loss by its parts
 * in yuan, each null while nobody has told it.
 */
export type BoardAccident = {
  kind: AccidentKind | null
  injury: InjuryClass | null
  loss: Readonly<Record<LossPart, number | null>>
}
