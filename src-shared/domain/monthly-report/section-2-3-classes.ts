/**
 * Sections 2 and 3 of the monthly report: incidents by kind and level, and where, when and by which
 * way they were reported.
 */
import type { PeriodStatistics } from '../statistics/figures.ts'
import { NONE } from '../statistics/metrics.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Bar, Cell, Section, Table } from '../document/document.ts'
import type { MonthReportData } from './data.ts'
import { most } from './section-1-overview.ts'
import { DAY_NAMES, levelOf, nameOf, same, shareText } from '../document/wording.ts'
import {
  beforeRecord,
  column,
  comparing,
  comparingColumns,
  drillDown,
  counted,
  plain,
  table,
} from '../document/table.ts'

const PLACES = 10
const NO_INCIDENTS = localized('本月没有突发事件', 'No incidents this month')
const TOTAL = plain(localized('合计', 'Total'))

/** Keys with something behind them, most first; of equal ones by name, what has no code last. */
export const ranked = (
  counts: Readonly<Record<string, number>>,
): readonly (readonly [string, number])[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(
      ([item, few], [other, many]) =>
        Number(item === NONE) - Number(other === NONE) || many - few || (item < other ? -1 : 1),
    )

const zero = (counts: Readonly<Record<string, number>>, key: string): number => counts[key] ?? 0

/** Categories of this month and of those it is compared with. */
const categoriesIn = (all: readonly PeriodStatistics[]): readonly string[] =>
  [...new Set(all.flatMap(({ byCategory }) => ranked(byCategory).map(([key]) => key)))].sort(
    (item, other) => Number(item === NONE) - Number(other === NONE),
  )

function byLevel({ figures: { now }, names }: MonthReportData): Table {
  const levels = Object.keys(now.byLevel).sort(
    (item, other) => Number(item === NONE) - Number(other === NONE) || (item < other ? -1 : 1),
  )
  const row = (category: string): readonly Cell[] => [
    plain(nameOf(category, names.categories)),
    ...levels.map((level) =>
      counted(
        zero(now.categoryByLevel[category] ?? {}, level),
        drillDown(now, 'categoryByLevel', `${category}|${level}`),
      ),
    ),
    counted(zero(now.byCategory, category), drillDown(now, 'byCategory', category)),
  ]
  return table(
    'category-level',
    localized('类别与响应级别', 'Category by response level'),
    [
      column('category', '类别', 'Category', 'text'),
      ...levels.map((level) => column(`level-${level}`, levelOf(level).zh, levelOf(level).en)),
      column('all', '合计', 'All'),
    ],
    ranked(now.byCategory).map(([category]) => row(category)),
    {
      empty: NO_INCIDENTS,
      total: [
        TOTAL,
        ...levels.map((level) =>
          counted(zero(now.byLevel, level), drillDown(now, 'byLevel', level)),
        ),
        counted(now.incidents, drillDown(now, 'incidents')),
      ],
    },
  )
}

const comparedCategories = ({ figures, names }: MonthReportData): Table =>
  table(
    'category-compared',
    localized('各类别对比', 'Categories compared'),
    [column('category', '类别', 'Category', 'text'), ...comparingColumns(figures)],
    categoriesIn([figures.now, figures.previous, figures.lastYear, figures.yearToDate]).map(
      (key) => [
        plain(nameOf(key, names.categories)),
        ...comparing(
          { metric: 'byCategory', key, of: (item) => zero(item.byCategory, key) },
          figures,
        ),
      ],
    ),
    { empty: localized('今年没有突发事件', 'No incidents this year'), ...beforeRecord(figures) },
  )

/** Causes and the like: what plans ask for statistics alone. */
const answers = ({ figures: { now }, names }: MonthReportData): Table =>
  table(
    'answers',
    localized('原因和情形', 'Causes and circumstances'),
    [
      column('question', '问题', 'Question', 'text'),
      column('answer', '答案', 'Answer', 'text'),
      column('count', '事件', 'Incidents'),
    ],
    Object.entries(now.byAnswer).flatMap(([question, counts]) =>
      ranked(counts).map(([answer, count]) => {
        const named = names.questions[question]
        return [
          plain(named?.question ?? question),
          plain(named?.options[answer] ?? answer),
          counted(count, drillDown(now, 'byAnswer', `${question}|${answer}`)),
        ]
      }),
    ),
    { empty: localized('没有可供统计的原因', 'No causes were recorded for statistics') },
  )

export function classes(data: MonthReportData): Section {
  const {
    figures: { now },
    names,
  } = data
  const types = ranked(now.byType)
  const list = ranked(now.byCategory).map(([key, count]) => ({
    name: nameOf(key, names.categories),
    count,
  }))
  const bars = types.map(([key, value]): Bar => ({ name: nameOf(key, names.types), value }))
  const summary = (language: keyof LocalizedText): string =>
    list
      .map(({ name, count }) =>
        language === 'zh'
          ? `${name.zh}${count}起（${shareText(count / now.incidents)}）`
          : `${name.en} ${count} (${shareText(count / now.incidents)})`,
      )
      .join(language === 'zh' ? '，' : ', ')
  return {
    id: 'classes',
    title: localized('分类统计', 'By kind'),
    words:
      now.incidents === 0
        ? []
        : [localized(`按类别分：${summary('zh')}。`, `By category: ${summary('en')}.`)],
    tables: [
      byLevel(data),
      comparedCategories(data),
      ...(Object.keys(now.byAnswer).length > 0 ? [answers(data)] : []),
    ],
    charts:
      bars.length > 0
        ? [
            {
              kind: 'bars',
              id: 'types',
              title: localized('各类型事件数', 'Incidents by type'),
              bars,
            },
          ]
        : [],
  }
}

const counts = (
  id: string,
  title: LocalizedText,
  head: LocalizedText,
  rows: readonly (readonly [LocalizedText, string, number])[],
  metric: 'byPlace' | 'byChannel',
  now: PeriodStatistics,
  notice?: LocalizedText,
): Table =>
  table(
    id,
    title,
    [
      { id: 'what', title: head, kind: 'text' },
      column('count', '事件', 'Incidents'),
      column('share', '占比', 'Share', 'share'),
    ],
    rows.map(([name, key, count]) => [
      plain(name),
      counted(count, drillDown(now, metric, key)),
      plain(Math.round((count / now.incidents) * 1000) / 1000),
    ]),
    { empty: NO_INCIDENTS, ...(notice ? { note: notice } : {}) },
  )

export function distribution({ figures: { now } }: MonthReportData): Section {
  const places = ranked(now.byPlace)
  const weekdays = now.byWeekdayHour.map(
    (hours, day) => [DAY_NAMES[day]?.zh ?? '', hours.reduce((sum, hour) => sum + hour, 0)] as const,
  )
  const day = most(Object.fromEntries(weekdays))
  const english = DAY_NAMES.find(({ zh }) => zh === day?.key)?.en ?? ''
  const place = places[0]
  const more =
    places.length > PLACES
      ? localized(
          `只列前${PLACES}处，全部地点见附件四`,
          `First ${PLACES} only; all places are in annex 4`,
        )
      : undefined
  return {
    id: 'distribution',
    title: localized('时间、地点与来源', 'Time, place and source'),
    words:
      place && day
        ? [
            localized(
              `发生地点以${place[0]}最多（${place[1]}起）；从星期分布看，${day.key}最多（${day.count}起）。`,
              `Most incidents were at ${place[0]} (${place[1]}); the busiest day of the week was ${english} (${day.count}).`,
            ),
          ]
        : [],
    tables: [
      counts(
        'places',
        localized('地点', 'Places'),
        localized('地点', 'Place'),
        places.slice(0, PLACES).map(([key, count]) => [same(key), key, count]),
        'byPlace',
        now,
        more,
      ),
      counts(
        'channels',
        localized('信息来源', 'Source of the report'),
        localized('来源', 'Source'),
        ranked(now.byChannel).map(([key, count]) => [
          key === NONE ? localized('未登记', 'Not recorded') : same(key),
          key,
          count,
        ]),
        'byChannel',
        now,
      ),
    ],
    charts:
      now.incidents > 0
        ? [
            {
              kind: 'hours',
              id: 'hours',
              title: localized('星期与时刻', 'Weekday and hour'),
              counts: now.byWeekdayHour,
            },
          ]
        : [],
  }
}
