/**
 * The warnings from outside (预警) that were in force in a month, for its report: what of, which
 * colour, by whom, from when until when. No name of a person stands in it.
 */
import { WARNING_NAMES, WARNINGS } from '../incident/record/scales.ts'
import { localized, type LocalizedText } from '../text.ts'
import { column, plain, table } from '../document/table.ts'
import type { Table } from '../document/document.ts'
import { warningFiguresTable } from '../document/warning-table.ts'
import type { StoredBody } from '../event-stream.ts'
import type { Period } from '../statistics/period.ts'
import { warningFigures, warningsInForce } from '../statistics/warnings.ts'
import { overAt } from '../warning/warning.ts'
import type { MonthWarnings } from './data.ts'

/** `events`: the whole stream; as of `asOf` (UTC ms), or the end of the month if it is earlier. */
export function warningsOfMonth(
  events: readonly StoredBody[],
  period: Period,
  { asOf, zone }: { asOf: number; zone: string },
): MonthWarnings {
  const around = { now: asOf, zone }
  return {
    figures: warningFigures(events, period, around),
    rows: warningsInForce(events, period, around).map((entry) => {
      const { kind, warning, area, publisher, startsAt, told, incidentIds } = entry
      return {
        ...{ kind, warning, area, publisher, startsAt, until: overAt(entry) },
        ...{ told: told.length, incidents: incidentIds.length },
      }
    }),
  }
}

/** How many of which colour, and what was done; nothing where there was none. */
export function warningWords({ figures }: MonthWarnings): readonly LocalizedText[] {
  const { inForce, days, acted, prealert } = figures
  if (inForce === 0) return []
  const colours = WARNINGS.filter((colour) => figures[colour] > 0)
  const zh = colours.map((colour) => `${WARNING_NAMES[colour].zh}${figures[colour]}次`).join('、')
  const en = colours
    .map((colour) => `${figures[colour]} ${WARNING_NAMES[colour].en.toLowerCase()}`)
    .join(', ')
  return [
    localized(
      `本月生效的预警${inForce}次：${zh}，共${days}天；已响应${acted}次，其中立为预警事件${prealert}次。`,
      `Warnings in force this month: ${inForce} (${en}), on ${days} ${days === 1 ? 'day' : 'days'}; ${acted} acted on, of which ${prealert} became a pre-alert.`,
    ),
  ]
}

export const warningTables = ({ figures, rows }: MonthWarnings): readonly Table[] =>
  rows.length === 0
    ? []
    : [
        warningFiguresTable(figures),
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
          rows.map(({ kind, warning, publisher, area, startsAt, until, told }) => [
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
