/**
 * Says when the next backup is due, which old ones may go, and how late the last whole one is.
 * Pure: instants and the zone are arguments.
 */
import { localDate, localHour, localMonth } from '../calendar.ts'
import { HOUR_MS } from '../units.ts'

/** `madeAt`: UTC ms. */
export type DatedCopy = { name: string; madeAt: number }

/** Of so many hours, days and months that have a backup, the newest one of each is kept. */
const KEPT = { hours: 24, days: 31, months: 24 }

const LATE_MS = 25 * HOUR_MS
const OVERDUE_MS = 49 * HOUR_MS

/** The newest that is not dated ahead of now, as a clock that ran ahead leaves it. */
export const newestOf = <C extends DatedCopy>(copies: readonly C[], now: number): C | null =>
  copies.reduce<C | null>(
    (newest, copy) =>
      copy.madeAt <= now && (newest === null || copy.madeAt > newest.madeAt) ? copy : newest,
    null,
  )

/** The beginning of the next hour after the last one (UTC ms); at once where there is none. */
export const nextBackupAt = (lastAt: number | null, placeSetAt: number): number =>
  lastAt === null ? placeSetAt : (Math.floor(lastAt / HOUR_MS) + 1) * HOUR_MS

/**
 * The names of those that are not kept: hours, days and months are those of the site's zone. What
 * is dated ahead of now is left alone.
 */
export function superfluous(
  copies: readonly DatedCopy[],
  now: number,
  zone: string,
): readonly string[] {
  const past = copies.filter(({ madeAt }) => madeAt <= now).sort((a, b) => b.madeAt - a.madeAt)
  const newest = new Set<string>()
  const keep = (count: number, spanOf: (at: number) => string): void => {
    const spans = new Set<string>()
    for (const { name, madeAt } of past) {
      const span = spanOf(madeAt)
      if (spans.has(span) || spans.size >= count) continue
      spans.add(span)
      newest.add(name)
    }
  }
  keep(KEPT.hours, (at) => {
    const { date, hour } = localHour(at, zone)
    return `${date} ${hour}`
  })
  keep(KEPT.days, (at) => localDate(at, zone))
  keep(KEPT.months, (at) => localMonth(at, zone))
  return past.filter(({ name }) => !newest.has(name)).map(({ name }) => name)
}

export type BackupLateness = 'no' | 'late' | 'overdue'

/** `since`: the instant of the last whole backup, or when the place was chosen (UTC ms). */
export const latenessOf = (since: number, now: number): BackupLateness =>
  now - since >= OVERDUE_MS ? 'overdue' : now - since >= LATE_MS ? 'late' : 'no'

/** When it becomes late, and when overdue (UTC ms). */
export const lateAt = (since: number): { late: number; overdue: number } => ({
  late: since + LATE_MS,
  overdue: since + OVERDUE_MS,
})
