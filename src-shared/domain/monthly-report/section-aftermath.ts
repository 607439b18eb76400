/**
 * The section 善后与复盘 of the monthly report: what was owed to people, reviews, evaluations of plans
 * that ran. It stands there in a month of whose incidents any of it was recorded.
 */
import { AFTERMATH, hasAftermathFigures } from '../document/aftermath-figures.ts'
import type { Section } from '../document/document.ts'
import {
  beforeRecord,
  column,
  comparing,
  comparingColumns,
  plain,
  table,
} from '../document/table.ts'
import { joined, many, yuanText } from '../document/wording.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { MonthReportData } from './data.ts'

export const hasAftermath = ({ figures }: MonthReportData): boolean =>
  hasAftermathFigures(figures.now)

type Figures = MonthReportData['figures']['now']

function aftercareWords({ aftercare }: Figures): readonly LocalizedText[] {
  const { opened, done, open, overdue, agreed, paid } = aftercare
  if (opened === 0) return []
  const [late, lateEn] = overdue > 0 ? [`（逾期${overdue}项）`, ` (${overdue} overdue)`] : ['', '']
  const money =
    agreed + paid > 0
      ? localized(
          `；赔偿议定${yuanText(agreed)}元，已付${yuanText(paid)}元`,
          `; compensation: ${yuanText(agreed)} yuan agreed, ${yuanText(paid)} yuan paid`,
        )
      : localized('', '')
  return [
    localized(
      `本月事件登记善后事项${opened}项，办结${done}项，未办${open}项${late}${money.zh}。`,
      `Aftercare entered for the incidents of the month: ${opened}, of which ${done} done and ${open} open${lateEn}${money.en}.`,
    ),
  ]
}

function reviewWords({ reviews, evaluations }: Figures): readonly LocalizedText[] {
  const parts = [
    ...(reviews.done > 0
      ? [localized(`复盘${reviews.done}起`, `${many(reviews.done, 'incident')} reviewed`)]
      : []),
    ...(reviews.passedOver > 0
      ? [
          localized(
            `须复盘而未复盘就归档${reviews.passedOver}起`,
            `${reviews.passedOver} archived without the review`,
          ),
        ]
      : []),
    ...(evaluations.done > 0
      ? [
          localized(
            `实际启动的预案评估${evaluations.done}次${evaluations.late > 0 ? `（逾期${evaluations.late}次）` : ''}`,
            `${many(evaluations.done, 'plan')} evaluated after use${evaluations.late > 0 ? ` (${evaluations.late} late)` : ''}`,
          ),
        ]
      : []),
  ]
  return parts.length === 0
    ? []
    : [localized(`${joined(parts, '，').zh}。`, `${joined(parts, '', ', ').en}.`)]
}

export function aftermath({ figures }: MonthReportData): Section {
  return {
    id: 'aftermath',
    title: localized('善后与复盘', 'Aftermath and review'),
    charts: [],
    words: [...aftercareWords(figures.now), ...reviewWords(figures.now)],
    tables: [
      table(
        'aftermath-compared',
        localized('善后与复盘', 'Aftermath and review'),
        [column('what', '项目', 'Figure', 'text'), ...comparingColumns(figures)],
        AFTERMATH.map((line) => [plain(line.title), ...comparing(line, figures)]),
        { empty: localized('本月没有', 'None this month'), ...beforeRecord(figures) },
      ),
    ],
  }
}
