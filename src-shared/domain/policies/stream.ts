/** The stream of policies: the values that the site has set in place of those of the product. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import type { SiteValue, SiteValues } from './policy.ts'

export type PolicySet = {
  type: 'PolicySet'
  policyId: string
  value: number
  remindDays: number
  reason: Sealed
}
/** What comes with the product holds again. */
export type PolicyReset = { type: 'PolicyReset'; policyId: string; reason: Sealed }
export type PolicyEvent = PolicySet | PolicyReset

function evolve(values: SiteValues | null, event: Recorded<PolicyEvent>): SiteValues {
  if (event.type === 'PolicyReset')
    return Object.fromEntries(Object.entries(values ?? {}).filter(([id]) => id !== event.policyId))
  const { value, remindDays, reason, at, by } = event
  return { ...values, [event.policyId]: { value, remindDays, reason, at, by } }
}

/** Null while the site has never set one. */
export const policiesStream = defineStream<
  SiteValues | null,
  PolicyEvent,
  { policies: SiteValues }
>({
  name: 'policies',
  initial: () => null,
  evolve,
  documents: {
    policies: {
      of: (values) => values,
      name: localized('本单位设定的周期', 'the policies of the site'),
      hasForm: is.map(
        is.fields<SiteValue>({
          value: is.number,
          remindDays: is.number,
          reason: is.sealed,
          at: is.number,
          by: is.words,
        }),
      ),
    },
  },
})
