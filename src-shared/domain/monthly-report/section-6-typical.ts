/**
 * Section 6 of the monthly report, 典型事件: the three gravest incidents by rule, each with its key
 * moments. No name and no word of a person stands in it.
 */
import { CASUALTIES, PEOPLE_NAMES, SEVERITIES, SEVERITY_NAMES } from '../incident/record/scales.ts'
import type { IncidentStats } from '../statistics/incident-stats.ts'
import { isIn } from '../statistics/metrics.ts'
import { membersOf } from '../statistics/statistics.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Section, Table } from '../document/document.ts'
import type { MonthReportData } from './data.ts'
import { levelOf, many, nameOf, same, yuanText } from '../document/wording.ts'
import { minuteText } from '../wording/instant.ts'
import { spanText } from '../wording/duration.ts'
import { column, plain, table } from '../document/table.ts'

const MOST = 3
const MOMENTS: Readonly<Record<string, LocalizedText>> = {
  reported: localized('接报', 'Reported'),
  verifying: localized('开始核实', 'Verifying'),
  assessing: localized('开始研判', 'Assessing'),
  prealert: localized('预警', 'Pre-alert'),
  activated: localized('启动预案', 'Plan activated'),
  firstStep: localized('首个步骤完成', 'First step done'),
  contained: localized('已控制', 'Contained'),
  lifted: localized('已解除', 'Lifted'),
  recovering: localized('转入善后', 'Recovering'),
  closed: localized('结案', 'Closed'),
  archived: localized('归档', 'Archived'),
}

/**
 * Gravest first: level, severity, dead, missing, seriously and slightly hurt, loss, late limits.
 */
function gravity(
  { level, severity, casualties, loss }: IncidentStats,
  late: number,
): readonly number[] {
  const grade = severity ? SEVERITIES.length - SEVERITIES.indexOf(severity) : 0
  return [
    level === null ? 0 : 100 - level,
    grade,
    casualties?.dead ?? 0,
    casualties?.missing ?? 0,
    casualties?.serious ?? 0,
    casualties?.minor ?? 0,
    loss ?? 0,
    late,
  ]
}

/**
 * Whether somebody raised its level: it is higher than those that its plans begin with. The level
 * of an incident from a table is a column like another.
 */
function isRaised(
  { level, plans = [], imported }: IncidentStats,
  usualLevels: Readonly<Record<string, number>>,
): boolean {
  if (level === null || imported) return false
  const usual = plans.flatMap(({ revision }) => usualLevels[revision] ?? [])
  return level < Math.min(Infinity, ...usual)
}

/**
 * The gravest incidents of the month, at most three. One of which nothing is said and nothing was
 * late is none, and the level that its plan begins with says nothing.
 */
function typicalOf({
  figures: { now },
  stats: allStats,
  usualLevels,
  asOf,
  zone,
}: MonthReportData): readonly { stats: IncidentStats; late: number }[] {
  const around = { zone }
  const late = membersOf(now, allStats, 'limits.late', undefined, asOf, around)
  const weighed = allStats
    .filter((stats) => isIn(stats, { now: asOf, zone, drill: false }))
    .map((stats) => {
      const lateCount = late.filter((id) => id === stats.incidentId).length
      return { stats, late: lateCount, weight: gravity(stats, lateCount) }
    })
  return weighed
    .filter(
      ({ stats, weight: [, ...rest] }) =>
        isRaised(stats, usualLevels) || rest.some((part) => part > 0),
    )
    .sort((a, b) => {
      const index = a.weight.findIndex((part, n) => part !== b.weight[n])
      return index < 0
        ? a.stats.at - b.stats.at || (a.stats.incidentId < b.stats.incidentId ? -1 : 1)
        : (b.weight[index] ?? 0) - (a.weight[index] ?? 0)
    })
    .slice(0, MOST)
}

/** How many its reviews have; the lessons themselves are words of people. */
const lessonsOf = ({ aftermath }: IncidentStats): number => aftermath?.lessons ?? 0

/** Its number and its place. */
const called = ({ number, place }: IncidentStats): string => (number ? `${number} ${place}` : place)

const list = (texts: readonly LocalizedText[]): LocalizedText =>
  localized(texts.map(({ zh }) => zh).join('，'), texts.map(({ en }) => en).join(', '))

/** What is known of it, in a sentence. */
function sentence(
  { stats, late }: { stats: IncidentStats; late: number },
  { names, zone }: MonthReportData,
): LocalizedText {
  const { level, severity, casualties, loss, impact, plans = [], answers = {} } = stats
  const lessons = lessonsOf(stats)
  const hurt = CASUALTIES.filter((kind) => (casualties?.[kind] ?? 0) > 0).map((kind) =>
    localized(
      `${PEOPLE_NAMES[kind].zh}${casualties?.[kind] ?? 0}人`,
      `${casualties?.[kind] ?? 0} ${PEOPLE_NAMES[kind].en}`,
    ),
  )
  const causes = Object.entries(answers).flatMap(([question, values]) => {
    const named = names.questions[question]
    return named
      ? [
          localized(
            `${named.question.zh}${values.map((item) => named.options[item]?.zh ?? item).join('、')}`,
            `${named.question.en} ${values.map((item) => named.options[item]?.en ?? item).join(', ')}`,
          ),
        ]
      : []
  })
  const text = [
    localized(
      `${minuteText(stats.at, zone)}，${called(stats)}`,
      `${minuteText(stats.at, zone)}, ${called(stats)}`,
    ),
    ...(level === null
      ? []
      : [localized(`${levelOf(String(level)).zh}响应`, `response ${levelOf(String(level)).en}`)]),
    ...(severity
      ? [
          localized(
            `事件等级${SEVERITY_NAMES[severity].zh}`,
            `severity ${SEVERITY_NAMES[severity].en.toLowerCase()}`,
          ),
        ]
      : []),
    ...(plans.length === 0
      ? []
      : [
          localized(
            `启动${plans.map(({ planId }) => `《${nameOf(planId, names.plans).zh}》`).join('')}`,
            `under ${plans.map(({ planId }) => nameOf(planId, names.plans).en).join('; ')}`,
          ),
        ]),
    ...hurt,
    ...(loss
      ? [
          localized(
            `直接经济损失${yuanText(loss)}元`,
            `direct economic loss ${yuanText(loss)} yuan`,
          ),
        ]
      : []),
    ...(impact?.serviceInterruptedMs
      ? [
          localized(
            `服务中断${spanText(impact.serviceInterruptedMs).zh}`,
            `service down for ${spanText(impact.serviceInterruptedMs).en}`,
          ),
        ]
      : []),
    ...(late > 0 ? [localized(`超时${late}项`, `${late} late`)] : []),
    ...(lessons > 0
      ? [localized(`复盘教训${lessons}条`, `${many(lessons, 'lesson')} learned`)]
      : []),
    ...causes,
  ]
  return localized(`${list(text).zh}。`, `${list(text).en}.`)
}

function momentsOf(
  { stats }: { stats: IncidentStats },
  at: number,
  { names }: MonthReportData,
): Table {
  const moments = Object.entries(stats.moments)
    .filter(([name]) => MOMENTS[name] !== undefined)
    .sort(([, item], [, other]) => item - other)
  const began = stats.moments['reported'] ?? stats.at
  const kind = nameOf(stats.type ?? 'none', names.types)
  return table(
    `typical-${at + 1}`,
    localized(`${at + 1}. ${called(stats)} ${kind.zh}`, `${at + 1}. ${called(stats)}, ${kind.en}`),
    [
      column('at', '时间', 'Time', 'instant'),
      column('what', '经过', 'What happened', 'text'),
      column('after', '距接报', 'After the report', 'duration'),
    ],
    moments.map(([name, instant]) => [
      plain(instant),
      { value: MOMENTS[name] ?? same(name), incidentId: stats.incidentId },
      plain(Math.max(0, instant - began)),
    ]),
    { empty: localized('没有记录', 'No record') },
  )
}

export function typical(data: MonthReportData): Section {
  const gravest = typicalOf(data)
  return {
    id: 'typical',
    title: localized('典型事件', 'Typical incidents'),
    charts: [],
    words:
      gravest.length === 0
        ? [
            localized(
              '本月没有提级、定级、伤亡、损失或超时的突发事件。',
              'No incident had a raised level, a severity, casualties, a loss or a late limit.',
            ),
          ]
        : gravest.map((weighed, index) => {
            const text = sentence(weighed, data)
            return localized(`${index + 1}. ${text.zh}`, `${index + 1}. ${text.en}`)
          }),
    ...(gravest.every(({ stats }) => lessonsOf(stats) > 0)
      ? {}
      : { unfilled: [localized('每起典型事件的教训', 'The lesson of each incident')] }),
    tables: gravest.map((weighed, index) => momentsOf(weighed, index, data)),
  }
}
