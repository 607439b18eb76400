/**
 * The table of the boxes that are alike: each row has the figure that its title explains, its width
 * and its content, drawn from the figures of a period.
 */
import type { Chart } from '#shared/domain/document/document.ts'
import { CASUALTIES } from '#shared/domain/incident/record/scales.ts'
import { REPORT_CLOCKS } from '#shared/domain/incident/record/report-clocks.ts'
import { REPORT_KINDS } from '#shared/domain/plan/report-kind.ts'
import type { Figure } from '#shared/domain/statistics/definitions.ts'
import type { PeriodStatistics } from '#shared/domain/statistics/figures.ts'
import { TIMES, type Metric } from '#shared/domain/statistics/metrics.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { useText } from '#renderer/i18n/index.ts'
import { PEOPLE } from '#renderer/ui/glossary.ts'
import type { Of, Opens } from '../address.ts'
import { useNames } from '../figure-names.ts'
import { byCount, hoursChart, trendChart, typeChart, type BarRow } from '../figure-rows.ts'
import { changeAgainst, changeOf, COMING, percentOf, spanWords } from '../figure-words.ts'
import { useStatisticsWords } from '../statistics-words.ts'
import type { ShownFigures } from '../use-figures.ts'

type Named = { name: string; figure?: Figure }
type Count = { value: number; opens: Opens }
export type TableCell = { text: string } | (Count & { strong?: boolean })
export type TableRow = Required<Named> & { cells: readonly TableCell[] }
export type BoxContent =
  | { kind: 'bars'; rows: readonly BarRow[] }
  | { kind: 'chart'; chart: Chart; opens: (index: number) => Opens; height?: number }
  | { kind: 'coming' }
  | { kind: 'table'; columns: readonly Named[]; rows: readonly TableRow[] }
  | {
      kind: 'line'
      figures: readonly (Named & { label: string } & (Count | { text: string }))[]
      link: { href: string; text: string }
    }

/** `drill`: only drills are shown; `drillLink` leads to the other choice. */
export type BoxInput = { reply: ShownFigures; drill: boolean; drillLink: string }
type Words = ReturnType<typeof useBoxWords>
type Box = {
  figure?: Figure
  /** A word at the right of the title. */
  note?: 'box.trendSays' | 'box.hoursSays' | 'five.apart'
  /** Of twelve columns. */
  span: number
  /** Null: there is nothing to show. */
  content: (input: BoxInput, words: Words) => BoxContent | null
}

/** The words that the table draws with. */
export function useBoxWords() {
  const { tr, lang } = useText()
  return { t: useStatisticsWords(), tr, lang, nameOf: useNames() }
}

const titled = ({ t }: Words, key: 'box.trend' | 'box.hours' | 'box.type'): LocalizedText =>
  localized(t(key), t(key))
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A figure of the year so far, as soon as it is counted. */
const ofYear = (
  { yearToDate }: ShownFigures,
  metric: Metric,
  of: (figures: PeriodStatistics) => number,
): Count | { text: string } =>
  yearToDate ? { value: of(yearToDate), opens: { metric, of: 'yearToDate' } } : { text: COMING }

const AFTERMATH = [
  ['aftercare.opened', 'opened', ({ aftercare }) => aftercare.opened],
  ['aftercare.done', 'done', ({ aftercare }) => aftercare.done],
  ['aftercare.open', 'open', ({ aftercare }) => aftercare.open],
  ['aftercare.overdue', 'overdue', ({ aftercare }) => aftercare.overdue],
  ['aftercare.agreed', 'agreed', ({ aftercare }) => aftercare.agreed],
  ['aftercare.paid', 'paid', ({ aftercare }) => aftercare.paid],
  ['reviews.done', 'reviewed', ({ reviews }) => reviews.done],
  ['reviews.passedOver', 'passedOver', ({ reviews }) => reviews.passedOver],
  ['evaluations.done', 'evaluated', ({ evaluations }) => evaluations.done],
  ['evaluations.late', 'evaluatedLate', ({ evaluations }) => evaluations.late],
] as const satisfies readonly (readonly [Metric, string, (figures: PeriodStatistics) => number])[]

const HOURS = 24
const METRICS = {
  place: 'byPlace',
  legal: 'byLegalCategory',
  severity: 'bySeverity',
  channel: 'byChannel',
} as const

/** The incidents grouped by a property, most first, as lines with bars. */
const grouping = (group: keyof typeof METRICS, span: number): Box => ({
  figure: METRICS[group],
  span,
  content: ({ reply }, { nameOf }) => ({
    kind: 'bars',
    rows: byCount(reply.now[METRICS[group]]).map(([code, value]) => ({
      key: code,
      name: nameOf(group, code, reply.names),
      value,
      opens: { metric: METRICS[group], key: code },
    })),
  }),
})

const BOXES = {
  trend: {
    figure: 'byMonth',
    note: 'box.trendSays',
    span: 4,
    content({ reply }, words) {
      const { trend } = reply
      if (!trend) return { kind: 'coming' }
      return {
        kind: 'chart',
        chart: trendChart(reply, trend, titled(words, 'box.trend')),
        opens: (index) => ({ metric: 'incidents', of: (trend[index]?.month ?? 'now') as Of }),
        height: 232,
      }
    },
  },
  hours: {
    figure: 'byWeekdayHour',
    note: 'box.hoursSays',
    span: 4,
    content: ({ reply }, words) => ({
      kind: 'chart',
      chart: hoursChart(reply, titled(words, 'box.hours')),
      opens: (index) => ({
        metric: 'byWeekdayHour',
        key: `${Math.floor(index / HOURS)}-${index % HOURS}`,
      }),
    }),
  },
  type: {
    figure: 'byType',
    span: 4,
    content: ({ reply }, words) => {
      const counts = byCount(reply.now.byType)
      const bars = counts.map(([code, value]) => {
        const name = words.nameOf('type', code, reply.names)
        return { name: localized(name, name), value }
      })
      if (bars.length === 0) return null
      return {
        kind: 'chart',
        chart: typeChart(bars, titled(words, 'box.type')),
        opens: (index) => ({ metric: 'byType', key: counts[index]?.[0] ?? '' }),
      }
    },
  },
  place: grouping('place', 4),
  times: {
    span: 4,
    content: ({ reply }, { t, lang }) => ({
      kind: 'table',
      columns: (['mean', 'median', 'p90', 'n'] as const).map((column) => ({
        name: t(`times.${column}`),
        figure: 'spread',
      })),
      rows: TIMES.map((time) => {
        const { mean, median, p90, n } = reply.now.times[time]
        return {
          name: t(`times.${time}`),
          figure: `times.${time}`,
          cells: [
            ...[mean, median, p90].map((span) => ({ text: spanWords(span, lang.value) })),
            { value: n, opens: { metric: `times.${time}` } },
          ],
        }
      }),
    }),
  },
  reports: {
    span: 4,
    content: ({ reply }, { t }) => ({
      kind: 'table',
      columns: (['due', 'onTime', 'late', 'share'] as const).map((column) => ({
        name: t(`report.${column}`),
      })),
      rows: [
        ...REPORT_KINDS.map((kind) => {
          const counts = reply.now.reports[kind]
          return {
            name: t(`report.${kind}`),
            figure: `reports.${kind}.due` as const,
            cells: [
              ...(['due', 'onTime', 'late'] as const).map((column) => ({
                value: counts[column],
                opens: { metric: `reports.${kind}.${column}` as const },
              })),
              { text: percentOf({ due: counts.due, met: counts.onTime }) },
            ],
          }
        }),
        // what the law wants stands there once any of it came due
        ...REPORT_CLOCKS.filter((kind) => reply.now.reports.law[kind].due > 0).map((kind) => {
          const counts = reply.now.reports.law[kind]
          return {
            name: t(`report.law.${kind}`),
            figure: `reports.law.${kind}.due` as const,
            cells: [
              ...(['due', 'met', 'late'] as const).map((column) => ({
                value: counts[column],
                opens: { metric: `reports.law.${kind}.${column}` as const },
              })),
              { text: percentOf(counts) },
            ],
          }
        }),
      ],
    }),
  },
  casualties: {
    span: 4,
    content: ({ reply }, { t, tr, lang }) => ({
      kind: 'table',
      columns: [
        { name: t('compare.now') },
        { name: t('compare.previous'), figure: 'comparison' },
        { name: t('compare.year') },
      ],
      rows: [
        ...CASUALTIES.map((kind) => ({
          metric: `casualties.${kind}` as const,
          name: capital(tr(PEOPLE[kind])),
          of: ({ casualties }: PeriodStatistics) => casualties[kind],
        })),
        {
          metric: 'evacuated' as const,
          name: capital(tr(PEOPLE.evacuated)),
          of: ({ evacuated }: PeriodStatistics) => evacuated,
        },
        {
          metric: 'loss' as const,
          name: t('box.loss'),
          of: ({ loss }: PeriodStatistics) => loss,
        },
      ].map(({ metric, name, of }) => ({
        name,
        figure: metric,
        cells: [
          { value: of(reply.now), opens: { metric }, strong: true },
          {
            text: changeAgainst(reply, 'previous', lang.value, (base) =>
              changeOf(of(reply.now), of(base)),
            ).difference,
          },
          ofYear(reply, metric, of),
        ],
      })),
    }),
  },
  legal: grouping('legal', 3),
  severity: grouping('severity', 3),
  channel: grouping('channel', 3),
  /** With what else stands beside the incidents: false reports and imported incidents. */
  evidence: {
    span: 3,
    content: ({ reply }, { t }) => ({
      kind: 'table',
      columns: [{ name: t('compare.now') }, { name: t('compare.year') }],
      rows: (
        [
          ['evidence.kept', 'evidence.kept', ({ evidence }) => evidence.kept],
          ['evidence.mayGo', 'evidence.mayGo', ({ evidence }) => evidence.mayGo],
          ['falseReports', 'box.falseReports', ({ falseReports }) => falseReports],
          ['imported', 'box.imported', ({ imported }) => imported],
        ] as const satisfies readonly (readonly [
          Metric,
          string,
          (figures: PeriodStatistics) => number,
        ])[]
      ).map(([metric, name, of]) => ({
        name: t(name),
        figure: metric,
        cells: [
          { value: of(reply.now), opens: { metric }, strong: true },
          ofYear(reply, metric, of),
        ],
      })),
    }),
  },
  /** What was owed to people, reviews, evaluations of plans; empty where nobody recorded any. */
  aftermath: {
    span: 4,
    content: ({ reply }, { t }) =>
      AFTERMATH.every(([, , of]) => of(reply.now) === 0)
        ? null
        : {
            kind: 'table',
            columns: [{ name: t('compare.now') }, { name: t('compare.year') }],
            rows: AFTERMATH.map(([metric, name, of]) => ({
              name: t(`aftermath.${name}`),
              figure: metric,
              cells: [
                { value: of(reply.now), opens: { metric }, strong: true },
                ofYear(reply, metric, of),
              ],
            })),
          },
  },
  /** The one box with drills in its figures. */
  drills: {
    figure: 'drills',
    note: 'five.apart',
    span: 12,
    content: ({ reply, drill, drillLink }, { t }) => ({
      kind: 'line',
      figures: [
        {
          name: t('drill.held'),
          figure: 'drills',
          label: t('drill.held'),
          value: reply.now.drills,
          opens: { metric: 'drills' },
        },
        {
          name: t('drill.done'),
          figure: 'drillsDone',
          label: t('drill.done'),
          value: reply.now.drillsDone,
          opens: { metric: 'drillsDone' },
        },
        {
          name: t('compare.year'),
          label: `${t('compare.year')} ${t('box.drills')}`,
          ...ofYear(reply, 'drills', ({ drills }) => drills),
        },
      ],
      link: { href: drillLink, text: t(drill ? 'drill.seeReal' : 'drill.see') },
    }),
  },
} as const satisfies Record<string, Box>

export type BoxId = keyof typeof BOXES
export const boxOf = (id: BoxId): Box => BOXES[id]
