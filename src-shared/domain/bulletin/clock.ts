/**
 * The clocks of the law for the first report to the authorities: by what happened and what kind of
 * site it is. They run from when the head of the unit came to know, they are no limits of a plan,
 * and none of them stops anybody from sending.
 */
import type { BoardIncident } from '../board/types.ts'
import { ofSeries } from '../incident/record/bulletins.ts'
import { PEOPLE, type PeopleKind } from '../incident/record/scales.ts'
import { localized, type LocalizedText } from '../text.ts'
import { HOUR_MS } from '../units.ts'

/**
 * `source`: the rule and its article. What is left out is no condition: `types` are codes of the
 * type tree, with all below them, `siteKinds` kinds of site, `legal` the category by law; of
 * `people` one number that is reached is enough.
 */
type ReportRule = {
  id: string
  withinMs: number
  source: LocalizedText
  types?: readonly string[]
  siteKinds?: readonly string[]
  legal?: string
  people?: Readonly<Partial<Record<PeopleKind, number>>>
}

const NETWORK_TYPES = ['bank-network', 'branch-attack']

/** The first that fits holds: the strictest stands in front. */
const RULES: readonly ReportRule[] = [
  {
    id: 'network-critical',
    withinMs: HOUR_MS,
    source: localized(
      '国家网络安全事件报告管理办法第四条：关键信息基础设施1小时',
      'Rules on reporting network security incidents, art. 4: critical infrastructure within 1 h',
    ),
    types: NETWORK_TYPES,
    siteKinds: ['bank-window'],
  },
  {
    id: 'network',
    withinMs: 4 * HOUR_MS,
    source: localized(
      '国家网络安全事件报告管理办法第四条：其他网络运营者4小时',
      'Rules on reporting network security incidents, art. 4: other operators within 4 h',
    ),
    types: NETWORK_TYPES,
  },
  {
    id: 'accident',
    withinMs: HOUR_MS,
    source: localized(
      '生产安全事故报告和调查处理条例（493号令）第九条：1小时',
      'Order 493 on reporting accidents at work, art. 9: within 1 h',
    ),
    legal: 'accidentDisaster',
  },
  {
    id: 'at-risk',
    withinMs: HOUR_MS,
    source: localized(
      '生产安全事故信息报告和处置办法（21号令）：较大涉险事故（涉险10人、被困或失踪3人、疏散500人起）1小时',
      'Order 21 on accident information: from 10 at risk, 3 trapped or missing, or 500 evacuated within 1 h',
    ),
    people: { atRisk: 10, trapped: 3, missing: 3, evacuated: 500 },
  },
]

const isBelow = (code: string, above: string): boolean =>
  code === above || code.startsWith(`${above}.`)

/** Nobody counted is nobody reached: a rule begins with a number that somebody has told. */
const isReached = (
  people: NonNullable<ReportRule['people']>,
  casualties: BoardIncident['casualties'],
): boolean =>
  PEOPLE.some((kind) => {
    const [least, count] = [people[kind], casualties?.[kind] ?? null]
    return least !== undefined && count !== null && count >= least
  })

type Concerned = Pick<BoardIncident, 'type' | 'legalCategory' | 'casualties'>

const isFor = (
  { types, siteKinds, legal, people }: ReportRule,
  { type, legalCategory, casualties }: Concerned,
  kinds: readonly string[],
): boolean =>
  (!types || (type !== null && types.some((above) => isBelow(type, above)))) &&
  (!siteKinds || siteKinds.some((kind) => kinds.includes(kind))) &&
  (!legal || legal === legalCategory) &&
  (!people || isReached(people, casualties))

/** Marks on the way; only the end sounds. */
export const MARKS = [0.5, 0.8] as const

export type ReportClock = {
  ruleId: string
  source: LocalizedText
  withinMs: number
  dueAt: number | null // UTC ms; null: nobody has said when the head came to know
  metAt: number | null // when the first report went out
}

/** Null where no rule is about it, and of a drill. */
export function reportClock(
  incident: Concerned & Pick<BoardIncident, 'drill' | 'bulletins' | 'headInformedAt'>,
  siteKinds: readonly string[],
): ReportClock | null {
  if (incident.drill) return null
  const rule = RULES.find((known) => isFor(known, incident, siteKinds))
  if (!rule) return null
  const { headInformedAt } = incident
  return {
    ruleId: rule.id,
    source: rule.source,
    withinMs: rule.withinMs,
    dueAt: headInformedAt === undefined ? null : headInformedAt + rule.withinMs,
    metAt: ofSeries(incident.bulletins, 'authorities')[0]?.at ?? null,
  }
}

/** How much of the time has gone at an instant (UTC ms), from 0 on; null before it runs, or met. */
export const shareGone = ({ dueAt, withinMs, metAt }: ReportClock, now: number): number | null =>
  dueAt === null || metAt !== null ? null : 1 - (dueAt - now) / withinMs
