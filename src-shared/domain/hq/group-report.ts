/**
 * The monthly report of HQ over some sites: what it says, and what another one says otherwise.
 * Pure. Instants are UTC ms.
 */
import { canonical } from '../canonical.ts'
import type { Head } from '../hand-up/point.ts'
import { monthOfTally, type MonthStatistics } from '../statistics/month.ts'
import type { Tally } from '../statistics/tally.ts'
import type { LocalizedText } from '../text.ts'
import type { MissingSite, MissingWhy, MonthSum } from './group-month.ts'

export type GroupFigures = Omit<MonthStatistics, 'month'>
/** A site of the report: its figures, and up to which event of its record they were counted. */
export type ReportedSite = {
  site: string
  name: LocalizedText
  region: string
  position: Head
  asOf: number
  figures: GroupFigures
}
/** `at`: limits that run are judged by it. `sum` is that of `parts`: of who is missing, nothing. */
export type GroupPaper = {
  month: string
  name: string
  at: number
  sum: GroupFigures
  parts: readonly ReportedSite[]
  missing: readonly MissingSite[]
}

/** `site` null: the sum. `figure`: as {@link figuresOf} names it. */
export type GroupChange =
  | { kind: 'figure'; site: string | null; figure: string; before: number; after: number }
  | { kind: 'came'; site: string; before: MissingWhy | null }
  | { kind: 'went'; site: string; after: MissingWhy | null }
  | { kind: 'why'; site: string; before: MissingWhy; after: MissingWhy }

/** As they stand at `now`. */
function drawn(month: string, tally: Tally, now: number): GroupFigures {
  const { incidents, byCategory, byLegalCategory, byType, byLevel, limits, drills, falseReports } =
    monthOfTally(month, tally, now)
  return {
    ...{ incidents, byCategory, byLegalCategory, byType, byLevel, limits, drills, falseReports },
  }
}

export const paperOf = (
  { month, sum, parts, missing }: MonthSum,
  name: string,
  now: number,
): GroupPaper => ({
  ...{ month, name, at: now, missing },
  sum: drawn(month, sum, now),
  parts: parts.map(({ tally, ...part }) => ({ ...part, figures: drawn(month, tally, now) })),
})

/** Every figure by its name: `incidents`, `limits.late`, `byLevel.2`; noughts, too. */
export function figuresOf(figures: GroupFigures): ReadonlyMap<string, number> {
  const all = new Map<string, number>()
  for (const [name, value] of Object.entries(figures))
    if (typeof value === 'number') all.set(name, value)
    else for (const [key, count] of Object.entries(value)) all.set(`${name}.${key}`, count)
  return all
}

/**
 * What somebody who looks at it has seen: everything but positions and instants, which go on with
 * every event of a later month. Two of the same text say the same.
 */
export const substanceOf = ({ month, name, sum, parts, missing }: GroupPaper): string =>
  canonical({
    ...{ month, name, sum },
    parts: parts.map(({ site, figures }) => ({ site, figures })),
    missing: missing.map(({ site, why }) => ({ site, why })),
  })

function figureChanges(
  site: string | null,
  before: GroupFigures,
  after: GroupFigures,
): readonly GroupChange[] {
  const [was, is] = [figuresOf(before), figuresOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((figure) => {
    const [old, now] = [was.get(figure) ?? 0, is.get(figure) ?? 0]
    return old === now ? [] : [{ kind: 'figure', site, figure, before: old, after: now }]
  })
}

/** What `after` says otherwise than `before`: the sum first, then site by site. */
export function groupChanges(before: GroupPaper, after: GroupPaper): readonly GroupChange[] {
  const byId = <T extends { site: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
    new Map(rows.map((row) => [row.site, row]))
  const [was, is] = [byId(before.parts), byId(after.parts)]
  const [missed, misses] = [byId(before.missing), byId(after.missing)]
  const sites = [...was.keys(), ...is.keys(), ...missed.keys(), ...misses.keys()]
  const ofSites = [...new Set(sites)].sort().flatMap((site): readonly GroupChange[] => {
    const [old, now] = [was.get(site), is.get(site)]
    if (old && now) return figureChanges(site, old.figures, now.figures)
    const [oldWhy, why] = [missed.get(site)?.why ?? null, misses.get(site)?.why ?? null]
    if (now) return [{ kind: 'came', site, before: oldWhy }]
    if (old) return [{ kind: 'went', site, after: why }]
    return oldWhy === null || why === null || oldWhy === why
      ? []
      : [{ kind: 'why', site, before: oldWhy, after: why }]
  })
  return [...figureChanges(null, before.sum, after.sum), ...ofSites]
}
