/** What corrective actions owe: to be done by their day, and then to be checked by another. */
import { datePlus } from '../duty/roster.ts'
import type { Obligation } from '../readiness/obligation.ts'
import { standingAt, type CorrectiveAction } from './action.ts'

/** A week before its day it is shown as coming. */
const REMIND_DAYS = 7

/** Those that are open, and those that are done and that nobody has checked. */
export const obligationsOfActions = (actions: readonly CorrectiveAction[]): readonly Obligation[] =>
  actions.flatMap((action): Obligation[] => {
    const state = standingAt(action)
    if (state !== 'open' && state !== 'done') return []
    const { id, what, owner, due } = action
    return [
      {
        kind: state === 'open' ? 'action' : 'action-check',
        about: { id, name: what },
        owner: state === 'open' ? owner : null,
        ...{ due, dueAt: null, remindFrom: datePlus(due, -REMIND_DAYS) },
        ...{ isCritical: false, count: 1, to: ['actions', id] },
      },
    ]
  })
