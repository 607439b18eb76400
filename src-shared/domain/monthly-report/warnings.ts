/**
 * The warnings from outside (预警) that were in force in a month, for its report: what of, which
 * colour, by whom, from when until when. No name of a person stands in it.
 */
import { instantOf } from '../calendar.ts'
import { WARNING_NAMES, WARNINGS, type Warning } from '../incident/record/scales.ts'
import { localized, type LocalizedText } from '../text.ts'
import { column, plain, table } from '../document/table.ts'
import type { Table } from '../document/document.ts'
import { overAt, type KnownWarning } from '../warning/warning.ts'
import { endOfMonth } from './as-of.ts'
import type { MonthWarning } from './data.ts'

/** Those that were in force at some instant of the month, up to `asOf` (UTC ms), in their order. */
export function warningsIn(
  known: readonly KnownWarning[],
  month: string,
  asOf: number,
  zone: string,
): readonly MonthWarning[] {
  const [from, to] = [instantOf(`${month}-01`, 0, zone), Math.min(asOf, endOfMonth(month, zone))]
  return known.flatMap((entry): MonthWarning[] => {
    const { kind, warning, area, publisher, startsAt, told, incidentIds } = entry
    const until = overAt(entry)
    const isIn = startsAt <= to && entry.enteredAt <= asOf && (until === null || until > from)
    if (!isIn || (until !== null && until <= startsAt)) return []
    return [
      {
        ...{ kind, warning, area, publisher, startsAt, until },
        ...{ told: told.length, incidents: incidentIds.length },
      },
    ]
  })
}

const countsOf = (warnings: readonly MonthWarning[]): readonly [Warning, number][] =>
  WARNINGS.flatMap((colour): [Warning, number][] => {
    const count = warnings.filter(({ warning }) => warning === colour).length
    return count > 0 ? [[colour, count]] : []
  })

/** How many of which colour; nothing where there was none. */
export function warningWords(warnings: readonly MonthWarning[]): readonly LocalizedText[] {
  if (warnings.length === 0) return []
  const counts = countsOf(warnings)
  const zh = counts.map(([colour, count]) => `${WARNING_NAMES[colour].zh}${count}次`).join('、')
  const en = counts
    .map(([colour, count]) => `${count} ${WARNING_NAMES[colour].en.toLowerCase()}`)
    .join(', ')
  const taken = warnings.reduce((sum, { incidents }) => sum + incidents, 0)
  return [
    localized(
      `本月生效的预警${warnings.length}次：${zh}；立为预警事件${taken}起。`,
      `Warnings in force this month: ${warnings.length} (${en}); ${taken} became a pre-alert.`,
    ),
  ]
}

export const warningTables = (warnings: readonly MonthWarning[]): readonly Table[] =>
  warnings.length === 0
    ? []
    : [
        table(
          'warnings',
          localized('本月生效的预警', 'Warnings in force this month'),
          [
            column('what', '预警', 'Warning', 'text'),
            column('publisher', '发布单位', 'Issued by', 'text'),
            column('area', '影响范围', 'Area', 'text'),
            column('from', '起始', 'From', 'instant'),
            column('until', '结束', 'Until', 'instant'),
            column('told', '通知（人次）', 'Told', 'count'),
          ],
          warnings.map(({ kind, warning, publisher, area, startsAt, until, told }) => [
            plain(
              localized(
                `${kind} ${WARNING_NAMES[warning].zh}`,
                `${kind}, ${WARNING_NAMES[warning].en.toLowerCase()}`,
              ),
            ),
            ...[publisher, area, startsAt, until, told].map(plain),
          ]),
          { empty: localized('没有预警', 'No warning') },
        ),
      ]
