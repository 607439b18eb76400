/** Names what a line of the record speaks of, as the plans that ran call it. */
import { taskName, isTaskId } from '../incident/record/tasks.ts'
import { titleOf } from '../incident/record/occurrence.ts'
import { describeRole } from '../plan/describe.ts'
import type { Plan, Step } from '../plan/plan.ts'
import { withProposal } from '../plan/proposal.ts'
import { localized, type LocalizedText } from '../text.ts'
import { instantText } from '../wording/instant.ts'
import type { Names } from './line.ts'

/**
 * `plans`: in the words of both languages. `time`: which time of a repeating step is meant. `zone`
 * is the site's; `typeName` gives null for a code that nobody knows.
 */
export function namesOf(
  plans: readonly Plan[],
  time: number,
  { zone, typeName }: { zone: string; typeName: (code: string) => LocalizedText | null },
): Names {
  const stepOf = (id: string | null): Step | undefined =>
    plans.flatMap((plan) => plan.steps).find((candidate) => candidate.id === id)
  return {
    type: (code) => typeName(code) ?? localized(code, code),
    instant: (at) => instantText(at, zone),
    title: (id) => {
      const step = stepOf(id)
      if (step) return withProposal(titleOf(step, time), step)
      return isTaskId(id) ? taskName(id) : localized(id, id)
    },
    marked: (says, id) => withProposal(says, stepOf(id)),
    plan: (revision) => plans.find((plan) => plan.revision === revision) ?? null,
    role: (id) => describeRole(id, { roles: plans.flatMap((plan) => plan.roles) }),
  }
}
