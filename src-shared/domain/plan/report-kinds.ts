/** Names the reports of a chain up the line, in its order. */
import { localized, type LocalizedText } from '../text.ts'

export const REPORT_KINDS = ['first', 'followUp', 'final'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

export const REPORT_NAMES: Readonly<Record<ReportKind, LocalizedText>> = {
  first: localized('首报', 'first report'),
  followUp: localized('续报', 'follow-up report'),
  final: localized('终报', 'final report'),
}
