/**
 * What is due as a document: the list as a page shows it, for the shift, and the weekly list (周清单)
 * of what is open or comes due within seven days.
 */
import { localTime } from '../calendar.ts'
import type { ObligationRead } from '../readiness/draw.ts'
import type { ObligationCounts } from '../readiness/obligation.ts'
import { datePlus } from '../duty/roster.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Column, ReportDocument, Table, Value } from './document.ts'
import { column, nameValue } from './table.ts'

const DAYS_OF_WEEK = 7
const EMPTY = localized('没有到期事项', 'Nothing is due')

const COLUMNS: readonly Column[] = [
  column('critical', '要紧', 'Critical', 'text'),
  column('what', '事项', 'What', 'text'),
  column('due', '期限', 'Due', 'date'),
  column('left', '剩余', 'Left', 'text'),
  column('owner', '责任人', 'Owner', 'text'),
  column('proof', '怎样算完成', 'Done when', 'text'),
]

/**
 * In words: overdue, today, until when today where that is an instant, or how many days are left.
 * `zone`: of the site.
 */
export function leftText(
  { daysLeft, dueAt }: Pick<ObligationRead, 'daysLeft' | 'dueAt'>,
  zone: string,
): LocalizedText {
  if (daysLeft === null) return localized('尽快', 'as soon as possible')
  if (daysLeft === 0) {
    const time = dueAt === null ? '' : localTime(dueAt, zone).slice(0, 5)
    return localized(`今天${time}`, `today ${time}`.trim())
  }
  const days = Math.abs(daysLeft)
  const unit = days === 1 ? 'day' : 'days'
  return daysLeft < 0
    ? localized(`逾期${days}天`, `${days} ${unit} over`)
    : localized(`${days}天`, `${days} ${unit}`)
}

const ownerOf = ({ owner }: ObligationRead): Value => owner && nameValue(owner)

export const obligationsTable = (obligations: readonly ObligationRead[], zone: string): Table => ({
  id: 'obligations',
  title: localized('到期事项', 'What is due'),
  columns: COLUMNS,
  rows: obligations.map((obligation) => [
    { value: obligation.isCritical ? localized('要紧', 'Critical') : null },
    { value: obligation.line },
    { value: obligation.due },
    { value: leftText(obligation, zone) },
    { value: ownerOf(obligation) },
    { value: obligation.proof },
  ]),
  empty: EMPTY,
})

/** The two counts in words. */
export const countsText = ({ critical, due }: ObligationCounts): LocalizedText =>
  localized(`要紧${critical}项 · 到期${due}项`, `${critical} critical · ${due} due`)

/** `today`: the local day on which it is drawn. */
export type ReadinessHead = { site: LocalizedText; zone: string; today: string }

/** These lines as they are printed for the shift; the counts are those of all. */
export const readinessDocument = (
  obligations: readonly ObligationRead[],
  counts: ObligationCounts,
  { site, zone, today }: ReadinessHead,
  title: LocalizedText = localized('到期事项', 'What is due'),
): ReportDocument => ({
  kind: 'register',
  name: `readiness-${today}`,
  title,
  lines: [
    site,
    localized(`${today}：${countsText(counts).zh}`, `${today}: ${countsText(counts).en}`),
  ],
  mark: null,
  zone,
  sections: [
    {
      id: 'obligations',
      title,
      words: [],
      tables: [obligationsTable(obligations, zone)],
      charts: [],
    },
  ],
})

/** What is critical, due, or comes due within seven days of the day on which it is drawn. */
export function weeklyDocument(
  obligations: readonly ObligationRead[],
  counts: ObligationCounts,
  head: ReadinessHead,
): ReportDocument {
  const ofWeek = obligations.filter(
    ({ isCritical, isDue, daysLeft }) =>
      isCritical || isDue || (daysLeft !== null && daysLeft < DAYS_OF_WEEK),
  )
  const until = datePlus(head.today, DAYS_OF_WEEK - 1)
  return readinessDocument(
    ofWeek,
    counts,
    head,
    localized(
      `到期事项周清单（${head.today}至${until}）`,
      `What is due in the week of ${head.today} to ${until}`,
    ),
  )
}
