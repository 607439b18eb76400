/** How a site stands with HQ, worst first, and how ages and times are worded. */
import type { BoardSite } from '#shared/contract/hq-replies.ts'

export type SiteStanding =
  'fork' | 'outOfTouch' | 'stuck' | 'differs' | 'waiting' | 'well' | 'unpaired'

/** The order is that of the board (src-main/hq/desk.ts). */
export function standingOf(site: BoardSite): SiteStanding {
  if (site.unpairedAt !== null) return 'unpaired'
  if (site.fork) return 'fork'
  if (site.outOfTouch) return 'outOfTouch'
  if (site.stuck) return 'stuck'
  if (site.differs) return 'differs'
  return (site.heard?.waiting ?? 0) > 0 ? 'waiting' : 'well'
}
/** Whether somebody has to look at it. */
export const isTroubled = (site: BoardSite): boolean =>
  !(['well', 'unpaired'] as SiteStanding[]).includes(standingOf(site))

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400]

/** Pages and wall each have their own words for them. */
export type AgeWord = `age.${'seconds' | 'minutes' | 'hours' | 'days'}`
/** How long ago, in the largest unit that fits: the key of its words and the count. `ms` ≥ 0. */
export function ageOf(ms: number): { word: AgeWord; count: number } {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [word, unit]: [AgeWord, number] =
    seconds < MINUTE
      ? ['age.seconds', 1]
      : seconds < HOUR
        ? ['age.minutes', MINUTE]
        : seconds < DAY
          ? ['age.hours', HOUR]
          : ['age.days', DAY]
  return { word, count: Math.floor(seconds / unit) }
}
