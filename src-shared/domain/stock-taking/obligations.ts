/**
 * The stock-taking that is due: as its policy has it, counted from the last that was booked; while
 * one runs, that one is to be finished.
 */
import { localDate, type WorkCalendar } from '../calendar.ts'
import { dueAfter, policyFor, remindFromOf, type Policy } from '../policies/policy.ts'
import type { Obligation } from '../readiness/obligation.ts'
import type { Supply } from '../supplies/supply.ts'
import { isTakingOver, type StockTaking } from './taking.ts'

/**
 * When the first supply of those that are still in the register was entered (UTC ms); null: there
 * is none, and nothing to count.
 */
export function firstEntered(
  supplies: Iterable<Pick<Supply, 'enteredAt' | 'withdrawn'>>,
): number | null {
  const entered = [...supplies]
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ enteredAt }) => enteredAt)
  return entered.length > 0 ? Math.min(...entered) : null
}

/**
 * None where nothing is in the register. `enteredAt`: as {@link firstEntered} has it.
 * A part counts as one: whoever counts hall by hall has counted when the last hall is booked.
 */
export function obligationsOfTakings(
  takings: Iterable<StockTaking>,
  {
    enteredAt,
    zone,
    calendar,
    policies,
  }: {
    enteredAt: number | null
    zone: string
    calendar: WorkCalendar
    policies: readonly Policy[]
  },
): readonly Obligation[] {
  const policy = policyFor(policies, 'stock-taking')
  if (!policy || enteredAt === null) return []
  const all = [...takings]
  const booked = all.filter(({ state }) => state === 'booked').map(({ endedAt }) => endedAt ?? 0)
  const from = booked.length > 0 ? Math.max(...booked) : enteredAt
  const due = dueAfter(policy, localDate(from, zone), calendar)
  const line = {
    ...{ kind: 'stock-taking' as const, owner: null, dueAt: null, isCritical: false, count: 1 },
    about: { id: 'stock-taking', name: null },
  }
  const running = all.find((taking) => !isTakingOver(taking))
  if (running)
    return [
      {
        ...line,
        about: { id: running.id, name: null },
        due: localDate(running.begunAt, zone),
        remindFrom: null,
        to: ['readiness', 'supplies', 'takings', running.id],
      },
    ]
  const to = ['readiness', 'supplies', 'takings']
  return [{ ...line, due, remindFrom: remindFromOf(policy, due), to }]
}
