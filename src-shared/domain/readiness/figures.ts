/** The figures of readiness in a period, as reports and pages get them together. */
import type { CheckFigures } from '../check/figures.ts'
import type { DrillFigures } from '../drill/figures.ts'
import type { SupplyFigures } from '../supplies/figures.ts'
import type { TrainingFigures } from '../training/figures.ts'
import type { UpkeepFigures } from '../upkeep/figures.ts'

/** Null: the site keeps no record of it. */
export type ReadinessFigures = {
  supplies: SupplyFigures | null
  training: TrainingFigures | null
  drills: DrillFigures | null
  checks: CheckFigures | null
  upkeep: UpkeepFigures | null
}
export const NO_READINESS_FIGURES: ReadinessFigures = {
  ...{ supplies: null, training: null, drills: null, checks: null, upkeep: null },
}
