/**
 * The figures of a month over any set of sites: the sum of what the sites state themselves, each at
 * its position. A site that has not handed up to the month's end is named, never counted as nought.
 */
import type { MissingSite, MissingWhy, MonthPart, MonthSum } from '#shared/contract/hq-replies.ts'
import { localMonth, startOfDate } from '#shared/domain/calendar.ts'
import { NOTHING, type Tally } from '#shared/domain/statistics/tally.ts'
import type { MonthSite } from './hq-ports.ts'

export type { MissingSite, MissingWhy, MonthPart, MonthSum } from '#shared/contract/hq-replies.ts'

/** The local month behind it, `2026-12` after `2026-11`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** The months that people look at most: the running one, at `now` (UTC ms), and the one before. */
export function watchedMonths(now: number): readonly string[] {
  const running = localMonth(now, 'UTC')
  const [year = 0, number = 0] = running.split('-').map(Number)
  const before = number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
  return [before, running]
}

/**
 * Until when a site must be known to be whole for its month to count (UTC ms): the end of the month
 * in its own zone; while the month lasts, its beginning.
 */
function neededUntil(month: string, zone: string, now: number): number {
  const end = startOfDate(`${monthAfter(month)}-01`, zone)
  return now >= end ? end : startOfDate(`${month}-01`, zone)
}

function whyMissing(
  { head, forked }: MonthSite,
  wholeAt: number | null,
  needed: number,
): MissingWhy | null {
  if (head.seq === 0) return 'never'
  if (forked) return 'fork'
  return wholeAt === null || wholeAt < needed ? 'not-to-end' : null
}

/** Each zone is reckoned once: there are few, and thousands of sites. */
function neededByZone(month: string, now: number): (zone: string) => number {
  const known = new Map<string, number>()
  return (zone) => {
    const needed = known.get(zone) ?? neededUntil(month, zone, now)
    known.set(zone, needed)
    return needed
  }
}

/**
 * `sites`: with what they state of this month. `wholeAt`: when HQ was last known to have all of a
 * site (UTC ms); it may be older than what is stated, never newer. `sumOf` adds tallies. `now` in
 * UTC ms.
 */
export function sumMonth(
  month: string,
  sites: Iterable<MonthSite>,
  wholeAt: ReadonlyMap<string, number>,
  sumOf: (tallies: readonly Tally[]) => Tally,
  now: number,
): MonthSum {
  const needed = neededByZone(month, now)
  const parts: MonthPart[] = []
  const missing: MissingSite[] = []
  for (const site of sites) {
    const { id, name, region, head, stated } = site
    const asOf = wholeAt.get(id) ?? null
    const why = whyMissing(site, asOf, needed(site.zone))
    if (why !== null || asOf === null)
      missing.push({ site: id, name, region, why: why ?? 'not-to-end', asOf })
    // a site that is whole and states nothing of the month had nothing in it
    else
      parts.push({
        site: id,
        name,
        region,
        tally: stated?.tally ?? NOTHING,
        position: stated?.position ?? head,
        asOf,
      })
  }
  return { month, sum: sumOf(parts.map(({ tally }) => tally)), parts, missing }
}
