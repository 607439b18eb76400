/**
 * Decides what a report of another system is to the record: the first with its id is taken, and one
 * that is sent again is not.
 */
import { accept, type Accepted } from '../decision.ts'
import type { ReportTaken, TakenReport } from './stream.ts'

/** `answer`: what the system was told, and is told again. */
export type TakeReport = { type: 'TakeReport'; incidentId: string; answer: object }

/** `taken`: what was taken of this id; null: nothing yet. */
export const decideReportSource = (
  taken: TakenReport | null,
  { incidentId, answer }: TakeReport,
): Accepted<ReportTaken> => (taken ? accept() : accept({ type: 'ReportTaken', incidentId, answer }))
