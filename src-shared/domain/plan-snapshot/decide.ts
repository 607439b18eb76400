/** Decides whether a plan's text enters the record: the first time that its revision is needed. */
import { accept, type Accepted } from '../decision.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanSnapshotEvent } from './stream.ts'

export type KeepPlan = { type: 'KeepPlan'; plan: Plan }
export type PlanSnapshotCommand = KeepPlan

/** `recorded`: the plan of this revision in the record; a revision says one text for ever. */
export const decidePlanSnapshot = (
  recorded: Plan | null,
  { plan }: PlanSnapshotCommand,
): Accepted<PlanSnapshotEvent> => (recorded ? accept() : accept({ type: 'PlanKept', ...plan }))
