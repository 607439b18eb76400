/**
 * The figures of supplies in a period, for the monthly report and its export. They count movements
 * and kinds of supplies, never pieces: a box and a litre do not add up. What was issued in a drill
 * counts for itself: nothing of it is real.
 */
import { localDate, startOfDate } from '../calendar.ts'
import { dayAfter, type Period } from '../statistics/period.ts'
import { amountBefore, batchesBefore } from './standing.ts'
import { isExpired, outstandingOf, type Movement, type Supply, type SupplyIssue } from './supply.ts'

/**
 * `supplies`: in the register at its end. `received`, `issued`, `returned`, `consumed` and
 * `disposed`: how often; `inDrills`: issued in drills. `expired`: batches that passed their last
 * day in it with something left. `checks`, `failed`: checks, and those that were not passed.
 * `short`: supplies under their minimum at its end; `open`: real issues that were out then.
 */
export type SupplyFigures = {
  supplies: number
  received: number
  issued: number
  returned: number
  consumed: number
  disposed: number
  inDrills: number
  expired: number
  checks: number
  failed: number
  short: number
  open: number
}

export const NO_SUPPLY_FIGURES: SupplyFigures = {
  supplies: 0,
  received: 0,
  issued: 0,
  returned: 0,
  consumed: 0,
  disposed: 0,
  inDrills: 0,
  expired: 0,
  checks: 0,
  failed: 0,
  short: 0,
  open: 0,
}

type Span = { from: number; end: number; zone: string; period: Period; today: string }

/** Whether an issue was out just before an instant (UTC ms). */
function isOutBefore(supply: Supply, issue: SupplyIssue, before: number): boolean {
  if (issue.at >= before) return false
  const settledLater = supply.movements
    .filter(({ issueId, kind, at }) => issueId === issue.id && kind !== 'issued' && at >= before)
    .reduce((sum, { count }) => sum + count, 0)
  return outstandingOf(issue) + settledLater > 0
}

/** Batches of which something was left on the day after their last. */
const expiredIn = (supply: Supply, { zone, period, today }: Span): number =>
  supply.batches.filter(({ id, expiry }) => {
    if (expiry === null || expiry >= today) return false
    if (expiry < period.from || expiry > period.to) return false
    const then = batchesBefore(supply, startOfDate(dayAfter(expiry), zone))
    const batch = then.find((each) => each.id === id)
    return batch !== undefined && batch.count > 0 && isExpired(batch, today)
  }).length

function ofSupply(supply: Supply, span: Span): SupplyFigures {
  const { from, end, zone } = span
  const within = ({ at }: { at: number }): boolean => at >= from && at < end
  const movements = supply.movements.filter(within)
  const count = (kind: Movement['kind']): number =>
    movements.filter((movement) => movement.kind === kind && !movement.drill).length
  const isThere = supply.enteredAt < end && (supply.withdrawn === null || supply.withdrawn >= end)
  const checks = supply.checks.filter(within)
  const { minimum } = supply
  return {
    supplies: isThere ? 1 : 0,
    received: count('received'),
    issued: count('issued'),
    returned: count('returned'),
    consumed: count('consumed'),
    disposed: count('disposed'),
    inDrills: movements.filter(({ kind, drill }) => kind === 'issued' && drill).length,
    expired: expiredIn(supply, span),
    checks: checks.length,
    failed: checks.filter(({ ok }) => !ok).length,
    short: isThere && minimum !== null && amountBefore(supply, end, zone).usable < minimum ? 1 : 0,
    open: supply.issues.filter(
      (issue) => issue.for?.drill !== true && isOutBefore(supply, issue, end),
    ).length,
  }
}

/**
 * Of the local days of a period in `zone`. What has not come yet by `now` (UTC ms) counts nowhere:
 * of a period that runs, what is said of its end is as of now.
 */
export function suppliesOfPeriod(
  supplies: Iterable<Supply>,
  period: Period,
  { now, zone }: { now: number; zone: string },
): SupplyFigures {
  const from = startOfDate(period.from, zone)
  const end = Math.min(startOfDate(dayAfter(period.to), zone), now + 1)
  const span: Span = { from, end, zone, period, today: localDate(now, zone) }
  const sum = { ...NO_SUPPLY_FIGURES }
  for (const supply of supplies) {
    const figures = ofSupply(supply, span)
    for (const key of Object.keys(sum) as (keyof SupplyFigures)[]) sum[key] += figures[key]
  }
  return sum
}
