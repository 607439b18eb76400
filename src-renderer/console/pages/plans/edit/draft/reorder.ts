/**
 * The order of things: lists, keyed parts, and steps within their stage. Nothing here adds or
 * removes.
 */
import { STAGES, type Stage } from '#shared/domain/plan/plan.ts'
import type { EditedPlan, DraftStep } from './draft-types.ts'

/** Moves one entry of a list in place. False if there is no room that way. */
export function moveIn(list: unknown[], at: number, by: 1 | -1): boolean {
  const to = at + by
  if (to < 0 || to >= list.length) return false
  list.splice(to, 0, ...list.splice(at, 1))
  return true
}

/** The same record with one entry moved. */
export function movedKey<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  by: 1 | -1,
): Record<string, T> {
  const entries = Object.entries(record)
  moveIn(
    entries,
    entries.findIndex(([item]) => item === key),
    by,
  )
  return Object.fromEntries(entries)
}

/**
 * Where a step goes when it is moved among the steps of its stage, since the page shows them by
 * stage; -1 if it is the first or the last there.
 */
function neighbour(steps: readonly DraftStep[], at: number, by: 1 | -1): number {
  for (let other = at + by; other >= 0 && other < steps.length; other += by)
    if (steps[other]?.stage === steps[at]?.stage) return other
  return -1
}

export const canMoveStep = (draft: EditedPlan, at: number, by: 1 | -1): boolean =>
  neighbour(draft.steps, at, by) >= 0

/** Moves a step within its stage. The place where it stands afterwards. */
export function moveStep(draft: EditedPlan, at: number, by: 1 | -1): number {
  const to = neighbour(draft.steps, at, by)
  if (to < 0) return at
  draft.steps.splice(to, 0, ...draft.steps.splice(at, 1))
  return to
}

export type StageGroup = { stage: Stage; steps: readonly { step: DraftStep; at: number }[] }

/** The steps by stage as people read them; a stage that nobody knows is shown with the first. */
export const byStage = (steps: readonly DraftStep[]): readonly StageGroup[] =>
  STAGES.map((stage, order) => ({
    stage,
    steps: steps
      .map((step, index) => ({ step, at: index }))
      .filter(({ step }) => step.stage === stage || (order === 0 && !STAGES.includes(step.stage))),
  })).filter((group) => group.steps.length > 0)
