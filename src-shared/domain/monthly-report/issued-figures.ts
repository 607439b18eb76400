/** Reads the main figures of an issue back out of its paper, to tell whether they still hold. */
import type { ReportDocument } from '../document/document.ts'
import type { MonthStatistics } from '../statistics/month.ts'

/** By metric, as the table of the main figures has them. */
export type IssuedFigures = Readonly<Record<string, number>>

export const figuresOf = ({ sections }: ReportDocument): IssuedFigures =>
  Object.fromEntries(
    sections
      .flatMap(({ tables }) => tables)
      .filter(({ id }) => id === 'compared')
      .flatMap(({ rows, columns }) => {
        const now = columns.findIndex(({ id }) => id === 'now')
        return rows.flatMap((row): [string, number][] => {
          const { value, behind } = row[now] ?? { value: null }
          return behind && typeof value === 'number' ? [[behind.metric, value]] : []
        })
      }),
  )

/** Whether what the record says of the month now is what the issue said. */
export function stillHold(
  issued: IssuedFigures,
  { incidents, drills, falseReports, limits }: MonthStatistics,
): boolean {
  const now = {
    incidents,
    drills,
    falseReports,
    'limits.due': limits.due,
    'limits.late': limits.late,
  }
  return Object.entries(now).every(([metric, value]) => (issued[metric] ?? value) === value)
}
