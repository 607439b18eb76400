/** What of supplies must be done by a day: it expires, is short, unfit, to be checked, or out. */
import { localDate } from '../calendar.ts'
import { datePlus } from '../duty/roster.ts'
import { policyFor, remindFromOf, type Policy } from '../policies/policy.ts'
import type { Obligation } from '../readiness/obligation.ts'
import { localized } from '../text.ts'
import { batchesThere, checkDue, shortSince } from './standing.ts'
import { isUnfit, openIssues, outstandingOf, rounded, usableOf, type Supply } from './supply.ts'

/** `today`: local date of the site in `zone`. */
export type SuppliesOn = { today: string; zone: string; policies: readonly Policy[] }

/** `of`: the batch or issue that it is about; left out where it is the supply as a whole. */
type Line = Pick<Obligation, 'kind' | 'due' | 'remindFrom' | 'isCritical' | 'count'> & {
  of?: string
}

/**
 * Each batch at its last day, critical from the day after: what somebody relies on and must not use
 * may hurt them.
 */
const expiring = (supply: Supply, { today, policies }: SuppliesOn): readonly Line[] => {
  const policy = policyFor(policies, 'supply-expiry', supply.class)
  if (!policy) return []
  return batchesThere(supply).flatMap(({ id, expiry, count }): Line[] =>
    expiry === null
      ? []
      : [
          {
            ...{ kind: 'supply-expiry', due: expiry, count, of: id },
            remindFrom: remindFromOf(policy, expiry),
            isCritical: expiry < today,
          },
        ],
  )
}

/** Under its minimum since a day: by how much. */
const lacking = (supply: Supply, { today, zone }: SuppliesOn): readonly Line[] => {
  const since = shortSince(supply, today, zone)
  if (since === null || supply.minimum === null) return []
  const count = rounded(supply.minimum - usableOf(supply, today))
  return [{ kind: 'supply-short', due: since, remindFrom: null, isCritical: true, count }]
}

/** How often equipment is checked here; null: no policy in months says so. */
export function usualMonths(policies: readonly Policy[]): number | null {
  const policy = policyFor(policies, 'equipment-check')
  return policy?.unit === 'months' ? policy.value : null
}

/** One that failed its last check is due since then; another by its interval or the policy's. */
const checks = (supply: Supply, { zone, policies }: SuppliesOn): readonly Line[] => {
  const policy = policyFor(policies, 'equipment-check', supply.class)
  const due = checkDue(supply, { zone, usualMonths: usualMonths(policies) })
  if (due === null || !policy) return []
  return isUnfit(supply)
    ? [{ kind: 'supply-unfit', due, remindFrom: null, isCritical: true, count: 1 }]
    : [
        {
          ...{ kind: 'supply-check', due, count: 1 },
          remindFrom: remindFromOf(policy, due),
          isCritical: false,
        },
      ]
}

/** What was issued and is neither back nor recorded as consumed: settled the day after. */
const out = (supply: Supply, { zone }: SuppliesOn): readonly Line[] =>
  openIssues(supply).map((issue) => {
    const due = datePlus(localDate(issue.at, zone), 1)
    return {
      ...{ kind: 'supply-out', due, remindFrom: due, isCritical: false },
      ...{ count: outstandingOf(issue), of: issue.id },
    }
  })

/**
 * Of those in the register; `about` is the supply, with its batch or issue where there may be more
 * than one; `to` its place on the page.
 */
export const obligationsOfSupplies = (
  supplies: Iterable<Supply>,
  on: SuppliesOn,
): readonly Obligation[] =>
  [...supplies]
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap((supply) => {
      const name = supply.model === null ? supply.name : `${supply.name} ${supply.model}`
      return [
        ...expiring(supply, on),
        ...lacking(supply, on),
        ...checks(supply, on),
        ...out(supply, on),
      ].map(({ of, ...line }): Obligation => ({
        ...line,
        about: {
          id: of === undefined ? supply.id : `${supply.id}#${of}`,
          name: localized(name, name),
        },
        unit: supply.unit,
        owner: supply.keeper,
        dueAt: null,
        to: ['readiness', 'supplies', supply.id],
      }))
    })
