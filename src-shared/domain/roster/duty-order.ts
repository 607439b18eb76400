/**
 * In which order the posts of a shift are named, where not all of them can be: who is reached first
 * stands first.
 */
import type { SitePost } from './site-posts.ts'

const FIRST: readonly SitePost[] = ['duty-officer', 'duty-leader']

/**
 * Posts as a screen names them: who sits at the desk, who leads the shift, who commands; all others
 * after them, as the roster has them. `commanders`: the commanding post of each plan of the site;
 * of several, who commands most plans stands first.
 */
export function inDutyOrder<P extends { roleId: string }>(
  posts: readonly P[],
  commanders: readonly string[],
): P[] {
  const plans = new Map<string, number>()
  for (const post of commanders) plans.set(post, (plans.get(post) ?? 0) + 1)
  const rank = ({ roleId }: P): number => {
    const place = FIRST.findIndex((post) => post === roleId)
    return place >= 0 ? place : FIRST.length + 1 / (1 + (plans.get(roleId) ?? 0))
  }
  return posts.toSorted((a, b) => rank(a) - rank(b))
}
