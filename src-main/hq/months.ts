/**
 * The figures of a month over any set of sites: the sum of what the sites state themselves, each at
 * its position. A site that has not handed up to the month's end is named, never counted as nought.
 */
import { startOfDate } from '#shared/domain/calendar.ts'
import { NOTHING, withTally, type Tally } from '#shared/domain/statistics/tally.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Head } from '#shared/domain/hand-up/point.ts'
import type { SiteRow, StatedRow } from './hq-ports.ts'

/**
 * What a site adds. `position`: up to which event; null: it has stated no tally of any month yet.
 * `asOf`: until when HQ is known to have had all of it (UTC ms).
 */
export type MonthPart = {
  site: string
  name: LocalizedText
  region: string
  tally: Tally
  position: Head
  asOf: number
}
/**
 * `never`: nothing was handed up; `not-to-end`: not up to the end of the month, or, while it lasts,
 * not up to its beginning; `fork`: its record came with another event, so that nobody knows which
 * holds.
 */
export type MissingWhy = 'never' | 'not-to-end' | 'fork'
export type MissingSite = {
  site: string
  name: LocalizedText
  region: string
  why: MissingWhy
  asOf: number | null
}
export type MonthSum = {
  month: string
  sum: Tally
  parts: readonly MonthPart[]
  missing: readonly MissingSite[]
}

/** The local month behind it, `2026-12` after `2026-11`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/**
 * Until when a site must be known to be whole for its month to count (UTC ms): the end of the month
 * in its own zone; while the month lasts, its beginning.
 */
function neededUntil(month: string, zone: string, now: number): number {
  const end = startOfDate(`${monthAfter(month)}-01`, zone)
  return now >= end ? end : startOfDate(`${month}-01`, zone)
}

function whyMissing(site: SiteRow, month: string, now: number): MissingWhy | null {
  if (site.head.seq === 0) return 'never'
  if (site.fork) return 'fork'
  const wholeAt = site.heard?.wholeAt ?? null
  if (wholeAt === null || wholeAt < neededUntil(month, site.zone, now)) return 'not-to-end'
  return null
}

/** `stated`: of this month, read in one snapshot with the sites. `now` in UTC ms. */
export function sumMonth(
  month: string,
  { sites, stated }: { sites: readonly SiteRow[]; stated: readonly StatedRow[] },
  now: number,
): MonthSum {
  const rowOf = new Map(stated.map((row) => [row.site, row]))
  const parts: MonthPart[] = []
  const missing: MissingSite[] = []
  for (const site of sites) {
    const { id, name, region, head, heard } = site
    const asOf = heard?.wholeAt ?? null
    const why = whyMissing(site, month, now)
    const row = rowOf.get(id)
    if (why !== null || asOf === null)
      missing.push({ site: id, name, region, why: why ?? 'not-to-end', asOf })
    // a site that is whole and states nothing of the month had nothing in it
    else
      parts.push({
        site: id,
        name,
        region,
        tally: row?.tally ?? NOTHING,
        position: row?.position ?? head,
        asOf,
      })
  }
  const sum = parts.reduce<Tally>((total, { tally }) => withTally(total, tally, 1), NOTHING)
  return { month, sum, parts, missing }
}
