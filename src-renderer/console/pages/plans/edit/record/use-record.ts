/** The revision record of a plan. */
import type { PlanRevision } from '#shared/contract/plans.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useRevisions, type Revisions } from './use-revisions.ts'

export type PlanRecord = Revisions<PlanRevision>

/** @param known whether the library has the plan. */
export function useRecord(planId: string, known: () => boolean): PlanRecord {
  const board = useBoard()
  return useRevisions(() => board.request('plans/revisions', { planId }), known)
}
