/**
 * Names codes (types, categories, levels) in the language of the screen, and titles the figure
 * whose incidents are listed.
 */
import type { FigureNames } from '#shared/contract/statistics.ts'
import { WEEKDAYS } from '#shared/charts/heatmap.ts'
import { chapterOf } from '#shared/domain/document/wording.ts'
import { CASUALTIES, SEVERITIES } from '#shared/domain/incident/record/scales.ts'
import type { AlertKind, Priority } from '#shared/domain/incident/record/state.ts'
import { NONE, type Metric } from '#shared/domain/statistics/metrics.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { dateText } from '#shared/domain/wording/period.ts'
import { useText } from '#renderer/i18n/index.ts'
import { statisticsZh } from '#renderer/i18n/statistics.zh.ts'
import {
  ALERT_KINDS,
  levelWord,
  PEOPLE,
  PRIORITIES,
  SEVERITIES as SEVERITY_NAMES,
} from '#renderer/ui/glossary.ts'
import { useStored } from '../../base/console-words.ts'
import { drillDownOf, type PeriodQuery, type Opens } from './address.ts'
import { periodWords } from './period-words.ts'
import { useStatisticsWords } from './statistics-words.ts'

export type Group = keyof typeof statisticsZh.code
type Legal = keyof typeof statisticsZh.legal
const isLegal = (code: string): code is Legal => Object.hasOwn(statisticsZh.legal, code)

/** `const nameOf = useNames(); nameOf('type', code, reply.names)` */
export function useNames(): (group: Group, code: string, names: FigureNames) => string {
  const t = useStatisticsWords()
  const stored = useStored()
  const { tr } = useText()
  const from = (known: Readonly<Record<string, LocalizedText>>, code: string): string =>
    Object.hasOwn(known, code) ? tr(known[code]!) : code
  const named: Readonly<Record<Group, (code: string, names: FigureNames) => string>> = {
    category: (code, { categories }) => from(categories, code),
    type: (code, { types }) => from(types, code),
    legal: (code) => (isLegal(code) ? t(`legal.${code}`) : code),
    level: (code) => tr(levelWord(Number(code), null)),
    severity: (code) =>
      SEVERITIES.some((severity) => severity === code) ? from(SEVERITY_NAMES, code) : code,
    channel: (code) => code,
    place: stored,
  }
  return (group, code, names) => (code === NONE ? t(`code.${group}`) : named[group](code, names))
}

const GROUPS: Partial<Record<Metric, Group>> = {
  byCategory: 'category',
  byLegalCategory: 'legal',
  byType: 'type',
  byLevel: 'level',
  bySeverity: 'severity',
  byPlace: 'place',
  byChannel: 'channel',
}
const parted = (key: string): readonly [string, string] => [
  key.slice(0, key.lastIndexOf('|')),
  key.slice(key.lastIndexOf('|') + 1),
]
const SIMPLE = {
  incidents: 'five.incidents',
  drills: 'five.drills',
  drillsDone: 'drill.done',
  falseReports: 'box.falseReports',
  imported: 'box.imported',
  byMonth: 'five.incidents',
  'limits.due': 'clause.due',
  'limits.met': 'clause.met',
  'limits.late': 'clause.late',
  'limits.metAsTold': 'clause.told',
  'limits.proposed.due': 'clause.due',
  'limits.proposed.met': 'clause.met',
  'limits.proposed.late': 'clause.late',
  'nudges.due': 'clause.due',
  'nudges.met': 'clause.met',
  'nudges.late': 'clause.late',
  'byClause.due': 'clause.due',
  'byClause.met': 'clause.met',
  'byClause.late': 'clause.late',
  'times.verify': 'times.verify',
  'times.activate': 'times.activate',
  'times.firstStep': 'times.firstStep',
  'times.contain': 'times.contain',
  'times.lift': 'times.lift',
  'times.close': 'times.close',
  'alerts.raised': 'alert.raised',
  'alerts.acknowledged': 'alert.acknowledged',
  'alerts.s60': 'alert.s60',
  'alerts.s120': 'alert.s120',
  'alerts.later': 'alert.later',
  'alerts.never': 'alert.never',
  'alerts.standing': 'alert.standing',
  'evidence.kept': 'evidence.kept',
  'evidence.mayGo': 'evidence.mayGo',
  'aftercare.opened': 'aftermath.opened',
  'aftercare.done': 'aftermath.done',
  'aftercare.open': 'aftermath.open',
  'aftercare.overdue': 'aftermath.overdue',
  'aftercare.agreed': 'aftermath.agreed',
  'aftercare.paid': 'aftermath.paid',
  'reviews.done': 'aftermath.reviewed',
  'reviews.passedOver': 'aftermath.passedOver',
  'evaluations.done': 'aftermath.evaluated',
  'evaluations.late': 'aftermath.evaluatedLate',
  loss: 'box.loss',
} as const
const OF_AFTERMATH = /^(aftercare|reviews|evaluations)\./
const LAW_REPORTS = /^reports\.law\.(first|followUp|changes)\.(due|met|late)$/
const REPORTS = /^reports\.(first|followUp|final)\.(due|onTime|late)$/
const hasWord = (metric: Metric): metric is keyof typeof SIMPLE => Object.hasOwn(SIMPLE, metric)

/**
 * In parts that a page joins: `box`, what it belongs to, and then the figure itself. `today`: local
 * date.
 */
export function useFigureTitle(): (
  opens: Opens,
  query: PeriodQuery,
  names: FigureNames,
  today: string,
) => string {
  const t = useStatisticsWords()
  const { tr, lang } = useText()
  const nameOf = useNames()

  function figure({ metric, key = '' }: Opens, names: FigureNames): string {
    const group = GROUPS[metric]
    if (group) return nameOf(group, key, names)
    const [head, tail] = parted(key)
    if (metric === 'categoryByLevel')
      return `${nameOf('category', head, names)} · ${nameOf('level', tail, names)}`
    if (metric === 'byWeekdayHour') {
      const [day = '0', hour = '0'] = key.split('-')
      return `${lang.value === 'zh' ? '周' : ''}${WEEKDAYS[lang.value][Number(day)] ?? ''} ${hour}:00`
    }
    if (metric === 'byAnswer')
      return tr(names.questions[head]?.options[tail] ?? { zh: tail, en: tail })
    if (metric === 'alerts.byKind')
      return `${t('box.alerts')} · ${tr(ALERT_KINDS[key as AlertKind])}`
    if (metric === 'alerts.byPriority')
      return `${t('box.alerts')} · ${tr(PRIORITIES[Number(key) as Priority])}`
    const [, law, result] = LAW_REPORTS.exec(metric) ?? []
    if (law !== undefined && result !== undefined)
      return `${t(`report.law.${law as 'first'}`)} · ${t(`report.${result === 'met' ? 'onTime' : (result as 'due')}`)}`
    const [, kind, what] = REPORTS.exec(metric) ?? []
    if (kind !== undefined && what !== undefined)
      return `${t(`report.${kind as 'first'}`)} · ${t(`report.${what as 'due'}`)}`
    const hurt = CASUALTIES.find((kind) => metric === `casualties.${kind}`)
    if (hurt) return tr(PEOPLE[hurt])
    if (metric === 'evacuated') return tr(PEOPLE.evacuated)
    if (!hasWord(metric)) return metric
    const words = t(SIMPLE[metric])
    if (metric.startsWith('byClause.')) return `${tr(chapterOf(head, names.chapters))} · ${words}`
    if (metric.startsWith('nudges.')) return `${t('alert.nudges')} · ${words}`
    if (metric.startsWith('limits.proposed.')) return `${t('clause.proposed')} · ${words}`
    if (metric.startsWith('limits.')) return `${t('late.limit')} · ${words}`
    if (OF_AFTERMATH.test(metric)) return `${t('box.aftermath')} · ${words}`
    if (metric.startsWith('times.')) return `${t('box.times')} · ${words}`
    return metric.startsWith('alerts.') ? `${t('box.alerts')} · ${words}` : words
  }

  return (opens, query, names, today) => {
    const { from, to } = drillDownOf(opens, query, today)
    const period =
      (opens.of ?? 'now') === 'now'
        ? periodWords(query, lang.value)
        : `${dateText(from)[lang.value]} – ${dateText(to)[lang.value]}`
    return `${figure(opens, names)} · ${period}`
  }
}
