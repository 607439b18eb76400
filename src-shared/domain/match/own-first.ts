/**
 * Puts a plan that the site wrote for one thing before those that came with the program and are
 * there for everything, where both have heard the same.
 */
import type { IncidentType, Plan } from '../plan/plan.ts'
import { graveOf } from './dangers.ts'
import { isForEverything, type Ranked } from './rank.ts'

/** 煤气 and 煤气味 name the same thing. */
const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((word) => others.some((other) => other.includes(word) || word.includes(other)))

/** The gravest of what it has heard: who is hurt by a fire is part of the fire. */
function gravest({ words }: Ranked): readonly string[] {
  const most = Math.max(...words.map(graveOf))
  return words.filter((word) => graveOf(word) === most)
}

/**
 * Best first, as before, but for this: a plan of the site's own that is not for everything rises to
 * just before the first plan of the program that is, and whose gravest words it has heard, too.
 * `isOwn`: the plan did not come with the program.
 */
export function ownFirst<T extends Ranked>(
  order: readonly T[],
  types: readonly IncidentType[],
  isOwn: (plan: Plan) => boolean,
): readonly T[] {
  const isSpecific = ({ candidate: { plan } }: T): boolean =>
    plan !== null && isOwn(plan) && !isForEverything(plan, types)
  const isWidest = ({ candidate: { plan } }: T): boolean =>
    plan !== null && !isOwn(plan) && isForEverything(plan, types)
  return order.reduce<readonly T[]>((above, plan) => {
    const at = isSpecific(plan)
      ? above.findIndex((other) => isWidest(other) && overlap(plan.words, gravest(other)))
      : -1
    return at < 0 ? [...above, plan] : above.toSpliced(at, 0, plan)
  }, [])
}
