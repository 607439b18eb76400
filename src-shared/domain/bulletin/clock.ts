/**
 * The clocks of the law for the first report to the authorities: by what happened and what kind of
 * site it is. They run from when the head of the unit came to know, they are no limits of a plan,
 * and none of them stops anybody from sending.
 */
import type { BoardIncident } from '../board/types.ts'
import { localized, type LocalizedText } from '../text.ts'
import { HOUR_MS } from '../units.ts'

/**
 * `source`: the rule and its article. What is left out is no condition: `types` are codes of the
 * type tree, with all below them, `siteKinds` kinds of site, `legal` the category by law.
 */
type ReportRule = {
  id: string
  withinMs: number
  source: LocalizedText
  types?: readonly string[]
  siteKinds?: readonly string[]
  legal?: string
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
]

const isBelow = (code: string, above: string): boolean =>
  code === above || code.startsWith(`${above}.`)

const isFor = (
  { types, siteKinds, legal }: ReportRule,
  { type, legalCategory }: Pick<BoardIncident, 'type' | 'legalCategory'>,
  kinds: readonly string[],
): boolean =>
  (!types || (type !== null && types.some((above) => isBelow(type, above)))) &&
  (!siteKinds || siteKinds.some((kind) => kinds.includes(kind))) &&
  (!legal || legal === legalCategory)

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
  incident: Pick<
    BoardIncident,
    'type' | 'legalCategory' | 'drill' | 'bulletins' | 'headInformedAt'
  >,
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
    metAt: incident.bulletins?.[0]?.at ?? null,
  }
}

/** How much of the time has gone at an instant (UTC ms), from 0 on; null before it runs, or met. */
export const shareGone = ({ dueAt, withinMs, metAt }: ReportClock, now: number): number | null =>
  dueAt === null || metAt !== null ? null : 1 - (dueAt - now) / withinMs
