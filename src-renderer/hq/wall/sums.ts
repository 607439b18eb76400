/** What a wall of HQ counts: the whole, the regions, the sites that need somebody, and the rest. */
import type { BoardSite } from '#shared/contract/hq-replies.ts'
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { standingOf } from '../site-standing.ts'

export const isLateLine = ({ matter }: IncidentLine): boolean => matter?.standing === 'late'

export type WallCounts = {
  running: number
  late: number
  drills: number
  inTouch: number
  sites: number
}
export function countsOf(
  sites: readonly BoardSite[],
  incidents: readonly IncidentLine[],
): WallCounts {
  const real = incidents.filter(({ drill }) => !drill)
  return {
    running: real.length,
    late: real.filter(isLateLine).length,
    drills: incidents.length - real.length,
    inTouch: sites.filter(({ outOfTouch }) => !outOfTouch).length,
    sites: sites.length,
  }
}

export type RegionCount = {
  region: string
  sites: number
  running: number
  late: number
  outOfTouch: number
  forks: number
}
const isQuiet = ({ running, outOfTouch, forks }: RegionCount): boolean =>
  running + outOfTouch + forks === 0

/** In the order of their names, which stays while what is counted changes. */
export function regionsOf(
  sites: readonly BoardSite[],
  incidents: readonly IncidentLine[],
): readonly RegionCount[] {
  const regionOf = new Map(sites.map(({ id, region }) => [id, region]))
  const counts = new Map<string, RegionCount>()
  for (const { region, outOfTouch, fork } of sites) {
    const count = counts.get(region) ?? {
      ...{ region, sites: 0, running: 0, late: 0, outOfTouch: 0, forks: 0 },
    }
    counts.set(region, count)
    count.sites += 1
    count.outOfTouch += Number(outOfTouch)
    count.forks += Number(fork !== null)
  }
  for (const incident of incidents) {
    const count = counts.get(regionOf.get(incident.site) ?? '')
    if (!count || incident.drill) continue
    count.running += 1
    count.late += Number(isLateLine(incident))
  }
  return [...counts.values()].sort((a, b) => a.region.localeCompare(b.region, 'zh'))
}

/** Those that fit, what is quiet going first; and how many are left out. */
export function fittingRegions(
  regions: readonly RegionCount[],
  room: number,
): { shown: readonly RegionCount[]; others: number } {
  if (regions.length <= room) return { shown: regions, others: 0 }
  const cells = Math.max(0, room - 1) // one says how many are left out
  const chosen = new Set(
    [...regions]
      .sort(
        (a, b) =>
          Number(isQuiet(a)) - Number(isQuiet(b)) || b.late - a.late || b.running - a.running,
      )
      .slice(0, cells),
  )
  return { shown: regions.filter((count) => chosen.has(count)), others: regions.length - cells }
}

export type TroubleKind = 'fork' | 'outOfTouch' | 'stuck' | 'differs'
export type Trouble = { kind: TroubleKind; sites: readonly BoardSite[] }
/** Each site stands once, by the worst that is the matter with it; worst first. */
export function troublesOf(sites: readonly BoardSite[]): readonly Trouble[] {
  const of = (kind: TroubleKind): Trouble => ({
    kind,
    sites: sites.filter((site) => standingOf(site) === kind),
  })
  return [of('fork'), of('outOfTouch'), of('stuck'), of('differs')].filter(
    (trouble) => trouble.sites.length > 0,
  )
}

export type RestSum = { kind: LocalizedText; drill: boolean; count: number }
/** What stands on no row, by kind × count, in the urgency of the first of each. */
export function restSums(rest: readonly IncidentLine[]): readonly RestSum[] {
  const sums = new Map<string, RestSum>()
  for (const incident of rest) {
    const { kind, drill } = incident
    const key = `${drill} ${kind.zh} ${kind.en}`
    sums.set(key, { kind, drill, count: (sums.get(key)?.count ?? 0) + 1 })
  }
  return [...sums.values()]
}
