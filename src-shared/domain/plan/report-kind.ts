/**
 * Tells what a step is in the chain of reports up the line: 首报, 续报, 终报. The step says it, else
 * its title does. In plans that were saved before a step could say it, one that repeats is a 续报.
 */
import type { Step } from './plan.ts'
import type { ReportKind } from './report-kinds.ts'

export { REPORT_KINDS, type ReportKind } from './report-kinds.ts'

type Told = Pick<Step, 'stage' | 'title' | 'repeat' | 'report'>

function kindInTitle({ title }: Told): ReportKind | null {
  if (/终报/.test(title.zh) || /\bfinal report/i.test(title.en)) return 'final'
  return /续报/.test(title.zh) || /\bfollow-up report/i.test(title.en) ? 'followUp' : null
}

/** What a step is in the order of reporting; null for one that is no report of the chain. */
export function reportKind(step: Told): ReportKind | null {
  if (step.report !== undefined) return step.report
  if (step.stage !== 'report') return null
  return kindInTitle(step) ?? (step.repeat ? 'followUp' : 'first')
}

/** It repeats in the stage `report`, and neither it nor its title says which report it is. */
export const isReportUntold = (step: Told): boolean =>
  step.report === undefined &&
  step.stage === 'report' &&
  Boolean(step.repeat) &&
  kindInTitle(step) === null
