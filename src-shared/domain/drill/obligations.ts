/**
 * What drills make due: the next drill of each plan, the evaluation report of one that was held
 * (88号令 art. 34), and the word of it to the authority (art. 33). Overdue drills break the law.
 */
import type { Plan } from '../plan/plan.ts'
import type { Obligation } from '../readiness/obligation.ts'
import { stateOfDrill, type Drill } from './drill.ts'
import { drillsDue, papersDue, type DueView } from './due.ts'

/** `plans`: those that the site has in force. `today`: local date of the site. */
export function obligationsOfDrills(
  plans: readonly Plan[],
  drills: readonly Drill[],
  view: DueView & { today: string },
): readonly Obligation[] {
  const { today } = view
  const common = { dueAt: null, count: 1 }
  const ofPlans = drillsDue(plans, drills, view).flatMap(
    ({ planId, title, due, remindFrom, arranged }): readonly Obligation[] => {
      if (due === null) return []
      const drill = drills.find(({ id }) => id === arranged?.drillId)
      return [
        {
          ...common,
          kind: 'drill',
          about: { id: planId, name: title },
          owner: drill?.leader ?? null,
          ...{ due, remindFrom },
          isCritical: due < today,
          to: ['readiness', 'drills', ...(arranged ? [arranged.drillId] : [])],
        },
      ]
    },
  )
  const ofPapers = papersDue(drills, view).map(({ drill, kind, due, remindFrom }): Obligation => ({
    ...common,
    kind,
    about: { id: drill.id, name: drill.planTitle },
    owner: drill.evaluator,
    ...{ due, remindFrom },
    isCritical: kind === 'drill-report-out' && due < today,
    to: ['readiness', 'drills', drill.id],
  }))
  return [...ofPlans, ...ofPapers]
}

/** Arranged for a day that is gone, and not begun: somebody has to move it or call it off. */
export const isMissed = (drill: Drill, today: string): boolean =>
  stateOfDrill(drill) === 'planned' && drill.day < today
