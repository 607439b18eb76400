/** Says without whose people a site cannot respond, whatever else it has. */
import type { Plan } from '../plan/plan.ts'
import type { Register } from '../roster/register.ts'
import type { SitePost } from '../roster/site-posts.ts'

/** What a post is needed for. `necessary`: the site itself has said that it must be held. */
export const NEEDED_FOR = ['desk', 'command', 'warnings', 'necessary'] as const
export type NeededFor = (typeof NEEDED_FOR)[number]
/** `least`: how many people must be there at once. */
export type RequiredPost = { id: string; neededFor: NeededFor; least: number }

const DESK: SitePost = 'duty-officer'
const LEADER: SitePost = 'duty-leader'
const WARNINGS: SitePost = 'warning-contact'

type Commanded = Pick<Plan, 'commander' | 'roles'>

/** Whoever happens to be there, and units outside, are on no roster of the site. */
const isOfStaff = ({ commander, roles }: Commanded): boolean => {
  const kind = roles.find(({ id }) => id === commander)?.kind
  return kind !== 'external' && kind !== 'anyone'
}

/**
 * The commanding post of each plan, the one that commands most plans first. Where no plan has one
 * of the site's own people the duty leader commands, whom everything climbs to.
 */
export function commandersOf(plans: readonly Commanded[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const plan of plans.filter(isOfStaff))
    counts.set(plan.commander, (counts.get(plan.commander) ?? 0) + 1)
  const commanders = [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id)
  return commanders.length > 0 ? commanders : [LEADER]
}

/**
 * Each post once, by what it is needed for first: the desk, command of every plan of the site,
 * warnings, and what the site marks as necessary. `plans`: those of the site.
 */
export function requiredPosts(
  plans: readonly Commanded[],
  register: Pick<Register, 'posts'> | null,
): readonly RequiredPost[] {
  const ofSite = register?.posts ?? []
  const needed = new Map<string, NeededFor>()
  const need = (id: string, neededFor: NeededFor): void => {
    if (!needed.has(id)) needed.set(id, neededFor)
  }
  need(DESK, 'desk')
  for (const id of commandersOf(plans)) need(id, 'command')
  need(WARNINGS, 'warnings')
  for (const { id } of ofSite.filter(({ necessary }) => necessary)) need(id, 'necessary')
  return [...needed].map(([id, neededFor]) => ({
    id,
    neededFor,
    least: ofSite.find((post) => post.id === id)?.minimum ?? 1,
  }))
}
