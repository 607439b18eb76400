/**
 * Tells what a step is in the chain of reports up the line: 首报, 续报, 终报. It goes by stage,
 * repetition and title; nothing else is read.
 */
import type { Step } from './plan.ts'

/** The reports of a chain, in its order. */
export const REPORT_KINDS = ['first', 'followUp', 'final'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/**
 * What a step of the stage `report` is in the order of reporting, by its repetition and by what it
 * is called; null for any other step.
 */
export function reportKind({
  stage,
  title,
  repeat,
}: Pick<Step, 'stage' | 'title' | 'repeat'>): ReportKind | null {
  if (stage !== 'report') return null
  if (/终报/.test(title.zh) || /\bfinal report/i.test(title.en)) return 'final'
  return repeat || /续报/.test(title.zh) || /\bfollow-up report/i.test(title.en)
    ? 'followUp'
    : 'first'
}
