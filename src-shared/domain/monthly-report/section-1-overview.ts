/**
 * Section 1 of the monthly report, 总体情况: how many, against what, and what is typical of the month.
 * Every number comes with the matter.
 */
import type { PeriodStatistics } from '../statistics/figures.ts'
import { CASUALTIES, PEOPLE_NAMES } from '../incident/record/scales.ts'
import { NONE } from '../statistics/metrics.ts'
import { isRecorded } from '../statistics/period.ts'
import { standsOut } from '../statistics/standing-out.ts'
import { localized, type LocalizedText } from '../text.ts'
import { isMonthOver } from './as-of.ts'
import type { Bar, Section } from '../document/document.ts'
import type { MonthReportData } from './data.ts'
import {
  against,
  DAY_NAMES,
  joined,
  many,
  nameOf,
  pointed,
  shareText,
  yuanText,
} from '../document/wording.ts'
import { minuteText } from '../wording/instant.ts'
import { monthText } from '../wording/period.ts'
import { warningTables, warningWords } from './warnings.ts'
import { HARM } from '../document/harm.ts'
import {
  beforeRecord,
  column,
  comparing,
  comparingColumns,
  monthBar,
  plain,
  table,
  type Compared,
} from '../document/table.ts'

/** What the month is compared with, in words; of a month that still runs its days so far. */
function compared({ figures }: MonthReportData): { month: LocalizedText; year: LocalizedText } {
  const { previous, sameDays } = figures
  const days = `1日至${Number(previous.to.slice(8))}日`
  return sameDays
    ? {
        month: localized(`上月同期（${days}）`, `the same days of the previous month`),
        year: localized('去年同期', 'the same days last year'),
      }
    : {
        month: localized('上月', 'the previous month'),
        year: localized('去年同期', 'the same month last year'),
      }
}

const COMPARED: readonly Compared[] = [
  {
    title: localized('突发事件（起）', 'Incidents'),
    metric: 'incidents',
    of: (item) => item.incidents,
  },
  ...HARM,
  {
    title: localized('到期时限（项）', 'Limits that came due'),
    metric: 'limits.due',
    of: (item) => item.limits.due,
  },
  {
    title: localized('其中超时（项）', 'Limits late'),
    metric: 'limits.late',
    of: (item) => item.limits.late,
  },
  {
    title: localized('误报（起，不计入）', 'False reports (not counted)'),
    metric: 'falseReports',
    of: (item) => item.falseReports,
  },
  {
    title: localized('演练（次，不计入）', 'Drills (not counted)'),
    metric: 'drills',
    of: (item) => item.drills,
  },
]

/**
 * The key with the most, and its count; of equal ones the first by name. Null if nothing was
 * counted.
 */
export function most(
  counts: Readonly<Record<string, number>>,
): { key: string; count: number } | null {
  const [first] = Object.entries(counts).sort(
    ([item, few], [other, many]) => many - few || (item < other ? -1 : 1),
  )
  return first && first[1] > 0 ? { key: first[0], count: first[1] } : null
}

function busiest(
  hours: PeriodStatistics['byWeekdayHour'],
): { day: number; hour: number; count: number } | null {
  const cells = hours.flatMap((counts, day) => counts.map((count, hour) => ({ day, hour, count })))
  const [first] = cells.sort((cell, other) => other.count - cell.count)
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  return first && standsOut(first.count, total, cells.length) ? first : null
}

/** The key with the most if it has more than chance would give it. */
export function outstanding(
  counts: Readonly<Record<string, number>>,
): { key: string; count: number } | null {
  const all = Object.values(counts).filter((count) => count > 0)
  const first = most(counts)
  const total = all.reduce((sum, count) => sum + count, 0)
  return first && standsOut(first.count, total, all.length) ? first : null
}

/**
 * What stands out of a month, most telling first: a category, place or hour with more incidents
 * than chance would give it (statistics/standing-out.ts), and how limits were met.
 */
function features({ figures: { now }, names }: MonthReportData): readonly LocalizedText[] {
  const [category, place, slot] = [
    outstanding(now.byCategory),
    outstanding(now.byPlace),
    busiest(now.byWeekdayHour),
  ]
  const share = (count: number): string => shareText(count / now.incidents)
  const kind = category && category.key !== NONE ? nameOf(category.key, names.categories) : null
  const { due, met, late } = now.limits
  return [
    ...(category && kind
      ? [
          localized(
            `${kind.zh}类最多，共${category.count}起，占${share(category.count)}`,
            `the largest category was "${kind.en}" with ${category.count} (${share(category.count)})`,
          ),
        ]
      : []),
    ...(place
      ? [
          localized(
            `发生地点以${place.key}居多，共${place.count}起`,
            `${place.count} happened at ${place.key}`,
          ),
        ]
      : []),
    ...(slot
      ? [
          localized(
            `${DAY_NAMES[slot.day]?.zh ?? ''}${slot.hour}时至${slot.hour + 1}时较多，共${slot.count}起`,
            `${slot.count} fell on a ${DAY_NAMES[slot.day]?.en ?? ''} between ${slot.hour}:00 and ${slot.hour + 1}:00`,
          ),
        ]
      : []),
    ...(due > 0
      ? [
          late === 0
            ? localized(
                `应在时限内完成的${due}项全部按时完成`,
                due === 1
                  ? 'the only limit that came due was met'
                  : `all ${due} limits that came due were met`,
              )
            : localized(
                `应在时限内完成${due}项，按时完成${met}项，按时完成率${shareText(met / due)}，超时${late}项`,
                `of ${many(due, 'limit')} that came due, ${met} met (${shareText(met / due)}) and ${late} late`,
              ),
        ]
      : []),
  ]
}

/** `造成1人轻伤，无死亡、重伤和失联登记`: whom it harmed, then what nobody has recorded. */
function harmedInChinese(casualties: PeriodStatistics['casualties']): string {
  const kinds = CASUALTIES.map((kind) => [PEOPLE_NAMES[kind].zh, casualties[kind]] as const)
  const some = kinds.filter(([, count]) => count > 0).map(([name, count]) => `${count}人${name}`)
  const none = kinds.filter(([, count]) => count === 0).map(([name]) => name)
  const rest = none.length > 1 ? `${none.slice(0, -1).join('、')}和${none.at(-1)}` : none[0]
  return `造成${some.join('、')}${rest === undefined ? '' : `，无${rest}登记`}`
}

function harm({ casualties, loss }: PeriodStatistics): LocalizedText {
  const { dead, serious, minor, missing } = casualties
  const hurt = dead + serious + minor + missing
  const people =
    hurt === 0
      ? localized('没有登记人员伤亡', 'No casualties were recorded')
      : localized(
          harmedInChinese(casualties),
          `Recorded: ${dead} dead, ${serious} seriously and ${minor} slightly injured, ${missing} missing`,
        )
  const money =
    loss === 0
      ? localized('没有登记直接经济损失', 'no direct economic loss was recorded')
      : localized(`直接经济损失${yuanText(loss)}元`, `direct economic loss ${yuanText(loss)} yuan`)
  return localized(`${people.zh}，${money.zh}。`, `${people.en}; ${money.en}.`)
}

/**
 * Incidents that came from a table have no limits and no alerts: whoever compares must know how
 * many there are. Nothing where there is none.
 */
function imported(data: MonthReportData): LocalizedText {
  const { now, previous, lastYear, recordSince } = data.figures
  if (now.imported + previous.imported + lastYear.imported === 0) return localized('', '')
  const { month, year } = compared(data)
  const parts = [
    localized(`本月${now.imported}起`, `${now.imported} this month`),
    ...[
      { base: previous, than: month },
      { base: lastYear, than: year },
    ]
      .filter(({ base }) => isRecorded(base, recordSince))
      .map(({ base, than }) =>
        localized(`${than.zh}${base.imported}起`, `${base.imported} in ${than.en}`),
      ),
  ]
  return localized(
    `事件总数中由历史台账补录：${joined(parts, '、').zh}。`,
    ` Imported from a table: ${joined(parts, '', ', ').en}.`,
  )
}

/** Of the running month it is said until when: the rest of it is still to come. */
function noneIn({ month, asOf, zone }: MonthReportData): LocalizedText {
  if (isMonthOver(month, asOf, zone))
    return localized('本月未发生突发事件', 'No incidents occurred this month')
  const until = minuteText(asOf, zone)
  return localized(
    `本月截至${until}未发生突发事件`,
    `No incidents had occurred this month by ${until}`,
  )
}

function words(data: MonthReportData): readonly LocalizedText[] {
  const { now, previous, lastYear, yearToDate, recordSince } = data.figures
  const { month, year } = compared(data)
  const countOf = (base: PeriodStatistics): number | null =>
    isRecorded(base, recordSince) ? base.incidents : null
  const [mom, yoy] = [
    against(now.incidents, countOf(previous), month),
    against(now.incidents, countOf(lastYear), year),
  ]
  const begins =
    now.incidents === 0
      ? noneIn(data)
      : localized(
          `本月共发生突发事件${now.incidents}起`,
          `${now.incidents} ${now.incidents === 1 ? 'incident' : 'incidents'} occurred this month`,
        )
  const beside = localized(
    `另接误报${now.falseReports}起、开展演练${now.drills}次，未计入总数。${imported(data).zh}`,
    `False reports (${now.falseReports}) and drills (${now.drills}) are not counted.${imported(data).en}`,
  )
  const points = now.incidents === 0 ? [] : features(data)
  return [
    localized(
      `${begins.zh}，${mom.zh}，${yoy.zh}；今年以来累计${yearToDate.incidents}起。${beside.zh}`,
      `${begins.en}: ${mom.en}; ${yoy.en}. ${yearToDate.incidents} so far this year. ${beside.en}`,
    ),
    ...(points.length > 0
      ? [localized(`主要特点：${pointed(points).zh}`, `Main features: ${pointed(points).en}`)]
      : []),
    ...(now.incidents > 0 ? [harm(now)] : []),
    ...warningWords(data.warnings),
  ]
}

export function overview(data: MonthReportData): Section {
  const { figures, month } = data
  const bars = figures.trend.map(({ month: ofBar, incidents }): Bar => ({
    ...monthBar(
      ofBar,
      incidents,
      localized(ofBar.slice(2).replace('-', '/'), ofBar),
      figures.recordSince,
    ),
    ...(ofBar === month ? { strong: true } : {}),
  }))
  return {
    id: 'overview',
    title: localized('总体情况', 'Overview'),
    words: words(data),
    tables: [
      table(
        'compared',
        localized('主要数字对比', 'Main figures compared'),
        [column('what', '项目', 'Figure', 'text'), ...comparingColumns(figures)],
        COMPARED.map((line) => [plain(line.title), ...comparing(line, figures)]),
        { empty: localized('没有数字', 'No figures'), ...beforeRecord(figures) },
      ),
      ...warningTables(data.warnings),
    ],
    charts: [
      {
        kind: 'columns',
        id: 'trend',
        title: localized(
          `截至${monthText(month).zh}的13个月事件数`,
          `Incidents in the 13 months to ${monthText(month).en}`,
        ),
        bars,
      },
    ],
  }
}
