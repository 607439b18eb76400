/**
 * Says by when each plan is to be drilled, by the policies of the site: from the last drill that
 * counted, else from the day since which the site has the plan (88号令 art. 33).
 */
import type { WorkCalendar } from '../calendar.ts'
import { localDate } from '../calendar.ts'
import type { Plan } from '../plan/plan.ts'
import { dueAfter, policyFor, remindFromOf, type PolicyRule } from '../policies/policy.ts'
import type { LocalizedText } from '../text.ts'
import { drilledIn, isHeld, stateOfDrill, type Drill } from './drill.ts'

/**
 * What kind of plan it is, as the policies distinguish it. comprehensive: others build on it;
 * fire: of a type of fires; scene: the procedure of one kind of event (现场处置).
 */
export type PlanKind = 'comprehensive' | 'fire' | 'scene'

type Drilled = Pick<Plan, 'id' | 'title' | 'types' | 'extends' | 'commander'>

const isFire = ({ types }: Pick<Drilled, 'types'>): boolean =>
  types.length > 0 && types.every((code) => /(^|[.-])(premises-)?fire($|-)/.test(code))

export function planKind(plan: Drilled, plans: readonly Drilled[]): PlanKind {
  if (isFire(plan)) return 'fire'
  return plans.some((other) => other.extends === plan.id) ? 'comprehensive' : 'scene'
}

/** A plan that is drilled, with what the policies distinguish. */
export type DrilledPlan = { planId: string; title: LocalizedText; kind: PlanKind }
export const drilledPlans = (plans: readonly Drilled[]): readonly DrilledPlan[] =>
  plans.map((plan) => ({ planId: plan.id, title: plan.title, kind: planKind(plan, plans) }))

/** Days are local days of the site. `last`: of the last counted drill; `arranged`: the next one. */
export type DrillDue = DrilledPlan & {
  policyId: string | null
  last: string | null
  due: string | null
  remindFrom: string | null
  arranged: { drillId: string; day: string } | null
}

/** `since`: the local day from which the site has a plan. */
export type DueView = {
  policies: readonly PolicyRule[]
  calendar: WorkCalendar
  zone: string
  since: (planId: string) => string
}

const dayOf = (drill: Drill, zone: string): string => localDate(drill.started?.at ?? 0, zone)

/** Of each plan, earliest due day first; `due` null: no policy rules it. */
export const drillsDue = (
  plans: readonly Drilled[],
  drills: readonly Drill[],
  view: DueView,
): readonly DrillDue[] => duesOfPlans(drilledPlans(plans), drills, view)

/** The same of plans of which no more is known than that. */
export function duesOfPlans(
  plans: readonly DrilledPlan[],
  drills: readonly Drill[],
  { policies, calendar, zone, since }: DueView,
): readonly DrillDue[] {
  const counted = drills.filter(isHeld)
  const planned = drills.filter((drill) => stateOfDrill(drill) === 'planned')
  return plans
    .map(({ planId, title, kind }): DrillDue => {
      const policy = policyFor(policies, 'drill', kind)
      const days = counted
        .filter((drill) => drilledIn(drill).includes(planId))
        .map((drill) => dayOf(drill, zone))
      const last = days.sort().at(-1) ?? null
      const due = policy && dueAfter(policy, last ?? since(planId), calendar)
      const [next] = planned
        .filter((drill) => drill.planId === planId)
        .sort((drill, other) => (drill.day < other.day ? -1 : 1))
      return {
        ...{ planId, title, kind, policyId: policy?.id ?? null, last, due },
        remindFrom: policy && due ? remindFromOf(policy, due) : null,
        arranged: next ? { drillId: next.id, day: next.day } : null,
      }
    })
    .sort((first, second) => {
      const [day, other] = [first.due ?? '9999', second.due ?? '9999']
      return day === other ? (first.planId < second.planId ? -1 : 1) : day < other ? -1 : 1
    })
}

/**
 * Those that were begun before an instant (UTC ms) and count: a drill over midnight
 * counts for the day of its begin, as it does everywhere.
 */
export const heldBefore = (drills: readonly Drill[], before: number): readonly Drill[] =>
  drills.filter((drill) => isHeld(drill) && (drill.started?.at ?? before) < before)

/** What is due of a drill after its end: the report of its evaluation, that to the authority. */
export type PaperDue = {
  drill: Drill
  kind: 'drill-evaluation' | 'drill-report-out'
  due: string
  remindFrom: string
}

export function papersDue(
  drills: readonly Drill[],
  { policies, calendar, zone }: Omit<DueView, 'since'>,
): readonly PaperDue[] {
  return drills.filter(isHeld).flatMap((drill) =>
    (['drill-evaluation', 'drill-report-out'] as const).flatMap((kind): readonly PaperDue[] => {
      const isThere = kind === 'drill-evaluation' ? drill.evaluation : drill.reportedOut
      const policy = isThere ? null : policyFor(policies, kind)
      if (!policy) return []
      const due = dueAfter(policy, dayOf(drill, zone), calendar)
      return [{ drill, kind, due, remindFrom: remindFromOf(policy, due) }]
    }),
  )
}
