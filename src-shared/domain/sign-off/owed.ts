/** Who has to sign for having read a plan: whoever fills a post that has steps in it (S02-24). */
import { localDate } from '../calendar.ts'
import type { Plan } from '../plan/plan.ts'
import type { Staff } from '../training/standing.ts'
import { lastSignOff, type SignOffs } from './sign-off.ts'

export type PlanToRead = Pick<Plan, 'id' | 'revision' | 'title' | 'steps'>

/** signed: this revision; again: only an earlier one; missing: none. */
export type ReadState = 'signed' | 'again' | 'missing'
/** `posts`: those of the plan that the person fills. `readOn`: local day of the last sign-off. */
export type OwedSignOff = {
  planId: string
  personId: string
  posts: readonly string[]
  state: ReadState
  readOn: string | null
}

/** The posts that do something in a plan, each once, in the order of its steps. */
export const postsIn = ({ steps }: Pick<Plan, 'steps'>): readonly string[] => [
  ...new Set(steps.flatMap(({ role, helpers }) => [role, ...helpers])),
]

/** `signOffs`: by plan. Of each plan, whoever has to sign it, in the order of the staff. */
export function owedSignOffs(
  plans: readonly PlanToRead[],
  staff: Staff,
  signOffs: ReadonlyMap<string, SignOffs>,
  zone: string,
): readonly OwedSignOff[] {
  return plans.flatMap((plan) => {
    const inPlan = postsIn(plan)
    const signed = signOffs.get(plan.id)
    return staff.flatMap(({ person, posts }): OwedSignOff[] => {
      const filled = inPlan.filter((post) => posts.has(post))
      if (filled.length === 0) return []
      const last = signed ? lastSignOff(signed, person.id) : null
      const state = last === null ? 'missing' : last.revision === plan.revision ? 'signed' : 'again'
      return [
        {
          ...{ planId: plan.id, personId: person.id, posts: filled, state },
          readOn: last === null ? null : localDate(last.readAt, zone),
        },
      ]
    })
  })
}
