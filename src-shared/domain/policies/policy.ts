/**
 * What a policy (规定) is: how often or within how long something must be done, from when it is
 * shown as coming, and which law, standard or clause says so. The rows come with the product
 * (`resources/standards/policies.yaml`); a site may set values of its own.
 */
import { datePlus } from '../duty/roster.ts'
import { monthsAfter, workdaysAfter } from '../due-days.ts'
import type { WorkCalendar } from '../calendar.ts'
import type { Sealed } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import { HOUR_MS } from '../units.ts'

/** What a policy is a rule of. A part of the readiness page that has one adds its kind. */
export const POLICY_KINDS = [
  'drill',
  'drill-evaluation',
  'drill-report-out',
  'training',
  'stock-taking',
  'supply-expiry',
  'equipment-check',
  'site-check',
  'risk-assessment',
  'patrol',
  'control-room',
  'event-ready',
  'event-permit',
  'filing',
  'making-known',
  'plan-evaluation',
  'plan-revision',
] as const
export type PolicyKind = (typeof POLICY_KINDS)[number]

export const POLICY_UNITS = ['months', 'days', 'workdays', 'hours', 'persons'] as const
export type PolicyUnit = (typeof POLICY_UNITS)[number]

/** Counted back from the day of an event, or persons that must be there: more of it is stricter. */
const MORE_IS_STRICTER: ReadonlySet<PolicyKind> = new Set([
  'event-ready',
  'event-permit',
  'control-room',
])

/** Whether a value asks for less than what comes with the product, in the same unit. */
export const isLooser = (kind: PolicyKind, value: number, shipped: number): boolean =>
  MORE_IS_STRICTER.has(kind) ? value < shipped : value > shipped

/** What names its own day, so that of the policy only the reminder counts. */
export const isReminderOnly = (kind: PolicyKind): boolean => kind === 'supply-expiry'

/** Due by the hour, so that no days before it are counted. */
export const hasNoReminder = (kind: PolicyKind): boolean =>
  kind === 'patrol' || kind === 'control-room'

/** The highest that a site may set, by unit; the lowest is 1. */
export const HIGHEST: Readonly<Record<PolicyUnit, number>> = {
  months: 120,
  days: 3_650,
  workdays: 250,
  hours: 8_760,
  persons: 20,
}
/** Days before its due day from which something may be shown as coming. */
export const REMIND_RANGE: readonly [number, number] = [0, 365]

/**
 * Whom it concerns; what is left out concerns all. `siteKinds`: kinds of site. `about`: what the
 * kind of policy distinguishes (sorts of supplies, kinds of plans), in its own words.
 */
export type AppliesTo = { siteKinds?: readonly string[]; about?: readonly string[] }

/** A row as it comes with the product. `remindDays`: before the due day; 0: only on it. */
export type ShippedPolicy = {
  id: string
  kind: PolicyKind
  name: LocalizedText
  unit: PolicyUnit
  value: number
  remindDays: number
  appliesTo: AppliesTo
  source: LocalizedText
}

/** What the site has set in place of it, why, who and when (UTC ms). */
export type SiteValue = {
  value: number
  remindDays: number
  reason: Sealed
  at: number
  by: string
}
/** By the id of a policy. */
export type SiteValues = Readonly<Record<string, SiteValue>>

/**
 * As it holds at the site: `value` and `remindDays` are the site's where it has set them, and
 * `siteValue` says so.
 */
export type Policy = ShippedPolicy & { siteValue: SiteValue | null }

/** What of a policy says when something is due, without its words. */
export type PolicyRule = Pick<Policy, 'id' | 'kind' | 'unit' | 'value' | 'remindDays' | 'appliesTo'>

const isMet = (kinds: readonly string[] | undefined, actual: readonly string[]): boolean =>
  kinds === undefined || kinds.some((kind) => actual.includes(kind))

/**
 * Those that concern a site of these kinds, in the order of the file, with what the site has set;
 * `siteKinds` as the site has them, `['all']` for every kind.
 */
export const policiesOf = (
  shipped: readonly ShippedPolicy[],
  values: SiteValues | null,
  siteKinds: readonly string[],
): readonly Policy[] =>
  shipped
    .filter(({ appliesTo }) => siteKinds.includes('all') || isMet(appliesTo.siteKinds, siteKinds))
    .map((policy) => {
      const siteValue = values?.[policy.id] ?? null
      const { value, remindDays } = siteValue ?? policy
      return { ...policy, value, remindDays, siteValue }
    })

/**
 * The policy that holds for a thing: of those of its kind the first whose `about` names it, else
 * the first that names none; null where nothing rules it. Rows of the file stand strictest first.
 */
export function policyFor<P extends Pick<Policy, 'kind' | 'appliesTo'>>(
  policies: readonly P[],
  kind: PolicyKind,
  about: string | null = null,
): P | null {
  const ofKind = policies.filter((policy) => policy.kind === kind)
  return (
    ofKind.find(({ appliesTo }) => about !== null && appliesTo.about?.includes(about)) ??
    ofKind.find(({ appliesTo }) => appliesTo.about === undefined) ??
    null
  )
}

/** The local day by which a policy wants it done, counted from the local day `from`. */
export function dueAfter(
  { unit, value }: Pick<Policy, 'unit' | 'value'>,
  from: string,
  calendar: WorkCalendar,
): string {
  if (unit === 'months') return monthsAfter(from, value)
  if (unit === 'workdays') return workdaysAfter(from, value, calendar)
  if (unit === 'days') return datePlus(from, value)
  throw new Error(`a policy in ${unit} has no due day`)
}

/** The instant (UTC ms) by which a policy in hours wants it done, counted from `from` (UTC ms). */
export function dueAtAfter({ unit, value }: Pick<Policy, 'unit' | 'value'>, from: number): number {
  if (unit !== 'hours') throw new Error(`a policy in ${unit} has no due instant`)
  return from + value * HOUR_MS
}

/** The local day from which what is due then is shown as coming. */
export const remindFromOf = ({ remindDays }: Pick<Policy, 'remindDays'>, due: string): string =>
  datePlus(due, -remindDays)
