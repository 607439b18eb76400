/**
 * Makes the data of a report from stats that a test wrote: counted by the one function, as the
 * station does.
 */
import { countingMonth } from '#main/core/features/monthly-report/data.ts'
import type { MonthReportData } from '#shared/domain/monthly-report/data.ts'
import { NOTHING_WRITTEN } from '#shared/domain/monthly-report/data.ts'
import { endOfMonth } from '#shared/domain/monthly-report/as-of.ts'
import { monthDocument } from '#shared/domain/monthly-report/document.ts'
import type { Cell, ReportDocument, Table } from '#shared/domain/document/document.ts'
import { NO_READINESS_FIGURES } from '#shared/domain/readiness/figures.ts'
import { NO_ACTION_FIGURES } from '#shared/domain/statistics/actions.ts'
import { NO_WARNING_FIGURES } from '#shared/domain/statistics/warnings.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { localized } from '#shared/domain/text.ts'
import { ZONE } from './incident-stats.ts'

export function reportData(
  allStats: readonly IncidentStats[],
  { recordSince = '2000-01', ...part }: Partial<MonthReportData> & { recordSince?: string } = {},
): MonthReportData {
  const [month, zone] = [part.month ?? '2026-11', part.zone ?? ZONE]
  const asOf = part.asOf ?? endOfMonth(month, zone)
  const count = countingMonth(month, asOf, { zone, recordSince })
  count.add(allStats)
  const { figures, stats: counted } = count.end()
  return {
    month,
    site: localized('万和商场', 'Wanhe Mall'),
    zone,
    position: 99,
    asOf,
    figures,
    stats: counted,
    names: { types: {}, categories: {}, plans: {}, steps: {}, clauses: {}, questions: {} },
    emergencies: [],
    warnings: { figures: NO_WARNING_FIGURES, rows: [] },
    usualLevels: {},
    plans: { changes: [], evaluations: [], shipped: false },
    actions: { figures: NO_ACTION_FIGURES, rows: [] },
    readiness: NO_READINESS_FIGURES,
    basis: { policies: [], calendar: {}, plans: [] },
    ...part,
  }
}

export const draft = (
  allStats: readonly IncidentStats[],
  part: Parameters<typeof reportData>[1] = {},
): ReportDocument => monthDocument(reportData(allStats, part), NOTHING_WRITTEN, null)

export function tableOf(document: ReportDocument, id: string): Table {
  const table = document.sections
    .flatMap(({ tables }) => tables)
    .find((candidate) => candidate.id === id)
  if (!table) throw new Error(`no table ${id}`)
  return table
}

/** The cells of the line that begins with this text, in either language. */
export function lineOf(document: ReportDocument, id: string, first: string): readonly Cell[] {
  const line = tableOf(document, id).rows.find(
    ([cell]) =>
      cell &&
      (typeof cell.value === 'object' && cell.value ? cell.value.zh : String(cell.value)) === first,
  )
  if (!line) throw new Error(`no line ${first} in ${id}`)
  return line
}

export const words = (document: ReportDocument, id: string, language: 'zh' | 'en' = 'zh'): string =>
  (document.sections.find((section) => section.id === id)?.words ?? [])
    .map((word) => (typeof word === 'string' ? word : word[language]))
    .join('\n')
