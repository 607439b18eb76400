/** Decides on the site's own value of a policy: set with a reason, or given up again. */
import { accept, type Decision } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { HIGHEST, REMIND_RANGE, type ShippedPolicy, type SiteValues } from './policy.ts'
import { remindOutOfRange, unknownPolicy, valueOutOfRange } from './refusals.ts'
import type { PolicyEvent } from './stream.ts'

export type PolicyCommand =
  | { type: 'SetPolicy'; policyId: string; value: number; remindDays: number; reason: Sealed }
  | { type: 'ResetPolicy'; policyId: string; reason: Sealed }

const isWithin = (value: number, lowest: number, highest: number): boolean =>
  Number.isInteger(value) && value >= lowest && value <= highest

/**
 * Refused: a policy that does not come with the product (`unknown-policy`), a value or a reminder
 * out of its range (`bad-input`). Setting what holds changes nothing; the value of the product is
 * set as any other, so that the record says that somebody chose it.
 */
export function decidePolicies(
  values: SiteValues | null,
  command: PolicyCommand,
  shipped: readonly ShippedPolicy[],
): Decision<PolicyEvent> {
  const { policyId, reason } = command
  const policy = shipped.find(({ id }) => id === policyId)
  const before = values && Object.hasOwn(values, policyId) ? values[policyId] : undefined
  if (command.type === 'ResetPolicy') {
    // a row that a newer product no longer has may still be given up
    if (!policy && !before) return unknownPolicy()
    return before ? accept({ type: 'PolicyReset', policyId, reason }) : accept()
  }
  if (!policy) return unknownPolicy()
  const { value, remindDays } = command
  if (!isWithin(value, 1, HIGHEST[policy.unit])) return valueOutOfRange(policy.unit)
  if (!isWithin(remindDays, ...REMIND_RANGE)) return remindOutOfRange()
  return before?.value === value && before.remindDays === remindDays
    ? accept()
    : accept({ type: 'PolicySet', policyId, value, remindDays, reason })
}
