/** What is wrong with a supply on a day, and since when: what the list and the reminders go by. */
import { localDate } from '../calendar.ts'
import { monthsAfter } from '../due-days.ts'
import { dayAfter } from '../statistics/period.ts'
import {
  isExpired,
  isShort,
  isUnfit,
  rounded,
  stockOf,
  usableOf,
  type Batch,
  type Movement,
  type Supply,
  type SupplyClass,
} from './supply.ts'

/** `usualMonths`: how often equipment is checked at the site; null: nothing says so. */
export type CheckTimes = { zone: string; usualMonths: number | null }

/** In the order in which they matter. */
export const SUPPLY_FAULTS = ['expired', 'unfit', 'short', 'check', 'expiring'] as const
export type SupplyFault = (typeof SUPPLY_FAULTS)[number]

/** Batches of which there is something, what expires first in front; what never does, last. */
export const batchesThere = ({ batches }: Pick<Supply, 'batches'>): readonly Batch[] =>
  batches
    .filter(({ count }) => count > 0)
    .sort((a, b) => ((a.expiry ?? '~') < (b.expiry ?? '~') ? -1 : 1))

/** The first day on which something of it expires; null: nothing does. */
export const nextExpiry = (supply: Pick<Supply, 'batches'>): string | null =>
  batchesThere(supply)[0]?.expiry ?? null

/** What is checked and serviced also where nobody has entered how often (S05-06). */
const EQUIPMENT: ReadonlySet<SupplyClass> = new Set([
  'fire',
  'gas',
  'power',
  'communication',
  'evacuation',
  'surveillance',
])

/** After how many months it is checked: its own, of equipment the usual one; null: never. */
export const checkMonthsOf = (
  { checkMonths, class: type }: Pick<Supply, 'checkMonths' | 'class'>,
  usualMonths: number | null,
): number | null => checkMonths ?? (EQUIPMENT.has(type) ? usualMonths : null)

/**
 * The local day by which it is checked again: so many months after its last check that passed, else
 * after it was entered; null where no interval holds. One that failed is due since that day.
 */
export function checkDue(
  supply: Pick<Supply, 'checks' | 'checkMonths' | 'class' | 'enteredAt'>,
  { zone, usualMonths }: CheckTimes,
): string | null {
  const last = supply.checks.at(-1)
  if (last && !last.ok) return localDate(last.at, zone)
  const months = checkMonthsOf(supply, usualMonths)
  return months === null ? null : monthsAfter(localDate(last?.at ?? supply.enteredAt, zone), months)
}

/**
 * The faults of a day. `today`, `soon`: local dates; what expires until `soon` is said to be
 * expiring. One that left the register has none.
 */
export function faultsOf(
  supply: Supply,
  { today, soon, ...times }: CheckTimes & { today: string; soon: string },
): readonly SupplyFault[] {
  if (supply.withdrawn !== null) return []
  const there = batchesThere(supply)
  const due = checkDue(supply, times)
  const is: Readonly<Record<SupplyFault, boolean>> = {
    expired: there.some((batch) => isExpired(batch, today)),
    unfit: isUnfit(supply),
    short: isShort(supply, today),
    check: !isUnfit(supply) && due !== null && due <= today,
    expiring: there.some(
      (batch) => batch.expiry !== null && batch.expiry <= soon && !isExpired(batch, today),
    ),
  }
  return SUPPLY_FAULTS.filter((fault) => is[fault])
}

/** So much of each batch as there was just before an instant (UTC ms). */
export function batchesBefore(
  { batches, movements }: Pick<Supply, 'batches' | 'movements'>,
  before: number,
): readonly Batch[] {
  const later = movements.filter(({ at }) => at >= before).flatMap(({ parts }) => parts)
  return batches.map((batch) => ({
    ...batch,
    count: rounded(
      later
        .filter(({ batchId }) => batchId === batch.id)
        .reduce((count, part) => count - part.count, batch.count),
    ),
  }))
}

/**
 * The local day since which there is less of it than there must be; null: there is enough. What
 * expires makes it short from the day after.
 */
export function shortSince(supply: Supply, today: string, zone: string): string | null {
  if (!isShort(supply, today)) return null
  const isShortAfter = ({ at }: Movement): boolean => {
    const batches = batchesBefore(supply, at + 1)
    return isShort({ ...supply, batches }, localDate(at, zone))
  }
  const enough = supply.movements.findLastIndex((movement) => !isShortAfter(movement))
  const next = supply.movements[enough + 1]
  if (next) return localDate(next.at, zone)
  // nothing was moved since there was enough: it has expired
  const gone = supply.batches
    .filter((batch) => batch.count > 0 && isExpired(batch, today))
    .map(({ expiry }) => dayAfter(expiry ?? ''))
    .sort()
  return (
    gone.find((day) => isShort(supply, day)) ?? gone.at(-1) ?? localDate(supply.enteredAt, zone)
  )
}

/** How much of it there is, and how much may be used, just before an instant (UTC ms). */
export function amountBefore(
  supply: Supply,
  before: number,
  zone: string,
): { stock: number; usable: number } {
  const batches = batchesBefore(supply, before)
  return { stock: stockOf({ batches }), usable: usableOf({ batches }, localDate(before - 1, zone)) }
}
