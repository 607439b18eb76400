/** Risks are assessed again by a day (S05-03): each that stands, as the policy has it. */
import type { WorkCalendar } from '../calendar.ts'
import { dueAfter, policyFor, remindFromOf, type Policy } from '../policies/policy.ts'
import type { Obligation } from '../readiness/obligation.ts'
import { standingRisks, type Risk } from './risk.ts'

/** A risk without any plan is one all the same; to write one is for the plans' own list. */
export function obligationsOfRisks(
  risks: Iterable<Risk>,
  policies: readonly Policy[],
  calendar: WorkCalendar,
): readonly Obligation[] {
  const policy = policyFor(policies, 'risk-assessment')
  if (!policy) return []
  return standingRisks(risks).map(({ id, what, owner, assessedOn }): Obligation => {
    const due = dueAfter(policy, assessedOn, calendar)
    return {
      kind: 'risk',
      about: { id, name: what },
      owner,
      ...{ due, dueAt: null, remindFrom: remindFromOf(policy, due), isCritical: false },
      ...{ count: 1, to: ['readiness', 'checks', 'risks'] },
    }
  })
}
