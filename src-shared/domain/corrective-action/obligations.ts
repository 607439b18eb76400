/** What corrective actions owe: to be done by their day, and then to be checked by another. */
import { datePlus } from '../duty/roster.ts'
import type { Obligation } from '../readiness/obligation.ts'
import { hazardOf } from './hazard.ts'
import { standingAt, type CorrectiveAction } from './action.ts'

/** A week before its day it is shown as coming. */
const REMIND_DAYS = 7

/**
 * Those that are open, and those that are done and that nobody has checked. A major hazard is
 * critical until somebody says that it was removed.
 */
export const obligationsOfActions = (actions: readonly CorrectiveAction[]): readonly Obligation[] =>
  actions.flatMap((action): Obligation[] => {
    const state = standingAt(action)
    if (state !== 'open' && state !== 'done') return []
    const { id, what, why, owner, due } = action
    const hazard = hazardOf(action)
    const kinds = hazard
      ? (['hazard', 'hazard-check'] as const)
      : (['action', 'action-check'] as const)
    return [
      {
        kind: kinds[state === 'open' ? 0 : 1],
        about: { id, name: hazard ? (why ?? what) : what },
        owner: state === 'open' ? owner : null,
        ...{ due, dueAt: null, remindFrom: datePlus(due, -REMIND_DAYS) },
        ...{
          isCritical: hazard?.hazard === 'major' && state === 'open',
          count: 1,
          to: ['actions', id],
        },
      },
    ]
  })
