/** What handlers of checks read: lists, days, what the policies allow, how each stands. */
import { signOf, type Check } from '#shared/domain/check/check.ts'
import { countingChecks } from '#shared/domain/check/due.ts'
import type { Checklist } from '#shared/domain/checklist/checklist.ts'
import type { Longest } from '#shared/domain/checklist/ruled.ts'
import { slotFor, type Days } from '#shared/domain/checklist/slots.ts'
import { withNotices } from '#shared/domain/site/notice.ts'
import { policyFor, type Policy, type PolicyKind } from '#shared/domain/policies/policy.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import type { StationContext } from '../handler.ts'
import { policiesAt } from '../readiness/around.ts'

type Around = Pick<StationContext, 'memory' | 'library'>

export const allLists = ({ memory }: Pick<Around, 'memory'>): readonly Checklist[] => [
  ...memory.documents.all('checklist').values(),
]
export const allChecks = ({ memory }: Pick<Around, 'memory'>): readonly Check[] => [
  ...memory.documents.all('check').values(),
]

/** With the notices that the site has entered itself. */
export const daysOf = ({ memory, library }: Around): Days => ({
  zone: memory.site.zone,
  calendar: withNotices(library.calendar(), memory.site.notices ?? []),
})

const inMinutes = (policy: Policy | null): number | null =>
  policy?.unit === 'hours' ? (policy.value * HOUR_MS) / MINUTE_MS : null

/** What these policies allow at most. */
export function longestIn(policies: readonly Policy[]): Longest {
  const months = (kind: PolicyKind): number | null => {
    const policy = policyFor(policies, kind)
    return policy?.unit === 'months' ? policy.value : null
  }
  const [site, equipment] = [months('site-check'), months('equipment-check')]
  return {
    roundMinutes: inMinutes(policyFor(policies, 'patrol')),
    months: { ...(site && { site }), ...(equipment && { equipment }) },
  }
}

/** As the site's policies have it now. */
export const longestOf = (context: Around): Longest => longestIn(policiesAt(context))

/** The slots that a list has a signed check of, by their ends (UTC ms). */
export const signedSlots = (list: Checklist, context: Pick<Around, 'memory'>): Set<number> =>
  new Set(
    countingChecks(allChecks(context), list.id).flatMap((check) =>
      check.due !== null && signOf(check) !== null ? [check.due] : [],
    ),
  )

/**
 * The end (UTC ms) of the slot for which a check that begins at `at` is made; null: of none, or of
 * one in which another was signed already, so that it is an extra one.
 */
export function dueFor(list: Checklist, at: number, context: Around): number | null {
  const slot = slotFor(list, at, daysOf(context))
  if (!slot) return null
  return signedSlots(list, context).has(slot.due) ? null : slot.due
}
